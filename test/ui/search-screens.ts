import type { Scenario } from '../fakes/bridge';
import { fullList, someVendors } from './saved';
import type { Screen } from './screen';

/** A list with every state, and more connections than fit on one screen. */
export const longList = (): Scenario => {
  const list = fullList();
  return { ...list, connections: [...(list.connections ?? []), ...someVendors(12)] };
};

const searching =
  (text: string): NonNullable<Screen['reach']> =>
  async (page) =>
    page.getByRole('searchbox', { name: /^(Search|Rechercher)$/ }).fill(text);

export const searchScreens: readonly Screen[] = [
  { name: 'list-long', scenario: longList(), reach: searching('') },
  { name: 'list-searched', scenario: longList(), reach: searching('school 1') },
  {
    name: 'list-searched-tested',
    scenario: longList(),
    reach: async (page) => {
      await page
        .getByRole('button', { name: /^(Test all|Tout vérifier)$/ })
        .first()
        .click();
      await page.getByRole('heading', { name: /(left out|laissée)/ }).waitFor();
      await searching('school 1')(page);
    },
  },
  { name: 'list-nothing-found', scenario: longList(), reach: searching('nowhere to be found') },
];
