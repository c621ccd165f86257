import { type Language, localeOf, mendDate, mendTime } from './languages';

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
  return mendDate(language, words);
}

/** Which of the three ways to speak of an instant fits, and its parts in the language's own form. */
export function describeInstant(
  language: Language,
  instant: string,
  now = new Date(),
): { readonly day: 'today' | 'yesterday' | 'date'; readonly time: string; readonly date: string } {
  const at = new Date(instant);
  const time = mendTime(language, formatOf(language, 'time').format(at));
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  const day = days === 0 ? 'today' : days === 1 ? 'yesterday' : 'date';
  return { day, time, date: formatDay(language, instant, now) };
}
