import type { Values } from '@contract/connection';
import { serviceOf } from '@systems/oneroster';
import { providers } from '@systems/providers/catalogue';
import type { PracticedAs, Provider, Statement } from '@systems/providers/provider';
import { withProvider } from '@systems/providers/values-given';
import type { Basis } from './practice-part';

/* OneRoster products on the practice server: where each one's service and token are there follows from its entry. */

export interface PracticeProduct {
  readonly provider: Provider;
  readonly practice: PracticedAs;
  /** What the person enters, without Client ID and secret. */
  readonly entered: Values;
  /** The same with what follows from it. */
  readonly values: Values;
  /** Paths at the practice server's root. */
  readonly service: string;
  readonly token: string | null;
}

const pathOf = (address: string): string => new URL(address).pathname;

/** All that can be practised, on a practice server at `origin`. */
export const practiceProducts = (origin: string): readonly PracticeProduct[] =>
  Object.values(providers).flatMap((provider) => {
    const { practice } = provider;
    if (practice === undefined) return [];
    const entered: Values = {
      provider: provider.id,
      serverUrl: origin + practice.server,
      ...(practice.token === undefined ? {} : { tokenUrl: origin + practice.token }),
    };
    const values = withProvider(entered, true);
    const token = values.signIn === 'oauth2' ? pathOf(values.tokenUrl ?? '') : null;
    return [{ provider, practice, entered, values, service: pathOf(serviceOf(values)), token }];
  });

/** How a quirk is known: as its fact is; `invented` where there is none. */
export function basisOf({ facts }: Provider, quirk: Statement): Basis {
  const fact = facts.find(({ of }) => of.includes(quirk));
  if (fact === undefined) return 'invented';
  return fact.sure === 'inferred' ? 'inferred' : 'sourced';
}
