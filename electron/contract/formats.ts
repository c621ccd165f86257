import { type Language, localeOf, mendDate, mendTime } from './languages';

/*
 * Formats numbers, durations, lists and dates: the words in the program's language, the order and the clock as the
 * computer's region has them. Use no other formatting.
 */

let region: string | null = null;
const locales = new Map<Language, string>();

/**
 * Called once at the start of each process, before anything is formatted.
 * @param code a country such as `US`; null if the computer names none
 */
export function formatForRegion(code: string | null): void {
  region = code;
  locales.clear();
  made.clear();
}

/** The language as it is written in the region; its own locale where nobody has recorded how that region writes it. */
function localeHere(language: Language): string {
  const own = localeOf(language);
  const here = region === null ? own : `${language}-${region}`;
  if (here === own) return own;
  const known = locales.get(language) ?? (isRecorded(here) ? here : own);
  locales.set(language, known);
  return known;
}

/** Intl accepts any region and then formats as if none were named. */
const isRecorded = (locale: string): boolean =>
  new Intl.DateTimeFormat(locale).resolvedOptions().locale === locale;

const dateForms = {
  day: { day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/** Cached: a long list contains hundreds of dates, and creating a format takes far longer than using it. */
function dateFormat(language: Language, form: keyof typeof dateForms): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(localeHere(language), dateForms[form]);
  made.set(key, known);
  return known;
}

/** A calendar date (YYYY-MM-DD) or instant as a day in words, with the year only if it is not the current one. */
export function formatDay(language: Language, day: string, today = new Date()): string {
  const date = day.length === 10 ? new Date(`${day}T12:00:00`) : new Date(day);
  const isThisYear = date.getFullYear() === today.getFullYear();
  return mendDate(language, dateFormat(language, isThisYear ? 'day' : 'dayOfYear').format(date));
}

/** How to refer to an instant (today, yesterday or by date), and its parts formatted in the language. */
export function describeInstant(
  language: Language,
  instant: string,
  now = new Date(),
): { readonly day: 'today' | 'yesterday' | 'date'; readonly time: string; readonly date: string } {
  const at = new Date(instant);
  const time = mendTime(language, dateFormat(language, 'time').format(at));
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : 'date';
  return { day, time, date: formatDay(language, instant, now) };
}

function instantFormat(language: Language, timeZone?: string): Intl.DateTimeFormat {
  const key = `${language} instant ${timeZone ?? ''}`;
  const format =
    made.get(key) ??
    new Intl.DateTimeFormat(localeHere(language), {
      // Not by its parts: those leave a zero out that the region writes (0:12:53 for 00:12:53).
      dateStyle: 'long',
      timeStyle: 'long',
      ...(timeZone === undefined ? {} : { timeZone }),
    });
  made.set(key, format);
  return format;
}

/** Date and time with time zone, so that readers elsewhere can compare it with a log. */
export function formatInstant(language: Language, instant: string, timeZone?: string): string {
  const words = instantFormat(language, timeZone).format(new Date(instant));
  return mendTime(language, mendDate(language, words));
}

/** The UTC day of an instant, as used for certificates; text that is not a date stays as it is. */
export function formatUniversalDay(language: Language, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const format = new Intl.DateTimeFormat(localeHere(language), { dateStyle: 'long', timeZone: 'UTC' });
  return mendDate(language, format.format(date));
}

export const formatNumber = (language: Language, value: number): string =>
  new Intl.NumberFormat(localeHere(language)).format(value);

/** A duration in milliseconds in readable form: `41 ms`, `1.2 s`, with a no-break space. */
export function formatDuration(language: Language, milliseconds: number): string {
  const whole = Math.round(milliseconds);
  // Below a thousand, all languages write the same, and the first use of Intl takes 8 ms (docs/performance.md).
  if (whole < 1000) return `${whole}\u00a0ms`;
  const seconds = new Intl.NumberFormat(localeHere(language), { maximumFractionDigits: 1 });
  return `${seconds.format(milliseconds / 1000)}\u00a0s`;
}

/** A list in a sentence: `a, b and c`. */
export function formatList(language: Language, items: readonly string[]): string {
  const [first = '', ...others] = items;
  // Nothing to join, and the first use of Intl takes 8 ms.
  if (others.length === 0) return first;
  return new Intl.ListFormat(localeHere(language), { type: 'conjunction' }).format(items);
}

/** Today's date in the user's time zone, YYYY-MM-DD. */
export function todayHere(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** Parses a date of year, month and day, with or without separators; '' for empty text, null for an invalid date. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const parts = /^([1-9]\d{3})([-/. ]?)(\d{2})\2(\d{2})$/.exec(trimmed);
  if (parts === null) return null;
  const day = `${parts[1]}-${parts[3]}-${parts[4]}`;
  // `Date` turns February 30 into a day in March, or into an invalid date.
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
