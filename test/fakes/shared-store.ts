import { ok, type Result, refuse } from '@contract/result';
import type { SharedRecord, SharedRef } from '@contract/shared-record';
import type {
  HistoryEntry,
  SharedListing,
  SharedStore,
  StoreFailure,
  StoreRights,
} from '../../electron/shared-store/port';

interface Version {
  readonly record: SharedRecord | null;
  readonly at: string;
  goneAt: string | null;
}

/** What happens to one request. */
export type Mishap =
  /** The store never gets it. */
  | 'lost'
  /** The store does it, and the answer is lost. */
  | 'answer-lost'
  /** The store gets it twice; the second answer arrives. */
  | 'twice'
  /** The answer is lost, and the store gets it only later, when `deliverLate` is called. */
  | 'late';

const REACHED_NOT: StoreFailure = { kind: 'finding', code: 'timed-out', facts: {} };
const FORBIDDEN: StoreFailure = { kind: 'finding', code: 'refused', facts: {} };

/** A store in memory that behaves like one with versions: one history per record, writes only on the newest version. */
export class MemoryStore {
  readonly #records = new Map<string, Version[]>();
  readonly #late: (() => unknown)[] = [];
  /** Every secret that was ever in a version. */
  readonly everWritten: SharedRecord[] = [];

  constructor(private readonly now: () => Date = () => new Date()) {}

  /** @param mishap decides about each request; absent: nothing happens to any */
  client(
    person: string,
    {
      rights = { list: true, read: true, write: true, delete: true },
      mishap = () => null,
    }: { readonly rights?: StoreRights; readonly mishap?: (what: string) => Mishap | null } = {},
  ): SharedStore {
    const through = async <Value>(
      what: string,
      may: boolean,
      work: () => Result<Value, StoreFailure>,
    ): Promise<Result<Value, StoreFailure>> => {
      await Promise.resolve();
      const happens = mishap(what);
      const done = may ? work : () => refuse(FORBIDDEN);
      if (happens === 'late') this.#late.push(done);
      if (happens === 'lost' || happens === 'late') return refuse(REACHED_NOT);
      const first = done();
      const answer = happens === 'twice' ? done() : first;
      await Promise.resolve();
      return happens === 'answer-lost' ? refuse(REACHED_NOT) : answer;
    };
    return {
      whoAmI: () => through('whoAmI', true, () => ok({ person, until: null })),
      rights: () => through('rights', true, () => ok(rights)),
      list: (folder, onSome) =>
        through('list', rights.list, () => {
          const records = this.#list(folder);
          onSome?.(records);
          return ok({ records, otherEntries: 0 });
        }),
      read: (ref, version) => through('read', rights.read, () => this.#read(ref, version)),
      writeIfVersion: (ref, record, version) =>
        through('write', rights.write, () => this.write(ref, record, version)),
      delete: (ref, version) => through('delete', rights.delete, () => this.#delete(ref, version)),
      history: (ref) =>
        through('history', rights.read, () => {
          const versions = this.#records.get(keyOf(ref));
          if (versions === undefined) return refuse({ kind: 'absent' } as const);
          const rows = versions.map(
            ({ at, goneAt }, index): HistoryEntry => ({
              version: index + 1,
              at,
              goneAt,
              isDestroyed: false,
            }),
          );
          return ok(rows.reverse());
        }),
    };
  }

  /** Requests that were on the way arrive now. */
  deliverLate(): void {
    for (const work of this.#late.splice(0)) work();
  }

  /** The newest version; null if there is none or it is gone. */
  newest(ref: SharedRef): { readonly record: SharedRecord; readonly version: number } | null {
    const read = this.#read(ref);
    return read.ok ? read.value : null;
  }

  /** All versions, oldest first. */
  versions(ref: SharedRef): readonly SharedRecord[] {
    return (this.#records.get(keyOf(ref)) ?? []).flatMap(({ record }) => record ?? []);
  }

  write(ref: SharedRef, record: SharedRecord, version: number): Result<number, StoreFailure> {
    const versions = this.#records.get(keyOf(ref)) ?? [];
    if (versions.length !== version) return refuse({ kind: 'changed-there', version: versions.length });
    const copy = structuredClone(record);
    versions.push({ record: copy, at: this.now().toISOString(), goneAt: null });
    this.everWritten.push(copy);
    this.#records.set(keyOf(ref), versions);
    return ok(versions.length);
  }

  /** As from a backup: the versions after this one have never been. */
  setBack(ref: SharedRef, version: number): void {
    this.#records.get(keyOf(ref))?.splice(version);
  }

  #list(folder: string): SharedListing[] {
    return [...this.#records].flatMap(([key, versions]) => {
      const ref = refOf(key);
      const newest = versions.at(-1);
      const isBelow = folder === '' || ref.folder === folder || ref.folder.startsWith(`${folder}/`);
      if (newest === undefined || !isBelow) return [];
      const { record } = newest;
      return [
        {
          ref,
          version: versions.length,
          at: newest.at,
          isGone: newest.goneAt !== null,
          about:
            record === null
              ? null
              : {
                  system: record.system,
                  name: record.name,
                  environment: record.environment,
                  changedBy: record.changedBy,
                  expires: null,
                  replacedBy: record.next?.startedBy ?? null,
                  forVersion: versions.length,
                },
        },
      ];
    });
  }

  #read(ref: SharedRef, version?: number) {
    const versions = this.#records.get(keyOf(ref)) ?? [];
    const at = version ?? versions.length;
    const found = versions[at - 1];
    if (found === undefined) return refuse({ kind: 'absent' } as const);
    if (found.goneAt !== null) return refuse({ kind: 'gone', version: at, at: found.goneAt } as const);
    if (found.record === null) return refuse({ kind: 'not-understood', version: at } as const);
    return ok({ record: structuredClone(found.record), version: at, at: found.at });
  }

  #delete(ref: SharedRef, version: number): Result<null, StoreFailure> {
    const versions = this.#records.get(keyOf(ref)) ?? [];
    if (versions.length !== version) return refuse({ kind: 'changed-there', version: versions.length });
    const newest = versions.at(-1);
    if (newest !== undefined) newest.goneAt ??= this.now().toISOString();
    return ok(null);
  }
}

const keyOf = ({ folder, id }: SharedRef): string => `${folder}\n${id}`;
const refOf = (key: string): SharedRef => {
  const [folder = '', id = ''] = key.split('\n');
  return { folder, id };
};
