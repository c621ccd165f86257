import type { SystemId } from '@contract/connection';
import { languages } from '@contract/languages';
import { systems } from '../catalogue';
import { canonicalLabel } from '../labels';
import type { System } from '../system';
import { providers } from './catalogue';
import type { Provider } from './provider';

/* What a person may mean by a word: a system or a product, by any of its names. */

/** A system, or a OneRoster product by name. Systems and products have no id in common. */
export interface Product {
  readonly id: string;
  readonly system: SystemId;
  readonly provider: Provider | null;
  readonly names: readonly string[];
}

/** The server of no product of the list: what is left when nothing else fits. */
const ANY: SystemId = 'oneroster';

const ofSystem = ({ id, texts, otherNames = [] }: System): Product => ({
  id,
  system: id,
  provider: null,
  names: [...languages.map((language) => texts[language].name), ...otherNames],
});
const ofProvider = (provider: Provider): Product => ({
  id: provider.id,
  system: ANY,
  provider,
  names: [provider.name, provider.vendor, ...provider.otherNames],
});

/** All of them, systems first; without the server of no product. */
const allProducts = (): readonly Product[] => [
  ...Object.values(systems)
    .filter(({ id }) => id !== ANY)
    .map(ofSystem),
  ...Object.values(providers).map(ofProvider),
];

/** Student information systems by name: those that are systems here, and the OneRoster products. */
export const sisProducts = (): readonly Product[] =>
  allProducts().filter(({ system, provider }) => provider !== null || systems[system].family === 'sis');

/** The words of a text without case, accents and punctuation. */
const wordsIn = (text: string): readonly string[] => canonicalLabel(text).split(' ');

/**
 * Those that a word may mean: by name, vendor, old name, short form or initials. Those whose own name begins with it come
 * first.
 */
export function findProducts(query: string, among: readonly Product[] = allProducts()): readonly Product[] {
  const asked = wordsIn(query).filter((word) => word !== '');
  if (asked.length === 0) return among;
  const joined = asked.join('');
  const isMeant = ({ names }: Product): boolean => {
    const words = names.flatMap(wordsIn);
    return (
      asked.every((word) => words.some((one) => one.startsWith(word))) ||
      names.some((one) => {
        const parts = wordsIn(one);
        const initials = parts.map((word) => word.charAt(0)).join('');
        return parts.join('').includes(joined) || (joined.length > 1 && initials.startsWith(joined));
      })
    );
  };
  const begins = ({ names: [name = ''] }: Product): boolean => wordsIn(name).join('').startsWith(joined);
  const meant = among.filter(isMeant);
  return [...meant.filter(begins), ...meant.filter((one) => !begins(one))];
}
