import { isLanguage, type Language } from '@contract/languages';

/** `status`: what the results file says (docs/monitoring.md). */
export interface StatusCommand {
  readonly kind: 'status';
  /** Names or ids; empty: all. */
  readonly names: readonly string[];
  readonly form: 'text' | 'json' | 'nagios' | { readonly openMetrics: string };
  readonly maxAgeHours: number | null;
  /** null: that of the saved connections. */
  readonly resultsFile: string | null;
  readonly language: Language | null;
}

/** `watch`: the system's own schedule for the nightly check. */
export interface WatchCommand {
  readonly kind: 'watch';
  readonly does: 'install' | 'remove' | 'show';
  /** `HH:MM`; null: the default. */
  readonly at: string | null;
  readonly resultsFile: string | null;
  readonly language: Language | null;
}

interface Unclear {
  readonly kind: 'unclear';
  readonly argument: string;
}

const LONGEST_AGE_HOURS = 24 * 366;

type Read = (value: string) => boolean;

/** Parses options with a value and options without; the rest is returned. A value never begins with `--`. */
export function readOptions(
  rest: readonly string[],
  withValue: Readonly<Record<string, Read>>,
  without: Readonly<Record<string, () => unknown>>,
): readonly string[] | Unclear {
  const others: string[] = [];
  for (let at = 0; at < rest.length; at += 1) {
    const argument = rest[at] ?? '';
    if (Object.hasOwn(withValue, argument)) {
      const value = rest[at + 1];
      if (value === undefined || value.startsWith('--')) return { kind: 'unclear', argument };
      if (withValue[argument]?.(value) !== true) return { kind: 'unclear', argument: `${argument} ${value}` };
      at += 1;
    } else if (Object.hasOwn(without, argument)) without[argument]?.();
    else if (argument.startsWith('-')) return { kind: 'unclear', argument };
    else others.push(argument);
  }
  return others;
}

export function readStatus(rest: readonly string[]): StatusCommand | Unclear {
  const forms: StatusCommand['form'][] = [];
  let maxAgeHours: number | null = null;
  let resultsFile: string | null = null;
  let language: Language | null = null;
  let all = false;
  const names = readOptions(
    rest,
    {
      '--openmetrics': (file) => forms.push({ openMetrics: file }) > 0 && file.endsWith('.prom'),
      '--results': (file) => {
        resultsFile = file;
        return true;
      },
      '--max-age': (text) => {
        maxAgeHours = Number(text.replace(/h$/, ''));
        return maxAgeHours > 0 && maxAgeHours <= LONGEST_AGE_HOURS;
      },
      '--lang': (text) => {
        if (isLanguage(text)) language = text;
        return language !== null;
      },
    },
    {
      '--nagios': () => forms.push('nagios'),
      '--json': () => forms.push('json'),
      '--all': () => {
        all = true;
      },
    },
  );
  if ('kind' in names) return names;
  const [form = 'text', second] = forms;
  if (second !== undefined) return { kind: 'unclear', argument: 'status' };
  if (all && names.length > 0) return { kind: 'unclear', argument: '--all' };
  // The file of metrics is about all connections: one that was left out would look deleted.
  if (typeof form === 'object' && names[0] !== undefined) return { kind: 'unclear', argument: names[0] };
  return { kind: 'status', names, form, maxAgeHours, resultsFile, language };
}

export function readWatch(rest: readonly string[]): WatchCommand | Unclear {
  let at: string | null = null;
  let resultsFile: string | null = null;
  let language: Language | null = null;
  const words = readOptions(
    rest,
    {
      '--at': (text) => {
        at = text;
        return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
      },
      '--results': (file) => {
        resultsFile = file;
        return true;
      },
      '--lang': (text) => {
        if (isLanguage(text)) language = text;
        return language !== null;
      },
    },
    {},
  );
  if ('kind' in words) return words;
  const [does, more] = words;
  if (does !== 'install' && does !== 'remove' && does !== 'show') {
    return { kind: 'unclear', argument: does ?? 'watch' };
  }
  return more === undefined
    ? { kind: 'watch', does, at, resultsFile, language }
    : { kind: 'unclear', argument: more };
}
