import { type FileHandle, open, stat } from 'node:fs/promises';
import type { CarriedProblem } from '@contract/carried';
import { decodeText } from '@contract/decode-text';
import { LIMITS } from '@contract/limits';
import { ok, type Result, refuse } from '@contract/result';

/** UTF-16, which Windows PowerShell writes, has two bytes a letter. */
const LARGEST_BYTES = 2 * LIMITS.reportText;

/** The text of a report file the user chose, up to the size limit. */
export async function readReportFile(path: string): Promise<Result<string, CarriedProblem>> {
  let handle: FileHandle | undefined;
  try {
    // Stat first: opening a pipe would wait forever.
    const found = await stat(path);
    if (!found.isFile()) return refuse('not-readable');
    if (found.size > LARGEST_BYTES) return refuse('too-large');
    handle = await open(path, 'r');
    const bytes = Buffer.alloc(found.size);
    const { bytesRead } = await handle.read(bytes, 0, found.size, 0);
    const text = decodeText(bytes.subarray(0, bytesRead));
    return text === null ? refuse('not-a-report') : ok(text);
  } catch {
    return refuse('not-readable');
  } finally {
    await handle?.close().catch(() => undefined);
  }
}
