import { closeSync, linkSync, lstatSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

/** Taking the lock takes about 1 ms. A lock file older than this belongs to a process that died. */
const LONGEST_TURN_MS = 2_000;
const LOOK_EVERY_MS = 2;

/**
 * Whether this is the first instance using its data folder. Chromium's lock (ProcessSingleton, Linux and macOS) is
 * created as a link and answers on its socket only moments later. A second instance that checks in between considers
 * the lock stale, and both then hold it: two windows on one store, measured in one of eight pairs of simultaneous
 * starts. A lock file of our own makes them check one after the other.
 */
export function isFirstInstance(userData: string): boolean {
  const endTurn = process.platform === 'win32' ? null : waitForTurn(userData);
  try {
    return app.requestSingleInstanceLock();
  } finally {
    endTurn?.();
  }
}

/**
 * Blocks the main thread until we hold the lock. Returns null if the folder is not writable or the wait took too
 * long.
 */
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
    // Rely on Chromium's lock alone.
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

/**
 * Removes a stale lock. If two processes find it stale at once, the later one must not remove the lock the earlier
 * one has taken since.
 */
function clearAway(file: string): void {
  const aside = `${file}-${process.pid}`;
  try {
    renameSync(file, aside);
    if (ageOf(aside) <= LONGEST_TURN_MS) linkSync(aside, file);
  } catch (problem) {
    // The other process was faster.
    if (!isCode(problem, 'ENOENT') && !isCode(problem, 'EEXIST')) throw problem;
  }
  rmSync(aside, { force: true });
}

const isCode = (problem: unknown, code: string): boolean => (problem as NodeJS.ErrnoException).code === code;

/** In milliseconds; 0 if the file is gone. Never negative, even if the clock was set back. */
const ageOf = (file: string): number =>
  Math.abs(Date.now() - (lstatSync(file, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()));
