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

/** Storage for ciphertext. Records are returned as stored, because a damaged record must not count as absent. */
export interface SecretRecords {
  /** undefined if there is no record. */
  readSecret(ref: SecretRef): unknown;
  /** `undefined` deletes the record. If the write fails, the previous record is untouched. */
  writeSecret(ref: SecretRef, record: unknown): Result<null, 'not-saved' | 'not-found'>;
  /**
   * Replaces a connection and its secret records in one write. `purge` also removes their previous state from the
   * backup generations.
   */
  writeTogether(
    connection: Connection,
    records: (before: ReadonlyMap<string, unknown>) => ReadonlyMap<string, unknown>,
    purge: boolean,
  ): Result<null, 'not-saved' | 'not-found'>;
  forgetSecrets(connection: string): Result<null, 'not-saved'>;
}

/** What may be done with a connection's secrets. */
export interface SecretUse {
  /** False: they are kept for this run only. */
  readonly onDisk: boolean;
  /** False: they come from a store that was not reached for longer than the organization allows. */
  readonly open: boolean;
}

export interface VaultPorts {
  readonly cipher: SecretCipher;
  readonly records: SecretRecords;
  readonly now: () => Date;
  /** Absent: everything is allowed. */
  readonly allowed?: (connection: string) => Promise<SecretUse>;
}

const ALL_ALLOWED: SecretUse = { onDisk: true, open: true };

/** A secret to save, with the origins it may be sent to. */
export interface NewSecret {
  readonly ref: SecretRef;
  readonly secret: string;
  readonly origins: readonly string[];
  /** When it came into use (ISO 8601), if earlier than now. */
  readonly since?: string;
}

/**
 * Why a secret cannot be opened, as in `SecretTrouble`. The stored bytes are never touched. `other-address`: it is
 * bound to origins other than the requested one, so it must not be sent there.
 */
export type OpenFailure =
  | { readonly code: 'absent' }
  | { readonly code: 'keyring-unavailable'; readonly protection: Protection }
  | { readonly code: 'backend-changed'; readonly wroteBy: string; readonly now: string }
  | { readonly code: 'damaged' }
  | { readonly code: 'not-decryptable' }
  | { readonly code: 'misplaced' }
  | { readonly code: 'store-not-reached' }
  | { readonly code: 'other-address' };

/**
 * Stores secrets encrypted by the operating system's keyring. Without a trustworthy keyring, they are kept in memory
 * for this run only.
 */
export class Vault {
  readonly #session = new SessionVault();
  readonly #changes = new Map<string, number>();
  readonly #digestKey = randomBytes(32);

  constructor(private readonly ports: VaultPorts) {}

  /**
   * Saves a secret for these origins and replaces the field's previous one.
   * @param owner called right before the write; returns the connection to save in the same write, or null to leave it
   * untouched. Session-only secrets also leave the connection untouched.
   * @returns `saved` only after the record has been read back, decrypted and compared
   */
  async save(
    ref: SecretRef,
    secret: string,
    origins: readonly string[],
    owner: () => Connection | null = () => null,
  ): Promise<Result<'saved' | 'session-only', 'not-saved' | 'not-found'>> {
    const written = (): void => this.changed(ref.connection);
    const kept = await this.#keep(ref, secret, origins, owner, written);
    // Count once more, for checks that began before the session-only secret was dropped.
    if (kept.ok) written();
    return kept;
  }

  /** Records a change of the connection's secrets made outside this class, such as a restored record. */
  changed(connection: string): void {
    this.#changes.set(connection, this.changes(connection) + 1);
  }

  /**
   * How many times a secret of this connection changed in this run. Check results from before a change no longer
   * apply.
   */
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
    const { onDisk } = await this.#allowed(ref);
    if (protection.verdict !== 'os-keyring' || !onDisk)
      return this.#keepForThisRun(ref, secret, origins, written);
    const encrypted = await cipher.encrypt(sealEnvelope({ ...ref, origins, secret }));
    if (!encrypted.ok) {
      return encrypted.failure.code === 'not-decryptable'
        ? refuse('not-saved')
        : // The keyring went away after we had queried it.
          this.#keepForThisRun(ref, secret, origins, written);
    }
    const record = this.#record(encrypted.value, protection.backend);
    const kept = await this.#write(ref, record, secret, owner, written);
    if (!kept.ok) return kept;
    // Only now: until the read-back succeeded, the session-only secret is the only good copy.
    this.#session.drop(ref);
    return ok('saved');
  }

  /**
   * Saves several secrets in one write, together with whatever else belongs to them.
   * @param write receives the records to save and is called once; it must write all of them or none
   * @returns how many are saved and how many are session-only; `not-read-back` if the read-back failed: the caller
   * must then restore the previous state
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
      const { onDisk } = await this.#allowed(secret.ref);
      const encrypted =
        protection.verdict === 'os-keyring' && onDisk
          ? await cipher.encrypt(sealEnvelope({ ...secret.ref, ...secret }))
          : null;
      if (encrypted?.ok === true) {
        sealed.push({ ...secret, record: this.#record(encrypted.value, protection.backend, secret.since) });
      } else if (encrypted?.failure.code === 'not-decryptable') return refuse('not-saved');
      else forThisRun.push(secret);
    }
    const written = write(sealed.map(({ ref, record }) => ({ ref, record })));
    if (!written.ok) return written;
    // Count the change now for checks already running, and again below for those that start before everything is in
    // place.
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

  /** @param origins those of the connection's current values; empty while they are not valid addresses */
  async state(ref: SecretRef, origins: readonly string[]): Promise<SecretState> {
    if (!(await this.#allowed(ref)).open && this.has(ref)) return 'unreadable';
    const session = this.#session.find(ref);
    if (session !== undefined) return covers(session.origins, origins) ? 'session-only' : 'other-address';
    const opened = await this.#envelope(ref);
    if (opened.ok) return covers(opened.value.origins, origins) ? 'saved' : 'other-address';
    return opened.failure.code === 'absent' ? 'absent' : 'unreadable';
  }

  /**
   * Binds a secret that was entered before any address to these origins. A secret that is already bound, or is
   * replaced meanwhile, stays as it is.
   * @param owner called right before the write; returns the connection with these addresses, saved in the same write
   * @returns `bound` if the write was made; `not-saved`: the secret is still bound to no origin and sent nowhere
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

  /** Opens a secret to send it to `origin`. Fails with `other-address` if it is not bound to that origin. */
  async open(ref: SecretRef, origin: string): Promise<Result<string, OpenFailure>> {
    const opened = await this.#kept(ref);
    if (!opened.ok) return opened;
    return covers(opened.value.origins, [origin])
      ? ok(opened.value.secret)
      : refuse({ code: 'other-address' });
  }

  /** Opens a secret for the user who asked to see, copy or export it, whatever its origins. */
  async reveal(ref: SecretRef): Promise<Result<string, FailureCode>> {
    const opened = await this.#kept(ref);
    return opened.ok ? ok(opened.value.secret) : refuse(failureCodeOf(opened.failure));
  }

  /**
   * Compares secrets without revealing them: a digest (HMAC) with a random key of this run.
   * @returns null if the secret is absent or unreadable
   */
  async digest(ref: SecretRef): Promise<string | null> {
    const opened = await this.#kept(ref);
    return opened.ok ? this.digestOf(opened.value.secret) : null;
  }

  /** The digest of a secret that is not stored here, to compare it with stored ones. */
  digestOf(secret: string): string {
    return createHmac('sha256', this.#digestKey).update(secret, 'utf16le').digest('base64');
  }

  /** True if a secret exists, readable or not. */
  has(ref: SecretRef): boolean {
    return this.#session.find(ref) !== undefined || this.ports.records.readSecret(ref) !== undefined;
  }

  /** Why a saved secret is `unreadable`, with both keyrings' names if that is the reason; null if it is not. */
  async trouble(ref: SecretRef): Promise<SecretTrouble | null> {
    if (!(await this.#allowed(ref)).open && this.has(ref)) return { code: 'store-not-reached' };
    if (this.#session.find(ref) !== undefined) return null;
    const opened = await this.#envelope(ref);
    return opened.ok ? null : troubleOf(opened.failure);
  }

  /**
   * The keyring is available now: saves session-only secrets in place of the ones they were entered to replace. Those
   * that cannot be saved stay in memory.
   */
  async keepSession(): Promise<void> {
    for (const { ref, secret, origins } of this.#session.all()) {
      if (this.#session.find(ref)?.secret === secret) await this.#keep(ref, secret, origins);
    }
  }

  /** True if the secret in effect is on disk, readable or not. */
  isOnDisk(ref: SecretRef): boolean {
    return this.#session.find(ref) === undefined && this.ports.records.readSecret(ref) !== undefined;
  }

  /** Moves secrets between slots and writes their connection in one step, without decrypting them. */
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

  /**
   * When the secret on disk came into use, if known (ISO 8601). null if there is none or its record is damaged. Does
   * not decrypt.
   */
  savedAt(ref: SecretRef): string | null {
    return savedAtOf(this.ports.records.readSecret(ref));
  }

  /** Deletes all secrets of a connection, in memory and on disk. */
  forget(connection: string): Result<null, 'not-saved'> {
    this.#session.forget(connection);
    return this.ports.records.forgetSecrets(connection);
  }

  async #allowed({ connection }: SecretRef): Promise<SecretUse> {
    return (await this.ports.allowed?.(connection)) ?? ALL_ALLOWED;
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
      // Ignore a date before 1970 or in the future: an imported file cannot know it.
      savedAt: (at >= 0 && at < now.getTime() ? new Date(at) : now).toISOString(),
      cipher: bytes.toString('base64'),
    };
  }

  /**
   * Writes, reads back and compares; rolls back if that fails.
   * @param written called synchronously after each change of the stored record, including a rollback
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
    // Roll back, unless another record has been written meanwhile.
    if (sameRecord(records.readSecret(ref), readBack)) records.writeSecret(ref, before);
    written();
    return refuse('not-saved');
  }

  /** The secret in effect: the session-only one, else the one on disk. */
  async #kept(ref: SecretRef): Promise<Result<Pick<Envelope, 'secret' | 'origins'>, OpenFailure>> {
    if (!(await this.#allowed(ref)).open && this.has(ref)) return refuse({ code: 'store-not-reached' });
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
    // If an older wallet wrote the record and this one cannot decrypt it, the contents were not migrated.
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

  /**
   * Encrypts the envelope with the operating system's new key. Failure is harmless: the old bytes can still be
   * decrypted.
   */
  async #reEncrypt(ref: SecretRef, stored: unknown, envelope: Envelope): Promise<void> {
    const { cipher, records } = this.ports;
    const encrypted = await cipher.encrypt(sealEnvelope(envelope));
    const { backend } = await cipher.protection();
    // There is no await between this comparison and the write, so another secret cannot be overwritten.
    if (!encrypted.ok || !sameRecord(records.readSecret(ref), stored)) return;
    const record = this.#record(encrypted.value, backend);
    // Re-encryption does not change the age of the secret.
    const savedAt = asSecretRecord(stored)?.savedAt ?? record.savedAt;
    await this.#write(ref, { ...record, savedAt }, envelope.secret);
  }
}

export type SlotMove = 'switch' | 'switch-back' | 'drop-new' | 'drop-old';
type Place = Pick<SecretRef, 'slot'>;

/** Where each slot's secret goes; null: deleted. Slots not listed stay as they are. */
const slotMoves: Readonly<Record<SlotMove, readonly { readonly from: Place; readonly to: Place | null }[]>> =
  {
    switch: [
      { from: {}, to: { slot: 'previous' } },
      { from: { slot: 'next' }, to: {} },
      // Usually empty. A leftover of an interrupted rotation is deleted, since only one old secret is kept.
      { from: { slot: 'previous' }, to: null },
    ],
    'switch-back': [
      { from: {}, to: { slot: 'next' } },
      { from: { slot: 'previous' }, to: {} },
    ],
    'drop-new': [{ from: { slot: 'next' }, to: null }],
    'drop-old': [{ from: { slot: 'previous' }, to: null }],
  };

/** The code the window gets; `trouble` returns the details. */
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
    case 'store-not-reached':
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
    case 'store-not-reached':
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
