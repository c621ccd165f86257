import { readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ok, type Result, refuse } from '@contract/result';
import ElectronStore from 'electron-store';
import {
  codeOf,
  copyAside,
  ensureFolder,
  flushFolder,
  removeLeftovers,
  takeAway,
  twice,
  writeWhole,
} from './durable';

export type FileText =
  | { readonly kind: 'absent' }
  | { readonly kind: 'text'; readonly text: string }
  /** It is there and cannot be read now: no permission, another program's lock, a failing disk, far too big. */
  | { readonly kind: 'unreadable' };

/** Writes a whole value to one JSON file in one step, and tells the text it wrote. Throws on failure. */
export type WriteValue = (value: object) => string;
/** Replaced in tests, to let a write fail, stop halfway or lie. */
export type OpenWriter = (folder: string, name: string) => WriteValue;

export interface StoreFileOptions {
  readonly folder: string;
  /** Without `.json`. */
  readonly name: string;
  readonly now: () => Date;
  readonly openWriter?: OpenWriter;
}

const LARGEST_BYTES = 256 * 1024 * 1024;
const READ_ATTEMPTS = 5;
const PAUSE_MS = 40;

/**
 * One of the app's JSON files: electron-store writes it, and nothing is called saved before it was read back.
 * Reading is done here and not by electron-store, which would throw on a damaged file instead of keeping it.
 */
export class StoreFile {
  readonly path: string;
  #write: WriteValue | null = null;

  constructor(private readonly options: StoreFileOptions) {
    this.path = join(options.folder, `${options.name}.json`);
  }

  /**
   * For the one program that writes here: makes the folder, clears what a killed write left, and constructs
   * electron-store now, so that its listener for renderers is there to be removed at start. Never throws.
   */
  prepare(): void {
    try {
      ensureFolder(this.options.folder);
      removeLeftovers(this.options.folder, `${this.options.name}.`);
      this.#writer();
    } catch {
      // The first save tells.
    }
  }

  read(): FileText {
    for (let attempt = 1; ; attempt += 1) {
      try {
        if (twice(() => statSync(this.path)).size > LARGEST_BYTES) return { kind: 'unreadable' };
        return { kind: 'text', text: twice(() => readFileSync(this.path, 'utf8')) };
      } catch (problem) {
        const code = codeOf(problem);
        if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'absent' };
        // On Windows a virus scanner holds a file for a moment (conf#152).
        const mayPass = ['EBUSY', 'EPERM', 'EACCES', 'EMFILE'].includes(code) && process.platform === 'win32';
        if (!mayPass || attempt === READ_ATTEMPTS) return { kind: 'unreadable' };
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      }
    }
  }

  /** Whether exactly this text is known to stand in it. */
  holds(text: string | null): boolean {
    const onDisk = this.read();
    return onDisk.kind === 'text' && onDisk.text === text;
  }

  /** Changes whenever another program wrote the file; null when there is none. */
  stamp(): string | null {
    try {
      const { ino, size, mtimeNs } = statSync(this.path, { bigint: true });
      return `${ino} ${size} ${mtimeNs}`;
    } catch {
      return null;
    }
  }

  /**
   * @param before the text the file holds now, put back when the write fails; null when there is no file
   * @param spare finds a file that holds the same text, to be moved into place when even that cannot be written
   * @returns the text now on the disk
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
        flushFolder(dirname(this.path));
        return ok(written);
      }
    } catch {
      // What stands in the file is what counts, and is looked at next.
    }
    if (wasThere) this.#putBack(before, spare);
    // Half a first file is worse than none.
    else takeAway(this.path);
    return refuse('not-saved');
  }

  /** Puts text in the place of a damaged file, without electron-store: for healing, and for taking a write back. */
  replace(text: string): Result<null, 'not-saved'> {
    try {
      writeWhole(this.path, text);
      return ok(null);
    } catch {
      return refuse('not-saved');
    }
  }

  /** Copies the file beside itself, whole; null when that was not possible. */
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
    // The disk is full: a rename needs no room.
    try {
      const file = spare();
      if (file !== null) renameSync(file, this.path);
    } catch {
      // The generations heal it at the next start.
    }
  }
}

/** electron-store as plain as it goes: no dots in keys, nothing cleared, nothing "encrypted", its owner's alone. */
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
    // Reading is this file's own job. electron-store would otherwise parse the whole file again at every save,
    // only to look for the notes of its own migrations, which are not used here, and throw on a damaged one.
    deserialize: () => ({}),
  });
  return (value) => {
    store.store = { ...value };
    return written;
  };
}
