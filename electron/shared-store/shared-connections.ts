import type { Connection } from '@contract/connection';
import { LIMITS } from '@contract/limits';
import type { Policies } from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import { isFolder } from '@contract/shared-folder';
import type { SharedRef } from '@contract/shared-record';
import {
  isStoreAddress,
  type KeptInStep,
  type OfferedConnection,
  type RunningReplacement,
  type SharedAnswers,
  type SharedDetails,
  type SharedFailure,
  type SharedRow,
  type SharedVersionRow,
  type SharedView,
  type StoreCredentials,
  type StoreSettings,
  type StoreTestReport,
  storeSettingsSchema,
} from '@contract/shared-store';
import { AT_ONCE } from '@contract/test-all';
import { inTurns } from '../check/in-turns';
import type { ConnectionStore } from '../connections/connection-store';
import {
  type KeptListing,
  NOTHING_SHARED,
  type SharedLink,
  type SharedState,
} from '../connections/shared-file';
import type { Vault } from '../secrets/vault';
import { type Door, type OpenStore, type TestTell, wayIn } from './door';
import { isSamePlace, type StoreInUse, withLink, withoutListed } from './in-use';
import { afterSaving, copyOf, isSameList, Joining, type JoiningPorts } from './joining';
import { sameSide } from './merge';
import type { SharedListing, StoreIdentity } from './port';
import { baseWritten, listedWritten, notHere, replacementOf, writtenBy } from './rows';
import type { SecretsState } from './secrets-here';
import { flatOrigins, originsOf, sideOfRecord, withSide } from './sides';
import type { WayIn } from './sign-in';
import { standingOf } from './standing';

type Asked<Value> = Promise<Result<Value, SharedFailure>>;

/** What came of one of several connections. */
export interface Outcome<Value> {
  readonly id: string;
  readonly result: Result<Value, SharedFailure>;
}

export interface SharedConnectionsPorts extends Omit<JoiningPorts, 'connections' | 'vault'> {
  readonly connections: Pick<ConnectionStore, 'list'> & JoiningPorts['connections'];
  readonly vault: Pick<Vault, 'keepSession'> & JoiningPorts['vault'];
  readonly door: Pick<Door, 'signIn' | 'test'>;
  readonly policies: Pick<
    Policies,
    'sharedStore' | 'sharedStoreOfflineHours' | 'allowedSystems' | 'forbidExport'
  >;
}

/** Versions of one record; stores keep 10 unless told otherwise. */
const MOST_SHOWN = 200;
const NO_LINK: SharedLink = {
  folder: '',
  base: null,
  seen: {},
  confirmed: {},
  asOf: new Date(0).toISOString(),
  own: null,
  sent: [],
  taking: null,
  held: null,
};

/**
 * Keeps this computer's connections in step with a shared store. A shared connection is an ordinary one here; what was
 * changed here is whatever differs from the version it started from, so no change waits anywhere else. The store is
 * read before each write, each write carries the version that was read, and whatever a killed program left behind is
 * joined by the next run like any other difference. No method throws.
 */
export class SharedConnections {
  readonly #inUse: StoreInUse;
  readonly #joining: Joining;
  readonly #turns = new Map<string, Promise<unknown>>();
  /** A sign-in under way while somebody signs out, or sets up another store, does not count. */
  #signOuts = 0;

  constructor(private readonly ports: SharedConnectionsPorts) {
    this.#inUse = ports.inUse;
    this.#joining = new Joining(ports);
  }

  /** From memory and disk, without the store and without the keyring. */
  view(): SharedView {
    const { inUse, policies } = this.ports;
    const { state } = inUse;
    return {
      settings: this.#inUse.settings,
      isGiven: policies.sharedStore !== null,
      session: this.#inUse.session === null ? null : this.#inUse.session.identity,
      listing:
        state.listing === null
          ? null
          : { asOf: state.listing.asOf, otherEntries: state.listing.otherEntries },
      offlineHours: this.#inUse.offlineHours,
      rows: this.#rows(state),
    };
  }

  /** Signs out, and forgets the links and the list of another store: connections stay here. */
  setUp(settings: StoreSettings): Result<null, SharedFailure> {
    const { inUse, policies } = this.ports;
    if (policies.sharedStore !== null || policies.forbidExport) return refuse({ code: 'not-allowed' });
    const read = storeSettingsSchema.safeParse(settings);
    if (!read.success || !isStoreAddress(read.data.address)) return refuse({ code: 'bad-request' });
    const before = inUse.state;
    const isSame = before.settings !== null && isSamePlace(before.settings, read.data);
    if (!isSame && this.#inUse.mustAnyStayShared) return refuse({ code: 'not-allowed' });
    this.signOut();
    return this.#inUse.change((state) =>
      isSame ? { ...state, settings: read.data } : { ...NOTHING_SHARED, settings: read.data },
    );
  }

  /** Forgets the store. All connections stay here, and are here only. */
  takeDown(): Result<null, SharedFailure> {
    if (this.ports.policies.sharedStore !== null || this.#inUse.mustAnyStayShared)
      return refuse({ code: 'not-allowed' });
    this.signOut();
    return this.#inUse.change(() => NOTHING_SHARED);
  }

  /**
   * The steps of the store's test. A sign-in that it makes stays.
   * @param credentials null: with the session; without one, up to the clock
   */
  async test(credentials: StoreCredentials | null, tell: TestTell): Asked<StoreTestReport> {
    const { settings } = this.#inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    const session = this.#inUse.session?.token ?? null;
    const signOuts = this.#signOuts;
    const way = credentials === null ? session : await this.#wayIn(settings, credentials);
    if (credentials !== null && way === null) return refuse({ code: 'secret-unreadable' });
    const { report, opened } = await this.ports.door.test(settings, way, tell);
    if (opened !== null) {
      const entered = this.#enter(opened, settings, signOuts);
      if (!entered.ok) return entered;
    }
    return ok(report);
  }

  async signIn(
    credentials: StoreCredentials,
    tell: { readonly onBrowser?: (url: string, waitSeconds: number) => void; readonly signal: AbortSignal },
  ): Asked<StoreIdentity> {
    const { settings } = this.#inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    const signOuts = this.#signOuts;
    const way = await this.#wayIn(settings, credentials);
    if (way === null) return refuse({ code: 'secret-unreadable' });
    const opened = await this.ports.door.signIn(settings, way, tell);
    return opened.ok ? this.#enter(opened.value, settings, signOuts) : opened;
  }

  /** Keeps how a program of this computer signs in, with its secret sealed. `session-only`: no keyring keeps it. */
  async keepRole(
    role: { readonly mount: string; readonly roleId: string },
    secret: string,
  ): Asked<'saved' | 'session-only'> {
    const { settings } = this.#inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    const kept = await this.ports.sealed.keepRoleSecret(secret, settings.address);
    if (!kept.ok) return refuse({ code: 'not-saved' });
    const changed = this.#inUse.change((state) => ({ ...state, role: { ...role } }));
    return changed.ok ? kept : changed;
  }

  /**
   * Reads the store's list, without reading a secret.
   * @param onSome how many were found so far
   */
  async refresh(onSome?: (count: number) => void): Asked<SharedView> {
    const store = this.#inUse.store;
    if (!store.ok) return store;
    let count = 0;
    const listed = await store.value.list('', (some) => {
      count += some.length;
      onSome?.(count);
    });
    if (!listed.ok) return this.#inUse.failed(listed.failure);
    const asOf = this.#inUse.now();
    const { records, otherEntries } = listed.value;
    const kept: KeptListing = { asOf, otherEntries, records: records.slice(0, LIMITS.connections) };
    const byKey = new Map(records.map((one) => [keyOf(one.ref), one]));
    const changed = this.#inUse.change((state) => ({
      ...state,
      listing: kept,
      links: new Map(
        [...state.links].map(([id, link]) => {
          const one = byKey.get(keyOf({ folder: link.folder, id }));
          return [id, one === undefined || one.isGone ? link : asListed(link, one, asOf)];
        }),
      ),
    }));
    return changed.ok ? ok(this.view()) : changed;
  }

  /**
   * One connection, with what it asks. Reads the store if someone is signed in, for the rights and what it asks.
   * @param shown the folder of one that is not here: the same id may stand in several, and one of them was meant
   */
  async details(id: string, shown: string | null = null): Asked<SharedDetails> {
    const link = this.#inUse.link(id);
    const { settings } = this.view();
    if (settings === null) return refuse({ code: 'no-store' });
    const store = this.#inUse.session?.store;
    let rights: SharedDetails['rights'] = null;
    const isHere = this.ports.connections.get(id) !== undefined;
    const rowNow = () => this.view().rows.find((one) => one.id === id && (isHere || one.folder === shown));
    const folder = link?.folder ?? rowNow()?.folder ?? null;
    if (store !== undefined && folder !== null) {
      const asked = await store.rights(folder);
      if (asked.ok) rights = asked.value;
      else this.#inUse.failed(asked.failure);
    }
    const row = rowNow();
    if (row === undefined) return refuse({ code: 'not-found' });
    return ok({
      row,
      rights,
      conflict: this.#joining.conflicts.get(id) ?? null,
      address: this.#joining.addresses.get(id) ?? null,
    });
  }

  /** Shares connections of this computer. One failure does not keep the others back. */
  async publish(ids: readonly string[], folder: string): Promise<readonly Outcome<null>[]> {
    return this.#forEach(ids, (id) => this.#inTurn(id, () => this.#publish(id, folder)));
  }

  /** What bringing it here would do; reads it. */
  async offer(ref: SharedRef): Asked<OfferedConnection> {
    const store = this.#inUse.store;
    if (!store.ok) return store;
    const read = await store.value.read(ref);
    if (!read.ok) return this.#inUse.failed(read.failure);
    const { record } = read.value;
    const { policies } = this.ports;
    if (policies.allowedSystems?.includes(record.system) === false) return refuse({ code: 'not-allowed' });
    return ok({
      ref,
      written: writtenBy(read.value),
      name: record.name,
      system: record.system,
      environment: record.environment,
      values: record.values,
      secrets: Object.keys(record.secrets),
      origins: flatOrigins(originsOf(record.system, record.values)),
    });
  }

  /** Brings it here. `shown`: the version and the origins that the person saw, and thereby confirms. */
  bring(
    ref: SharedRef,
    shown: { readonly version: number; readonly origins: readonly string[] },
  ): Asked<KeptInStep> {
    return this.#inTurn(ref.id, () => this.#bring(ref, shown));
  }

  /**
   * Brings what changed there, writes what changed here, and asks where both changed.
   * @param ids null: all that differ, by the last list
   */
  async keepInStep(
    ids: readonly string[] | null,
    onEach?: (outcome: Outcome<KeptInStep>) => void,
  ): Promise<readonly Outcome<KeptInStep>[]> {
    const { links } = this.#inUse.state;
    const wanted =
      ids ??
      this.view().rows.flatMap(({ id, standing }) =>
        links.has(id) && (standing !== 'in-step' || this.#lacksSecrets(id)) ? [id] : [],
      );
    return this.#forEach(wanted, (id) => this.#inTurn(id, () => this.#joining.step(id, null)), onEach);
  }

  /** Settles a conflict, for the version it was shown of. Every question needs its answer. */
  resolve(id: string, version: number, answers: SharedAnswers): Asked<KeptInStep> {
    return this.#inTurn(id, () => this.#joining.step(id, { version, answers }));
  }

  /** The click that allows another address, for the version and the origins that were shown. */
  confirmAddresses(id: string, version: number, origins: readonly string[]): Asked<KeptInStep> {
    return this.#inTurn(id, () => this.#joining.step(id, { version, confirmed: origins }));
  }

  /** Keeps this computer's addresses instead and writes them to the store. */
  keepOwnAddresses(id: string, version: number): Asked<KeptInStep> {
    return this.#inTurn(id, () => this.#joining.step(id, { version, keepsOwn: true }));
  }

  /** It stays here, and in the store for the others. */
  async stopSharing(id: string): Asked<null> {
    return this.#inTurn(id, async () => {
      const link = this.#inUse.link(id);
      if (link === undefined) return refuse({ code: 'not-found' });
      if (this.#inUse.mustStayShared(link)) return refuse({ code: 'not-allowed' });
      const unlinked = this.#unlink(id);
      // What was only for this run may be kept from now on.
      if (unlinked.ok) await this.ports.vault.keepSession();
      return unlinked;
    });
  }

  /** Deletes it in the store; it can be restored there. It stays here, here only. */
  deleteThere(ref: SharedRef, version: number): Asked<null> {
    return this.#inTurn(ref.id, async () => {
      const store = this.#inUse.store;
      if (!store.ok) return store;
      const deleted = await store.value.delete(ref, version);
      if (!deleted.ok && deleted.failure.kind !== 'gone') {
        if (deleted.failure.kind !== 'finding') return this.#inUse.failed(deleted.failure);
        // The answer may have been lost after the deed.
        const read = await store.value.read(ref);
        const isGone = !read.ok && (read.failure.kind === 'gone' || read.failure.kind === 'absent');
        if (!isGone) return this.#inUse.failed(deleted.failure);
      }
      const link = this.#inUse.link(ref.id);
      if (link === undefined || link.folder !== ref.folder) return ok(null);
      if (!this.#inUse.mustStayShared(link)) return this.#unlink(ref.id);
      this.#joining.forget(ref.id);
      return this.#inUse.change((state) => withoutListed(state, ref.id));
    });
  }

  /** Newest first; of a record with very many, the newest. */
  async history(ref: SharedRef): Asked<readonly SharedVersionRow[]> {
    const store = this.#inUse.store;
    if (!store.ok) return store;
    const asked = await store.value.history(ref);
    if (!asked.ok) return this.#inUse.failed(asked.failure);
    const newest = Math.max(0, ...asked.value.map(({ version }) => version));
    const shown = asked.value.slice(0, MOST_SHOWN);
    return ok(shown.map((one) => ({ ...one, isCurrent: one.version === newest })));
  }

  /** Writes an earlier version in place of the newest one. @param shown the newest one, as the person saw it */
  restore(ref: SharedRef, version: number, shown: number): Asked<KeptInStep> {
    return this.#inTurn(ref.id, async () => {
      const store = this.#inUse.store;
      if (!store.ok) return store;
      const [earlier, newest] = [await store.value.read(ref, version), await store.value.read(ref)];
      if (!earlier.ok) return this.#inUse.failed(earlier.failure);
      if (!newest.ok && newest.failure.kind !== 'gone') return this.#inUse.failed(newest.failure);
      const on = newest.ok ? newest.value.version : (newest.failure as { readonly version: number }).version;
      if (on !== shown) return refuse({ code: 'changed-there' });
      const running = newest.ok ? newest.value.record.next : undefined;
      if (running !== undefined && running.startedAt === this.#inUse.link(ref.id)?.own)
        return refuse({ code: 'replaced-here' });
      if (running !== undefined)
        return refuse({ code: 'replaced-elsewhere', by: running.startedBy, since: running.startedAt });
      const { record } = earlier.value;
      // What was being replaced then is over.
      const side = { ...sideOfRecord(record), next: null };
      const written = await this.#joining.write(store.value, ref, side, record.system, on, record.rotatedAt);
      if (!written.ok) return written;
      return this.#inUse.state.links.has(ref.id) ? this.#joining.step(ref.id, null) : ok('pushed');
    });
  }

  /** Ends a colleague's replacement that was left behind. What they had entered stays in the history. */
  endReplacement(id: string, version: number): Asked<KeptInStep> {
    return this.#inTurn(id, async () => {
      const store = this.#inUse.store;
      const link = this.#inUse.link(id);
      if (!store.ok) return store;
      if (link === undefined) return refuse({ code: 'not-found' });
      const ref = { folder: link.folder, id };
      const read = await store.value.read(ref);
      if (!read.ok) return this.#inUse.failed(read.failure);
      if (read.value.version !== version) return refuse({ code: 'changed-there' });
      const { record } = read.value;
      if (record.next?.startedAt === link.own) return refuse({ code: 'replaced-here' });
      // Whoever writes a record answers for its address with their name.
      const own = originsOf(record.system, this.ports.connections.get(id)?.values ?? {});
      if (this.#joining.isElsewhere(link, own, originsOf(record.system, record.values)))
        return this.#joining.step(id, null);
      const side = { ...sideOfRecord(record), next: null };
      const written = await this.#joining.write(
        store.value,
        ref,
        side,
        record.system,
        version,
        record.rotatedAt,
      );
      return written.ok ? this.#joining.step(id, null) : written;
    });
  }

  /** For a replacement about to begin here: who is replacing this secret already; null: nobody, as far as is known. */
  async replacing(id: string): Promise<RunningReplacement | null> {
    const link = this.#inUse.link(id);
    if (link === undefined) return null;
    const read = await this.#inUse.session?.store.read({ folder: link.folder, id });
    if (read?.ok !== true) {
      const { replacement } = this.#row(id) ?? { replacement: null };
      return replacement?.isHere === false ? replacement : null;
    }
    const { next } = read.value.record;
    if (next === undefined || next.startedAt === link.own) return null;
    return { by: next.startedBy, since: next.startedAt, isHere: false };
  }

  /** A replacement here has gone on: tells the store, if it can. */
  async stepped(id: string): Promise<KeptInStep | null> {
    if (this.#inUse.session === null || !this.#inUse.state.links.has(id)) return null;
    const kept = await this.#inTurn(id, () => this.#joining.step(id, null));
    return kept.ok ? kept.value : null;
  }

  signOut(): void {
    this.#signOuts += 1;
    this.#inUse.leave();
    this.#joining.forgetAll();
  }

  async #publish(id: string, folder: string): Asked<null> {
    const { connections, inUse, policies } = this.ports;
    const store = this.#inUse.store;
    if (!store.ok) return store;
    const connection = connections.get(id);
    if (connection === undefined) return refuse({ code: 'not-found' });
    if (connection.practice) return refuse({ code: 'not-allowed' });
    if (policies.forbidExport && policies.sharedStore === null) return refuse({ code: 'not-allowed' });
    if (!isFolder(folder)) return refuse({ code: 'bad-request' });
    const ref = { folder, id };
    const before = inUse.link(id);
    if (before !== undefined && before.folder !== folder) return refuse({ code: 'already-shared' });
    const here = await this.#joining.here(connection, NO_LINK, null);
    const newest = await store.value.read(ref);
    let on = 0;
    if (newest.ok) {
      // An answer that was lost, or a program that was killed, may have left our own there.
      if (before !== undefined || !sameSide(sideOfRecord(newest.value.record), here.side))
        return refuse({ code: 'already-shared' });
      const kept = await this.#joining.keepBase(ref, newest.value, here.side, here.state, connection);
      if (kept.ok) await this.#joining.keepOffDisk(id);
      return kept;
    }
    if (newest.failure.kind === 'gone') on = newest.failure.version;
    else if (newest.failure.kind !== 'absent') return this.#inUse.failed(newest.failure);
    const written = await this.#joining.write(
      store.value,
      ref,
      here.side,
      connection.system,
      on,
      this.#joining.rotatedAt(connection),
    );
    if (!written.ok) return written;
    const kept = await this.#joining.keepBase(ref, written.value, here.side, here.state, connection);
    if (!kept.ok) return kept;
    this.#joining.noted(connection, Object.keys(here.side.secrets), 'published');
    await this.#joining.keepOffDisk(id);
    return kept;
  }

  async #bring(
    ref: SharedRef,
    shown: { readonly version: number; readonly origins: readonly string[] },
  ): Asked<KeptInStep> {
    const { connections, inUse, policies } = this.ports;
    const { id, folder } = ref;
    const store = this.#inUse.store;
    if (!store.ok) return store;
    const here = connections.get(id);
    const before = inUse.link(id);
    if (here !== undefined && before !== undefined)
      return before.folder === folder ? this.#joining.step(id, null) : refuse({ code: 'already-here' });
    const read = await store.value.read(ref);
    if (!read.ok) return this.#inUse.failed(read.failure);
    const { record, version } = read.value;
    if (policies.allowedSystems?.includes(record.system) === false) return refuse({ code: 'not-allowed' });
    if (here !== undefined && (here.system !== record.system || here.practice))
      return refuse({ code: 'already-here' });
    const origins = originsOf(record.system, record.values);
    if (version !== shown.version || !isSameList(flatOrigins(origins), shown.origins))
      return refuse({ code: 'changed-there' });
    if (here === undefined && connections.list().length >= LIMITS.connections)
      return refuse({ code: 'too-many' });
    // The link first: until it is there, its secrets count as this computer's own.
    const link: SharedLink = {
      ...NO_LINK,
      folder,
      confirmed: copyOf(origins),
      asOf: this.#inUse.now(),
    };
    const linked = this.#inUse.change((state) => withLink(state, id, link));
    if (!linked.ok) return linked;
    if (here !== undefined) return this.#joining.step(id, null);
    const at = this.#inUse.now();
    const blank: Connection = {
      id,
      system: record.system,
      name: record.name,
      environment: record.environment,
      practice: false,
      boardNumber: record.boardNumber,
      values: {},
      setup: { step: 'finish', registrationSentOn: null, finishedAt: at },
      lastCheck: null,
      createdAt: at,
      updatedAt: at,
    };
    const side = sideOfRecord(record);
    const put = withSide(blank, side);
    let state: SecretsState | null = null;
    const secrets = this.#joining.newSecrets(put, side, record.rotatedAt, () => true);
    const saved = await this.ports.vault.saveTogether(secrets, (records) => {
      if (connections.get(id) !== undefined) return refuse('already-there' as const);
      const written = connections.changeTogether({ put: [put], records });
      state = afterSaving(this.#joining.secrets.state(put), secrets.length);
      return written;
    });
    if (!saved.ok || state === null) return refuse({ code: 'not-saved' });
    this.#joining.noted(put, Object.keys(side.secrets), 'brought');
    const kept = await this.#joining.keepBase(ref, read.value, side, state, put);
    return kept.ok ? ok('pulled') : kept;
  }

  #rows(state: SharedState): readonly SharedRow[] {
    const listed = new Map((state.listing?.records ?? []).map((one) => [keyOf(one.ref), one]));
    const taken = new Set<string>();
    const all = this.ports.connections.list();
    const isHere = new Set(all.map(({ id }) => id));
    const here = all
      .filter(({ practice }) => !practice)
      .map((connection) => {
        const link = state.links.get(connection.id);
        const key = link === undefined ? null : keyOf({ folder: link.folder, id: connection.id });
        if (key !== null) taken.add(key);
        return this.#rowOf(state, connection, link, key === null ? null : (listed.get(key) ?? null));
      });
    const others = [...listed]
      .filter(([key, one]) => !taken.has(key) && !one.isGone && !isHere.has(one.ref.id))
      .map(([, one]) => notHere(one));
    return [...here, ...others];
  }

  #rowOf(
    state: SharedState,
    connection: Connection,
    link: SharedLink | undefined,
    listed: SharedListing | null,
  ): SharedRow {
    const { id, system, name, environment } = connection;
    const standing = standingOf({
      isHere: true,
      link,
      listed,
      // What it may not list is not gone.
      isListed: state.listing !== null && state.listing.otherEntries === 0,
      isChangedHere: link !== undefined && this.#joining.isChangedHere(connection, link),
    });
    const base = link?.base ?? null;
    return {
      id,
      folder: link?.folder ?? null,
      standing,
      about: { system, name, environment },
      there: listed !== null ? listedWritten(listed) : base === null ? null : baseWritten(base),
      replacement: replacementOf(connection, link, listed),
      expires: listed?.about?.expires ?? null,
      asOf: link?.asOf ?? null,
      isTooOld: link !== undefined && !this.#inUse.isUsable(link),
    };
  }

  #row(id: string): SharedRow | undefined {
    const state = this.#inUse.state;
    const connection = this.ports.connections.get(id);
    const link = state.links.get(id);
    if (connection === undefined || link === undefined) return undefined;
    return this.#rowOf(state, connection, link, this.#listed(id));
  }

  #listed(id: string): SharedListing | null {
    const { listing, links } = this.#inUse.state;
    const link = links.get(id);
    const records = listing?.records ?? [];
    return (
      records.find(({ ref }) => ref.id === id && (link === undefined || ref.folder === link.folder)) ?? null
    );
  }

  async #wayIn(settings: StoreSettings, credentials: StoreCredentials): Promise<WayIn | null> {
    if (credentials.way !== 'app-role') return wayIn(settings, credentials);
    const { role } = this.#inUse.state;
    const secret = await this.ports.sealed.roleSecret(settings.address);
    if (role === null || secret === null) return null;
    return { way: 'app-role', ...role, secretId: async () => ok(secret) };
  }

  #enter(opened: OpenStore, place: StoreSettings, signOuts: number): Result<StoreIdentity, SharedFailure> {
    if (signOuts !== this.#signOuts) {
      opened.close();
      return refuse({ code: 'not-signed-in' });
    }
    this.#inUse.enter({ ...opened, place });
    this.#joining.forgetAll();
    return ok(opened.identity);
  }

  #lacksSecrets(id: string): boolean {
    const connection = this.ports.connections.get(id);
    const fields = this.#inUse.link(id)?.base?.record.secretFields ?? [];
    const secrets = Object.fromEntries(fields.map((field) => [field, true]));
    return connection !== undefined && this.#joining.lacksSecrets(connection, secrets);
  }

  #unlink(id: string): Result<null, SharedFailure> {
    this.#joining.forget(id);
    return this.#inUse.unlink(id);
  }

  async #forEach<Value>(
    ids: readonly string[],
    work: (id: string) => Asked<Value>,
    onEach?: (outcome: Outcome<Value>) => void,
  ): Promise<readonly Outcome<Value>[]> {
    const outcomes: Outcome<Value>[] = [];
    await inTurns(
      [...[...new Set(ids)].entries()],
      AT_ONCE,
      () => [],
      async ([at, id]) => {
        const outcome = { id, result: await work(id) };
        outcomes[at] = outcome;
        onEach?.(outcome);
      },
    );
    return outcomes;
  }

  /** One action after the other for each connection. */
  #inTurn<Value>(id: string, work: () => Promise<Value>): Promise<Value> {
    const turn = (this.#turns.get(id) ?? Promise.resolve()).then(work);
    const settled = turn.catch(() => undefined);
    this.#turns.set(id, settled);
    void settled.then(() => {
      if (this.#turns.get(id) === settled) this.#turns.delete(id);
    });
    return turn;
  }
}

const keyOf = ({ folder, id }: SharedRef): string => `${folder}/${id}`;

/** The link after a list: the store was reached, and the time of its version is known from now on. */
const asListed = (link: SharedLink, { version, at }: SharedListing, asOf: string): SharedLink => ({
  ...link,
  asOf,
  base:
    link.base !== null && link.base.at === null && link.base.version === version
      ? { ...link.base, at }
      : link.base,
});
