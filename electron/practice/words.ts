import { byLanguage } from '@contract/by-language';
import { inEvery, type Language } from '@contract/languages';
import type english from '../../assets/locales/en/practice.json';

/** Texts of the practice server: its pages and its e-mails with the values. */
export const words = byLanguage<typeof english>('practice', () =>
  import.meta.glob<typeof english>('../../assets/locales/*/practice.json', {
    eager: true,
    import: 'default',
  }),
);

type Words = typeof english;

/** One text in every language. */
export type Said = Readonly<Record<Language, string>>;

/** Picks the same text in every language. */
export const said = (choose: (words: Words) => string): Said =>
  inEvery((language) => choose(words[language]));
