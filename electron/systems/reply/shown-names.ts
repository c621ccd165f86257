import { canonicalLabel } from '../labels';
import { environmentNamed, isEnvironmentWord } from './environment-words';
import { isMailAddress, looksMade } from './no-value';

/*
 * Which headings and names of older messages may be shown. They distinguish the values of a field and are not masked,
 * but the text they come from may contain anything, even another password. Only known words are shown.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

/** Words that may accompany the name of an environment. */
const AROUND = words(
  'environment environnement env instance server serveur system systeme site access acces credentials credential identifiants values valeurs keys key cle cles settings parametres for pour the la le les l of de d du des your votre our notre a sable bac pre new old current previous nouveau nouvelle ancien ancienne actuel actuelle only api',
);
const NAME_WORD = /^\p{Lu}[\p{L}\p{M}’'.-]*$/u;
const LINKING = words('of the de la le les du des d l and et st');
const LONGEST_NAME = 60;
const NUMBER_OF_A_DATE = /^\d{1,4}(?:[-/.:h]\d{1,4}){0,2}(?:er|st|nd|rd|th)?$/;

/** "Maple Elementary": may be the name of a school, a board or a customer. */
const isPlainName = (text: string): boolean => {
  const all = text.split(/\s+/);
  return (
    text.length <= LONGEST_NAME &&
    all.length <= 6 &&
    all.every((one) => (NAME_WORD.test(one) || LINKING.has(one)) && !looksMade(one)) &&
    NAME_WORD.test(all[0] ?? '')
  );
};

/** "Library integration", "Riverside — 2026-01-05": words and a date. */
const isPlainTitle = (text: string): boolean => {
  const all = text.split(/\s+/);
  const isWord = (one: string) =>
    (/^[(]?\p{L}[\p{L}\p{M}’'.-]*[,)]?$/u.test(one) && !looksMade(one)) ||
    NUMBER_OF_A_DATE.test(one) ||
    /^[–—-]$/.test(one);
  return text.length <= LONGEST_NAME && all.length <= 6 && all.every(isWord) && NAME_WORD.test(all[0] ?? '');
};

/** The part of a heading that may be shown: the environment, or a name from a place for names; otherwise ''. */
export function shownHeading(heading: string, names: ReadonlySet<string>): string {
  const parts = heading.split(' · ').flatMap((part) => {
    if ((names.has(part) && isPlainTitle(part)) || /^[1-9]$/.test(part)) return [part];
    const known = (part.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((one) => {
      const canonical = canonicalLabel(one);
      return isEnvironmentWord(canonical) || AROUND.has(canonical);
    });
    const shown = known.join(' ');
    return environmentNamed(shown) !== null || DISTINGUISHING.has(canonicalLabel(shown)) ? [shown] : [];
  });
  return [...new Set(parts)].join(' · ');
}
const DISTINGUISHING = words(
  'new old current previous nouveau nouvelle nouvel ancien ancienne actuel actuelle',
);

const OF_A_MESSAGE = words(
  'on le at a wrote ecrit from de von date sent to begin forwarded message original appointment d origine transfere debut du reexpedie and et via la van der des am pm utc gmt est edt',
);
const DAY_OR_MONTH =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim|jan|f[eé]v|feb|avr|apr|ma[iy]|jui|jul|jun|ao[uû]|aug|sep|oct|nov|d[eé]c)\p{L}{0,8}\.?$/iu;

/** The name of an older message; '>' if it contains anything but a date and an author. */
export function shownPart(part: string): string {
  if (part === '' || part === '>') return part;
  const isKnown = (one: string): boolean =>
    OF_A_MESSAGE.has(canonicalLabel(one)) ||
    DAY_OR_MONTH.test(one) ||
    NUMBER_OF_A_DATE.test(one) ||
    isMailAddress(one) ||
    isPlainName(one);
  return part.split(/[\s,;()[\]:«»"]*\s[\s,;()[\]:«»"]*|[,;:]+$/).every((one) => one === '' || isKnown(one))
    ? part
    : '>';
}
