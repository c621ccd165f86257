import type { Language } from './channels';

/** The locale whose numbers and dates a language uses here: this is an Ontario product. */
export const localeOf = (language: Language): string => (language === 'fr' ? 'fr-CA' : 'en-CA');

const forms = {
  day: { day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Made once: a long list says hundreds of dates, and making one takes far longer than using it. */
function formatOf(language: Language, form: keyof typeof forms): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(localeOf(language), forms[form]);
  formats.set(key, made);
  return made;
}

/** A calendar date (YYYY-MM-DD) or instant as a day in words, with the year only when it is not this one. */
export function formatDay(language: Language, day: string, today = new Date()): string {
  const date = day.length === 10 ? new Date(`${day}T12:00:00`) : new Date(day);
  const isThisYear = date.getFullYear() === today.getFullYear();
  const words = formatOf(language, isThisYear ? 'day' : 'dayOfYear').format(date);
  return language === 'fr' ? withOrdinalFirst(words) : words;
}

/** Which of the three ways to speak of an instant fits, and its parts in the language's own form. */
export function describeInstant(
  language: Language,
  instant: string,
  now = new Date(),
): { readonly day: 'today' | 'yesterday' | 'date'; readonly time: string; readonly date: string } {
  const at = new Date(instant);
  const said = formatOf(language, 'time').format(at);
  const time = language === 'fr' ? withHourTogether(said) : said;
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : 'date';
  return { day, time, date: formatDay(language, instant, now) };
}

/**
 * French writes the first of a month as an ordinal, "1er mai", which no Intl format does: mends a date in words that
 * begins with its day (`1 mai 2026` becomes `1er mai 2026`) and leaves every other text as it is.
 */
export const withOrdinalFirst = (date: string): string => date.replace(/^1(?=\s)/, '1er');

/** Canadian French data writes "08 h 35"; people write "8 h 35", and a line does not end within it. */
export const withHourTogether = (text: string): string =>
  text
    .replace(/(?<!\d)0(?=\d h)/, '')
    .replace(/ h (?=\d)/, '\u00a0h\u00a0')
    .replace(/ min (?=\d)/, '\u00a0min\u00a0')
    .replace(/(?<=\d) s(?= |$)/, '\u00a0s');
