import { ok } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import { answerFacts, readRefusedToken } from '../check/read-answer';
import { signInByFirstRequest } from './first-request';
import type { Session, SignedIn, SignInContext } from './session';

type Plan = Extract<SignInPlan, { kind: 'bearer' }>;

/** A token that was entered (RFC 6750): the first request with it is the sign-in. */
export function signInWithBearer(plan: Plan, context: SignInContext): Promise<SignedIn> {
  const headers: Session['headers'] = async (_method, url) => {
    const token = await context.secretFor(plan.secretField, url);
    return token.ok ? ok({ authorization: `Bearer ${token.value}` }) : token;
  };
  return signInByFirstRequest(context, headers, (answer, url) =>
    answer.status === 401 ? readRefusedToken(answer, answerFacts(answer, url), false) : null,
  );
}
