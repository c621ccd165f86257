import { type Language, localeOf, mendDate, mendTime } from './languages';

/* Numbers, durations, lists and dates as a language writes them (Ontario's forms): the one place for all of them. */

const dateForms = {
  day: { day: 'numeric', month: 'long' },
  dayOfYear: { day: 'numeric', month: 'long', year: 'numeric' },
  time: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

const made = new Map<string, Intl.DateTimeFormat>();

/** Made once: a long list says hundreds of dates, and making one takes far longer than using it. */
function dateFormat(language: Language, form: keyof typeof dateForms): Intl.DateTimeFormat {
  const key = `${language} ${form}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(localeOf(language), dateForms[form]);
  made.set(key, known);
  return known;
}

/** A calendar date (YYYY-MM-DD) or instant as a day in words, with the year only when it is not this one. */
export function formatDay(language: Language, day: string, today = new Date()): string {
  const date = day.length === 10 ? new Date(`${day}T12:00:00`) : new Date(day);
  const isThisYear = date.getFullYear() === today.getFullYear();
  return mendDate(language, dateFormat(language, isThisYear ? 'day' : 'dayOfYear').format(date));
}

/** Which of the three ways to speak of an instant fits, and its parts in the language's own form. */
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

/** A day and a time with the zone, so that a reader elsewhere can compare it with a log. */
export function formatInstant(language: Language, instant: string, timeZone?: string): string {
  const words = new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(new Date(instant));
  return mendTime(language, mendDate(language, words));
}

/** A calendar day by universal time, by which certificates end; what is no date stays as it is. */
export function formatUniversalDay(language: Language, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const format = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return mendDate(language, format.format(date));
}

export const formatNumber = (language: Language, value: number): string =>
  new Intl.NumberFormat(localeOf(language)).format(value);

/** A duration in milliseconds, as people read it: `41 ms`, `1.2 s`, with a no-break space. */
export function formatDuration(language: Language, milliseconds: number): string {
  const whole = Math.round(milliseconds);
  // Below a thousand every language writes the same, and the first use of Intl takes 8 ms (docs/performance.md).
  if (whole < 1000) return `${whole}\u00a0ms`;
  const seconds = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 });
  return `${seconds.format(milliseconds / 1000)}\u00a0s`;
}

/** Several things in one sentence: `a, b and c`. */
export const formatList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);

/** Today's calendar date where the person is, YYYY-MM-DD. */
export function todayHere(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** The day that a text names as year, month, day, with or without marks between; '' for no text, null for no such day. */
export function readDay(text: string): string | null {
  const trimmed = text.trim();
  if (trimmed === '') return '';
  const parts = /^([1-9]\d{3})([-/. ]?)(\d{2})\2(\d{2})$/.exec(trimmed);
  if (parts === null) return null;
  const day = `${parts[1]}-${parts[3]}-${parts[4]}`;
  // A thirtieth of February is moved to March there, or is no date at all.
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : null;
}
