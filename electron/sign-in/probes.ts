import type { Reading } from '@systems/system';
import * as oauth from 'oauth4webapi';
import { errorWordsIn } from '../answers/error-words';
import { answerFacts, isSuccess, locationOf, readShared } from '../answers/read-answer';
import { errorFact } from '../answers/read-refusal';
import { failed, ofFailure, warning } from '../answers/readings';
import type { Answer } from '../http/client';
import { authorizationAddress, type CodePlan } from './authorization-address';
import { readAuthorizationError } from './authorization-error';
import type { SignInContext } from './session';
import { readTokenRefusal } from './token-answer';
import { askForToken } from './token-request';

/*
 * What can be learned about a sign-in that cannot be completed on this computer (docs/vendors/onsis.md#probes). Each
 * probe is a single request, sent only if the user asked for it and never retried. No answer proves anything, so a
 * probe never passes.
 */

/** Requests the sign-in page as a browser would, without following redirects. Sends no secret. */
export async function probeAuthorization(plan: CodePlan, context: SignInContext): Promise<Reading> {
  const url = await authorizationAddress(
    plan,
    oauth.generateRandomState(),
    oauth.generateRandomCodeVerifier(),
  );
  const answer = await context.client.request(
    url,
    { method: 'GET', headers: { accept: 'text/html' } },
    context.waiting(),
  );
  return answer.ok ? readAuthorizationProbe(answer.value, plan) : ofFailure(answer.failure);
}

function readAuthorizationProbe(answer: Answer, plan: CodePlan): Reading {
  const facts = answerFacts(answer, plan.authorizationUrl);
  const { status } = answer;
  if (status >= 300 && status < 400) return readProbeRedirect(answer, plan);
  // A page is expected here. RFC 6749 §4.1.2.1 forbids redirecting if the client or the redirect URL is unknown.
  if (isSuccess(answer))
    return answer.body.kind === 'html' ? warning('not-refused', facts) : failed('unexpected-answer', facts);
  const refusedHere = status === 400 || status === 401 || status === 422;
  const shared =
    refusedHere && answer.body.kind === 'html'
      ? null
      : readShared(answer, { url: plan.authorizationUrl, scheme: 'none' });
  if (shared !== null) return shared;
  const error = errorFact(errorWordsIn(answer));
  if (!refusedHere) return failed('unexpected-answer', { ...facts, ...error });
  return failed('redirect-url-rejected', { ...facts, ...error });
}

function readProbeRedirect(answer: Answer, plan: CodePlan): Reading {
  const facts = answerFacts(answer, plan.authorizationUrl);
  const location = locationOf(answer, plan.authorizationUrl);
  if (isRedirectUrl(location, plan.redirectUrl)) {
    const error = new URL(location).searchParams.get('error');
    // Nobody is signed in here. If the server says so, it knows the client and the redirect URL.
    if (error === null || error === 'login_required' || error === 'interaction_required')
      return warning('not-refused', facts);
    const reading = readAuthorizationError(error, '', plan.scopes !== '');
    return { ...reading, facts: { ...reading.facts, ...facts } };
  }
  // A redirect to a sign-in page, on this server or at an identity provider. Plain http is more likely a captive
  // portal or a filter.
  if (location.startsWith('https:')) return warning('not-refused', facts);
  return (
    readShared(answer, { url: plan.authorizationUrl, scheme: 'none' }) ?? failed('unexpected-answer', facts)
  );
}

function isRedirectUrl(location: string, redirectUrl: string): boolean {
  if (!URL.canParse(location)) return false;
  const [one, other] = [new URL(location), new URL(redirectUrl)];
  return one.origin === other.origin && one.pathname === other.pathname;
}

const NOT_A_CODE = 'wizard-probe-not-a-real-code';

/**
 * Sends the client ID and secret with an invalid code. What the server rejects first shows whether it accepts the
 * client.
 */
export async function probeToken(plan: CodePlan, context: SignInContext): Promise<Reading> {
  const answer = await askForToken(plan, context, {
    grant_type: 'authorization_code',
    code: NOT_A_CODE,
    redirect_uri: plan.redirectUrl,
  });
  return answer.ok ? readTokenProbe(answer.value, plan) : answer.failure;
}

function readTokenProbe(answer: Answer, plan: CodePlan): Reading {
  const errorWords = errorWordsIn(answer);
  const facts = { ...answerFacts(answer, plan.tokenUrl), ...errorFact(errorWords) };
  if (errorWords.oauth === 'invalid_grant') return warning('probably-accepted', facts);
  // Some servers check the code, or require PKCE, before they check the client. This proves nothing.
  if (errorWords.oauth === 'invalid_request') return warning('not-proved', { ...facts, reason: 'form' });
  const asked = { tokenUrl: plan.tokenUrl, scopesSent: plan.scopes !== '', grant: plan.kind };
  const reading = readTokenRefusal(answer, asked, errorWords);
  // A token for an invalid code: whatever answered, it is not a token endpoint.
  return reading.code === 'token-malformed' ? failed('unexpected-answer', facts) : reading;
}
