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
 * Writing that survives a power cut, for what electron-store does not do: it flushes the file but not the folder
 * that names it, and takes a short write for a whole one. All of it throws on failure.
 */

const PRIVATE_FILE = 0o600;
const PRIVATE_FOLDER = 0o700;

/** Made for its owner alone when it is not there yet, to last: what is in a folder that a power cut takes is gone too. */
export function ensureFolder(folder: string): void {
  const first = mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
  if (first === undefined) return;
  for (let made = folder; made.startsWith(first); made = dirname(made)) flushFolder(dirname(made));
}

/** Makes a finished rename last. Windows has no such call and journals renames by itself. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Puts the bytes at `path` in one step: whoever reads finds the file before or the file after, whole. */
export function writeWhole(path: string, content: string | Uint8Array): void {
  const temporary = `${path}.tmp-${randomBytes(8).toString('hex')}`;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  try {
    const handle = openSync(temporary, 'wx', PRIVATE_FILE);
    try {
      // A nearly full disk takes a part and says so only in the count.
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
  } catch (problem) {
    takeAway(temporary);
    throw problem;
  }
  flushFolder(dirname(path));
}

/** What may pass by itself: a tired disk or a network folder; a file that another program holds for a moment. */
const PASSING = new Set(['EIO', 'EBUSY', 'EPERM', 'EACCES']);

/** Reads, and once more when that failed in a way that may pass. */
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

/** Best effort, for what nobody needs any more. Never throws. */
export function takeAway(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A disk that refuses even this keeps a file that is cleared at the next start, or read by nobody.
  }
}

/**
 * Copies a file beside itself, whole, under a name that says why and when.
 * @returns the copy's path; an identical copy made earlier is taken in its place
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
  // A clock that was set back must not cost an earlier copy.
  const taken = new Set(readdirSync(folder));
  let name = `${stamp}.json`;
  for (let count = 2; taken.has(name); count += 1) name = `${stamp}-${count}.json`;
  const copy = join(folder, name);
  writeWhole(copy, bytes);
  return copy;
}

/** Takes away what a killed write left half-written in `folder`, under names that begin so. Never throws. */
export function removeLeftovers(folder: string, prefix: string): void {
  try {
    for (const name of readdirSync(folder)) {
      if (name.startsWith(prefix) && /\.tmp-[0-9a-f]+$/.test(name)) takeAway(join(folder, name));
    }
  } catch {
    // A folder that cannot be read is told of by whoever reads the file.
  }
}
