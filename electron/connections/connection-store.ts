import type { StoreNotice } from '@contract/channels';
import { type Connection, LIMITS } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import { recordKey } from '../secrets/record-facts';
import type { SecretRef } from '../secrets/secret-record';
import type { SecretRecords } from '../secrets/vault';
import {
  asConnection,
  emptyState,
  judgeConnectionsText,
  markOf,
  onlyResultsDiffer,
  type StoredState,
  storedValue,
  textWith,
} from './connections-text';
import { Generations } from './generations';
import { type OpenWriter, StoreFile } from './store-file';
import { CONNECTIONS_VERSION } from './stored-format';

/*
 * One file for connections and their ciphertext, because a connection and its secrets must match. With two files, a
 * crash between the two renames would leave a secret bound to addresses its connection does not have, or the reverse;
 * no order of the writes avoids both. A single rename changes both or neither. The price is that every save writes
 * the whole file. This store's tests measure the cost for 1,000 and 5,000 connections.
 */

/**
 * - `not-saved`: writing failed; memory and file are unchanged.
 * - `invalid`: it does not match the contract's schema; nothing was written.
 */
export type StoreFailure = 'not-saved' | 'not-found' | 'already-there' | 'too-many' | 'invalid';

export interface ConnectionStoreOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  /** For a program that only reads, while the window may be writing: changes nothing on disk. */
  readonly readOnly?: boolean;
  /** For a program that writes while the window may be writing: leaves its temporary files alone. */
  readonly isBeside?: boolean;
  readonly openWriter?: OpenWriter;
}

/** A change of several connections at once. */
export interface Together {
  /** Added, or replaces the connection with the same id. */
  readonly put: readonly Connection[];
  /** Ids to delete, with their secrets, also from the generations. */
  readonly removed?: readonly string[];
  /** An undefined `record` deletes the stored one. */
  readonly records: readonly { readonly ref: SecretRef; readonly record: unknown }[];
  /** Also removes the previous state of these connections from the generations. */
  readonly purge?: boolean;
}

type Change = (state: StoredState) => Result<StoredState, StoreFailure>;

/** The connections and their ciphertext. Read once at startup; each change writes the whole file and reads it back. */
export class ConnectionStore implements SecretRecords {
  readonly #file: StoreFile;
  readonly #generations: Generations;
  readonly #readOnly: boolean;
  readonly #notices: StoreNotice[] = [];
  #state: StoredState = emptyState;
  /** The file's text as last read or written; null while there is no valid file. */
  #text: string | null = null;
  #stamp: string | null = null;
  /** After a failed write, not even the file's stamp could be read. Until it can, the state in memory counts. */
  #isInDoubt = false;
  /** Why the file must be copied aside before it may be overwritten; null if it need not be. */
  #mustSetAside: StoreNotice['kind'] | null = null;
  /** The generations could not be read, so nothing has been recovered. The empty state in memory must not be saved. */
  #isUnhealed = false;

  /** Never throws: whatever is on disk, the store is usable, and `notices` tells what happened. */
  constructor(options: ConnectionStoreOptions) {
    this.#file = new StoreFile({ ...options, name: 'connections' });
    this.#generations = new Generations(
      options.folder,
      'connections',
      CONNECTIONS_VERSION,
      (text, ids) => textWith(text, ids, this.#state),
      (id) => markOf(this.#state, id),
    );
    this.#readOnly = options.readOnly ?? false;
    if (!this.#readOnly) {
      if (options.isBeside !== true) this.#file.prepare();
      this.#generations.prepare();
    }
    this.#load();
  }

  /** Files that were copied aside, and where to. Each is reported once. */
  get notices(): readonly StoreNotice[] {
    return this.#notices;
  }

  /** In order of creation. */
  list(): readonly Connection[] {
    return [...this.#state.connections.values()];
  }

  get(id: string): Connection | undefined {
    return this.#state.connections.get(id);
  }

  create(connection: Connection): Result<null, StoreFailure> {
    return this.#change(({ connections, secrets }) => {
      if (connections.has(connection.id)) return refuse('already-there');
      if (connections.size >= LIMITS.connections) return refuse('too-many');
      return withConnection({ connections, secrets }, connection);
    });
  }

  /** Replaces everything except its secrets. */
  replace(connection: Connection): Result<null, StoreFailure> {
    return this.#change((state) =>
      state.connections.has(connection.id) ? withConnection(state, connection) : refuse('not-found'),
    );
  }

  /** Deletes it with its secrets in one step, also from the generations. */
  delete(id: string): Result<null, StoreFailure> {
    return this.#change(
      (state) => (state.connections.has(id) ? ok(without(state, id)) : refuse('not-found')),
      [id],
    );
  }

  /** Writes several connections and their records in one step, all or nothing. */
  changeTogether({ put, removed = [], records, purge = false }: Together): Result<null, StoreFailure> {
    const purged = [...removed, ...(purge ? put.map(({ id }) => id) : [])];
    return this.#change((state) => {
      const connections = new Map(state.connections);
      const secrets = new Map(state.secrets);
      for (const id of removed) {
        connections.delete(id);
        secrets.delete(id);
      }
      for (const connection of put) {
        const checked = asConnection(connection);
        if (checked === null) return refuse('invalid');
        connections.set(checked.id, checked);
      }
      if (connections.size > LIMITS.connections) return refuse('too-many');
      for (const { ref, record } of records) {
        if (!connections.has(ref.connection)) return refuse('not-found');
        setRecord(secrets, ref, record);
      }
      return ok({ connections, secrets });
    }, purged);
  }

  readSecret(ref: SecretRef): unknown {
    return this.#state.secrets.get(ref.connection)?.get(recordKey(ref));
  }

  writeSecret(ref: SecretRef, record: unknown): Result<null, 'not-saved' | 'not-found'> {
    const { connection } = ref;
    const written = this.#change((state) => {
      if (!state.connections.has(connection)) return refuse('not-found');
      const secrets = new Map(state.secrets);
      setRecord(secrets, ref, record);
      return ok({ ...state, secrets });
    });
    if (written.ok) return written;
    return refuse(written.failure === 'not-found' ? 'not-found' : 'not-saved');
  }

  writeTogether(
    connection: Connection,
    records: (before: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>,
    purge: boolean,
  ): Result<null, 'not-saved' | 'not-found'> {
    const { id } = connection;
    // What was deleted for good must not remain in a generation or be restored from one.
    const purged = purge ? [id] : [];
    const written = this.#change((state) => {
      if (!state.connections.has(id)) return refuse('not-found');
      const replaced = withConnection(state, connection);
      if (!replaced.ok) return replaced;
      const fields = records(state.secrets.get(id) ?? new Map());
      const secrets = new Map(state.secrets);
      if (fields.size === 0) secrets.delete(id);
      else secrets.set(id, fields);
      return ok({ ...replaced.value, secrets });
    }, purged);
    if (written.ok) return written;
    return refuse(written.failure === 'not-found' ? 'not-found' : 'not-saved');
  }

  forgetSecrets(connection: string): Result<null, 'not-saved'> {
    if (!this.#state.secrets.has(connection)) return ok(null);
    const forgotten = this.#change((state) => {
      const secrets = new Map(state.secrets);
      secrets.delete(connection);
      return ok({ ...state, secrets });
    });
    return forgotten.ok ? forgotten : refuse('not-saved');
  }

  /** @param purged the connections whose previous state is also removed from the generations */
  #change(change: Change, purged: readonly string[] = []): Result<null, StoreFailure> {
    if (this.#readOnly) return refuse('not-saved');
    if (this.#isUnhealed) this.#load();
    if (this.#isUnhealed) return refuse('not-saved');
    const stamp = this.#file.stamp();
    if (this.#isInDoubt && stamp !== null) {
      this.#stamp = stamp;
      this.#isInDoubt = false;
    }
    if (stamp !== this.#stamp) this.#catchUp();
    if (!this.#setAsideFirst()) return refuse('not-saved');
    // If recovery failed at startup, e.g. because the disk was full, repeat it before saving anything.
    if (this.#text === null && this.#file.stamp() !== null) this.#putInPlace(this.#state);
    const next = change(this.#state);
    if (!next.ok) return next;
    if (purged.length > 0) this.#generations.announce(purged.map((id) => [id, markOf(next.value, id)]));
    const text = this.#text;
    const spare = (): string | null => (text === null ? null : this.#generations.fileOf(text));
    const written = this.#file.write(storedValue(next.value), text, spare);
    if (!written.ok) {
      this.#stamp = this.#file.stamp();
      this.#isInDoubt = this.#stamp === null && text !== null;
      // Otherwise the write may have succeeded after all; the next state found on disk decides.
      if (purged.length > 0 && this.#file.holds(text)) this.#generations.settle();
      return written;
    }
    // A long run of checks must not push the user's own changes out of the generations.
    const over = onlyResultsDiffer(this.#state, next.value) ? text : null;
    this.#adopt(next.value, written.value, over);
    return ok(null);
  }

  #load(): void {
    this.#isUnhealed = false;
    const found = this.#file.read();
    if (found.kind === 'unreadable') {
      this.#healFromGeneration();
      return;
    }
    if (found.kind === 'absent') {
      // This app never deletes the file, so a missing one is restored. On first start there are no generations.
      const kept = this.#newestGeneration();
      if (kept === 'unreadable') this.#isUnhealed = true;
      else if (kept !== null) this.#putInPlace(kept);
      return;
    }
    const judged = judgeConnectionsText(found.text);
    switch (judged.kind) {
      case 'good':
        this.#adopt(judged.state, found.text);
        break;
      case 'partly':
        this.#heal('damaged', judged.state);
        break;
      case 'damaged':
        this.#healFromGeneration();
        break;
      case 'newer':
        // Do not recover it. The newer file is copied aside now, and replaced only when the user saves something in
        // this older version.
        this.#state = emptyState;
        this.#mustSetAside = 'newer-version';
        this.#setAsideFirst();
        this.#stamp = this.#file.stamp();
        break;
    }
  }

  #healFromGeneration(): void {
    const kept = this.#newestGeneration();
    if (kept !== 'unreadable') {
      this.#heal('damaged', kept ?? emptyState);
      return;
    }
    // Copy it aside and report it like any damage, but do not overwrite it with an empty state.
    this.#isUnhealed = true;
    this.#mustSetAside = 'damaged';
    this.#setAsideFirst();
  }

  /** Uses `state` from now on, and writes it over the damaged file once that has been copied aside. */
  #heal(kind: StoreNotice['kind'], state: StoredState): void {
    this.#state = state;
    this.#text = null;
    this.#mustSetAside = kind;
    if (this.#setAsideFirst() && !this.#readOnly) this.#putInPlace(state);
  }

  #putInPlace(state: StoredState): void {
    this.#state = state;
    if (this.#readOnly) return;
    const text = JSON.stringify(storedValue(state));
    if (this.#file.replace(text).ok) this.#adopt(state, text);
  }

  /** Returns true if the file may be overwritten. */
  #setAsideFirst(): boolean {
    const kind = this.#mustSetAside;
    if (kind === null) return true;
    if (this.#readOnly) return false;
    const copiedTo = this.#file.setAside(kind);
    if (copiedTo === null) {
      // The file stays in place untouched, so report its own path.
      this.#tell({ kind, file: 'connections', copiedTo: this.#file.path });
      return false;
    }
    this.#mustSetAside = null;
    this.#tell({ kind, file: 'connections', copiedTo });
    return true;
  }

  #tell(notice: StoreNotice): void {
    const isTold = this.#notices.some((told) => told.copiedTo === notice.copiedTo);
    if (!isTold) this.#notices.push(notice);
  }

  /** Another program has written the file: apply our change on top of its state. */
  #catchUp(): void {
    const found = this.#file.read();
    // The file was deleted. The state in memory will be written again.
    if (found.kind === 'absent') return;
    const judged = found.kind === 'text' ? judgeConnectionsText(found.text) : { kind: 'damaged' as const };
    if (judged.kind === 'good' && found.kind === 'text') this.#adopt(judged.state, found.text);
    // Damaged while we were running: copy it aside and write the state in memory.
    else this.#heal(judged.kind === 'newer' ? 'newer-version' : 'damaged', this.#state);
  }

  /** @param over the text whose generation this one replaces */
  #adopt(state: StoredState, text: string, over: string | null = null): void {
    this.#state = state;
    this.#text = text;
    this.#stamp = this.#file.stamp();
    if (!this.#readOnly) this.#generations.add(text, over);
  }

  #newestGeneration(): StoredState | null | 'unreadable' {
    return this.#generations.newestGood((text) => {
      const judged = judgeConnectionsText(text);
      return judged.kind === 'good' ? judged.state : null;
    });
  }
}

function withConnection(state: StoredState, connection: Connection): Result<StoredState, 'invalid'> {
  const checked = asConnection(connection);
  if (checked === null) return refuse('invalid');
  return ok({ ...state, connections: new Map(state.connections).set(checked.id, checked) });
}

function without(state: StoredState, id: string): StoredState {
  const connections = new Map(state.connections);
  const secrets = new Map(state.secrets);
  connections.delete(id);
  secrets.delete(id);
  return { connections, secrets };
}

/** An undefined `record` deletes the stored one. */
function setRecord(
  secrets: Map<string, ReadonlyMap<string, unknown>>,
  ref: SecretRef,
  record: unknown,
): void {
  const { connection } = ref;
  const key = recordKey(ref);
  const fields = new Map(secrets.get(connection));
  if (record === undefined) fields.delete(key);
  else fields.set(key, structuredClone(record));
  if (fields.size === 0) secrets.delete(connection);
  else secrets.set(connection, fields);
}
