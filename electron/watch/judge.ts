import { NEAR_DAYS } from '@contract/limits';
import type { NotChecked } from '@contract/nightly';
import type { Entry, Results } from './results';

/*
 * What a result means at a later time. A result that is old, or that a wrong clock made, says nothing any more: it is
 * unknown, never well.
 */

const levels = ['ok', 'warning', 'critical', 'unknown'] as const;
export type Level = (typeof levels)[number];

/** In this order: what has failed is seen first, then what nobody knows. */
const severity: Readonly<Record<Level, number>> = { ok: 0, warning: 1, unknown: 2, critical: 3 };

export const worst = (all: readonly Level[]): Level =>
  all.reduce<Level>((one, other) => (severity[other] > severity[one] ? other : one), 'ok');

/** Worst first. */
export const bySeverity = (one: Judged, other: Judged): number => severity[other.level] - severity[one.level];

export const CERTIFICATE_DAYS = { warning: NEAR_DAYS, critical: 14 } as const;

/** A job that runs every night, and may start two hours later than the night before. */
export const DEFAULT_MAX_AGE_HOURS = 26;

/** Clocks may differ a little between the computer that checks and the one that reads. */
const LATEST_MS = 5 * 60_000;
const DAY_MS = 86_400_000;

export const isFuture = (instant: string, now: Date): boolean =>
  Date.parse(instant) - now.getTime() > LATEST_MS;

export interface Judged {
  readonly entry: Entry;
  readonly level: Level;
  readonly why: 'passed' | 'warning' | 'failed' | 'certificate' | 'stale' | 'future' | NotChecked;
  /** Whole days until the first certificate expires; null if that is not known. */
  readonly certificateDays: number | null;
  /** Whole days since the oldest secret came into use; null if that is not known. */
  readonly secretDays: number | null;
  /** The night before it was otherwise. */
  readonly changed: 'well' | 'ill' | 'unknown' | 'new' | null;
}

export function judge(entry: Entry, now: Date, maxAgeHours: number): Judged {
  const certificateDays = daysTo(entry.certificateEnds, now);
  const secretDays =
    entry.secretSince === null
      ? null
      : Math.max(0, Math.floor((now.getTime() - Date.parse(entry.secretSince)) / DAY_MS));
  const verdict = verdictOf(entry, now, maxAgeHours * 3_600_000, certificateDays);
  return { entry, certificateDays, secretDays, changed: changeIn(entry.nights), ...verdict };
}

export const judgeAll = ({ connections }: Results, now: Date, maxAgeHours: number): readonly Judged[] =>
  connections.map((entry) => judge(entry, now, maxAgeHours));

function verdictOf(
  { at, state, notChecked }: Entry,
  now: Date,
  maxAge: number,
  certificateDays: number | null,
): Pick<Judged, 'level' | 'why'> {
  if (now.getTime() - Date.parse(at) > maxAge) return { level: 'unknown', why: 'stale' };
  if (isFuture(at, now)) return { level: 'unknown', why: 'future' };
  if (state === 'not-checked') return { level: 'unknown', why: notChecked ?? 'secret' };
  if (state === 'failed') return { level: 'critical', why: 'failed' };
  if (certificateDays !== null && certificateDays < CERTIFICATE_DAYS.critical)
    return { level: 'critical', why: 'certificate' };
  if (state === 'warning') return { level: 'warning', why: 'warning' };
  return certificateDays !== null && certificateDays < CERTIFICATE_DAYS.warning
    ? { level: 'warning', why: 'certificate' }
    : { level: 'ok', why: 'passed' };
}

const daysTo = (instant: string | null, now: Date): number | null =>
  instant === null ? null : Math.floor((Date.parse(instant) - now.getTime()) / DAY_MS);

/** It worked when a night last judged it, and does not in the newest. */
export function hasStopped(nights: string): boolean {
  const judged = [...nights.slice(0, -1)].findLast((letter) => letter !== '-' && letter !== 'n');
  return nights.at(-1) === 'f' && (judged === 'p' || judged === 'w');
}

const kinds: Readonly<Record<string, 'well' | 'ill' | 'unknown'>> = {
  p: 'well',
  w: 'well',
  f: 'ill',
  n: 'unknown',
};

/** How the newest night differs from the one before it. */
function changeIn(nights: string): Judged['changed'] {
  const last = kinds[nights.at(-1) ?? ''];
  if (last === undefined) return null;
  const before = [...nights.slice(0, -1)].findLast((letter) => letter !== '-');
  if (before === undefined) return 'new';
  return kinds[before] === last ? null : last;
}
