import { createHash } from 'node:crypto';
import type { Connection } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type {
  AddressToConfirm,
  KeptInStep,
  SharedAnswers,
  SharedConflict,
  SharedFailure,
} from '@contract/shared-store';
import { systemById } from '@systems/catalogue';
import type { ConnectionStore } from '../connections/connection-store';
import type { SecretAction } from '../connections/history-store';
import type { SharedLink } from '../connections/shared-file';
import type { Rotations } from '../rotation/rotations';
import { covers } from '../secrets/secret-record';
import type { Vault } from '../secrets/vault';
import { asksOf } from './asks';
import { type StoreInUse, withLink, withListed, withoutListed } from './in-use';
import { merge, type Next, type Side, sameData, sameSide } from './merge';
import type { SharedStore, SharedVersion, StoreFailure } from './port';
import { baseWritten, writtenBy } from './rows';
import type { Sealed } from './sealed';
import { isSameState, marksOf, ReadsSecretsHere, type SecretsState, secretFields } from './secrets-here';
import {
  flatOrigins,
  type Origins,
  openRecordOf,
  originsOf,
  recordOf,
  sideHere,
  sideOfBase,
  sideOfRecord,
  withSide,
} from './sides';

type Asked<Value> = Promise<Result<Value, SharedFailure>>;

/** How a difference is settled. */
export interface Settled {
  /** The version that was shown. */
  readonly version: number;
  readonly answers?: SharedAnswers;
  /** Flat, as shown. */
  readonly confirmed?: readonly string[];
  readonly keepsOwn?: boolean;
}

export interface JoiningPorts {
  readonly inUse: StoreInUse;
  readonly sealed: Sealed;
  readonly connections: Pick<ConnectionStore, 'get' | 'readSecret' | 'changeTogether'>;
  readonly vault: Pick<Vault, 'has' | 'isOnDisk' | 'changes' | 'reveal' | 'savedAt' | 'saveTogether'>;
  readonly rotations: Pick<Rotations, 'unproved' | 'act'>;
  readonly record: (actions: readonly SecretAction[]) => void;
}

/** Far more writes than can be on their way at once. */
const MOST_SENT = 8;

/** A change of the connection while it was being joined is joined as well, a few times. */
const ATTEMPTS = 5;

/**
 * Joins one connection here with the store, one step after the other, each of which may be the last: what a killed
 * program leaves behind is joined by the next run like any other difference.
 */
export class Joining {
  readonly secrets: ReadsSecretsHere;
  /** What was found in this run and is not settled yet. */
  readonly conflicts = new Map<string, SharedConflict>();
  readonly addresses = new Map<string, AddressToConfirm>();

  /** Answers to a conflict that wait for an address to be confirmed; they are for the same version. */
  readonly #answers = new Map<string, SharedAnswers>();

  constructor(private readonly ports: JoiningPorts) {
    this.secrets = new ReadsSecretsHere(ports);
  }

  /** What was found of a connection is settled, or no longer of interest. */
  forget(id: string): void {
    this.conflicts.delete(id);
    this.addresses.delete(id);
    this.#answers.delete(id);
  }

  forgetAll(): void {
    this.conflicts.clear();
    this.addresses.clear();
    this.#answers.clear();
  }

  /** Joins one connection and the store. */
  async step(id: string, settled: Settled | null): Asked<KeptInStep> {
    const store = this.ports.inUse.store;
    if (!store.ok) return store;
    let isPulled = false;
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const stepped = await this.#stepOnce(store.value, id, settled);
      if (!stepped.ok) return stepped;
      const { value } = stepped;
      if (value === 'again') continue;
      if (value === 'pulled-again') {
        isPulled = true;
        continue;
      }
      return ok(
        isPulled && value === 'pushed' ? 'joined' : isPulled && value === 'unchanged' ? 'pulled' : value,
      );
    }
    return refuse({ code: 'changed-here' });
  }

  async #stepOnce(
    store: SharedStore,
    id: string,
    settled: Settled | null,
  ): Asked<KeptInStep | 'again' | 'pulled-again'> {
    const { connections, inUse, rotations } = this.ports;
    const connection = connections.get(id);
    const link = inUse.link(id);
    if (connection === undefined || link === undefined) return refuse({ code: 'not-found' });
    const ref = { folder: link.folder, id };
    const read = await store.read(ref);
    if (!read.ok) return this.#notRead(id, read.failure);
    const theirs = read.value;
    if (theirs.record.system !== connection.system) return ok('not-understood');
    const isKept = inUse.change((state) => withListed(state, ref, theirs));
    if (!isKept.ok) return isKept;
    if (settled !== null && theirs.version !== settled.version) return refuse({ code: 'changed-there' });
    if (!this.ports.inUse.isUsable(link)) {
      const reached = this.ports.inUse.reached(id);
      if (!reached.ok) return reached;
    }

    const here = await this.here(connection, link, await this.#base(id, link));
    const there = sideOfRecord(theirs.record);
    const isOwn = (next: Next): boolean => isOwnNext(next, connection, link);
    const alongside = alongsideOf(connection);
    // The address was shown for this version, and so were the questions before it.
    const isOfAddress = settled !== null && this.addresses.get(id)?.theirs.version === settled.version;
    const answers = settled?.answers ?? (isOfAddress ? this.#answers.get(id) : undefined) ?? {};
    const isSetBack = link.base !== null && (await this.#isSetBack(store, ref, link.base, theirs, here.base));
    const known = await this.#started(store, ref, link, theirs, stateOf(connection, here.state));
    const merged = merge(
      isSetBack || known === 'unknown' ? null : (known ?? here.base),
      here.side,
      there,
      { alongside, isOwn },
      answers,
    );
    if (merged.kind === 'asks') {
      // What was answered before was about other changes here.
      this.#answers.delete(id);
      this.conflicts.set(id, {
        id,
        theirs: writtenBy(theirs),
        base: link.base === null ? null : baseWritten(link.base),
        mineAt: connection.updatedAt,
        questions: asksOf(merged.asks, here.side, there, isOwn),
      });
      const reached = this.ports.inUse.reached(id);
      return reached.ok ? ok('asks') : reached;
    }
    let { side } = merged;
    if (settled?.keepsOwn === true) side = withOwnAddresses(side, here.side, connection);
    const wanted = originsOf(connection.system, side.values);
    const own = originsOf(connection.system, here.side.values);
    const isElsewhere = this.isElsewhere(link, own, wanted);
    const isConfirmed =
      settled?.confirmed !== undefined && isSameList(flatOrigins(wanted), settled.confirmed);
    if (isElsewhere && !isConfirmed) {
      if (settled?.confirmed !== undefined) return refuse({ code: 'changed-there' });
      this.conflicts.delete(id);
      this.#answers.set(id, answers);
      this.addresses.set(id, this.#addressOf(id, link, here.side, side, theirs, own));
      const held = inUse.reached(id, { held: theirs.version });
      return held.ok ? ok('address-to-confirm') : held;
    }
    // A replacement here that was given up, or whose place a colleague's takes.
    const isEnded = connection.rotation?.phase === 'beside' && (side.next === null || !isOwn(side.next));
    if (isEnded && here.side.next !== null && isOwn(here.side.next)) {
      const cancelled = await rotations.act(id, 'cancel', false);
      return cancelled.ok ? ok('again') : refuse({ code: 'not-saved' });
    }

    let { state } = here;
    const isPull =
      !sameSide(side, here.side) ||
      !isSameOrigins(wanted, own) ||
      this.lacksSecrets(connection, side.secrets);
    if (isPull) {
      const applied = await this.#apply(connection, here, side, theirs);
      if (!applied.ok) return applied.failure === 'stale' ? ok('again') : refuse({ code: 'not-saved' });
      state = applied.value;
    }
    const isPush = !sameSide(side, there);
    if (isPush && isPull) {
      // What is here now has started from theirs.
      const kept = await this.keepBase(ref, theirs, there, state, connection, side);
      return kept.ok ? ok('pulled-again') : kept;
    }
    if (!isPush) {
      const kept = await this.keepBase(ref, theirs, there, state, connection);
      if (!kept.ok) return kept;
      await this.keepOffDisk(id);
      return ok(isPull ? 'pulled' : 'unchanged');
    }
    const at = inUse.now();
    const ownNext = side.next !== null && isOwn(side.next) ? side.next.at : null;
    const noted = inUse.change((current) => {
      const before = current.links.get(id);
      if (before === undefined) return current;
      const entry = { on: theirs.version, by: inUse.person, at, own: ownNext };
      return withLink(current, id, { ...before, sent: [...before.sent, entry].slice(-MOST_SENT) });
    });
    if (!noted.ok) return noted;
    // No longer shared, or another store was set up meanwhile.
    if (inUse.link(id) === undefined) return refuse({ code: 'not-found' });
    const written = await this.write(
      store,
      ref,
      side,
      connection.system,
      theirs.version,
      sameSecrets(side, there) ? theirs.record.rotatedAt : this.rotatedAt(connection),
      at,
    );
    if (!written.ok) {
      const isChanged = written.failure.code === 'changed-there' || written.failure.code === 'gone-there';
      return isChanged && settled === null ? ok('again') : written;
    }
    const kept = await this.keepBase(ref, written.value, side, state, connection);
    if (!kept.ok) return kept;
    await this.keepOffDisk(id);
    return ok('pushed');
  }

  /**
   * Whether the store does not have any more what this computer started from: it was set back to a backup, or is
   * another one. What it has may then be older than what is here, so every difference asks.
   */
  async #isSetBack(
    store: SharedStore,
    ref: SharedRef,
    base: NonNullable<SharedLink['base']>,
    theirs: SharedVersion,
    before: Side | null,
  ): Promise<boolean> {
    const isAnother = ({ record }: SharedVersion): boolean => !sameData(openRecordOf(record), base.record);
    if (theirs.version < base.version) return true;
    if (theirs.version === base.version) return isAnother(theirs);
    // Only a secret can become older unseen, so only then it is worth another request.
    if (before !== null && sameSecrets(before, sideOfRecord(theirs.record))) return false;
    const then = await store.read(ref, base.version);
    return then.ok && isAnother(then.value);
  }

  /**
   * What this computer has started from, if that is newer than the base it noted: a write whose answer was lost, or a
   * version that it was bringing here when it was killed. null: the base; `unknown`: it cannot be told.
   */
  async #started(
    store: SharedStore,
    ref: SharedRef,
    link: SharedLink,
    theirs: SharedVersion,
    now: string,
  ): Promise<Side | null | 'unknown'> {
    const landed = await this.#landed(store, ref, link, theirs);
    const { taking } = link;
    if (landed !== null || taking === null || now === taking.before) return landed;
    if (now !== taking.after) return 'unknown';
    const { version } = taking;
    const taken = version === theirs.version ? ok(theirs) : await store.read(ref, version);
    return taken.ok ? sideOfRecord(taken.value.record) : 'unknown';
  }

  /**
   * What this computer wrote last, if that is newer than what it knows of: the answer was lost, or the program was
   * killed. null: nothing arrived; `unknown`: the version that would tell it was deleted or cannot be read.
   */
  async #landed(
    store: SharedStore,
    ref: SharedRef,
    { base, sent }: SharedLink,
    theirs: SharedVersion,
  ): Promise<Side | null | 'unknown'> {
    const possible = sent
      .filter(({ on }) => on >= (base?.version ?? 0) && on < theirs.version)
      .toSorted((one, other) => other.on - one.on);
    for (const { on, by, at } of possible) {
      const version = on + 1 === theirs.version ? ok(theirs) : await store.read(ref, on + 1);
      if (!version.ok) return 'unknown';
      const { record } = version.value;
      if (record.changedBy === by && record.changedAt === at) return sideOfRecord(record);
    }
    return null;
  }

  #notRead(id: string, failure: StoreFailure): Result<KeptInStep, SharedFailure> {
    if (failure.kind === 'finding') return this.ports.inUse.failed(failure);
    this.forget(id);
    if (failure.kind !== 'not-understood') {
      const isKept = this.ports.inUse.change((state) => withoutListed(state, id));
      if (!isKept.ok) return isKept;
    }
    return ok(failure.kind === 'gone' || failure.kind === 'absent' ? 'gone-there' : 'not-understood');
  }

  /** Whether a secret would go where nobody has confirmed on this computer. @param own with what is here */
  isElsewhere({ confirmed }: SharedLink, own: Origins, wanted: Origins): boolean {
    return Object.entries(wanted).some(
      ([field, origins]) => !covers([...(confirmed[field] ?? []), ...(own[field] ?? [])], origins),
    );
  }

  /** The connection as a side, and the base with what could be read of it. */
  async here(connection: Connection, link: SharedLink, base: Side | null) {
    const read = await this.secrets.read(connection, link, base);
    const { rotation } = connection;
    const before = read.base?.next ?? null;
    const isBesideOurs = before !== null && before.at === rotation?.begunAt;
    const next: Next | null =
      rotation?.phase === 'beside'
        ? {
            values: filled(rotation.values),
            secrets: read.next,
            by: isBesideOurs ? before.by : this.ports.inUse.person,
            at: rotation.begunAt,
          }
        : before !== null && before.at === link.own
          ? null
          : before;
    return {
      side: sideHere(connection, read.secrets, next, read.base),
      base: read.base,
      state: read.state,
    };
  }

  async #base(id: string, link: SharedLink): Promise<Side | null> {
    const { base } = link;
    const settings = this.ports.inUse.settings;
    if (base === null || settings === null) return null;
    return sideOfBase(base.record, await this.ports.sealed.base(id, base.version, settings.address));
  }

  /** Writes a side here, in one step with its secrets. Fails with `stale` if the connection has changed meanwhile. */
  async #apply(
    connection: Connection,
    here: { readonly side: Side; readonly state: SecretsState },
    side: Side,
    theirs: SharedVersion,
  ): Promise<Result<SecretsState, 'stale' | 'not-saved'>> {
    const { connections, vault, rotations } = this.ports;
    const { id } = connection;
    const own = originsOf(connection.system, here.side.values);
    const wanted = originsOf(connection.system, side.values);
    const isChanged = (field: string): boolean =>
      side.secrets[field] !== here.side.secrets[field] ||
      !vault.has({ connection: id, field }) ||
      !isSameList(own[field] ?? [], wanted[field] ?? []);
    const secrets = this.newSecrets(connection, side, theirs.record.rotatedAt, isChanged);
    const before = connection;
    let state: SecretsState | null = null;
    let records: Parameters<ConnectionStore['changeTogether']>[0]['records'] = [];
    const saved = await vault.saveTogether(secrets, (sealed) => {
      const current = connections.get(id);
      const isStale =
        current === undefined ||
        relevantOf(current) !== relevantOf(before) ||
        !isSameState(this.secrets.state(current), here.state);
      if (isStale) return refuse('stale' as const);
      records = sealed.map(({ ref }) => ({ ref, record: connections.readSecret(ref) }));
      const isProved =
        secrets.length === 0 &&
        sameData(side.values, here.side.values) &&
        side.environment === here.side.environment &&
        side.alternative === here.side.alternative;
      const after = { ...withSide(current, side), updatedAt: this.ports.inUse.now() };
      const put = isProved ? after : rotations.unproved(after);
      const marks = { ...here.state.marks, ...marksOf(sealed) };
      const taking = {
        version: theirs.version,
        before: stateOf(current, here.state),
        after: stateOf(put, { ...here.state, marks }),
      };
      // Noted first: if the program is killed now, the next run can tell whether it was brought.
      const noted = this.ports.inUse.change((now) => {
        const link = now.links.get(id);
        return link === undefined ? now : withLink(now, id, { ...link, taking });
      });
      if (!noted.ok) return refuse('not-saved' as const);
      const written = connections.changeTogether({ put: [put], records: sealed });
      if (!written.ok) return refuse('not-saved' as const);
      state = afterSaving(this.secrets.state(after), secrets.length);
      return ok(null);
    });
    if (!saved.ok) {
      if (saved.failure === 'stale') return refuse('stale');
      // It could not be read back: what was there before is better than what nobody can read.
      const current = connections.get(id);
      if (saved.failure === 'not-read-back' && current !== undefined)
        connections.changeTogether({ put: [{ ...withSide(current, here.side) }], records });
      return refuse('not-saved');
    }
    if (state === null) return refuse('not-saved');
    const brought = secrets.map(({ ref }) => ref.field);
    this.noted(connection, brought, 'brought');
    return ok(state);
  }

  newSecrets(
    { id, system }: Connection,
    side: Side,
    rotatedAt: string | null,
    isWanted: (field: string) => boolean,
  ) {
    const origins = originsOf(system, side.values);
    return secretFields({ system }).flatMap((field) => {
      const secret = side.secrets[field];
      return typeof secret === 'string' && isWanted(field)
        ? [
            {
              ref: { connection: id, field },
              secret,
              origins: origins[field] ?? [],
              ...(rotatedAt === null ? {} : { since: rotatedAt }),
            },
          ]
        : [];
    });
  }

  /**
   * Writes a version. If the answer is lost, the store is read again: only what is there counts.
   * @returns the version written
   */
  async write(
    store: SharedStore,
    ref: SharedRef,
    side: Side,
    system: Connection['system'],
    on: number,
    rotatedAt: string | null,
    at = this.ports.inUse.now(),
  ): Promise<Result<SharedVersion, SharedFailure>> {
    const record = recordOf(side, system, { by: this.ports.inUse.person, at, rotatedAt });
    if (record === null) {
      const isUnread = Object.values(side.secrets).some((secret) => typeof secret !== 'string');
      return refuse({ code: isUnread ? 'secret-unreadable' : 'bad-request' });
    }
    const written = await store.writeIfVersion(ref, record, on);
    if (written.ok) return ok({ record, version: written.value, at });
    if (written.failure.kind === 'not-understood') return refuse({ code: 'not-understood' });
    const read = await store.read(ref);
    if (read.ok && read.value.version > on && sameData(read.value.record, record)) return read;
    return this.ports.inUse.failed(written.failure);
  }

  /** What is here has started from this version, or is it. `state`: the secrets as they were when they were compared. */
  async keepBase(
    ref: SharedRef,
    { record, version, at }: SharedVersion,
    there: Side,
    state: SecretsState,
    connection: Connection,
    here: Side = there,
  ): Asked<null> {
    const { inUse } = this.ports;
    const { settings } = inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    // Signed out meanwhile, and perhaps on the way to another store.
    if (inUse.session === null) return refuse({ code: 'not-signed-in' });
    const { id, folder } = ref;
    const isOwn = there.next !== null && isOwnNext(there.next, connection, inUse.link(id));
    // A mark says "as in the base", so a secret that differs from it has none.
    const isSame = (key: string): boolean => {
      const [field = '', slot] = key.split('@');
      return slot === undefined
        ? here.secrets[field] === there.secrets[field]
        : here.next?.secrets[field] === there.next?.secrets[field];
    };
    const seen = Object.fromEntries(Object.entries(state.marks).filter(([key]) => isSame(key)));
    const kept = await this.ports.sealed.keepBase(
      id,
      { version, secrets: record.secrets, next: record.next?.secrets ?? {} },
      settings.address,
      (current) =>
        withLink(withListed(current, ref, { record, version, at }), id, {
          folder,
          base: { version, at: null, record: openRecordOf(record) },
          seen,
          confirmed: copyOf(originsOf(record.system, here.values)),
          asOf: this.ports.inUse.now(),
          own: isOwn ? there.next.at : null,
          taking: null,
          // Those on this version may still arrive.
          sent: (current.links.get(id)?.sent ?? []).filter(({ on }) => on >= version),
          held: null,
        }),
    );
    if (!kept.ok) return refuse({ code: 'not-saved' });
    this.secrets.inStep(id, here === there ? state.changes : null);
    this.forget(id);
    return ok(null);
  }

  /** Where shared secrets must not stay on disk, those from before that policy are taken off it. */
  async keepOffDisk(id: string): Promise<void> {
    const { connections, vault } = this.ports;
    const connection = connections.get(id);
    let count = 0;
    if (this.ports.inUse.offlineHours > 0 || connection === undefined || connection.rotation !== undefined)
      return;
    for (const field of secretFields(connection)) {
      const ref = { connection: id, field };
      if (!vault.isOnDisk(ref)) continue;
      const record = connections.readSecret(ref);
      const opened = this.secrets.open(ref);
      const origins = originsOf(connection.system, connection.values)[field] ?? [];
      const secret = await opened;
      if (secret === null) continue;
      const saved = await vault.saveTogether([{ ref, secret, origins }], (): Result<null, unknown> => {
        const current = connections.get(id);
        const isStill = JSON.stringify(connections.readSecret(ref)) === JSON.stringify(record);
        return current === undefined || !isStill
          ? refuse('stale' as const)
          : connections.changeTogether({
              put: [current],
              records: [{ ref, record: undefined }],
              purge: true,
            });
      });
      if (saved.ok) count += 1;
    }
    this.secrets.staysInStep(id, count * CHANGES_A_SECRET);
  }

  #addressOf(
    id: string,
    { confirmed }: SharedLink,
    here: Side,
    side: Side,
    theirs: SharedVersion,
    own: Origins,
  ): AddressToConfirm {
    const { record } = theirs;
    const there = originsOf(record.system, side.values);
    const fields = [...new Set([...Object.keys(here.values), ...Object.keys(side.values)])];
    return {
      id,
      theirs: writtenBy(theirs),
      secrets: Object.entries(there).map(([field, origins]) => ({
        field,
        confirmed: [...new Set([...(confirmed[field] ?? []), ...(own[field] ?? [])])],
        there: origins,
      })),
      values: fields.flatMap((field) =>
        here.values[field] === side.values[field]
          ? []
          : [{ field, here: here.values[field] ?? null, there: side.values[field] ?? null }],
      ),
    };
  }

  /** Some have not come here, or were only for an earlier run. */
  lacksSecrets(connection: Connection, secrets: Readonly<Record<string, unknown>>): boolean {
    return secretFields(connection).some(
      (field) => secrets[field] !== undefined && !this.ports.vault.has({ connection: connection.id, field }),
    );
  }

  rotatedAt({ id, system }: Connection): string | null {
    const { vault } = this.ports;
    const saved = secretFields({ system }).flatMap((field) => vault.savedAt({ connection: id, field }) ?? []);
    const [first = null] = saved.sort();
    return first === null ? null : new Date(first).toISOString();
  }

  noted(connection: Connection, fields: readonly string[], action: 'brought' | 'published'): void {
    const known = secretFields(connection);
    this.ports.record(
      fields.filter((field) => known.includes(field)).map((field) => ({ connection, field, action })),
    );
  }

  /** Whether what is here differs from the version it started from, without opening a secret. */
  isChangedHere(connection: Connection, link: SharedLink): boolean {
    if (link.base === null) return true;
    const base = sideOfBase(link.base.record, null);
    const side = sideHere(connection, base.secrets, base.next, base);
    if (!sameSide({ ...side, secrets: {}, next: null }, { ...base, secrets: {}, next: null })) return true;
    const { rotation } = connection;
    if (rotation?.phase === 'beside') {
      if (base.next?.at !== rotation.begunAt) return true;
      if (JSON.stringify(filled(rotation.values)) !== JSON.stringify(base.next.values)) return true;
    } else if (base.next !== null && base.next.at === link.own) return true;
    return secretFields(connection).some(
      (field) =>
        !this.secrets.isUnchanged(link, { connection: connection.id, field }) ||
        (rotation?.phase === 'beside' &&
          !this.secrets.isUnchanged(link, { connection: connection.id, field, slot: 'next' })),
    );
  }
}

/** How often the vault counts a change of each secret that it saves together with others. */
const CHANGES_A_SECRET = 2;

/** The state once the vault has counted the secrets that it is saving. Any other count: somebody else saved as well. */
export const afterSaving = ({ marks, changes }: SecretsState, secrets: number): SecretsState => ({
  marks,
  changes: changes + secrets * CHANGES_A_SECRET,
});

export const copyOf = (origins: Origins): SharedLink['confirmed'] =>
  Object.fromEntries(Object.entries(origins).map(([field, list]) => [field, [...list]]));

export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

const isSameOrigins = (one: Origins, other: Origins): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((field) =>
    isSameList(one[field] ?? [], other[field] ?? []),
  );

const sameSecrets = (one: Side, other: Side): boolean => sameData(one.secrets, other.secrets);

const filled = (values: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

const alongsideOf = ({ system }: Connection): readonly string[] =>
  systemById(system).rotation?.alongside ?? [];

/** Everything that is compared with the store; a check's result is not. */
const relevantOf = ({ name, environment, boardNumber, alternative, values, rotation }: Connection): string =>
  JSON.stringify([name, environment, boardNumber, alternative ?? null, values, rotation ?? null]);

/** Changes with whatever is compared of the connection and its secrets. */
const stateOf = (connection: Connection, { marks }: SecretsState): string =>
  createHash('sha256')
    .update(JSON.stringify([relevantOf(connection), Object.entries(marks).toSorted()]))
    .digest('base64');

const isOwnNext = (next: Next, { rotation }: Connection, link: SharedLink | undefined): boolean =>
  next.at === link?.own ||
  (link?.sent ?? []).some(({ own }) => own === next.at) ||
  (rotation?.phase === 'beside' && next.at === rotation.begunAt);

/** With this computer's addresses; if those alone do not decide where secrets go, with all of its values. */
function withOwnAddresses(side: Side, here: Side, { system }: Connection): Side {
  const addresses = systemById(system).fields.filter(({ kind }) => kind === 'address');
  const values = { ...side.values };
  for (const { id } of addresses) {
    const own = here.values[id];
    if (own === undefined) delete values[id];
    else values[id] = own;
  }
  const isOwn = isSameOrigins(originsOf(system, values), originsOf(system, here.values));
  return { ...side, values: isOwn ? values : here.values };
}
