import { closeSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { ok, type Result, refuse } from '@contract/result';
import { codeOf, takeAway, writeWhole } from '../connections/durable';

/**
 * Writes a file that was not there, for its owner alone, flushed and read back. Never touches one that is: whoever
 * chose its name in the system's dialog and clicked "Replace" may have meant a database with years of passwords.
 * The name is taken first, by an empty file, and the whole one moved over it.
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
    // Told below; what was begun goes away.
  }
  takeAway(path);
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
