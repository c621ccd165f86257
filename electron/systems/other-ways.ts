import { type ByLanguage, byLanguage } from '@contract/by-language';
import { inEvery } from '@contract/languages';
import type { Alternative, CheckPlan, ClientAuthentication, SystemText } from './system';

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

type Words = NonNullable<SystemText['alternatives']>;

const words = byLanguage<Words>('other-ways', () =>
  import.meta.glob<Words>('../../assets/locales/*/other-ways.json', { eager: true, import: 'default' }),
);

/** A system's words, with those of the ways above. */
export const withOtherWays = (texts: ByLanguage<SystemText>): ByLanguage<SystemText> =>
  inEvery((language) => {
    const text = texts[language];
    return { ...text, alternatives: { ...text.alternatives, ...words[language] } };
  });
