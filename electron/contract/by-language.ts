import { inEvery, type Language } from './languages';

/** One area's words in every language. */
export type ByLanguage<Words> = Readonly<Record<Language, Words>>;

/**
 * The words of one area, a file a language.
 *
 * @param area the file's name in a language's folder, without its ending
 * @param find what is found: `import.meta.glob` over `assets/locales/*`, called where the words are used, so that they are
 *   bundled with what says them. A function, since Playwright's tests have no such call and read the files instead
 *   (test/support/words-on-disk.ts).
 * @throws where a language has no such file
 */
export function byLanguage<Words>(
  area: string,
  find: () => Readonly<Record<string, Words>>,
): ByLanguage<Words> {
  const found = new Map(Object.entries(find()).map(([path, words]) => [languageOf(path), words]));
  return inEvery((language) => {
    const words = found.get(language);
    if (words === undefined) throw new Error(`assets/locales/${language} has no words for ${area}`);
    return words;
  });
}

/** The language whose folder a file of words lies in. */
export const languageOf = (path: string): string => /\/locales\/([^/]+)\//.exec(path)?.[1] ?? '';
