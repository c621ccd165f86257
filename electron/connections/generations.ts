import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { codeOf, ensureFolder, removeLeftovers, takeAway, twice, writeWhole } from './durable';

export const KEPT_GENERATIONS = 5;

/** Gives a kept text with these connections as they are now; null: it is not to be kept at all. */
type AsNow = (text: string, connections: ReadonlySet<string>) => string | null;
/** Tells one state of a connection from any other, also of it not being there. */
type MarkNow = (connection: string) => string;

/**
 * The last good states of one file, each a whole copy, in a folder of their own. Only text that was just read
 * from the disk and judged good may become one: a damaged file must never push out what could heal it.
 * The format's version is part of the name, so that an older app leaves the generations of a newer one alone.
 */
export class Generations {
  readonly #folder: string;
  readonly #prefix: string;
  /** The newest one as last read or written, so that a save does not read the one before it back. */
  #newest: { readonly path: string; readonly text: string } | null = null;
  /** What another program's hold has kept from being rewritten, by the file's name or as `EVERY`: to be tried again. */
  #owed: ReadonlyMap<string, ReadonlySet<string>> = new Map();
  /** Where that is written down, so that it is owed across a restart as well. */
  readonly #owedFile: string;
  /** What is to be rewritten once these connections are found as they were to be: judged with the next state. */
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

  /** For the one program that writes here: clears what a killed write left. Never throws. */
  prepare(): void {
    removeLeftovers(this.#folder, this.#prefix);
    this.#owed = owedIn(textOf(this.#owedFile));
    this.#meant = listIn(meantSchema, textOf(this.#meantFile));
  }

  /**
   * To be called before a change that takes the former state of these connections out of every generation. Whether it
   * was made is judged by the next state that is known to be in the file, be it at a later start. Best effort, as all
   * of this is.
   */
  announce(meant: readonly Meant[]): void {
    this.#meant = [...this.#meant, ...meant];
    try {
      ensureFolder(this.#folder);
      writeWhole(this.#meantFile, JSON.stringify(this.#meant));
    } catch {
      // The change is not made to wait for this: only a kill in the next moments would leave something behind.
    }
  }

  /** The newest one that `judge` accepts; `unreadable` when the disk would not let them be seen. */
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

  /** The file of the newest generation, when it holds exactly this text. */
  fileOf(text: string): string | null {
    const [path] = this.#newestFirst() ?? [];
    if (path === undefined) return null;
    if (this.#newest?.path !== path) this.#newest = { path, text: textOf(path) ?? '' };
    return this.#newest.text === text ? path : null;
  }

  /**
   * Best effort: a generation that cannot be written does not make a save a failure.
   * @param over the text in whose place it comes, if that is the newest one: then none is pushed out for it
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
      // The one before stays.
    }
  }

  /**
   * To be called while the state that the marks are made of is the one in the file. Brings the connections whose
   * announced change was made into every generation as they are now, and whatever is still owed. One that is not as
   * it was to be has not been changed, and is none of this one's business.
   */
  settle(): void {
    const due = this.#meant.filter(([connection, mark]) => this.markNow(connection) === mark);
    const toDo = new Map(this.#owed);
    if (due.length > 0) {
      toDo.set(EVERY, new Set([...(toDo.get(EVERY) ?? []), ...due.map(([connection]) => connection)]));
    }
    const isNoted =
      toDo.size === 0 || this.#owe([...toDo].flatMap(([name, ids]) => this.#rewriteThose(name, ids)));
    // Only what is done, or written down as owed, need not be announced any longer.
    if (this.#meant.length === 0 || !isNoted) return;
    this.#meant = [];
    takeAway(this.#meantFile);
  }

  /** @returns what is still owed of them */
  #rewriteThose(name: string, connections: ReadonlySet<string>): readonly Owed[] {
    if (name !== EVERY) return this.#rewriteOne(name, connections);
    const paths = this.#newestFirst();
    // Which ones there are cannot be seen now.
    if (paths === null) return [[EVERY, connections]];
    return paths.flatMap((path) => this.#rewriteOne(basename(path), connections));
  }

  /** @returns what is still owed of it */
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
      // What could not be written anew is taken away.
    }
    takeAway(path);
    return existsSync(path) ? [[name, connections]] : [];
  }

  /** True when a restart would know of it as well. */
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
      // It is owed in this run all the same.
      return false;
    }
  }

  /** null when the folder is there and cannot be read. */
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

/** Stands for all generations, where the disk did not show which there are. */
const EVERY = '*';

/** A generation's file name or `EVERY`, and the connections whose former state it must not keep. */
type Owed = readonly [name: string, connections: ReadonlySet<string>];

/** A connection, and the mark of the state that it is to be in. */
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

/** Empty when it is no such list. */
function listIn<Item>(schema: z.ZodMiniType<Item[]>, text: string | null): readonly Item[] {
  try {
    const list = schema.safeParse(JSON.parse(text ?? '[]'));
    return list.success ? list.data : [];
  } catch {
    return [];
  }
}

/** null when it cannot be read. */
function textOf(path: string): string | null {
  try {
    return twice(() => readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
