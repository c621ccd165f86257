/*
 * The languages of the program. To add one, add a row here and a folder of texts in assets/locales; see
 * CONTRIBUTING.md.
 */

export interface LanguageRow {
  /** Its own name, as its readers look for it. */
  readonly name: string;
  /**
   * Whose spelling and plural rules the texts follow: this is an Ontario product. Also how numbers and dates are written
   * where the computer's region does not say (formats.ts).
   */
  readonly locale: string;
  /** Windows' names for it, as folders of administrative templates; the first is the one that others fall back to. */
  readonly windows: readonly [string, ...string[]];
  /** Corrects what Intl's dates get wrong in this language, if anything. */
  readonly mendDate?: (date: string) => string;
  readonly mendTime?: (time: string) => string;
}

/** The first is the default, and the main one in texts shown in all languages. */
export const table = {
  en: { name: 'English', locale: 'en-CA', windows: ['en-US'] },
  fr: {
    name: 'Français',
    locale: 'fr-CA',
    windows: ['fr-CA', 'fr-FR'],
    // The first of a month is an ordinal, "1er mai", which Intl does not write.
    mendDate: (date) => date.replace(/^1(?=\s)/, '1er'),
    // Intl's Canadian French has "08 h 35"; people write "8 h 35", without a line break inside.
    mendTime: (time) =>
      time
        .replace(/(?<!\d)0(?=\d h)/, '')
        .replace(/ h (?=\d)/, '\u00a0h\u00a0')
        .replace(/ min (?=\d)/, '\u00a0min\u00a0')
        .replace(/(?<=\d) s(?= |$)/, '\u00a0s'),
  },
} as const satisfies Record<string, LanguageRow>;
