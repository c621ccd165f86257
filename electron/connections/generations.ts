import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { codeOf, ensureFolder, removeLeftovers, takeAway, twice, writeWhole } from './durable';

export const KEPT_GENERATIONS = 5;

/** Updates a generation's text to the current state of these connections; null: delete the generation. */
type AsNow = (text: string, connections: ReadonlySet<string>) => string | null;
/** A mark that identifies the current state of a connection, including absence. */
type MarkNow = (connection: string) => string;

/**
 * The last good states of one file, each a complete copy in a separate folder. Only text that was just read from disk
 * and found valid may become a generation: a damaged file must never push out what could repair it. The file names
 * contain the format version, so that an older app leaves a newer one's generations alone.
 */
export class Generations {
  readonly #folder: string;
  readonly #prefix: string;
  /** The newest generation as last read or written, so that a save need not read the previous one. */
  #newest: { readonly path: string; readonly text: string } | null = null;
  /** Rewrites that failed because another program held the file, by file name or `EVERY`. They are retried. */
  #owed: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  /** Persists the pending rewrites across a restart. */
  readonly #owedFile: string;
  /** Purges announced but not applied yet: applied once the next state shows that the change was made. */
  #meant: readonly Meant[] = [];
  readonly #meantFile: string;

  constructor(
    folder: string,
    name: string,
    version: number,
    private readonly asNow: AsNow,
    private readonly markNow: MarkNow,
  ) {
    this.#folder = join(folder, 'generations');
    this.#prefix = `${name}.v${version}.`;
    this.#owedFile = join(this.#folder, `${this.#prefix}owed.json`);
    this.#meantFile = join(this.#folder, `${this.#prefix}meant.json`);
  }

  /** For the only program that writes here: deletes what a killed process left. Never throws. */
  prepare(): void {
    removeLeftovers(this.#folder, this.#prefix);
    this.#owed = owedIn(textOf(this.#owedFile));
    this.#meant = listIn(meantSchema, textOf(this.#meantFile));
  }

  /**
   * Call before a change that must remove the previous state of these connections from all generations. The next
   * state known to be on disk shows whether the change was made, even after a restart. Best effort, like everything
   * here.
   */
  announce(meant: readonly Meant[]): void {
    this.#meant = [...this.#meant, ...meant];
    try {
      ensureFolder(this.#folder);
      writeWhole(this.#meantFile, JSON.stringify(this.#meant));
    } catch {
      // The change does not wait for this. Something would be left behind only if the process is killed right now.
    }
  }

  /** The newest generation `judge` accepts; `unreadable` if the disk could not be read. */
  newestGood<Value>(judge: (text: string) => Value | null): Value | null | 'unreadable' {
    const paths = this.#newestFirst();
    if (paths === null) return 'unreadable';
    let isSeen = true;
    for (const path of paths) {
      const text = textOf(path);
      const value = text === null ? null : judge(text);
      if (value !== null) return value;
      isSeen &&= text !== null;
    }
    return isSeen ? null : 'unreadable';
  }

  /** The file of the newest generation, if it has exactly this text. */
  fileOf(text: string): string | null {
    const [path] = this.#newestFirst() ?? [];
    if (path === undefined) return null;
    if (this.#newest?.path !== path) this.#newest = { path, text: textOf(path) ?? '' };
    return this.#newest.text === text ? path : null;
  }

  /**
   * Adds a generation. Best effort: if this fails, the save still succeeds.
   * @param over replaces the generation with this text if it is the newest, so that no older one is pushed out
   */
  add(text: string, over: string | null = null): void {
    this.settle();
    if (this.fileOf(text) !== null) return;
    const replaced = over === null ? null : this.fileOf(over);
    try {
      ensureFolder(this.#folder);
      const before = this.#newestFirst();
      if (before === null) return;
      const [newest] = before;
      const number = newest === undefined ? 1 : this.#numberOf(newest) + 1;
      const path = join(this.#folder, `${this.#prefix}${String(number).padStart(10, '0')}.json`);
      writeWhole(path, text);
      this.#newest = { path, text };
      if (replaced !== null) takeAway(replaced);
      const others = before.filter((other) => other !== replaced);
      for (const old of others.slice(KEPT_GENERATIONS - 1)) takeAway(old);
    } catch {
      // Keep the previous generation.
    }
  }

  /**
   * Call while the state behind `markNow` is the one on disk. Updates, in all generations, the connections whose
   * announced change was made, and retries pending rewrites. If a connection is not in the announced state, its
   * change was not made, and it is left alone.
   */
  settle(): void {
    const due = this.#meant.filter(([connection, mark]) => this.markNow(connection) === mark);
    const toDo = new Map(this.#owed);
    if (due.length > 0) {
      toDo.set(EVERY, new Set([...(toDo.get(EVERY) ?? []), ...due.map(([connection]) => connection)]));
    }
    const isNoted =
      toDo.size === 0 || this.#owe([...toDo].flatMap(([name, ids]) => this.#rewriteThose(name, ids)));
    // Keep the announcement until its work is done or recorded as pending.
    if (this.#meant.length === 0 || !isNoted) return;
    this.#meant = [];
    takeAway(this.#meantFile);
  }

  /** @returns the rewrites still pending */
  #rewriteThose(name: string, connections: ReadonlySet<string>): readonly Owed[] {
    if (name !== EVERY) return this.#rewriteOne(name, connections);
    const paths = this.#newestFirst();
    // The folder cannot be listed now.
    if (paths === null) return [[EVERY, connections]];
    return paths.flatMap((path) => this.#rewriteOne(basename(path), connections));
  }

  /** @returns the rewrites still pending */
  #rewriteOne(name: string, connections: ReadonlySet<string>): readonly Owed[] {
    this.#newest = null;
    const path = join(this.#folder, name);
    const text = textOf(path);
    const changed = text === null ? null : this.asNow(text, connections);
    if (text !== null && changed === text) return [];
    try {
      if (changed !== null) {
        writeWhole(path, changed);
        return [];
      }
    } catch {
      // What cannot be rewritten is deleted.
    }
    takeAway(path);
    return existsSync(path) ? [[name, connections]] : [];
  }

  /** Records the pending rewrites. True if they will survive a restart. */
  #owe(all: readonly Owed[]): boolean {
    const owed = new Map<string, ReadonlySet<string>>();
    for (const [name, ids] of all) owed.set(name, new Set([...(owed.get(name) ?? []), ...ids]));
    this.#owed = owed;
    if (owed.size === 0) {
      takeAway(this.#owedFile);
      return true;
    }
    try {
      const named = [...owed].map(([name, ids]) => [name, [...ids]]);
      writeWhole(this.#owedFile, JSON.stringify(named));
      return true;
    } catch {
      // They remain pending in this run.
      return false;
    }
  }

  /** null if the folder exists but cannot be read. */
  #newestFirst(): string[] | null {
    try {
      return twice(() => readdirSync(this.#folder))
        .filter((name) => name.startsWith(this.#prefix) && isGeneration(name))
        .sort()
        .reverse()
        .map((name) => join(this.#folder, name));
    } catch (problem) {
      return codeOf(problem) === 'ENOENT' ? [] : null;
    }
  }

  #numberOf(path: string): number {
    return Number(/\.(\d{10})\.json$/.exec(path)?.[1] ?? 0);
  }
}

/** All generations, if the folder could not be listed. */
const EVERY = '*';

/** A generation's file name or `EVERY`, and the connections whose previous state must be removed. */
type Owed = readonly [name: string, connections: ReadonlySet<string>];

/** A connection, and the mark of its state after the announced change. */
export type Meant = readonly [connection: string, mark: string];

const isGeneration = (name: string): boolean => /^[^/\\]+\.\d{10}\.json$/.test(name);

const owedSchema = z.array(
  z.tuple([
    z.string().check(z.refine((name: string) => name === EVERY || isGeneration(name))),
    z.array(z.string()),
  ]),
);

const meantSchema = z.array(z.tuple([z.string(), z.string()]));

const owedIn = (text: string | null): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(listIn(owedSchema, text).map(([name, ids]) => [name, new Set(ids)]));

/** Empty if the text is not such a list. */
function listIn<Item>(schema: z.ZodMiniType<Item[]>, text: string | null): readonly Item[] {
  try {
    const list = schema.safeParse(JSON.parse(text ?? '[]'));
    return list.success ? list.data : [];
  } catch {
    return [];
  }
}

/** null if the file cannot be read. */
function textOf(path: string): string | null {
  try {
    return twice(() => readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
