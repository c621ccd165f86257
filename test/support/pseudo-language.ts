/*
 * A language that nobody speaks: English in fullwidth letters. Whatever ordinary letters are left in what the program
 * tells in it came from no file of words.
 */

/** Its row and its folder have this name. */
export const PSEUDO = 'qps';

/** Its dates and lists come from Japanese, which has no Latin letter in them. */
export const pseudoRow = { name: 'Ｐｓｅｕｄｏ', locale: 'ja-JP' } as const;

const widened = (letters: string): string =>
  letters.replaceAll(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));

/** A text, or all texts of a file of words, with their places kept. */
export function pseudo(words: unknown): unknown {
  if (typeof words === 'string')
    return words
      .split(/(\{\{\w+\}\})/)
      .map((part) => (part.startsWith('{{') ? part : widened(part)))
      .join('');
  if (Array.isArray(words)) return words.map(pseudo);
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, pseudo(value)]));
}

/** The files of words that are found, with those of one more language. */
export function withPseudo(found: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const english = Object.entries(found).filter(([path]) => path.includes('/locales/en/'));
  const folder = english.map(([path, words]) => [path.replace('/en/', `/${PSEUDO}/`), pseudo(words)]);
  return { ...found, ...Object.fromEntries(folder) };
}

/** The ordinary words in a text, but for those that are the same in every language. */
export const ordinaryWords = (text: string, same: readonly string[]): readonly string[] =>
  [...text.matchAll(/[A-Za-z][A-Za-z'’.-]*[A-Za-z]|[A-Za-z]/g)]
    .map(([word]) => word)
    .filter((word) => !same.includes(word));

/** As long as German: every longer word is a third longer, so that a column fits no word that it just fitted. */
export const LONG = 'qlg';
export const longRow = { name: 'Langsprache', locale: 'de-CH' } as const;

export function long(words: unknown): unknown {
  if (typeof words === 'string')
    return words
      .split(/(\{\{\w+\}\})/)
      .map((part) => (part.startsWith('{{') ? part : lengthened(part)))
      .join('');
  if (Array.isArray(words)) return words.map(long);
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, long(value)]));
}

const lengthened = (text: string): string =>
  text.replaceAll(/\p{L}{4,}/gu, (word) => word + word.slice(-Math.ceil(word.length * 0.4)));
