import { readFileSync, statSync } from 'node:fs';
import { type Result, refuse } from '@contract/result';
import { codeOf, twice, writeWhole } from '../connections/durable';
import { parseResults, type Results, type ResultsProblem } from './results';

/** Ten thousand connections take about 10 MB. */
const LARGEST_BYTES = 64 * 1024 * 1024;

export function readResults(path: string): Result<Results, ResultsProblem> {
  try {
    const { size } = statSync(path);
    if (size > LARGEST_BYTES) return refuse('not-results');
    return parseResults(twice(() => readFileSync(path, 'utf8')));
  } catch (problem) {
    return refuse(codeOf(problem) === 'ENOENT' ? 'not-found' : 'not-readable');
  }
}

/** Readable by others as the user's umask allows: a monitoring agent runs as another user. */
const SHARED_FILE = 0o666;

/** @throws if it cannot be written; the old file is then still there */
export const writeShared = (path: string, text: string): void => writeWhole(path, text, SHARED_FILE);

/** @throws if it cannot be written; the old file is then still there */
export function writeResults(path: string, results: Results, isShared: boolean): void {
  const text = `${JSON.stringify(results)}\n`;
  if (isShared) writeShared(path, text);
  else writeWhole(path, text);
}
