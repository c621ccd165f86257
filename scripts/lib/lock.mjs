import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { codeOf, kept, SetUpProblem } from './project.mjs';

/** A lock without a PID is either being created right now, or its creator died doing so. */
const OWNERLESS_FOR_MS = 5_000;

/**
 * Serializes work that two commands would break if run at once (installing, building); the others wait. A stale lock,
 * whose owner no longer runs, is taken over.
 * @template T
 * @param {string} name
 * @param {() => Promise<T>} body
 * @returns {Promise<T>}
 */
export async function oneAtATime(name, body) {
  const lock = join(kept, `${name}.lock`);
  mkdirSync(kept, { recursive: true });
  while (!take(lock)) {
    if (isAbandoned(lock)) rmSync(lock, { recursive: true, force: true });
    else await pause(100);
  }
  try {
    return await body();
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** @param {string} lock */
function take(lock) {
  try {
    mkdirSync(lock);
  } catch (problem) {
    if (codeOf(problem) === 'EEXIST') return false;
    if (['EACCES', 'EPERM', 'EROFS'].includes(codeOf(problem) ?? ''))
      throw new SetUpProblem(
        `Nothing can be written in ${kept}: this checkout belongs to somebody else, or its disk is read-only. Run this as its owner, or work in a checkout of your own.`,
      );
    throw problem;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

/** @param {string} lock */
function isAbandoned(lock) {
  try {
    const pid = Number(readFileSync(join(lock, 'pid'), 'utf8'));
    if (pid > 0) return !isRunning(pid);
    return Date.now() - statSync(lock).mtimeMs > OWNERLESS_FOR_MS;
  } catch {
    try {
      return Date.now() - statSync(lock).mtimeMs > OWNERLESS_FOR_MS;
    } catch {
      return false;
    }
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return codeOf(problem) === 'EPERM';
  }
}
