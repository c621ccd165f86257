/*
 * A pseudo-language: English in fullwidth letters. Any ordinary letters left in the program's output did not come from
 * a text file.
 */

/** The name of its row and folder. */
export const PSEUDO = 'qps';

/** Its dates and lists use Japanese, which contains no Latin letters. */
export const pseudoRow = { name: 'Ｐｓｅｕｄｏ', locale: 'ja-JP' } as const;

const widened = (letters: string): string =>
  letters.replaceAll(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));

/** Converts a text, or all texts of a file, keeping placeholders. */
export function pseudo(words: unknown): unknown {
  if (typeof words === 'string')
    return words
      .split(/(\{\{\w+\}\})/)
      .map((part) => (part.startsWith('{{') ? part : widened(part)))
      .join('');
  if (Array.isArray(words)) return words.map(pseudo);
  return Object.fromEntries(Object.entries(words as object).map(([key, value]) => [key, pseudo(value)]));
}

/** The given text files plus the pseudo-language's. */
export function withPseudo(found: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const english = Object.entries(found).filter(([path]) => path.includes('/locales/en/'));
  const folder = english.map(([path, words]) => [path.replace('/en/', `/${PSEUDO}/`), pseudo(words)]);
  return { ...found, ...Object.fromEntries(folder) };
}

/** The ordinary words in a text, except those that are the same in every language. */
export const ordinaryWords = (text: string, same: readonly string[]): readonly string[] =>
  [...text.matchAll(/[A-Za-z][A-Za-z'’.-]*[A-Za-z]|[A-Za-z]/g)]
    .map(([word]) => word)
    .filter((word) => !same.includes(word));

/** As long as German: every longer word grows by a third, so that a column that just fits English overflows. */
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
