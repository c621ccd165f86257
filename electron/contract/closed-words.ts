import type { Language } from './languages';

/** Facts that hold a word of a standard's closed list, or `other` for any word outside it (finding-facts.ts). */
const closedWordFacts: readonly string[] = ['alert', 'error', 'oauthProblem', 'codeMinor'];

const notStandard: Readonly<Record<Language, string>> = { en: 'not a standard one', fr: 'hors norme' };

/** The word of such a fact as people read it; of any other fact, the text itself. */
export const sayClosedWord = (language: Language, name: string, word: string): string =>
  word === 'other' && closedWordFacts.includes(name) ? notStandard[language] : word;
