import { type ByLanguage, byLanguage } from '@contract/by-language';
import { inEvery } from '@contract/languages';
import type { Alternative, CheckPlan, ClientAuthentication, SystemText } from './system';

/* Other ways to send the client ID and secret to a token endpoint. */

/** The same plan with the credentials elsewhere in the token request; null if they are already there. */
export function withClientAuthentication(plan: CheckPlan, way: ClientAuthentication): CheckPlan | null {
  const { signIn } = plan;
  if (signIn.kind !== 'client-credentials' && signIn.kind !== 'authorization-code') return null;
  if (signIn.clientAuthentication === way) return null;
  return { ...plan, signIn: { ...signIn, clientAuthentication: way } };
}

/** Some servers read them only from the request body (allowed by RFC 6749 §2.3.1). */
export const credentialsInBody: Alternative = {
  id: 'credentials-in-body',
  changes: 'client-authentication',
  change: (plan) => withClientAuthentication(plan, 'body'),
};

type Words = NonNullable<SystemText['alternatives']>;

const words = byLanguage<Words>('other-ways', () =>
  import.meta.glob<Words>('../../assets/locales/*/other-ways.json', { eager: true, import: 'default' }),
);

/** A system's texts, with those of the alternatives above. */
export const withOtherWays = (texts: ByLanguage<SystemText>): ByLanguage<SystemText> =>
  inEvery((language) => {
    const text = texts[language];
    return { ...text, alternatives: { ...text.alternatives, ...words[language] } };
  });
