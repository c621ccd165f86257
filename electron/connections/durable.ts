import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/*
 * Writes that survive a power failure. electron-store flushes the file but not the folder entry, and takes a partial
 * write for a complete one. All functions throw on failure unless they say otherwise.
 */

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/**
 * Creates a private folder, if missing, and flushes its parents: a power failure that loses the folder loses its
 * files.
 */
export function ensureFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  if (first === undefined) return;
  for (let made = folder; made.startsWith(first); made = dirname(made)) flushFolder(dirname(made));
}

/**
 * Makes new and changed names in a folder durable. Windows cannot flush a folder, and need not: NTFS journals names in
 * order, so flushing any file afterwards flushes them as well.
 */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r');
}

/** Makes a finished rename to this path durable. Windows flushes only files that are open for writing. */
export function flushRename(path: string): void {
  if (process.platform === 'win32') whileHeld(() => flush(path, 'r+'));
  else flushFolder(dirname(path));
}

function flush(path: string, flags: 'r' | 'r+'): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Renames, over another file if there is one; durable once `flushRename` was called. */
export function moveOver(from: string, to: string): void {
  whileHeld(() => renameSync(from, to));
}

/** Errors for a file that another program holds. */
const HELD = new Set(['EBUSY', 'EPERM', 'EACCES', 'EMFILE']);
const ATTEMPTS = 10;
const PAUSE_MS = 50;

/**
 * On Windows, virus scanners and indexers hold a file that has just been written for a moment; until they let go, nobody
 * can read it, rename over it or open it for writing (conf#152). Elsewhere such an error does not pass.
 */
export function whileHeld<Value>(act: () => Value): Value {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return act();
    } catch (problem) {
      const mayPass = process.platform === 'win32' && HELD.has(codeOf(problem));
      if (!mayPass || attempt === ATTEMPTS) throw problem;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

/**
 * Writes the file atomically: readers see either the old file or the new one, complete.
 * @param mode the umask applies
 */
export function writeWhole(path: string, content: string | Uint8Array, mode = PRIVATE_FILE): void {
  const temporary = `${path}.tmp-${randomBytes(8).toString('hex')}`;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    const handle = openSync(temporary, 'wx', mode);
    try {
      // On a nearly full disk, a write may be partial; only its count tells.
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    moveOver(temporary, path);
  } catch (problem) {
    takeAway(temporary);
    throw problem;
  }
  flushRename(path);
}

/** Errors that may pass: a flaky disk or network folder, or a file another program holds for a moment. */
const PASSING = new Set(['EIO', 'EBUSY', 'EPERM', 'EACCES']);

/** Reads, and retries once if the error may pass. */
export function twice<Value>(read: () => Value): Value {
  try {
    return read();
  } catch (problem) {
    if (PASSING.has(codeOf(problem))) return read();
    throw problem;
  }
}

export const codeOf = (problem: unknown): string =>
  problem instanceof Error && 'code' in problem ? String(problem.code) : '';

/** Deletes a file that is no longer needed. Best effort; never throws. */
export function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A file that cannot be deleted is harmless: it is removed at the next start, or never read.
  }
}

/**
 * Copies a whole file next to itself, under a name with the reason and the time.
 * @returns the path of the copy, or of an identical earlier one
 */
export function copyAside(path: string, why: string, now: Date): string {
  const bytes = readFileSync(path);
  const folder = dirname(path);
  const prefix = `${basename(path, '.json')}.${why}-`;
  for (const name of readdirSync(folder).filter((entry) => entry.startsWith(prefix))) {
    const earlier = join(folder, name);
    if (statSync(earlier).size === bytes.length && readFileSync(earlier).equals(bytes)) return earlier;
  }
  const stamp = `${prefix}${now.toISOString().replaceAll(/[:.]/g, '-')}`;
  // If the clock was set back, do not overwrite an earlier copy.
  const taken = new Set(readdirSync(folder));
  let name = `${stamp}.json`;
  for (let count = 2; taken.has(name); count += 1) name = `${stamp}-${count}.json`;
  const copy = join(folder, name);
  writeWhole(copy, bytes);
  return copy;
}

/** Deletes temporary files with this prefix that a killed process left in `folder`. Never throws. */
export function removeLeftovers(folder: string, prefix: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(prefix) && /\.tmp-[0-9a-f]+$/.test(name)) takeAway(join(folder, name));
    }
  } catch {
    // Whoever reads the file will report that the folder is unreadable.
  }
}
