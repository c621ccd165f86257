import type { Language } from '@contract/languages';
import { literally } from './words-table';

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

/** Syllables of a word, at least one. */
export function syllablesIn(word: string, { vowels, silent }: Formula): number {
  if (NAMES.test(word)) return 1;
  const sounded = word
    .toLowerCase()
    .replace(/[’']s?$/, '')
    .replace(silent, '');
  return Math.max(1, sounded.match(vowels)?.length ?? 0);
}

/** Sums over a text. Each word of one of `terms` counts one syllable. */
export function measureOf(text: string, formula: Formula, terms: readonly string[]): Measure {
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
    syllables: words.reduce((sum, word) => sum + syllablesIn(word, formula), 0),
  };
}

/** How a language is measured. */
export interface Formula {
  readonly vowels: RegExp;
  /** The end of a word that is not sounded. */
  readonly silent: RegExp;
  readonly valueOf: (measure: Measure) => number;
  readonly isTooHard: (value: number) => boolean;
}

/** A language without a published formula has none. */
export const formulas = {
  en: {
    vowels: /[aeiouy]+/g,
    silent: /(?<=[aeiouy].*)(?:(?<![^aeiouy]l)e|(?<![dt])ed|(?<![cgszx]|[cs]h|[^aeiouy]l)es)$/,
    // The school grade in the United States at which a text is read.
    valueOf: ({ words, sentences, syllables }) =>
      0.39 * (words / sentences) + 11.8 * (syllables / words) - 15.59,
    isTooHard: (grade) => grade > 8,
  },
  fr: {
    // An accented e after another vowel begins a new syllable: "réussi".
    vowels: /[éèê](?=[aou])|[aeiouyàâéèêëîïôùûüœ]+/g,
    silent: /(?<=[aeiouyàâéèêëîïôùûüœ].*)(?:es?|ent)$/,
    // Its ease, about 0 to 100 as Flesch's, who calls 70 to 80 fairly easy.
    valueOf: ({ words, sentences, syllables }) =>
      207 - 1.015 * (words / sentences) - 73.6 * (syllables / words),
    isTooHard: (ease) => ease < 70,
  },
} as const satisfies Partial<Record<Language, Formula>>;
