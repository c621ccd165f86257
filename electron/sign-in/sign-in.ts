import { assertNever } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import { signInWithBearer } from './bearer';
import { signInWithClientCredentials } from './client-credentials';
import { signInWithSignature } from './oauth1';
import type { SignedIn, SignInContext } from './session';

/** Signs in once, with the method the system uses. No attempt is ever retried. */
export async function signIn(plan: SignInPlan, context: SignInContext): Promise<SignedIn> {
  switch (plan.kind) {
    case 'authorization-code':
      // Loaded on demand: this method's library is a tenth of the code a check loads.
      return (await import('./authorization-code')).signInWithCode(plan, context);
    case 'client-credentials':
      return signInWithClientCredentials(plan, context);
    case 'oauth1':
      return signInWithSignature(plan, context);
    case 'bearer':
      return signInWithBearer(plan, context);
    default:
      return assertNever(plan);
  }
}
