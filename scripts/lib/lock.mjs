import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { kept, SetUpProblem } from './project.mjs';

/** A folder without an owner's number is being made this moment, or its maker died there. */
const OWNERLESS_FOR_MS = 5_000;

/**
 * Lets one command at a time into a part that two would spoil (installing, building); the others wait.
 * A lock whose owner is gone is taken over.
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

function take(lock) {
  try {
    mkdirSync(lock);
  } catch (problem) {
    if (problem.code === 'EEXIST') return false;
    if (['EACCES', 'EPERM', 'EROFS'].includes(problem.code))
      throw new SetUpProblem(
        `Nothing can be written in ${kept}: this checkout belongs to somebody else, or its disk is read-only. Run this as its owner, or work in a checkout of your own.`,
      );
    throw problem;
  }
  writeFileSync(join(lock, 'pid'), String(process.pid));
  return true;
}

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

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
}
