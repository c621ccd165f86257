import { type LanguageRow, table } from './language-rows';

export type Language = keyof typeof table;

const rows: Readonly<Record<Language, LanguageRow>> = table;

export const languages = Object.keys(table) as unknown as readonly [Language, ...Language[]];

/** Makes a value for every language. */
export const inEvery = <Value>(make: (language: Language) => Value): Readonly<Record<Language, Value>> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Value>;

export const isLanguage = (word: unknown): word is Language =>
  languages.some((language) => language === word);

export const nameOf = (language: Language): string => rows[language].name;
export const windowsNamesOf = (language: Language): readonly string[] => rows[language].windows;
export const localeOf = (language: Language): string => rows[language].locale;

/** Corrects a formatted date that begins with its day; other texts are unchanged. */
export const mendDate = (language: Language, date: string): string => rows[language].mendDate?.(date) ?? date;
export const mendTime = (language: Language, time: string): string => rows[language].mendTime?.(time) ?? time;

/**
 * The country that a locale names: `US` of `en-US` or `en_US.UTF-8`. Null if it names none; `C` and POSIX are no place,
 * though Chromium calls them `en-US@posix`.
 */
export function regionIn(locale: string): string | null {
  const [, region] = /^[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?![a-z\d])(?!.*posix)/i.exec(locale) ?? [];
  return region?.toUpperCase() ?? null;
}

/** The first supported language among the user's, given as tags like `fr-CA` in order of preference. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (isLanguage(primary)) return primary;
  }
  return languages[0];
}
