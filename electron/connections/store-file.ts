import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ok, type Result, refuse } from '@contract/result';
import ElectronStore from 'electron-store';
import {
  codeOf,
  copyAside,
  ensureFolder,
  flushRename,
  moveOver,
  removeLeftovers,
  takeAway,
  twice,
  whileHeld,
  writeWhole,
} from './durable';

export type FileText =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  /**
   * The file exists but cannot be read now: no permission, locked by another program, a disk error, or far too large.
   */
  | { readonly kind: 'unreadable' };

/** Writes a value to a JSON file atomically and returns the text it wrote. Throws on failure. */
export type WriteValue = (value: object) => string;
/** Replaced in tests to make a write fail, stop halfway or report success wrongly. */
export type OpenWriter = (folder: string, name: string) => WriteValue;

export interface StoreFileOptions {
  readonly folder: string;
  /** Without `.json`. */
  readonly name: string;
  readonly now: () => Date;
  readonly openWriter?: OpenWriter;
}

const LARGEST_BYTES = 256 * 1024 * 1024;

/**
 * One of the app's JSON files. electron-store writes it; a write counts as saved only after it was read back. We read
 * it ourselves, because electron-store throws on a damaged file instead of preserving it.
 */
export class StoreFile {
  readonly path: string;
  #write: WriteValue | null = null;

  constructor(private readonly options: StoreFileOptions) {
    this.path = join(options.folder, `${options.name}.json`);
  }

  /**
   * For the only program that writes here: creates the folder, deletes what a killed process left, and constructs
   * electron-store now, so that its IPC listener exists when it is removed at startup. Never throws.
   */
  prepare(): void {
    try {
      ensureFolder(this.options.folder);
      removeLeftovers(this.options.folder, `${this.options.name}.`);
      this.#writer();
    } catch {
      // The first save will report it.
    }
  }

  read(): FileText {
    try {
      return whileHeld(() => {
        if (twice(() => statSync(this.path)).size > LARGEST_BYTES) return { kind: 'unreadable' };
        return { kind: 'text', text: twice(() => readFileSync(this.path, 'utf8')) };
      });
    } catch (problem) {
      const code = codeOf(problem);
      return { kind: code === 'ENOENT' || code === 'ENOTDIR' ? 'absent' : 'unreadable' };
    }
  }

  /** Whether the file is known to contain exactly this text. */
  holds(text: string | null): boolean {
    const onDisk = this.read();
    return onDisk.kind === 'text' && onDisk.text === text;
  }

  /** Changes when another program writes the file; null if there is no file. */
  stamp(): string | null {
    try {
      const { ino, size, mtimeNs } = statSync(this.path, { bigint: true });
      return `${ino} ${size} ${mtimeNs}`;
    } catch {
      return null;
    }
  }

  /**
   * @param before the file's current text, restored if the write fails; null if there is no file
   * @param spare finds a file with the same text, to be moved into place if restoring also fails
   * @returns the text now on disk
   */
  write(
    value: object,
    before: string | null,
    spare: () => string | null = () => null,
  ): Result<string, 'not-saved'> {
    const wasThere = this.stamp() !== null;
    try {
      ensureFolder(this.options.folder);
      const written = this.#writer()(value);
      if (this.holds(written)) {
        flushRename(this.path);
        return ok(written);
      }
    } catch {
      // The content of the file decides; it is checked next.
    }
    if (wasThere) this.#putBack(before, spare);
    // A partial first file is worse than none.
    else takeAway(this.path);
    return refuse('not-saved');
  }

  /** Replaces a damaged file without electron-store, to repair it or to undo a write. */
  replace(text: string): Result<null, 'not-saved'> {
    try {
      writeWhole(this.path, text);
      return ok(null);
    } catch {
      return refuse('not-saved');
    }
  }

  /** Copies the whole file next to itself; null if that failed. */
  setAside(why: 'damaged' | 'newer-version'): string | null {
    try {
      return copyAside(this.path, why, this.options.now());
    } catch {
      return null;
    }
  }

  #writer(): WriteValue {
    const { folder, name, openWriter = electronStoreWriter } = this.options;
    this.#write ??= openWriter(folder, name);
    return this.#write;
  }

  #putBack(before: string | null, spare: () => string | null): void {
    if (before === null) return;
    if (this.holds(before)) return;
    if (this.replace(before).ok) return;
    // The disk is full, but a rename needs no space.
    try {
      const file = spare();
      if (file !== null) moveOver(file, this.path);
    } catch {
      // The generations repair it at the next start.
    }
  }
}

/** electron-store in its plainest form: no dots in keys, no clearing, no "encryption", readable only by the owner. */
function electronStoreWriter(folder: string, name: string): WriteValue {
  let written = '';
  const store = new ElectronStore<Record<string, unknown>>({
    cwd: folder,
    name,
    configFileMode: 0o600,
    accessPropertiesByDotNotation: false,
    clearInvalidConfig: false,
    serialize: (value) => {
      written = JSON.stringify(value);
      return written;
    },
    // Reading is done in this file. Otherwise, electron-store would parse the whole file at every save, just to look
    // for notes of its own migrations, which we do not use, and would throw on a damaged file.
    deserialize: () => ({}),
  });
  return (value) => {
    store.store = { ...value };
    return written;
  };
}
