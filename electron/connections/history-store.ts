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

/** The file is cut to the newest of these once it holds half as many again. */
export const KEPT_ENTRIES = 5_000;
const CUT_AT_BYTES = 1_500_000;
const LARGEST_BYTES = 64 * 1024 * 1024;
const PRIVATE_FILE = 0o600;
const NEWLINE = 0x0a;

/** What was done with one secret. */
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
 * What was done with secrets, one JSON line a action in `secret-history.jsonl`: never a value. A line is appended and
 * flushed; half a line that a killed program left is closed off by the next one and skipped when read. A disk that
 * takes no line never stops a person from seeing their secret: the line waits in memory for the next. Never throws.
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

  /** Many actions of one moment, flushed once. */
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

  /** Newest first; of one connection, or null for all. What could not be written yet is among them. */
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

  /** Best effort: an uncut file is only longer. */
  #cut(): void {
    try {
      removeLeftovers(this.options.folder, 'secret-history.');
      const kept = this.#read().slice(-KEPT_ENTRIES);
      writeWhole(this.path, kept.map((entry) => `${JSON.stringify(entry)}\n`).join(''));
    } catch {
      // The next one tries again.
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

/** True also for an empty file. */
function endsInALine(handle: number): boolean {
  const { size } = fstatSync(handle);
  if (size === 0) return true;
  const last = Buffer.alloc(1);
  readSync(handle, last, 0, 1, size - 1);
  return last[0] === NEWLINE;
}
