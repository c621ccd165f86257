import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf, takeAway } from './durable';

const PAUSE_MS = 50;
/** Longer than any check: another program may have got the number of one that ended. */
const LONGEST_MS = 120_000;

/**
 * Runs `work` while no other program does so with the same file; if it cannot be made, or `signal` ends the wait, at once.
 * A file whose program has ended is nobody's.
 */
export async function alone<Value>(
  path: string,
  signal: AbortSignal,
  work: () => Promise<Value>,
): Promise<Value> {
  const isOurs = await take(path, signal);
  try {
    return await work();
  } finally {
    if (isOurs) takeAway(path);
  }
}

/** Longer than any write. */
const LONGEST_WAIT_MS = 10_000;

/** The same for work that does not wait; if another program takes too long, at once. */
export function aloneNow(path: string, work: () => void): void {
  const until = performance.now() + LONGEST_WAIT_MS;
  let taken = tryToTake(path);
  while (taken === null && performance.now() < until) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    taken = tryToTake(path);
  }
  try {
    work();
  } finally {
    if (taken === true) takeAway(path);
  }
}

async function take(path: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    const taken = tryToTake(path);
    if (taken !== null) return taken;
    await delay(PAUSE_MS);
  }
  return false;
}

/** @returns null while another program has it, false if it cannot be made */
function tryToTake(path: string): boolean | null {
  if (isNobodys(path)) takeAway(path);
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (problem) {
    return codeOf(problem) === 'EEXIST' ? null : false;
  }
}

function isNobodys(path: string): boolean {
  try {
    if (Date.now() - statSync(path).mtimeMs > LONGEST_MS) return true;
    const id = Number(readFileSync(path, 'utf8'));
    // Just made, and still empty.
    if (id > 0) process.kill(id, 0);
    return false;
  } catch (problem) {
    // ESRCH: no such process. ENOENT: gone meanwhile.
    return codeOf(problem) === 'ESRCH';
  }
}
