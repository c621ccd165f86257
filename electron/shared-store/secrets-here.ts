import { createHash } from 'node:crypto';
import type { Connection } from '@contract/connection';
import { systemById } from '@systems/catalogue';
import type { ConnectionStore } from '../connections/connection-store';
import type { SharedLink } from '../connections/shared-file';
import { recordKey } from '../secrets/record-facts';
import type { SecretRef } from '../secrets/secret-record';
import type { Vault } from '../secrets/vault';
import { type Secret, type Side, unread } from './merge';

export interface SecretsHerePorts {
  readonly connections: Pick<ConnectionStore, 'readSecret'>;
  readonly vault: Pick<Vault, 'has' | 'isOnDisk' | 'changes' | 'reveal'>;
}

/** The secrets of a connection here, and what tells whether they change. */
export interface SecretsHere {
  readonly secrets: Readonly<Record<string, Secret>>;
  readonly next: Readonly<Record<string, Secret>>;
  readonly state: SecretsState;
}

/** Record key → mark. */
export interface SecretsState {
  readonly marks: Readonly<Record<string, string>>;
  /** The vault's count of changes in this run. */
  readonly changes: number;
}

export const secretFields = ({ system }: Pick<Connection, 'system'>): readonly string[] =>
  systemById(system).fields.flatMap(({ id, secret }) => (secret ? [id] : []));

/** What a sealed secret looks like, without opening it: the same mark means the same secret. */
const markOf = (record: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(record) ?? '')
    .digest('base64');

/** The marks of secrets that are about to be written. */
export const marksOf = (
  records: readonly { readonly ref: SecretRef; readonly record: unknown }[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(records.map(({ ref, record }) => [recordKey(ref), markOf(record)]));

const SLOTS = [undefined, 'next'] as const;

/** Reads a connection's secrets for the store, as few as possible. */
export class ReadsSecretsHere {
  /** Connection → the count of changes at which what it has was last the store's. For secrets that are not on disk. */
  readonly #inStep = new Map<string, number>();

  constructor(private readonly ports: SecretsHerePorts) {}

  state(connection: Connection): SecretsState {
    const { connections, vault } = this.ports;
    const marks: Record<string, string> = {};
    for (const ref of refsOf(connection))
      if (vault.isOnDisk(ref)) marks[recordKey(ref)] = markOf(connections.readSecret(ref));
    return { marks, changes: vault.changes(connection.id) };
  }

  /** From now on, what the connection had at this count of changes is what the store has. */
  inStep(id: string, changes: number | null): void {
    if (changes === null) this.#inStep.delete(id);
    else this.#inStep.set(id, changes);
  }

  /** The vault has counted so many changes that changed nothing. */
  staysInStep(id: string, counted: number): void {
    const before = this.#inStep.get(id);
    if (before !== undefined) this.#inStep.set(id, before + counted);
  }

  /** null if it is absent or unreadable. */
  async open(ref: SecretRef): Promise<string | null> {
    const { vault } = this.ports;
    const opened = await vault.reveal(ref);
    return opened.ok ? opened.value : null;
  }

  /** Whether a secret is known to be what it was at the link's base, without opening it. */
  isUnchanged(link: Pick<SharedLink, 'seen'>, ref: SecretRef): boolean {
    const { connections, vault } = this.ports;
    if (!vault.has(ref)) return ref.slot === undefined || link.seen[recordKey(ref)] === undefined;
    if (!vault.isOnDisk(ref)) return this.#inStep.get(ref.connection) === vault.changes(ref.connection);
    return link.seen[recordKey(ref)] === markOf(connections.readSecret(ref));
  }

  /** @param base its unreadable secrets become readable, where they are known to be the same here */
  async read(
    connection: Connection,
    link: Pick<SharedLink, 'seen'>,
    base: Side | null,
  ): Promise<SecretsHere & { readonly base: Side | null }> {
    const { vault } = this.ports;
    const state = this.state(connection);
    const before: Record<string, Secret> = { ...base?.secrets };
    const secrets: Record<string, Secret> = {};
    const next: Record<string, Secret> = {};
    for (const ref of refsOf(connection)) {
      const { field, slot } = ref;
      if (slot === 'next') {
        if (connection.rotation?.phase !== 'beside' || !vault.has(ref)) continue;
        next[field] = await this.#one(ref);
        continue;
      }
      const known = before[field];
      if (!vault.has(ref)) {
        // It has not come here, or cannot be kept on disk. That is no change.
        if (known !== undefined) secrets[field] = known;
        continue;
      }
      const isSame = known !== undefined && this.isUnchanged(link, ref);
      if (isSame && typeof known === 'string') {
        secrets[field] = known;
        continue;
      }
      const read = await this.#one(ref);
      secrets[field] = isSame && typeof read !== 'string' ? known : read;
      if (isSame && typeof read === 'string') before[field] = read;
    }
    return { secrets, next, state, base: base === null ? null : { ...base, secrets: before } };
  }

  async #one(ref: SecretRef): Promise<Secret> {
    return (await this.open(ref)) ?? unread();
  }
}

const refsOf = (connection: Connection): readonly SecretRef[] =>
  secretFields(connection).flatMap((field) =>
    SLOTS.map((slot) => ({ connection: connection.id, field, ...(slot === undefined ? {} : { slot }) })),
  );

/** Nothing of what is compared has changed in between. */
export const isSameState = (one: SecretsState, other: SecretsState): boolean =>
  one.changes === other.changes && JSON.stringify(one.marks) === JSON.stringify(other.marks);
