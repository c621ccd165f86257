import { canonicalLabel } from '../labels';
import { providers } from './catalogue';
import type { Provider } from './provider';

/** The words of a text without case, accents and punctuation, joined and apart. */
const wordsIn = (text: string): readonly string[] => canonicalLabel(text).split(' ');

/** The products that a person may mean, in the order of the list: by name, vendor, old name, short form or initials. */
export function findProviders(query: string): readonly Provider[] {
  const asked = wordsIn(query).filter((word) => word !== '');
  const all = Object.values(providers);
  if (asked.length === 0) return all;
  const joined = asked.join('');
  return all.filter(({ name, vendor, otherNames }) => {
    const names = [name, vendor, ...otherNames];
    const words = names.flatMap(wordsIn);
    const initials = wordsIn(name)
      .map((word) => word.charAt(0))
      .join('');
    return (
      asked.every((word) => words.some((one) => one.startsWith(word))) ||
      names.some((one) => wordsIn(one).join('').includes(joined)) ||
      (joined.length > 1 && initials.startsWith(joined))
    );
  });
}
