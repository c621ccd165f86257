import { type Language, localeOf, mendDate, mendTime } from '@contract/languages';

/* Numbers, durations and days as the language writes them (Ontario's forms). */

export const numberIn = (language: Language, value: number): string =>
  new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 1 }).format(value);

/** `41 ms`, `1.2 s`, with a no-break space. */
export function durationIn(language: Language, ms: number): string {
  const whole = Math.round(ms);
  // Below a thousand both languages write the same, and asking Intl for the first time takes 8 ms (docs/performance.md).
  return whole < 1000 ? `${whole}\u00a0ms` : `${numberIn(language, ms / 1000)}\u00a0s`;
}

/** A day and a time with the zone, so that a reader elsewhere can compare it with a log. */
export function instantIn(language: Language, instant: string, timeZone?: string): string {
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

/** A calendar day in words; certificates end by universal time. */
export function dayIn(language: Language, instant: string): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  const words = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
  return mendDate(language, words);
}

export const listIn = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);
