import { type Language, localeOf } from '@contract/languages';

/** A duration in milliseconds, as people read it: `41 ms`, `1.2 s`; the signs are the same in both languages. */
export function formatDuration(language: Language, milliseconds: number): string {
  const inSeconds = milliseconds >= 1000;
  const number = new Intl.NumberFormat(localeOf(language), {
    maximumFractionDigits: inSeconds ? 1 : 0,
  }).format(inSeconds ? milliseconds / 1000 : milliseconds);
  return `${number}\u00a0${inSeconds ? 's' : 'ms'}`;
}

/** Several things in one sentence: `a, b and c`. */
export const formatList = (language: Language, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);

/** Today's calendar date where the person is, YYYY-MM-DD. */
export function todayHere(now = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
