import { ok } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import * as oauth from 'oauth4webapi';
import { answerFacts } from '../answers/read-answer';
import { passed } from '../answers/readings';
import type { Answer } from '../http/client';
import { notSignedIn, type SignedIn, type SignInContext } from './session';
import { askForToken, readToken } from './token-request';

type Plan = Extract<SignInPlan, { kind: 'client-credentials' }>;

/** OAuth 2.0 client credentials (RFC 6749 §4.4): one token request. */
export async function signInWithClientCredentials(plan: Plan, context: SignInContext): Promise<SignedIn> {
  const scopes = plan.scopes ?? '';
  const answer = await askForToken(plan, context, new URL(plan.tokenUrl).origin, (call) =>
    oauth.clientCredentialsGrantRequest(
      call.server,
      call.client,
      call.authentication,
      new URLSearchParams(scopes === '' ? {} : { scope: scopes }),
      call.options,
    ),
  );
  if (!answer.ok) return notSignedIn(answer.failure);
  const token = await readToken(answer.value, plan, scopes !== '');
  if (!token.ok) return notSignedIn(token.failure);
  const cookie = plan.keepCookies ? cookiesOf(answer.value) : '';
  const tokenOrigin = new URL(plan.tokenUrl).origin;
  return {
    reading: passed(answerFacts(answer.value, plan.tokenUrl)),
    session: {
      fetchedToken: true,
      firstAnswer: null,
      headers: async (_method, url) =>
        ok({
          authorization: `Bearer ${token.value}`,
          // Load balancers keep a token in one server's memory (protocols §3.2.3).
          ...(cookie !== '' && new URL(url).origin === tokenOrigin && { cookie }),
        }),
    },
  };
}

/** Name and value of each cookie; where they may go is decided by the origin alone. */
function cookiesOf(answer: Answer): string {
  return answer.cookies
    .map((line) => line.split(';', 1)[0]?.trim() ?? '')
    .filter((pair) => pair.includes('='))
    .join('; ');
}
