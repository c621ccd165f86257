import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readFileSync,
  readSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { type HistoryAction, type HistoryEntry, historyEntrySchema } from '@contract/history';
import { ensureFolder, flushFolder, removeLeftovers, writeWhole } from './durable';

/** The history is cut to this many entries once the file exceeds `CUT_AT_BYTES`. */
export const KEPT_ENTRIES = 5_000;
const CUT_AT_BYTES = 1_500_000;
const LARGEST_BYTES = 64 * 1024 * 1024;
const PRIVATE_FILE = 0o600;
const NEWLINE = 0x0a;

/** An action with one secret. */
export interface SecretAction {
  readonly connection: Pick<Connection, 'id' | 'name' | 'system'>;
  readonly field: string;
  readonly action: HistoryAction;
}

export interface HistoryStoreOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
}

/**
 * What was done with secrets, as JSON lines in `secret-history.jsonl`; never a value. Lines are appended and flushed.
 * If a process was killed while writing, the next line closes the partial one, which is skipped when reading. If the
 * disk is not writable, the user still sees their secret, and the line waits in memory for the next write. Never
 * throws.
 */
export class HistoryStore {
  readonly path: string;
  #unwritten: HistoryEntry[] = [];

  constructor(private readonly options: HistoryStoreOptions) {
    this.path = join(options.folder, 'secret-history.jsonl');
  }

  record(connection: Pick<Connection, 'id' | 'name' | 'system'>, field: string, action: HistoryAction): void {
    this.recordAll([{ connection, field, action }]);
  }

  /** Records several simultaneous actions with one flush. */
  recordAll(actions: readonly SecretAction[]): void {
    if (actions.length === 0) return;
    const at = this.options.now().toISOString();
    const entries = actions.map(({ connection: { id, name, system }, field, action }) => {
      return { at, connection: id, name, system, field, action };
    });
    const waiting = [...this.#unwritten, ...entries];
    try {
      this.#append(waiting);
      this.#unwritten = [];
    } catch {
      this.#unwritten = waiting.slice(-KEPT_ENTRIES);
    }
  }

  /** Newest first; for one connection, or null for all. Includes entries not written yet. */
  list(connection: string | null): readonly HistoryEntry[] {
    const all = [...this.#read(), ...this.#unwritten];
    return all.filter((entry) => connection === null || entry.connection === connection).reverse();
  }

  get unwritten(): number {
    return this.#unwritten.length;
  }

  #append(entries: readonly HistoryEntry[]): void {
    ensureFolder(this.options.folder);
    const isNew = this.#size() === null;
    const handle = openSync(this.path, 'a+', PRIVATE_FILE);
    let size: number;
    try {
      const lines = entries.map((entry) => `${JSON.stringify(entry)}\n`).join('');
      const bytes = Buffer.from((endsInALine(handle) ? '' : '\n') + lines, 'utf8');
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
      fsyncSync(handle);
      size = fstatSync(handle).size;
    } finally {
      closeSync(handle);
    }
    if (isNew) flushFolder(this.options.folder);
    if (size > CUT_AT_BYTES) this.#cut();
  }

  /** Best effort: an uncut file is just longer. */
  #cut(): void {
    try {
      removeLeftovers(this.options.folder, 'secret-history.');
      const kept = this.#read().slice(-KEPT_ENTRIES);
      writeWhole(this.path, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    } catch {
      // The next append tries again.
    }
  }

  #read(): readonly HistoryEntry[] {
    const size = this.#size();
    if (size === null || size > LARGEST_BYTES) return [];
    try {
      return readFileSync(this.path, 'utf8').split('\n').flatMap(entryIn);
    } catch {
      return [];
    }
  }

  #size(): number | null {
    try {
      return statSync(this.path).size;
    } catch {
      return null;
    }
  }
}

function entryIn(line: string): readonly HistoryEntry[] {
  if (line === '') return [];
  try {
    const parsed = historyEntrySchema.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch {
    return [];
  }
}

/** True for an empty file as well. */
function endsInALine(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
}
