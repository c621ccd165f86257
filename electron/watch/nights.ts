import type { NightResult, Nights, Watched } from '@contract/nightly';
import { DEFAULT_MAX_AGE_HOURS, judge } from './judge';
import { type Entry, KEPT_NIGHTS, letterOf, type Results, type State } from './results';

/* What the window shows of the results file. */

const DAY_MS = 86_400_000;

/** What is known of saved connections by their ids. Nothing of those that no night has tested for a month. */
export const watchedIn = ({ connections }: Results, now: Date): readonly Watched[] =>
  connections.flatMap((entry) => watchedOf(entry, now) ?? []);

function watchedOf(entry: Entry, now: Date): Watched | null {
  const { id } = entry.connection;
  const { why } = judge(entry, now, DEFAULT_MAX_AGE_HOURS);
  const isForgotten = now.getTime() - Date.parse(entry.at) > KEPT_NIGHTS * DAY_MS;
  // A result from the future says only that a clock is wrong.
  if (id === null || why === 'future' || isForgotten) return null;
  const { at, since, step, code, notChecked } = entry;
  return { id, kind: why === 'stale' ? 'stale' : kindOf[entry.state], at, since, step, code, notChecked };
}

const kindOf: Readonly<Record<State, Watched['kind']>> = {
  passed: 'well',
  warning: 'well',
  failed: 'ill',
  'not-checked': 'unknown',
};

const resultOf = new Map(Object.entries(letterOf).map(([state, letter]) => [letter, state as NightResult]));

/** Of a date YYYY-MM-DD. */
const dayBefore = (day: string): string =>
  new Date(Date.parse(`${day}T12:00:00Z`) - DAY_MS).toISOString().slice(0, 10);

/** @returns null if nothing is known of this connection */
export function nightsIn(results: Results, id: string, today: string, now: Date): Nights | null {
  const entry = results.connections.find(({ connection }) => connection.id === id);
  const newest = entry === undefined ? null : watchedOf(entry, now);
  if (entry === undefined || newest === null) return null;
  const letters = entry.nights.padStart(results.nights.length, '-');
  const byDate = new Map(results.nights.map((date, at) => [date, resultOf.get(letters[at] ?? '') ?? null]));
  const dates = [today];
  while (dates.length < KEPT_NIGHTS) dates.push(dayBefore(dates.at(-1) ?? today));
  const nights = dates.reverse().map((date) => ({ date, result: byDate.get(date) ?? null }));
  const first = nights.findIndex(({ result }) => result !== null);
  if (first === -1) return null;
  // Today's night may still be to come.
  const isToCome = nights.at(-1)?.result === null;
  return { newest, nights: nights.slice(first, isToCome ? -1 : undefined) };
}
