import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureFolder, writeWhole } from './durable';

export const KEPT_GENERATIONS = 5;

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

  constructor(folder: string, name: string, version: number) {
    this.#folder = join(folder, 'generations');
    this.#prefix = `${name}.v${version}.`;
  }

  /** The newest one that `judge` accepts. */
  newestGood<Value>(judge: (text: string) => Value | null): Value | null {
    for (const path of this.#newestFirst()) {
      const text = readOrNull(path);
      const value = text === null ? null : judge(text);
      if (value !== null) return value;
    }
    return null;
  }

  /** The file of the newest generation, when it holds exactly this text. */
  fileOf(text: string): string | null {
    const [path] = this.#newestFirst();
    if (path === undefined) return null;
    if (this.#newest?.path !== path) this.#newest = { path, text: readOrNull(path) ?? '' };
    return this.#newest.text === text ? path : null;
  }

  /** Best effort: a generation that cannot be written does not make a save a failure. */
  add(text: string): void {
    if (this.fileOf(text) !== null) return;
    try {
      ensureFolder(this.#folder);
      const [newest] = this.#newestFirst();
      const number = newest === undefined ? 1 : this.#numberOf(newest) + 1;
      const path = join(this.#folder, `${this.#prefix}${String(number).padStart(10, '0')}.json`);
      writeWhole(path, text);
      this.#newest = { path, text };
      for (const old of this.#newestFirst().slice(KEPT_GENERATIONS)) rmSync(old, { force: true });
    } catch {
      // The one before stays.
    }
  }

  /** Rewrites every generation; what `change` answers null for is taken away. What cannot be rewritten goes too. */
  rewrite(change: (text: string) => string | null): void {
    this.#newest = null;
    for (const path of this.#newestFirst()) {
      const text = readOrNull(path);
      const changed = text === null ? null : change(text);
      if (changed === text) continue;
      try {
        if (changed === null) rmSync(path, { force: true });
        else writeWhole(path, changed);
      } catch {
        rmSync(path, { force: true });
      }
    }
  }

  #newestFirst(): string[] {
    try {
      return readdirSync(this.#folder)
        .filter((name) => name.startsWith(this.#prefix) && /\.\d{10}\.json$/.test(name))
        .sort()
        .reverse()
        .map((name) => join(this.#folder, name));
    } catch {
      return [];
    }
  }

  #numberOf(path: string): number {
    return Number(/\.(\d{10})\.json$/.exec(path)?.[1] ?? 0);
  }
}

function readOrNull(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
