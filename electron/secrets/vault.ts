import { createHmac, randomBytes } from 'node:crypto';
import type { FailureCode } from '@contract/channels';
import type { Connection, SecretState, SecretTrouble } from '@contract/connection';
import { mayShareKey, type Protection } from '@contract/keyring';
import { assertNever, ok, type Result, refuse } from '@contract/result';
import type { CipherFailure, SecretCipher } from './cipher';
import { recordKey, savedAtOf } from './record-facts';
import {
  asSecretRecord,
  covers,
  type Envelope,
  openEnvelope,
  type SecretRecord,
  type SecretRef,
  sealEnvelope,
  wasEnvelope,
} from './secret-record';
import { SessionVault } from './session-vault';

/** Where ciphertext lies. Records are handed out as they lie there: a damaged one is still not an absent one. */
export interface SecretRecords {
  /** undefined when there is none. */
  readSecret(ref: SecretRef): unknown;
  /** undefined takes the record away. On refusal the record before is untouched. */
  writeSecret(ref: SecretRef, record: unknown): Result<null, 'not-saved' | 'not-found'>;
  /** Replaces a connection and its secrets' records in one write; `purge` also takes them out of older copies. */
  writeTogether(
    connection: Connection,
    records: (before: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>,
    purge: boolean,
  ): Result<null, 'not-saved' | 'not-found'>;
  forgetSecrets(connection: string): Result<null, 'not-saved'>;
}

export interface VaultPorts {
  readonly cipher: SecretCipher;
  readonly records: SecretRecords;
  readonly now: () => Date;
}

/** A secret to be kept, for the origins it may be sent to. */
export interface NewSecret {
  readonly ref: SecretRef;
  readonly secret: string;
  readonly origins: readonly string[];
  /** Since when it is in use (ISO 8601), where that is longer than here. */
  readonly since?: string;
}

/**
 * Why a secret does not come out, as in `SecretTrouble`; its bytes stay as they are in every case.
 * `other-address`: sealed for other origins than the one asked for, and therefore not sent there.
 */
export type OpenFailure =
  | { readonly code: 'absent' }
  | { readonly code: 'keyring-unavailable'; readonly protection: Protection }
  | { readonly code: 'backend-changed'; readonly wroteBy: string; readonly now: string }
  | { readonly code: 'damaged' }
  | { readonly code: 'not-decryptable' }
  | { readonly code: 'misplaced' }
  | { readonly code: 'other-address' };

/** Encrypted storage for secrets; where the operating system offers none worth the name, for this run only. */
export class Vault {
  readonly #session = new SessionVault();
  readonly #changes = new Map<string, number>();
  readonly #digestKey = randomBytes(32);

  constructor(private readonly ports: VaultPorts) {}

  /**
   * Keeps a secret for these origins, replacing what the field had.
   * @param owner the connection as it is to be with this secret, asked for at the very write that brings both to the
   *   disk; null leaves it as it is, and so does a secret that is kept for this run only.
   * @returns `saved` only after what was written has been read back, decrypted and compared
   */
  async save(
    ref: SecretRef,
    secret: string,
    origins: readonly string[],
    owner: () => Connection | null = () => null,
  ): Promise<Result<'saved' | 'session-only', 'not-saved' | 'not-found'>> {
    const written = (): void => this.changed(ref.connection);
    const kept = await this.#keep(ref, secret, origins, owner, written);
    // Again, for the checks that began before all of it was in place.
    if (kept.ok) written();
    return kept;
  }

  /** Counts a change of one of its secrets that was made by another hand: its record was put back, for one. */
  changed(connection: string): void {
    this.#changes.set(connection, this.changes(connection) + 1);
  }

  /** How often a secret of this connection was given anew in this run: a result of before speaks of another one. */
  changes(connection: string): number {
    return this.#changes.get(connection) ?? 0;
  }

  async #keep(
    ref: SecretRef,
    secret: string,
    origins: readonly string[],
    owner: () => Connection | null = () => null,
    written: () => void = () => undefined,
  ): Promise<Result<'saved' | 'session-only', 'not-saved' | 'not-found'>> {
    const { cipher } = this.ports;
    const protection = await cipher.protection();
    if (protection.verdict !== 'os-keyring') return this.#keepForThisRun(ref, secret, origins, written);
    const encrypted = await cipher.encrypt(sealEnvelope({ ...ref, origins, secret }));
    if (!encrypted.ok) {
      return encrypted.failure.code === 'not-decryptable'
        ? refuse('not-saved')
        : // The keyring went away between the question and the deed.
          this.#keepForThisRun(ref, secret, origins, written);
    }
    const record = this.#record(encrypted.value, protection.backend);
    const kept = await this.#write(ref, record, secret, owner, written);
    if (!kept.ok) return kept;
    // Only now: until the disk has proved it, the one of this run is the only good one.
    this.#session.drop(ref);
    return ok('saved');
  }

  /**
   * Keeps several secrets by one write, which puts them on the disk together with whatever belongs with them.
   * @param write gets the records to put in place; it has to write all or nothing, and is called once
   * @returns how many are saved and how many are for this run only; `not-read-back` when the disk did not prove
   *   what was written: then the writer has to put back what was there before
   */
  async saveTogether<Failure>(
    secrets: readonly NewSecret[],
    write: (
      records: readonly { readonly ref: SecretRef; readonly record: SecretRecord }[],
    ) => Result<null, Failure>,
  ): Promise<
    Result<{ readonly saved: number; readonly sessionOnly: number }, Failure | 'not-saved' | 'not-read-back'>
  > {
    const { cipher, records } = this.ports;
    const protection = await cipher.protection();
    const sealed: (NewSecret & { readonly record: SecretRecord })[] = [];
    const forThisRun: NewSecret[] = [];
    for (const secret of secrets) {
      const encrypted =
        protection.verdict === 'os-keyring'
          ? await cipher.encrypt(sealEnvelope({ ...secret.ref, ...secret }))
          : null;
      if (encrypted?.ok === true) {
        sealed.push({ ...secret, record: this.#record(encrypted.value, protection.backend, secret.since) });
      } else if (encrypted?.failure.code === 'not-decryptable') return refuse('not-saved');
      else forThisRun.push(secret);
    }
    const written = write(sealed.map(({ ref, record }) => ({ ref, record })));
    if (!written.ok) return written;
    // Now, for the checks that run already; and below, for those that begin before all of it is in place.
    for (const { ref } of secrets) this.changed(ref.connection);
    for (const { ref, secret } of sealed) {
      const opened = await this.#openRecord(ref, records.readSecret(ref));
      if (!opened.ok || opened.value.envelope.secret !== secret) return refuse('not-read-back');
    }
    for (const { ref } of sealed) this.#session.drop(ref);
    for (const { ref, secret, origins } of forThisRun) this.#keepForThisRun(ref, secret, origins);
    for (const { ref } of secrets) this.changed(ref.connection);
    return ok({ saved: sealed.length, sessionOnly: forThisRun.length });
  }

  /** @param origins those the connection's values name today; empty while they are not valid addresses */
  async state(ref: SecretRef, origins: readonly string[]): Promise<SecretState> {
    const session = this.#session.find(ref);
    if (session !== undefined) return covers(session.origins, origins) ? 'session-only' : 'other-address';
    const opened = await this.#envelope(ref);
    if (opened.ok) return covers(opened.value.origins, origins) ? 'saved' : 'other-address';
    return opened.failure.code === 'absent' ? 'absent' : 'unreadable';
  }

  /**
   * Fixes where a secret may be sent that was entered before any address was. One that is bound stays as it is, and so
   * does one that is replaced meanwhile.
   * @param owner the connection with those addresses, asked for at the very write that brings both to the disk
   * @returns `bound` when that write was made; `not-saved`: the secret is still bound to nothing, and sent nowhere
   */
  async bindUnbound(
    ref: SecretRef,
    origins: readonly string[],
    owner: () => Connection | null,
  ): Promise<'bound' | 'nothing-written' | 'not-saved'> {
    if (origins.length === 0) return 'nothing-written';
    const session = this.#session.find(ref);
    if (session !== undefined) {
      if (session.origins.length === 0) this.#session.keep(ref, { secret: session.secret, origins });
      return 'nothing-written';
    }
    const { cipher, records } = this.ports;
    const stored = records.readSecret(ref);
    const record = asSecretRecord(stored);
    const opened = await this.#envelope(ref);
    if (record === null || !opened.ok || opened.value.origins.length > 0) return 'nothing-written';
    const encrypted = await cipher.encrypt(sealEnvelope({ ...opened.value, origins }));
    if (!encrypted.ok) return 'not-saved';
    if (!sameRecord(records.readSecret(ref), stored)) return 'nothing-written';
    const bound = { ...record, cipher: encrypted.value.toString('base64') };
    return (await this.#write(ref, bound, opened.value.secret, owner)).ok ? 'bound' : 'not-saved';
  }

  /** The secret, for one origin it is bound to: the way into a sign-in. */
  async open(ref: SecretRef, origin: string): Promise<Result<string, OpenFailure>> {
    const opened = await this.#kept(ref);
    if (!opened.ok) return opened;
    return covers(opened.value.origins, [origin])
      ? ok(opened.value.secret)
      : refuse({ code: 'other-address' });
  }

  /** The secret, for the person who asked to see, copy or export it; where it may be sent does not matter. */
  async reveal(ref: SecretRef): Promise<Result<string, FailureCode>> {
    const opened = await this.#kept(ref);
    return opened.ok ? ok(opened.value.secret) : refuse(failureCodeOf(opened.failure));
  }

  /**
   * Tells whether two secrets are the same without handing out either: a digest under a key of this run alone.
   * @returns null when the secret is absent or cannot be read
   */
  async digest(ref: SecretRef): Promise<string | null> {
    const opened = await this.#kept(ref);
    return opened.ok ? this.digestOf(opened.value.secret) : null;
  }

  /** The digest of a secret that is not kept here, to compare it with those that are. */
  digestOf(secret: string): string {
    return createHmac('sha256', this.#digestKey).update(secret, 'utf16le').digest('base64');
  }

  /** True when anything is kept there, readable or not. */
  has(ref: SecretRef): boolean {
    return this.#session.find(ref) !== undefined || this.ports.records.readSecret(ref) !== undefined;
  }

  /** Why a saved secret is `unreadable`, with both keyrings' names where that is the reason; null when it is not. */
  async trouble(ref: SecretRef): Promise<SecretTrouble | null> {
    if (this.#session.find(ref) !== undefined) return null;
    const opened = await this.#envelope(ref);
    return opened.ok ? null : troubleOf(opened.failure);
  }

  /**
   * The keyring is there now: what was typed while it was not is kept for good, in place of what it was typed to
   * replace. What cannot be kept stays in memory.
   */
  async keepSession(): Promise<void> {
    for (const { ref, secret, origins } of this.#session.all()) {
      if (this.#session.find(ref)?.secret === secret) await this.#keep(ref, secret, origins);
    }
  }

  /** True when it lies on the disk, readable or not, and is the one that counts. */
  isOnDisk(ref: SecretRef): boolean {
    return this.#session.find(ref) === undefined && this.ports.records.readSecret(ref) !== undefined;
  }

  /** Moves secrets between their slots, and writes the connection they belong to, in one step; opens none of them. */
  move(
    connection: Connection,
    fields: readonly string[],
    move: SlotMove,
  ): Result<null, 'not-saved' | 'not-found'> {
    const moves = slotMoves[move];
    const written = this.ports.records.writeTogether(
      connection,
      (before) => {
        const after = new Map(before);
        for (const field of fields) {
          for (const { from } of moves) after.delete(recordKey({ field, ...from }));
          for (const { from, to } of moves) {
            const record = before.get(recordKey({ field, ...from }));
            if (to !== null && record !== undefined) after.set(recordKey({ field, ...to }), record);
          }
        }
        return after;
      },
      move === 'drop-old' || move === 'drop-new',
    );
    if (!written.ok) return written;
    this.changed(connection.id);
    for (const field of fields) {
      const ref = { connection: connection.id, field };
      const held = moves.map(({ from, to }) => ({
        from,
        to,
        secret: this.#session.find({ ...ref, ...from }),
      }));
      for (const { from } of held) this.#session.drop({ ...ref, ...from });
      for (const { to, secret } of held) {
        if (to !== null && secret !== undefined) this.#session.keep({ ...ref, ...to }, secret);
      }
    }
    return ok(null);
  }

  /** Since when the one on the disk is in use, as far as is known (ISO 8601); null when none is, or its record is damaged. Decrypts nothing. */
  savedAt(ref: SecretRef): string | null {
    return savedAtOf(this.ports.records.readSecret(ref));
  }

  /** Drops all secrets of a connection, in memory and on the disk. */
  forget(connection: string): Result<null, 'not-saved'> {
    this.#session.forget(connection);
    return this.ports.records.forgetSecrets(connection);
  }

  #keepForThisRun(
    ref: SecretRef,
    secret: string,
    origins: readonly string[],
    written: () => void = () => undefined,
  ): { readonly ok: true; readonly value: 'session-only' } {
    this.#session.keep(ref, { secret, origins });
    written();
    return ok('session-only');
  }

  #record(bytes: Buffer, backend: string, since?: string): SecretRecord {
    const now = this.ports.now();
    const at = since === undefined ? Number.NaN : Date.parse(since);
    return {
      format: 1,
      backend,
      // What a file says of the time before 1970 or after today is nothing it can know.
      savedAt: (at >= 0 && at < now.getTime() ? new Date(at) : now).toISOString(),
      cipher: bytes.toString('base64'),
    };
  }

  /**
   * Writes, reads back and compares; what was there before comes back when that fails.
   * @param written called in the very moment in which another record has come to lie there, or has gone again
   */
  async #write(
    ref: SecretRef,
    record: SecretRecord,
    secret: string,
    owner: () => Connection | null = () => null,
    written: () => void = () => undefined,
  ): Promise<Result<null, 'not-saved' | 'not-found'>> {
    const { records } = this.ports;
    const before = records.readSecret(ref);
    const connection = owner();
    const taken =
      connection === null
        ? records.writeSecret(ref, record)
        : records.writeTogether(connection, (all) => new Map(all).set(recordKey(ref), record), false);
    if (!taken.ok) return taken;
    written();
    const readBack = records.readSecret(ref);
    const opened = await this.#openRecord(ref, readBack);
    if (opened.ok && opened.value.envelope.secret === secret) return ok(null);
    // Back to the state before, unless somebody wrote anew meanwhile.
    if (sameRecord(records.readSecret(ref), readBack)) records.writeSecret(ref, before);
    written();
    return refuse('not-saved');
  }

  /** The one that counts: that of this run, else the one on the disk. */
  async #kept(ref: SecretRef): Promise<Result<Pick<Envelope, 'secret' | 'origins'>, OpenFailure>> {
    const session = this.#session.find(ref);
    return session === undefined ? this.#envelope(ref) : ok(session);
  }

  async #envelope(ref: SecretRef): Promise<Result<Envelope, OpenFailure>> {
    const stored = this.ports.records.readSecret(ref);
    if (stored === undefined) return refuse({ code: 'absent' });
    const opened = await this.#openRecord(ref, stored);
    if (!opened.ok) return opened;
    if (opened.value.shouldReEncrypt) await this.#reEncrypt(ref, stored, opened.value.envelope);
    return ok(opened.value.envelope);
  }

  async #openRecord(
    ref: SecretRef,
    stored: unknown,
  ): Promise<Result<{ readonly envelope: Envelope; readonly shouldReEncrypt: boolean }, OpenFailure>> {
    const record = asSecretRecord(stored);
    if (record === null) return refuse({ code: 'damaged' });
    const protection = await this.ports.cipher.protection();
    const [wroteBy, now] = [record.backend, protection.backend];
    const changed = { code: 'backend-changed', wroteBy, now } as const;
    if (!mayShareKey(wroteBy, now)) return refuse(changed);
    // What an older wallet wrote and this one cannot open was not taken over.
    const withoutKey = wroteBy === now ? ({ code: 'not-decryptable' } as const) : changed;
    const decrypted = await this.ports.cipher.decrypt(Buffer.from(record.cipher, 'base64'));
    if (!decrypted.ok) {
      const failure = openFailureOf(decrypted.failure);
      return refuse(failure.code === 'not-decryptable' ? withoutKey : failure);
    }
    const { plain } = decrypted.value;
    const envelope = openEnvelope(plain);
    if (envelope === null) return refuse(wasEnvelope(plain) ? { code: 'damaged' } : withoutKey);
    if (envelope.connection !== ref.connection || envelope.field !== ref.field) {
      return refuse({ code: 'misplaced' });
    }
    return ok({ envelope, shouldReEncrypt: decrypted.value.shouldReEncrypt });
  }

  /** The key was rotated: the same envelope under the new one. Failing is harmless, the old bytes still open. */
  async #reEncrypt(ref: SecretRef, stored: unknown, envelope: Envelope): Promise<void> {
    const { cipher, records } = this.ports;
    const encrypted = await cipher.encrypt(sealEnvelope(envelope));
    const { backend } = await cipher.protection();
    // Nothing waits between this look and the write: another secret may have taken the place meanwhile.
    if (!encrypted.ok || !sameRecord(records.readSecret(ref), stored)) return;
    const record = this.#record(encrypted.value, backend);
    // The secret is as old as it was.
    const savedAt = asSecretRecord(stored)?.savedAt ?? record.savedAt;
    await this.#write(ref, { ...record, savedAt }, envelope.secret);
  }
}

export type SlotMove = 'switch' | 'switch-back' | 'drop-new' | 'drop-old';
type Place = Pick<SecretRef, 'slot'>;

/** What goes where; null: away. Places that nothing moves into and out of stay as they are. */
const slotMoves: Readonly<Record<SlotMove, readonly { readonly from: Place; readonly to: Place | null }[]>> =
  {
    switch: [
      { from: {}, to: { slot: 'previous' } },
      { from: { slot: 'next' }, to: {} },
      // There is none but what an interrupted hand left; two old ones are not kept.
      { from: { slot: 'previous' }, to: null },
    ],
    'switch-back': [
      { from: {}, to: { slot: 'next' } },
      { from: { slot: 'previous' }, to: {} },
    ],
    'drop-new': [{ from: { slot: 'next' }, to: null }],
    'drop-old': [{ from: { slot: 'previous' }, to: null }],
  };

/** What the window is told; the finer reason is `trouble`'s. */
function failureCodeOf(failure: OpenFailure): FailureCode {
  switch (failure.code) {
    case 'absent':
      return 'secret-absent';
    case 'keyring-unavailable':
      return failure.protection.reason === 'locked' ? 'keyring-locked' : 'secret-unreadable';
    case 'backend-changed':
    case 'damaged':
    case 'not-decryptable':
    case 'misplaced':
      return 'secret-unreadable';
    case 'other-address':
      return 'secret-other-address';
    default:
      return assertNever(failure);
  }
}

function troubleOf(failure: OpenFailure): SecretTrouble | null {
  switch (failure.code) {
    case 'absent':
    case 'other-address':
      return null;
    case 'keyring-unavailable':
      return { code: failure.code, reason: failure.protection.reason };
    case 'backend-changed':
    case 'damaged':
    case 'not-decryptable':
    case 'misplaced':
      return failure;
    default:
      return assertNever(failure);
  }
}

function openFailureOf(failure: CipherFailure): OpenFailure {
  switch (failure.code) {
    case 'keyring-unavailable':
      return failure;
    case 'not-decryptable':
    case 'not-encrypted':
      return { code: 'not-decryptable' };
    default:
      return assertNever(failure);
  }
}

const sameRecord = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
