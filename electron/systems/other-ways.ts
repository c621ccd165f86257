import type { Alternative, CheckPlan, ClientAuthentication } from './system';

/* Other ways to send the same Client ID and secret to a token address. */

/** The same check, with the credentials in another place of the token request; null where they are there already. */
export function withClientAuthentication(plan: CheckPlan, way: ClientAuthentication): CheckPlan | null {
  const { signIn } = plan;
  if (signIn.kind !== 'client-credentials' && signIn.kind !== 'authorization-code') return null;
  if (signIn.clientAuthentication === way) return null;
  return { ...plan, signIn: { ...signIn, clientAuthentication: way } };
}

/** Some servers read the two from the body of the request alone (RFC 6749 §2.3.1 allows it). */
export const credentialsInBody: Alternative = {
  id: 'credentials-in-body',
  changes: 'client-authentication',
  change: (plan) => withClientAuthentication(plan, 'body'),
};

interface Words {
  readonly offer: string;
  readonly action: string;
}

export const credentialsInBodyEn: Words = {
  offer:
    'Some servers want the Client ID and secret in the request body instead of the header. Both would be sent once more, this way, to the same address.',
  action: 'Send them in the body',
};

export const credentialsInBodyFr: Words = {
  offer:
    'Certains serveurs veulent l’identifiant client et le secret dans le corps de la requête plutôt que dans son en-tête. Les deux seraient envoyés une fois de plus, ainsi, à la même adresse.',
  action: 'Les envoyer dans le corps',
};
