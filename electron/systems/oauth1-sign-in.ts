import type { CheckPlan, Field, SignInPlan } from './system';

/* Shared by the systems that sign with OAuth 1.0a (docs/vendors/standards.md#oauth-10). */

export type SignatureMethod = Extract<SignInPlan, { readonly kind: 'oauth1' }>['signatureMethod'];

const signatureMethods = ['HMAC-SHA256', 'HMAC-SHA1'] as const satisfies readonly SignatureMethod[];

/** The newer method, unless the older one was chosen explicitly (docs/vendors/oneroster.md#sha-1). */
export const signatureMethodOf = (chosen: string | undefined): SignatureMethod =>
  chosen?.trim() === 'HMAC-SHA1' ? 'HMAC-SHA1' : 'HMAC-SHA256';

export const signatureMethodField: Field = {
  id: 'signatureMethod',
  kind: 'choice',
  secret: false,
  optional: true,
  askedAt: 'enter',
  choices: signatureMethods,
  fallback: 'HMAC-SHA256',
};

/** The same plan with the other signature method. */
export function withOtherSignature(plan: CheckPlan): CheckPlan | null {
  if (plan.signIn.kind !== 'oauth1') return null;
  const signatureMethod = plan.signIn.signatureMethod === 'HMAC-SHA1' ? 'HMAC-SHA256' : 'HMAC-SHA1';
  return { ...plan, signIn: { ...plan.signIn, signatureMethod } };
}
