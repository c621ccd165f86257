import { byLanguage } from '@contract/by-language';
import { inEvery, type Language } from '@contract/languages';
import type english from '../../assets/locales/en/practice.json';

/** What the practice server says: its pages, and the letters in which its people send their values. */
export const words = byLanguage<typeof english>('practice', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/practice.json', {
    eager: true,
    import: 'default',
  }),
);

type Words = typeof english;

/** One thing said in every language. */
export type Said = Readonly<Record<Language, string>>;

/** The same words in every language. */
export const said = (choose: (words: Words) => string): Said =>
  inEvery((language) => choose(words[language]));
