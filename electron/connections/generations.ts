import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, ensureFolder, removeLeftovers, takeAway, twice, writeWhole } from './durable';

export const KEPT_GENERATIONS = 5;

/** Gives a kept text as it is to be from now on; null: not at all. */
type Rewriting = (text: string) => string | null;

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
  /** Rewritings that another program's hold on a file has kept from being done, to be tried again. */
  #owed: { readonly path: string; readonly change: Rewriting }[] = [];

  constructor(folder: string, name: string, version: number) {
    this.#folder = join(folder, 'generations');
    this.#prefix = `${name}.v${version}.`;
  }

  /** For the one program that writes here: clears what a killed write left. Never throws. */
  prepare(): void {
    removeLeftovers(this.#folder, this.#prefix);
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

  /** Best effort: a generation that cannot be written does not make a save a failure. */
  add(text: string): void {
    const owed = this.#owed;
    this.#owed = [];
    for (const { path, change } of owed) this.#rewriteOne(path, change);
    if (this.fileOf(text) !== null) return;
    try {
      ensureFolder(this.#folder);
      const before = this.#newestFirst();
      if (before === null) return;
      const [newest] = before;
      const number = newest === undefined ? 1 : this.#numberOf(newest) + 1;
      const path = join(this.#folder, `${this.#prefix}${String(number).padStart(10, '0')}.json`);
      writeWhole(path, text);
      this.#newest = { path, text };
      for (const old of before.slice(KEPT_GENERATIONS - 1)) takeAway(old);
    } catch {
      // The one before stays.
    }
  }

  /** Rewrites every generation; what `change` answers null for is taken away. What cannot be read or rewritten goes too. */
  rewrite(change: Rewriting): void {
    for (const path of this.#newestFirst() ?? []) this.#rewriteOne(path, change);
  }

  #rewriteOne(path: string, change: Rewriting): void {
    this.#newest = null;
    const text = textOf(path);
    const changed = text === null ? null : change(text);
    if (text !== null && changed === text) return;
    try {
      if (changed !== null) {
        writeWhole(path, changed);
        return;
      }
    } catch {
      // What could not be written anew is taken away.
    }
    takeAway(path);
    if (existsSync(path)) this.#owed.push({ path, change });
  }

  /** null when the folder is there and cannot be read. */
  #newestFirst(): string[] | null {
    try {
      return twice(() => readdirSync(this.#folder))
        .filter((name) => name.startsWith(this.#prefix) && /\.\d{10}\.json$/.test(name))
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

/** null when it cannot be read. */
function textOf(path: string): string | null {
  try {
    return twice(() => readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}
