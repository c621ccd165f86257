import { type FileHandle, open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { LIMITS } from '@contract/connection';
import { printable } from '@contract/printable';
import { MOVING_LIMITS } from '@contract/transfer';
import type { FileChoice } from './imports';

/** Reads the file the user chose, up to the size limit, or tells why not. */
export async function readChosenFile(path: string): Promise<FileChoice> {
  const name = printable(basename(path).slice(0, LIMITS.name));
  const refused = (reason: 'not-readable' | 'too-large'): FileChoice => ({ kind: 'refused', name, reason });
  let handle: FileHandle | undefined;
  try {
    // Stat first: opening a pipe would wait forever.
    const found = await stat(path);
    if (!found.isFile()) return refused('not-readable');
    const limit = /\.json$/i.test(path) ? MOVING_LIMITS.settings : MOVING_LIMITS.database;
    if (found.size > limit) return refused('too-large');
    handle = await open(path, 'r');
    const bytes = Buffer.alloc(found.size);
    const { bytesRead } = await handle.read(bytes, 0, found.size, 0);
    return { kind: 'file', name, bytes: new Uint8Array(bytes.subarray(0, bytesRead)) };
  } catch {
    return refused('not-readable');
  } finally {
    await handle?.close().catch(() => undefined);
  }
}
