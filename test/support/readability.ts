import { literally, type Worded } from './words-table';

/*
 * How easy a text is to read, by two published formulas: Flesch–Kincaid's school grade for English (Kincaid and others,
 * 1975) and Kandel and Moles' ease for French (1958). Syllables are counted by the letters, so single words can be one off.
 */

/** What a text is measured by. Words of technical terms count one syllable each. */
export interface Measure {
  readonly words: number;
  readonly sentences: number;
  readonly syllables: number;
}

/** Sentences of a text, in order, trimmed. A place to fill counts as one word; a line break ends a sentence. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .replaceAll(/\{\{\w+\}\}/g, 'X')
    .split('\n')
    .flatMap((line) => line.split(/(?<=[.?!…])\s+(?=[«“"]?\s?[\p{Lu}_])/u))
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** Words of a sentence. What an apostrophe or a hyphen joins is one word. */
export const wordsOf = (sentence: string): readonly string[] =>
  sentence.match(/[\p{L}\p{N}_][\p{L}\p{N}_’'-]*/gu) ?? [];

/** Names, abbreviations and numbers: they contain a digit, or a capital after the first letter. */
const NAMES = /\d|^.+\p{Lu}/u;

const vowels: Readonly<Record<Worded, RegExp>> = {
  en: /[aeiouy]+/g,
  // An accented e after another vowel begins a new syllable: "réussi".
  fr: /[éèê](?=[aou])|[aeiouyàâéèêëîïôùûüœ]+/g,
};
const silent: Readonly<Record<Worded, RegExp>> = {
  en: /(?<=[aeiouy].*)(?:(?<![^aeiouy]l)e|(?<![dt])ed|(?<![cgszx]|[cs]h|[^aeiouy]l)es)$/,
  fr: /(?<=[aeiouyàâéèêëîïôùûüœ].*)(?:es?|ent)$/,
};

/** Syllables of a word, at least one. */
export function syllablesIn(word: string, language: Worded): number {
  if (NAMES.test(word)) return 1;
  const plain = word.toLowerCase().replace(/[’']s?$/, '');
  const sounded = plain.replace(silent[language], '');
  return Math.max(1, sounded.match(vowels[language])?.length ?? 0);
}

/** Sums over a text. Each word of one of `terms` counts one syllable. */
export function measureOf(text: string, language: Worded, terms: readonly string[]): Measure {
  const known = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${[...terms]
      .toSorted((one, other) => other.length - one.length)
      .map(literally)
      .join('|')})(?![\p{L}\p{N}])`,
    'giu',
  );
  const sentences = sentencesOf(text.replaceAll(known, (term) => term.replaceAll(/[^\s]+/g, 'X')));
  const words = sentences.flatMap(wordsOf);
  return {
    words: words.length,
    sentences: sentences.length,
    syllables: words.reduce((sum, word) => sum + syllablesIn(word, language), 0),
  };
}

/** The school grade in the United States at which an English text is read: lower is easier. */
export const fleschKincaidGrade = ({ words, sentences, syllables }: Measure): number =>
  0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59;

/** The ease of a French text, about 0 to 100 as Flesch's: higher is easier. */
export const kandelMolesEase = ({ words, sentences, syllables }: Measure): number =>
  207 - 1.015 * (words / sentences) - 73.6 * (syllables / words);
