import { assertNever } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import { signInWithBearer } from './bearer';
import { signInWithClientCredentials } from './client-credentials';
import { signInWithSignature } from './oauth1';
import type { SignedIn, SignInContext } from './session';

/** Signs in once, by whatever way the system uses. No attempt is ever repeated. */
export async function signIn(plan: SignInPlan, context: SignInContext): Promise<SignedIn> {
  switch (plan.kind) {
    case 'authorization-code':
      // Loaded for the systems that need it: the library of this sign-in is a tenth of what a check loads.
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
