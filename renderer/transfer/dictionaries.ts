import commonWordsEn from '@zxcvbn-ts/language-en/dist/commonWords.json.mjs';
import firstNamesEn from '@zxcvbn-ts/language-en/dist/firstnames.json.mjs';
import sequencesEn from '@zxcvbn-ts/language-en/dist/wordSequences.json.mjs';
import commonWordsFr from '@zxcvbn-ts/language-fr/dist/commonWords.json.mjs';
import firstNamesFr from '@zxcvbn-ts/language-fr/dist/firstnames.json.mjs';
import lastNamesFr from '@zxcvbn-ts/language-fr/dist/lastnames.json.mjs';
import sequencesFr from '@zxcvbn-ts/language-fr/dist/wordSequences.json.mjs';

/*
 * The lists of the language packages that we use. We leave out Wikipedia's words and 89,000 English surnames, half of
 * all bytes: they add only names and rare words, which `isOneWord` recognizes without a list (docs/decisions.md).
 */

/** Many people type French without its accents. */
const withoutAccents = (words: readonly string[]): string[] => [
  ...new Set(words.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, ''))),
];

export const dictionary: Readonly<Record<string, string[]>> = {
  'commonWords-en': commonWordsEn,
  'firstnames-en': firstNamesEn,
  ...sequencesEn,
  'commonWords-fr': commonWordsFr,
  'commonWords-fr-plain': withoutAccents(commonWordsFr),
  'firstnames-fr': firstNamesFr,
  'lastnames-fr': lastNamesFr,
  ...sequencesFr,
};
