import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import * as oauth from 'oauth4webapi';
import { failed, warning } from '../answers/readings';
import { type Interruption, seconds, wait } from '../http/waiting';
import { authorizationAddress, type CodePlan } from './authorization-address';
import { readAuthorizationError } from './authorization-error';
import { probeAuthorization, probeToken } from './probes';
import { notSignedIn, type SignedIn, type SignInContext } from './session';
import { readTokenAnswer } from './token-answer';
import { askForToken } from './token-request';

/**
 * OAuth 2.0 authorization code flow with PKCE and `state`, in the user's own browser, with a redirect to this
 * computer (RFC 6749 §4.1, RFC 7636, RFC 8252). If the redirect URL belongs to another computer, the flow cannot
 * finish here. Then nothing runs, or only the probe that was requested (docs/vendors/onsis.md#how-far-a-test-goes).
 */
export async function signInWithCode(plan: CodePlan, context: SignInContext): Promise<SignedIn> {
  switch (context.options.probe) {
    case 'authorize':
      return notSignedIn(await probeAuthorization(plan, context));
    case 'token':
      return notSignedIn(await probeToken(plan, context));
    case 'none':
      break;
  }
  const { host } = new URL(plan.authorizationUrl);
  if (!plan.completesHere) return notSignedIn(warning('not-proved', { host, reason: 'not-asked' }));
  const { browser } = context.ports;
  if (browser === null) return notSignedIn(warning('not-proved', { host, reason: 'no-window' }));

  const state = oauth.generateRandomState();
  const verifier = oauth.generateRandomCodeVerifier();
  const url = await authorizationAddress(plan, state, verifier);
  const answer = await visitBrowser(plan, context, url, state, browser);
  if (!answer.ok) return notSignedIn(answer.failure);
  const checked = readRedirect(answer.value, plan, state);
  if (!checked.ok) return notSignedIn(checked.failure);
  return exchangeCode(plan, context, checked.value, verifier);
}

async function visitBrowser(
  plan: CodePlan,
  context: SignInContext,
  url: string,
  state: string,
  browser: { open(url: string): Promise<unknown> },
): Promise<Result<URLSearchParams, Reading>> {
  const { hostname: host } = new URL(plan.authorizationUrl);
  const redirect = new URL(plan.redirectUrl);
  const listener = await context.ports.listenForRedirect(redirect, state);
  if (!listener.ok) return refuse(failed('callback-port-in-use', { port: Number(redirect.port || 80) }));
  const { waiting, done } = context.waitingForPerson();
  try {
    return await wait<URLSearchParams, Reading>(
      waiting,
      (end) => {
        listener.value.answer.then((query) => end(ok(query)));
        context.options.onBrowserSignIn?.(url, seconds(waiting.waitMs));
        // We cannot know whether a browser opened, and the user can copy the URL, so a failure changes nothing.
        browser.open(url).catch(() => undefined);
      },
      (why) =>
        why === 'timed-out' && listener.value.foreignCame()
          ? failed('answer-not-ours', { host, problem: 'state' })
          : notReturned(why, host, waiting.waitMs),
    );
  } finally {
    listener.value.close();
    done();
  }
}

const notReturned = (why: Interruption, host: string, waitMs: number): Reading =>
  why === 'cancelled' ? failed(why) : failed('sign-in-incomplete', { host, waitSeconds: seconds(waitMs) });

/** The authorization code, if the redirect belongs to our request and contains one. */
function readRedirect(query: URLSearchParams, plan: CodePlan, state: string): Result<string, Reading> {
  const { hostname: host } = new URL(plan.authorizationUrl);
  const foreign = (problem: string) => refuse(failed('answer-not-ours', { host, problem }));
  const iss = query.get('iss');
  if (iss !== null && !isOneOfOurs(iss, plan)) return foreign('iss');
  const issuer = iss ?? new URL(plan.tokenUrl).origin;
  try {
    const server = { issuer, token_endpoint: plan.tokenUrl };
    oauth.validateAuthResponse(server, { client_id: plan.clientId }, query, state);
    // The library accepts an empty code here and leaves it to the token request.
    const [code, ...more] = query.getAll('code');
    if (code !== undefined && code !== '' && more.length === 0) return ok(code);
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError)
      return refuse(readAuthorizationError(error.error, host, plan.scopes !== ''));
  }
  return foreign('code');
}

/** `iss` must be the origin of the authorization or the token URL (docs/vendors/standards.md#issuer). */
function isOneOfOurs(iss: string, plan: CodePlan): boolean {
  if (!URL.canParse(iss)) return false;
  const { origin } = new URL(iss);
  return [plan.authorizationUrl, plan.tokenUrl].some((url) => new URL(url).origin === origin);
}

async function exchangeCode(
  plan: CodePlan,
  context: SignInContext,
  code: string,
  verifier: string,
): Promise<SignedIn> {
  const answer = await askForToken(plan, context, {
    grant_type: 'authorization_code',
    code,
    redirect_uri: plan.redirectUrl,
    code_verifier: verifier,
  });
  if (!answer.ok) return notSignedIn(answer.failure);
  const { token, reading } = readTokenAnswer(answer.value, {
    tokenUrl: plan.tokenUrl,
    scopesSent: plan.scopes !== '',
    grant: plan.kind,
  });
  if (token === null) return notSignedIn(reading);
  return {
    reading,
    session: {
      proof: 'fetched-token',
      recognised: true,
      answers: new Map(),
      headers: async () => ok({ authorization: `Bearer ${token}` }),
    },
  };
}
