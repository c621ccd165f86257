import { ok } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import type { Answer } from '../http/client';
import { notSignedIn, type SignedIn, type SignInContext } from './session';
import { readTokenAnswer } from './token-answer';
import { askForToken } from './token-request';

type Plan = Extract<SignInPlan, { kind: 'client-credentials' }>;

/** OAuth 2.0 client credentials (RFC 6749 §4.4): one token request. */
export async function signInWithClientCredentials(plan: Plan, context: SignInContext): Promise<SignedIn> {
  const scopes = plan.scopes ?? '';
  const answer = await askForToken(plan, context, {
    grant_type: 'client_credentials',
    ...(scopes !== '' && { scope: scopes }),
  });
  if (!answer.ok) return notSignedIn(answer.failure);
  const { token, reading } = readTokenAnswer(answer.value, {
    ...plan,
    scopesSent: scopes !== '',
    grant: plan.kind,
  });
  if (token === null) return notSignedIn(reading);
  const cookie = plan.keepCookies ? cookiesOf(answer.value) : '';
  const tokenOrigin = new URL(plan.tokenUrl).origin;
  return {
    reading,
    session: {
      proof: 'fetched-token',
      recognised: true,
      token,
      answers: new Map(),
      headers: async (_method, url) =>
        ok({
          authorization: `Bearer ${token}`,
          // Session cookies go only to the server that issued the token (docs/vendors/aeries-oneroster.md#cookies).
          ...(cookie !== '' && new URL(url).origin === tokenOrigin && { cookie }),
        }),
    },
  };
}

/** Name and value of each cookie. Their attributes are ignored; the caller restricts them to one origin. */
function cookiesOf(answer: Answer): string {
  return answer.cookies
    .map((line) => line.split(';', 1)[0]?.trim() ?? '')
    .filter((pair) => pair.includes('='))
    .join('; ');
}
