import type { Connection } from './connection';
import { areRejected } from './verdict';

/* Several connections tested at once: what the window's "Test all" and the command line agree on. */

/** Checks that run side by side. */
export const AT_ONCE = 8;

/**
 * Why a connection is not tested with the others.
 * - `rejected`: its credentials were refused; sent again unasked they could lock the account.
 * - `unfinished`: its values have not been entered yet.
 */
export type LeftOut = 'rejected' | 'unfinished';

/** The one place that decides it; null: it is tested. */
export function leftOutOf({ setup, lastCheck }: Pick<Connection, 'setup' | 'lastCheck'>): LeftOut | null {
  const isEntered = setup.finishedAt !== null || setup.step === 'test' || setup.step === 'finish';
  if (!isEntered && lastCheck === null) return 'unfinished';
  return areRejected(lastCheck) ? 'rejected' : null;
}

/**
 * One connection of a run.
 * - `proved`, `not-proved`, `stopped`: it was tested, and so it ended.
 * - `not-tested`: the run ended before it, or it was changed or deleted meanwhile.
 */
export interface TestAllRow {
  readonly id: string;
  readonly state: 'waiting' | 'running' | 'proved' | 'not-proved' | 'stopped' | 'left-out' | 'not-tested';
  /** Why it is left out; `browser`: its sign-in needs the person. null in every other state. */
  readonly leftOut: LeftOut | 'browser' | null;
  /** The disk did not take its result, or not all of it. */
  readonly notSaved?: true;
}

/** One press of "Test all", held by the main process: the window may leave it and come back. */
export interface TestAllRun {
  readonly id: string;
  /** In the order of the list. */
  readonly rows: readonly TestAllRow[];
  /** How it ended; null while it runs. */
  readonly ended: TestAllEnd | null;
}
export type TestAllEnd = 'finished' | Stop;

/** Why checks are ended from outside: the person's wish, or the computer going to sleep. */
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
