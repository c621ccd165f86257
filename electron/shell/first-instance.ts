import { closeSync, linkSync, lstatSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** To ask takes a millisecond; whoever has asked for longer was killed meanwhile. */
const LONGEST_TURN_MS = 2_000;
const LOOK_EVERY_MS = 2;

/**
 * Whether this is the first program on its data folder. Chromium's lock (ProcessSingleton, Linux and macOS) is a link
 * first and answers on its socket only some moments later. A second start that looks in between takes the lock for one
 * that a dead program left, and then both hold it: two windows on one store, measured in one of eight pairs of starts
 * at the same moment. So one start asks after the other.
 */
export function isFirstInstance(userData: string): boolean {
  const endTurn = process.platform === 'win32' ? null : waitForTurn(userData);
  try {
    return app.requestSingleInstanceLock();
  } finally {
    endTurn?.();
  }
}

/** Waits, with all of the program; null where there is no turn to be had, as in a folder that takes nothing. */
function waitForTurn(folder: string): (() => void) | null {
  const file = join(folder, 'starting');
  const still = new Int32Array(new SharedArrayBuffer(4));
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let waited = 0; waited < 2 * LONGEST_TURN_MS; waited += LOOK_EVERY_MS) {
      if (take(file)) return () => rmSync(file, { force: true });
      if (ageOf(file) > LONGEST_TURN_MS) clearAway(file);
      else Atomics.wait(still, 0, 0, LOOK_EVERY_MS);
    }
  } catch {
    // Then Chromium's lock has to do.
  }
  return null;
}

function take(file: string): boolean {
  try {
    closeSync(openSync(file, 'wx', 0o600));
    return true;
  } catch (problem) {
    if (isCode(problem, 'EEXIST')) return false;
    throw problem;
  }
}

/** Of two that find it too old at once, the later must not take away the turn that the earlier has begun by then. */
function clearAway(file: string): void {
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
    if (ageOf(aside) <= LONGEST_TURN_MS) linkSync(aside, file);
  } catch (problem) {
    // Another was quicker.
    if (!isCode(problem, 'ENOENT') && !isCode(problem, 'EEXIST')) throw problem;
  }
  rmSync(aside, { force: true });
}

const isCode = (problem: unknown, code: string): boolean => (problem as NodeJS.ErrnoException).code === code;

/** ms, 0 when it is gone; never negative, even where the clock was set back. */
const ageOf = (file: string): number =>
  Math.abs(Date.now() - (lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()));
