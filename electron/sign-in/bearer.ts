import { ok, refuse } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import { failed } from '../answers/readings';
import { signInByFirstRequest } from './first-request';
import type { Session, SignedIn, SignInContext } from './session';

type Plan = Extract<SignInPlan, { kind: 'bearer' }>;

/** Signs in with a token the user entered (RFC 6750): the first request with it is the sign-in. */
export function signInWithBearer(plan: Plan, context: SignInContext): Promise<SignedIn> {
  const headers: Session['headers'] = async (_method, url) => {
    const token = await context.secretFor(plan.secretField, url);
    if (!token.ok) return token;
    // A token with other characters cannot be sent in a header, so it is not valid.
    if (!/^[\x21-\x7e]+$/.test(token.value))
      return refuse(failed('token-malformed', { host: new URL(url).hostname, problem: 'characters' }));
    return ok({ authorization: `Bearer ${token.value}` });
  };
  return signInByFirstRequest(context, headers, 'entered-token');
}
