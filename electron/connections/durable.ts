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

/** Made for its owner alone when it is not there yet. */
export function ensureFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: PRIVATE_FOLDER });
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
export function writeWhole(path: string, content: string | Buffer): void {
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
    rmSync(temporary, { force: true });
    throw problem;
  }
  flushFolder(dirname(path));
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
  const copy = join(folder, `${prefix}${now.toISOString().replaceAll(/[:.]/g, '-')}.json`);
  writeWhole(copy, bytes);
  return copy;
}

/** Takes away what a killed write left half-written beside `path`. Never throws. */
export function removeLeftovers(path: string): void {
  const prefix = `${basename(path)}.tmp-`;
  try {
    for (const name of readdirSync(dirname(path)).filter((entry) => entry.startsWith(prefix))) {
      rmSync(join(dirname(path), name), { force: true });
    }
  } catch {
    // A folder that cannot be read is told of by whoever reads the file.
  }
}
