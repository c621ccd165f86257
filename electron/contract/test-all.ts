import type { Connection } from './connection';
import { areRejected } from './verdict';

/* Testing several connections at once: what the window's "Test all" and the command line share. */

/** The number of concurrent checks. */
export const AT_ONCE = 8;

/**
 * Why a connection is left out of the batch.
 * - `rejected`: its credentials were rejected; sending them again automatically could lock the account.
 * - `unfinished`: its values have not been entered yet.
 */
export type LeftOut = 'rejected' | 'unfinished';

/** Why a connection is left out; null if it is tested. Decide this only here. */
export function leftOutOf({ setup, lastCheck }: Pick<Connection, 'setup' | 'lastCheck'>): LeftOut | null {
  const isEntered = setup.finishedAt !== null || setup.step === 'test' || setup.step === 'finish';
  if (!isEntered && lastCheck === null) return 'unfinished';
  return areRejected(lastCheck) ? 'rejected' : null;
}

/**
 * One connection of a run.
 * - `proved`, `not-proved`, `stopped`: the result of its test.
 * - `not-tested`: the run ended before its turn, or it was changed or deleted meanwhile.
 */
export interface TestAllRow {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'proved' | 'not-proved' | 'stopped' | 'left-out' | 'not-tested';
  /** Why it is left out; `browser`: its sign-in needs the user. null in all other states. */
  readonly leftOut: LeftOut | 'browser' | null;
  /** Its result could not be saved completely. */
  readonly notSaved?: true;
}

/** One run of "Test all". The main process owns it, so the window may leave and return. */
export interface TestAllRun {
  readonly id: string;
  /** In list order. */
  readonly rows: readonly TestAllRow[];
  /** How it ended; null while it runs. */
  readonly ended: TestAllEnd | null;
}
export type TestAllEnd = 'finished' | Stop;

/** Why checks are stopped from outside: by the user, or because the computer goes to sleep. */
export type Stop = 'cancelled' | 'sleep';

export type TestAllCounts = Readonly<Record<TestAllRow['state'], number>>;

export function countRows(rows: readonly TestAllRow[]): TestAllCounts {
  const counts = {
    waiting: 0,
    running: 0,
    proved: 0,
    'not-proved': 0,
    stopped: 0,
    'left-out': 0,
    'not-tested': 0,
  };
  for (const { state } of rows) counts[state] += 1;
  return counts;
}
