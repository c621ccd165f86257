import { closeSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { ok, type Result, refuse } from '@contract/result';
import { codeOf, takeAway, writeWhole } from '../connections/durable';

/**
 * Writes a new file, private, flushed and read back. Never overwrites an existing one: a user who clicked "Replace"
 * in the dialog might otherwise lose a database with years of passwords. An empty file reserves the name, and the
 * complete file is then moved over it.
 */
export function writeNew(path: string, bytes: Uint8Array): Result<null, 'already-there' | 'not-saved'> {
  try {
    closeSync(openSync(path, 'wx', 0o600));
  } catch (problem) {
    return refuse(codeOf(problem) === 'EEXIST' ? 'already-there' : 'not-saved');
  }
  try {
    writeWhole(path, bytes);
    if (readFileSync(path).equals(bytes)) return ok(null);
  } catch {
    // Handled below: the partial file is deleted.
  }
  takeAway(path);
  return refuse('not-saved');
}

/** True if the path exists, to find out before the database is created. */
export function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
