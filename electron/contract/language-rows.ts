/*
 * The languages that the program speaks. A further one is a row here and a folder of its words in assets/locales, and
 * nothing else: see CONTRIBUTING.md.
 */

export interface LanguageRow {
  /** Its own name, as whoever reads it looks for it. */
  readonly name: string;
  /** Whose numbers, dates and lists it uses: this is an Ontario product. */
  readonly locale: string;
  /** What Intl's dates lack in this language, if anything. */
  readonly mendDate?: (date: string) => string;
  readonly mendTime?: (time: string) => string;
}

/** The first is spoken where nobody said which, and is the main one of what is said in all of them. */
export const table = {
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
