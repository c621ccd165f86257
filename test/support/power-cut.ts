import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Call } from './faulty-disk';
import { filesIn } from './store-worlds';

/*
 * What a disk may contain after a power cut, according to POSIX: a file's bytes are durable only once the file was
 * flushed, its name only once its folder was. Unflushed data may be there, partly there, or missing; names change in
 * the order they were changed.
 *
 * NTFS has no flush for folders, but one journal for all names: flushing a file also makes its name durable, and every
 * change of a name before that.
 */

export type Disk = 'posix' | 'ntfs';

interface File {
  bytes: Buffer;
  flushed: Buffer;
}
type Names = Map<string, File>;
interface NameChange {
  /** The path that it gives to a file, or takes away. */
  readonly path: string;
  readonly folder: string;
  readonly apply: (names: Names, folders: Set<string>) => void;
}

export interface Cut {
  readonly where: string;
  /** Path → bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** True if every call had been made, so everything reported done by then must be there. */
  readonly isAtEnd: boolean;
}

/** Every state the folder could be in if power failed before, between or after these calls. */
export function* cutsOf(folder: string, calls: readonly Call[], disk: Disk = 'posix'): Generator<Cut> {
  const names: Names = new Map();
  const sure: Names = new Map();
  const folders = new Set(['', '.']);
  const sureFolders = new Set(['', '.']);
  for (const path of filesIn(folder)) {
    const bytes = readFileSync(join(folder, path));
    const file: File = { bytes, flushed: bytes };
    names.set(path, file);
    sure.set(path, file);
    for (const set of [folders, sureFolders]) set.add(dirname(path));
  }
  let pending: NameChange[] = [];
  const open = new Map<string, File>();
  const change = (one: NameChange): void => {
    one.apply(names, folders);
    pending.push(one);
  };

  for (let made = 0; made <= calls.length; made += 1) {
    const call = calls[made - 1];
    if (call !== undefined) meet(call);
    for (let kept = 0; kept <= pending.length; kept += 1) {
      for (const share of [0, 0.5, 1]) {
        const where = `after call ${made} (${call?.name} ${call?.path}), ${kept} of ${pending.length} names, ${share} of the bytes`;
        yield { where, files: found(kept, share), isAtEnd: made === calls.length };
      }
    }
  }

  function meet({ name, path, to = '', flags = 'r', bytes = Buffer.alloc(0) }: Call): void {
    switch (name) {
      case 'openSync': {
        if (flags === 'r' || folders.has(path)) break;
        const known = names.get(path);
        const file = known ?? { bytes: Buffer.alloc(0), flushed: Buffer.alloc(0) };
        if (flags.startsWith('w')) file.bytes = Buffer.alloc(0);
        open.set(path, file);
        if (known === undefined) {
          change({ path, folder: dirname(path), apply: (into) => void into.set(path, file) });
        }
        break;
      }
      case 'writeSync': {
        const file = open.get(path);
        if (file === undefined) throw new Error(`${path} was written without being opened`);
        file.bytes = Buffer.concat([file.bytes, bytes]);
        break;
      }
      case 'fsyncSync': {
        const file = open.get(path);
        if (file !== undefined) {
          file.flushed = file.bytes;
          if (disk === 'ntfs') flushJournal(path);
        } else if (disk === 'ntfs') throw new Error(`${path} is a folder, or only open for reading`);
        else flushNames(path === '' ? '.' : path);
        break;
      }
      case 'closeSync':
        open.delete(path);
        break;
      case 'renameSync':
        change({
          path: to,
          folder: dirname(path),
          apply: (into) => {
            const file = into.get(path);
            if (file === undefined) return;
            into.set(to, file);
            into.delete(path);
          },
        });
        break;
      case 'linkSync':
        change({
          path: to,
          folder: dirname(to),
          apply: (into) => {
            const file = into.get(path);
            if (file !== undefined) into.set(to, file);
          },
        });
        break;
      case 'rmSync':
      case 'unlinkSync':
        change({ path, folder: dirname(path), apply: (into) => void into.delete(path) });
        break;
      case 'mkdirSync':
        change({ path, folder: dirname(path), apply: (_into, known) => void known.add(path) });
        break;
      case 'writeFileSync':
        throw new Error(`${path} was written in place`);
      default:
        break;
    }
  }

  function flushNames(flushed: string): void {
    for (const one of pending.filter((candidate) => candidate.folder === flushed))
      one.apply(sure, sureFolders);
    pending = pending.filter((candidate) => candidate.folder !== flushed);
  }

  /** Up to the last change that concerns this file. */
  function flushJournal(path: string): void {
    const last = pending.findLastIndex((one) => one.path === path);
    for (const one of pending.slice(0, last + 1)) one.apply(sure, sureFolders);
    pending = pending.slice(last + 1);
  }

  function found(kept: number, share: number): Map<string, Buffer> {
    const into: Names = new Map(sure);
    const known = new Set(sureFolders);
    for (const one of pending.slice(0, kept)) one.apply(into, known);
    return new Map(
      [...into]
        .filter(([path]) => known.has(dirname(path)))
        .map(([path, { bytes, flushed }]) => {
          const more = bytes.length - flushed.length;
          return [path, more <= 0 ? flushed : bytes.subarray(0, flushed.length + Math.floor(more * share))];
        }),
    );
  }
}

/** Creates such a state on disk. */
export function layOut(folder: string, { files }: Cut): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
