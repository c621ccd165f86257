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

async function take(path: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    try {
      writeFileSync(path, String(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (problem) {
      if (codeOf(problem) !== 'EEXIST') return false;
    }
    if (isNobodys(path)) takeAway(path);
    else await delay(PAUSE_MS);
  }
  return false;
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
