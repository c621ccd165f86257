import { inEvery, type Language } from './languages';

/** The texts of one area in every language. */
export type ByLanguage<Words> = Readonly<Record<Language, Words>>;

/**
 * Collects the texts of one area, one file per language.
 *
 * @param area the file's name in a language's folder, without extension
 * @param find the result of `import.meta.glob` over `assets/locales/*`, called where the texts are used, so that they
 * are bundled with that code. A function, because Playwright tests have no `import.meta.glob` and read the files
 * instead (test/support/words-on-disk.ts).
 * @throws if a language has no such file
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

/** The language whose folder contains a file. */
export const languageOf = (path: string): string => /\/locales\/([^/]+)\//.exec(path)?.[1] ?? '';
