import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  lstatSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { ok, type Result, refuse } from '@contract/result';
import { flushFolder } from '../connections/durable';

/**
 * Writes a file that was not there, for its owner alone, flushed and read back. Never touches one that is: whoever
 * chose its name in the system's dialog and clicked "Replace" may have meant a database with years of passwords.
 * The name is taken first, by an empty file, and the whole one moved over it.
 */
export function writeNew(path: string, bytes: Uint8Array): Result<null, 'already-there' | 'not-saved'> {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (problem) {
    const isThere = problem instanceof Error && 'code' in problem && problem.code === 'EEXIST';
    return refuse(isThere ? 'already-there' : 'not-saved');
  }
  const temporary = `${path}.tmp-${randomBytes(8).toString('hex')}`;
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, path);
    flushFolder(dirname(path));
    if (Buffer.compare(readFileSync(path), bytes) === 0) return ok(null);
  } catch {
    // Told below; what was begun goes away.
  }
  removeQuietly(temporary);
  removeQuietly(path);
  return refuse('not-saved');
}

/** True when something stands there already, so that nobody need wait for bytes that could not be written. */
export function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // A disk that takes nothing gives nothing back.
  }
}
