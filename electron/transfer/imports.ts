import { randomUUID } from 'node:crypto';
import type { Failure } from '@contract/channels';
import { type Connection, LIMITS, type SystemId } from '@contract/connection';
import { decodeText } from '@contract/decode-text';
import { ok, type Result, refuse } from '@contract/result';
import type {
  ChosenFile,
  ImportAnswer,
  ImportPreview,
  OpenedFile,
  TransferProblem,
  TransferReason,
} from '@contract/transfer';
import type { ConnectionStore, StoreFailure, Together } from '../connections/connection-store';
import type { SecretAction } from '../connections/history-store';
import type { SecretRef } from '../secrets/secret-record';
import type { Vault } from '../secrets/vault';
import { compare, type PlannedItem } from './compare';
import type { DatabaseThread } from './database-thread';
import type { FileContents } from './portable-connection';
import { readSettingsText } from './settings-text';

/** The file the user chose, read completely. */
export type FileChoice =
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly name: string; readonly reason: 'not-readable' | 'too-large' };

export interface ImportPorts {
  readonly connections: Pick<ConnectionStore, 'list' | 'get' | 'readSecret' | 'changeTogether'>;
  readonly vault: Pick<Vault, 'digest' | 'digestOf' | 'state' | 'saveTogether' | 'changed' | 'changes'>;
  /** Removes what was proved about a connection whose secret is being rotated. */
  readonly rotations: { unproved(connection: Connection): Connection };
  readonly thread: DatabaseThread;
  /** Lets the user choose a file. */
  readonly choose: () => Promise<FileChoice>;
  /** Records what was done with secrets. */
  readonly record: (actions: readonly SecretAction[]) => void;
  readonly now: () => Date;
  /** False if the organization does not allow connections of this system. */
  readonly isAllowed: (system: SystemId) => boolean;
  /** True for a connection whose values the organization has set. */
  readonly isFixed: (connection: Connection) => boolean;
}

type Held =
  | { readonly kind: 'database'; readonly fileName: string; readonly bytes: Uint8Array }
  | {
      readonly kind: 'compared';
      readonly attempt: string;
      readonly items: readonly PlannedItem[];
      /** Connection id → its number of secret changes at the time of the comparison. */
      readonly changes: ReadonlyMap<string, number>;
    };

interface Undo {
  readonly change: Together;
  /**
   * The state after the import, as returned by `#standing`; anything else means that the connection was changed
   * since.
   */
  readonly expected: ReadonlyMap<string, string>;
  readonly items: readonly PlannedItem[];
}

/**
 * Imports connections from a file. The file, its password and its secrets are kept here until they are imported or
 * forgotten; the window sees only names. Nothing is written before `apply`, which writes in one step.
 */
export class Imports {
  #held: Held | null = null;
  #undo: Undo | null = null;
  /** Stops the opening of a database, which may take a minute. */
  #opening: AbortController | null = null;

  constructor(private readonly ports: ImportPorts) {}

  async choose(): Promise<ChosenFile> {
    this.forget();
    const file = await this.ports.choose();
    if (file.kind === 'cancelled') return file;
    const refused = (problem: TransferProblem): ChosenFile => ({
      kind: 'refused',
      fileName: file.name,
      problem,
    });
    if (file.kind === 'refused') return refused({ reason: file.reason, field: null });
    const kind = kindOf(file.bytes);
    if (kind === 'database') {
      this.#held = { kind, fileName: file.name, bytes: file.bytes };
      return { kind, fileName: file.name };
    }
    if (kind !== 'settings') return refused({ reason: kind, field: null });
    const text = decodeText(file.bytes);
    const read =
      text === null ? refuse({ reason: 'not-utf8' as const, field: null }) : readSettingsText(text);
    if (!read.ok) return refused(read.failure);
    return { kind: 'preview', preview: await this.#compare(read.value, file.name) };
  }

  async open(password: string): Promise<Result<OpenedFile, Failure>> {
    const held = this.#held;
    if (held?.kind !== 'database') return refuse({ code: 'not-found' });
    const opening = new AbortController();
    this.#opening = opening;
    const read = await this.ports.thread.read(held.bytes, password, opening.signal);
    // Meanwhile, the user has cancelled, left the page or chosen another file.
    if (this.#held !== held) return refuse({ code: 'not-found' });
    if (!read.ok) return ok({ kind: 'refused', problem: read.failure });
    return ok({ kind: 'preview', preview: await this.#compare(read.value, held.fileName) });
  }

  async apply(attempt: string, numbers: readonly number[]): Promise<Result<ImportAnswer, Failure>> {
    const held = this.#held;
    if (held?.kind !== 'compared' || held.attempt !== attempt) return refuse({ code: 'not-found' });
    const wanted = new Set(numbers);
    const chosen = held.items.filter(({ shown }) => wanted.has(shown.item) && shown.standing !== 'same');
    if (chosen.length !== wanted.size) return refuse({ code: 'bad-request' });
    const { connections, vault } = this.ports;
    const isStale = (): boolean =>
      chosen.some(
        ({ kept, next: { id } }) =>
          json(connections.get(id)) !== json(kept ?? undefined) ||
          (kept !== null && vault.changes(id) !== held.changes.get(id)),
      );
    const stale = (): Result<ImportAnswer, Failure> => {
      this.#held = null;
      return ok({ kind: 'stale' });
    };
    if (isStale()) return stale();
    const added = chosen.filter(({ kept }) => kept === null);
    if (connections.list().length + added.length > LIMITS.connections)
      return refuse({ code: 'too-many-connections' });

    const before = this.#stateBefore(chosen);
    const secrets = chosen.flatMap((item) => item.secrets);
    const brought = {
      added: added.length,
      changed: chosen.length - added.length,
      secrets: secrets.length,
    };
    let put: readonly Connection[] = [];
    let records: Together['records'] = [];
    const saved = await vault.saveTogether(secrets, (sealed): Result<null, StoreFailure | 'stale'> => {
      // Encryption takes time: meanwhile a check may have ended, or a secret been switched.
      if (isStale()) return refuse('stale');
      records = sealed;
      const written = connections.changeTogether({
        put: chosen.map((item) => this.#asChanged(item)),
        records,
      });
      put = chosen.flatMap(({ next }) => connections.get(next.id) ?? []);
      return written;
    });
    if (!saved.ok) {
      if (saved.failure === 'stale') return stale();
      if (saved.failure !== 'not-read-back') return refuse({ code: 'not-saved' });
      const back = this.#stillOurs(before, { put, records });
      const isPutBack = connections.changeTogether(back).ok;
      for (const { next } of chosen) vault.changed(next.id);
      if (isPutBack) return refuse({ code: 'not-saved' });
      // None of the session-only secrets was kept.
      const written = withSecrets(chosen, records);
      const items = whatGoesBack(written, back);
      this.#keep(written, { change: back, items });
      const goBack = items.flatMap((item) => item.secrets).length;
      const canTakeBackAll =
        back.put.length + (back.removed ?? []).length === chosen.length && goBack === records.length;
      return ok({ kind: 'not-undone', ...brought, secrets: records.length, canTakeBackAll });
    }
    const canTakeBack = saved.value.sessionOnly === 0 && !chosen.some((item) => item.replacesSession);
    this.#keep(chosen, canTakeBack ? { change: before, items: chosen } : null);
    return ok({
      kind: 'imported',
      ...brought,
      sessionOnly: saved.value.sessionOnly,
      canTakeBack,
    });
  }

  /** Undoes the last import, unless one of its connections was changed since. */
  takeBack(): Result<null, Failure> {
    const undo = this.#undo;
    const { connections, vault } = this.ports;
    if (undo === null) return refuse({ code: 'not-found' });
    const isTouched = [...undo.expected].some(([id, expected]) => this.#standing(id) !== expected);
    if (isTouched) return refuse({ code: 'not-found' });
    if (!connections.changeTogether(undo.change).ok) return refuse({ code: 'not-saved' });
    for (const { next } of undo.items) vault.changed(next.id);
    this.#undo = null;
    this.ports.record(actions(undo.items, ({ kept }) => (kept === null ? 'deleted' : 'switched-back')));
    return ok(null);
  }

  /** Forgets the file and its contents, and stops opening it. */
  forget(): void {
    this.#opening?.abort();
    this.#held = null;
    this.#undo = null;
  }

  /** Records the import and what can be undone of it; null: nothing. */
  #keep(items: readonly PlannedItem[], back: Pick<Undo, 'change' | 'items'> | null): void {
    this.#held = null;
    this.ports.record(actions(items, () => 'imported'));
    if (back === null) return;
    const expected = new Map(back.items.map(({ next }) => [next.id, this.#standing(next.id)]));
    this.#undo = { ...back, expected };
  }

  async #compare(contents: FileContents, fileName: string): Promise<ImportPreview> {
    const { connections, vault, now, isAllowed, isFixed } = this.ports;
    const changes = new Map(connections.list().map(({ id }) => [id, vault.changes(id)]));
    const allowed = contents.connections.filter(({ system }) => isAllowed(system));
    const forbidden = contents.connections.filter(({ system }) => !isAllowed(system));
    const compared = await compare(
      { ...contents, connections: allowed },
      {
        all: connections.list(),
        vault,
        newId: randomUUID,
        now: now(),
      },
    );
    const isKept = ({ kept }: PlannedItem): boolean => kept !== null && isFixed(kept);
    const items = compared.items.filter((item) => !isKept(item));
    const notAllowed = [...forbidden, ...compared.items.filter(isKept).map(({ shown }) => shown)];
    const leftOut = [
      ...compared.leftOut,
      ...notAllowed.map(({ name }) => ({ title: name, field: null, reason: 'not-allowed' as const })),
    ];
    const attempt = randomUUID();
    this.#held = { kind: 'compared', attempt, items, changes };
    return {
      attempt,
      fileName,
      items: items.map(({ shown }) => shown),
      leftOut,
      otherEntries: contents.otherEntries,
    };
  }

  /** Changes when the connection is edited or gets a new secret, which its own data does not show. */
  #standing(id: string): string {
    return json([this.ports.connections.get(id), this.ports.vault.changes(id)]);
  }

  /** With other values or another secret, earlier proofs no longer apply, including those of a rotation. */
  #asChanged({ kept, next, secrets, shown }: PlannedItem): Connection {
    const isChanged = secrets.length > 0 || shown.values.length > 0 || kept?.environment !== next.environment;
    return kept !== null && isChanged ? this.ports.rotations.unproved(next) : next;
  }

  /** The part of an undo whose connections are unchanged since the import; reading it back also took time. */
  #stillOurs(before: Together, { put, records }: Pick<Together, 'put' | 'records'>): Together {
    const { connections } = this.ports;
    const untouched = new Set(
      put.flatMap((one) => (json(connections.get(one.id)) === json(one) ? one.id : [])),
    );
    const ours = records.filter(({ ref, record }) => json(connections.readSecret(ref)) === json(record));
    const removed = (before.removed ?? []).filter(
      (id) => untouched.has(id) && records.every((one) => one.ref.connection !== id || ours.includes(one)),
    );
    const earlier = new Map(before.records.map(({ ref, record }) => [json(ref), record]));
    return {
      ...before,
      put: before.put.filter(({ id }) => untouched.has(id)),
      removed,
      // A record that could not be read back is useless, whatever happened to its connection.
      records: ours
        .filter(({ ref: { connection } }) => !removed.includes(connection))
        .map(({ ref }) => ({ ref, record: earlier.get(json(ref)) })),
    };
  }

  #stateBefore(chosen: readonly PlannedItem[]): Together {
    return {
      // An undone secret must be gone for good.
      purge: true,
      put: chosen.flatMap(({ kept }) => kept ?? []),
      removed: chosen.filter(({ kept }) => kept === null).map(({ next }) => next.id),
      records: chosen
        .filter(({ kept }) => kept !== null)
        .flatMap(({ secrets }) =>
          secrets.map(({ ref }) => ({ ref, record: this.ports.connections.readSecret(ref) })),
        ),
    };
  }
}

const actions = (
  items: readonly PlannedItem[],
  action: (item: PlannedItem) => SecretAction['action'],
): readonly SecretAction[] =>
  items.flatMap((item) =>
    item.secrets.map(({ ref }) => ({ connection: item.next, field: ref.field, action: action(item) })),
  );

/** The items, with only those secrets that have a record here. */
function withSecrets(
  items: readonly PlannedItem[],
  records: readonly { readonly ref: SecretRef }[],
): readonly PlannedItem[] {
  const kept = new Set(records.map(({ ref }) => json(ref)));
  return items.map((item) => ({ ...item, secrets: item.secrets.filter(({ ref }) => kept.has(json(ref))) }));
}

/** The written items this change undoes, with the secrets it undoes. */
function whatGoesBack(written: readonly PlannedItem[], back: Together): readonly PlannedItem[] {
  const removed = new Set(back.removed);
  const put = new Set(back.put.map(({ id }) => id));
  const [gone, others] = [
    written.filter(({ next }) => removed.has(next.id)),
    written.filter(({ next }) => !removed.has(next.id)),
  ];
  const changed = withSecrets(others, back.records).filter(
    ({ next, secrets }) => put.has(next.id) || secrets.length > 0,
  );
  return [...gone, ...changed];
}

const json = (value: unknown): string => JSON.stringify(value) ?? '';

const KEEPASS = Buffer.from([0x03, 0xd9, 0xa2, 0x9a]);
const KDBX = Buffer.from([0x67, 0xfb, 0x4b, 0xb5]);

/** Detects the kind by the first bytes, regardless of the file's name. */
function kindOf(bytes: Uint8Array): 'database' | 'settings' | TransferReason {
  const start = Buffer.from(bytes.subarray(0, 64));
  if (start.subarray(0, 4).equals(KEEPASS)) {
    return start.subarray(4, 8).equals(KDBX) ? 'database' : start.length < 8 ? 'damaged' : 'unsupported';
  }
  // The last character may be cut off; if strict decoding fails, look at the bytes anyway.
  return /^\s*[{[]/.test(decodeText(start) ?? start.toString('latin1')) ? 'settings' : 'not-ours';
}
