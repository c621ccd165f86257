/*
 * The languages that the program speaks. A further one is a row here and a folder of its words in assets/locales, and
 * nothing else: see CONTRIBUTING.md.
 */

interface LanguageRow {
  /** Its own name, as whoever reads it looks for it. */
  readonly name: string;
  /** Whose numbers, dates and lists it uses: this is an Ontario product. */
  readonly locale: string;
  /** What Intl's dates lack in this language, if anything. */
  readonly mendDate?: (date: string) => string;
  readonly mendTime?: (time: string) => string;
}

const table = {
  en: { name: 'English', locale: 'en-CA' },
  fr: {
    name: 'Français',
    locale: 'fr-CA',
    // The first of a month is an ordinal, "1er mai", which no Intl format writes.
    mendDate: (date) => date.replace(/^1(?=\s)/, '1er'),
    // Canadian French data writes "08 h 35"; people write "8 h 35", and a line does not end within it.
    mendTime: (time) =>
      time
        .replace(/(?<!\d)0(?=\d h)/, '')
        .replace(/ h (?=\d)/, '\u00a0h\u00a0')
        .replace(/ min (?=\d)/, '\u00a0min\u00a0')
        .replace(/(?<=\d) s(?= |$)/, '\u00a0s'),
  },
} as const satisfies Record<string, LanguageRow>;

export type Language = keyof typeof table;

const rows: Readonly<Record<Language, LanguageRow>> = table;

/** The first is the main one of what is said in all of them. */
export const languages = Object.keys(table) as unknown as readonly [Language, ...Language[]];

/** One thing made for every language. */
export const inEvery = <Value>(make: (language: Language) => Value): Readonly<Record<Language, Value>> =>
  Object.fromEntries(languages.map((language) => [language, make(language)])) as Record<Language, Value>;

export const isLanguage = (word: unknown): word is Language =>
  languages.some((language) => language === word);

/** What is spoken where nobody said which, and what the words of every other language are typed by. */
const FALLBACK: Language = 'en';

export const nameOf = (language: Language): string => rows[language].name;
export const localeOf = (language: Language): string => rows[language].locale;

/** Mends a date in words that begins with its day, and leaves every other text as it is. */
export const mendDate = (language: Language, date: string): string => rows[language].mendDate?.(date) ?? date;
export const mendTime = (language: Language, time: string): string => rows[language].mendTime?.(time) ?? time;

/** The first that is spoken here among a person's languages, as tags like `fr-CA`, most wanted first. */
export function preferredLanguage(tags: readonly string[]): Language {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    if (isLanguage(primary)) return primary;
  }
  return FALLBACK;
}
