import { LIMITS } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import { isFolder } from '@contract/shared-folder';
import {
  type SharedRecord,
  type SharedRef,
  sharedRecordSchema,
  sharedRefSchema,
} from '@contract/shared-record';
import type { Reading } from '@systems/system';
import { isSuccess } from '../answers/read-answer';
import { failed } from '../answers/readings';
import { Deadline, LIMITS_MS } from '../check/deadline';
import { inTurns } from '../check/in-turns';
import type { HttpsClient } from '../http/client';
import { clockMs } from '../http/clock';
import { fromMetadata, toMetadata } from './about';
import { judgeMount, otherEngine } from './engine';
import { askWhoIAm } from './identity';
import { pathOf, recordPath, type StorePlace } from './place';
import type {
  HistoryEntry,
  SharedListing,
  SharedStore,
  SharedVersion,
  StoreFailure,
  StoreIdentity,
  StoreRights,
} from './port';
import { askRights } from './rights';
import { dataOf, deniesToken, isAbsent, isConflict, isDenied, memberOf, readRefusal } from './store-answers';
import { type Request, StoreLine, type TokenPort, type Told } from './store-line';
import { type RecordVersions, readVersionOf, versionsOf } from './versions';

/** Requests that one list may make concurrently. */
const AT_ONCE = 8;
/** A folder is one request, so a store must not be able to name endless ones. */
const MOST_FOLDERS = 1000;
/** How often a list tells what it has found. */
const TELL_EVERY = 100;
/** For one operation. A list of thousands takes longer than a check. */
const WHOLE_MS = { one: LIMITS_MS.whole, list: 5 * 60_000 } as const;

export interface Kv2Ports {
  readonly place: StorePlace;
  readonly client: HttpsClient;
  readonly token: TokenPort;
  /** This computer's clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Ends whatever is running. */
  readonly signal: AbortSignal;
  /** When credentials of this record end, for the list; null: not known. */
  readonly expires?: (record: SharedRecord) => string | null;
  /** For one answer, and for one operation; tests wait for less. */
  readonly waitMs?: number;
  readonly wholeMs?: number;
}

/** For so long, the store is not asked again whether it still knows the token. */
const KNOWN_MS = 2000;

type Tried<Value> = Result<Value, StoreFailure>;
/** Version 1 of the engine answers with the data alone. */
const isWithoutVersion = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && !Object.hasOwn(data, 'metadata');
const isClosed = (failure: StoreFailure): boolean =>
  failure.kind === 'finding' && failure.code === 'store-not-permitted';
const isTooLarge = (failure: StoreFailure): boolean =>
  failure.kind === 'finding' && failure.code === 'answer-too-large';
const found = ({ code, facts }: Reading): StoreFailure => ({ kind: 'finding', code, facts });

/**
 * A store of KV version 2, as OpenBao and HashiCorp Vault have it, with GET and POST alone
 * (docs/vendors/shared-store.md). What it answers is judged: a record that is not ours is `not-understood`, an entry of a
 * list that is not ours is counted, and anything else is a finding.
 */
export class Kv2Store implements SharedStore {
  readonly #ports: Kv2Ports;
  readonly #line: StoreLine;
  #engineIsKnown = false;
  /** When the store last knew the token. */
  #knownAt = Number.NEGATIVE_INFINITY;

  constructor(ports: Kv2Ports) {
    this.#ports = ports;
    this.#line = new StoreLine(ports.place, ports.client);
  }

  whoAmI(): Promise<Tried<StoreIdentity>> {
    return this.#within(WHOLE_MS.one, async (deadline) => {
      const told = await askWhoIAm(this.#line, this.#ports.token, () => deadline.waiting());
      return told.ok ? told : refuse(found(told.failure));
    });
  }

  rights(folder: string): Promise<Tried<StoreRights>> {
    return this.#within(WHOLE_MS.one, async (deadline) => {
      if (!isFolder(folder)) return refuse({ kind: 'absent' });
      const told = await askRights(this.#line, this.#ports.token, folder, () => deadline.waiting());
      if (told.ok) return told;
      return refuse(await this.#told(told.failure, deadline));
    });
  }

  list(
    folder: string,
    onSome: (listed: readonly SharedListing[]) => void = () => undefined,
  ): Promise<Tried<{ readonly records: readonly SharedListing[]; readonly otherEntries: number }>> {
    return this.#within(WHOLE_MS.list, async (deadline) => {
      if (!isFolder(folder)) return ok({ records: [], otherEntries: 0 });
      const walked = await this.#walk(folder, deadline);
      if (!walked.ok) return walked;
      const { refs } = walked.value;
      let { otherEntries, closed } = walked.value;
      const records: SharedListing[] = [];
      const failure = await this.#each(refs, async (ref) => {
        const read = await this.#versions(ref, deadline, true);
        if (!read.ok) {
          if (isClosed(read.failure)) closed += 1;
          // Whoever may write it can write it so often, and must not spoil the list for everybody.
          else if (isTooLarge(read.failure)) otherEntries += 1;
          // Or removed since the folder was listed.
          else if (read.failure.kind !== 'absent') return read.failure;
          return null;
        }
        const { current, entries, custom } = read.value;
        const [newest] = entries;
        if (newest === undefined) {
          otherEntries += 1;
          return null;
        }
        const isGone = newest.goneAt !== null || newest.isDestroyed;
        records.push({ ref, version: current, at: newest.at, isGone, about: fromMetadata(custom) });
        if (records.length % TELL_EVERY === 0) onSome(records.slice(-TELL_EVERY));
        return null;
      });
      if (failure !== null) return refuse(failure);
      const untold = records.length % TELL_EVERY;
      if (untold > 0) onSome(records.slice(-untold));
      // A token that ended meanwhile closes everything, and what is left out would look deleted.
      const still = closed === 0 ? ok(null) : await this.#askAgain(deadline);
      return still.ok ? ok({ records, otherEntries: otherEntries + closed }) : still;
    });
  }

  read(ref: SharedRef, version?: number): Promise<Tried<SharedVersion>> {
    return this.#within(WHOLE_MS.one, async (deadline) => {
      const asked = await this.#ask(
        {
          path: recordPath(this.#ports.place, 'data', ref),
          ...(version !== undefined && { query: { version: String(version) } }),
        },
        deadline,
      );
      if (!asked.ok) return refuse(asked.failure);
      const { answer, url } = asked.value;
      if (isAbsent(answer)) return refuse({ kind: 'absent' });
      const data = dataOf(answer);
      const read = readVersionOf(data);
      if (answer.status === 404 && read !== null)
        return refuse({ kind: 'gone', version: read.version, at: read.goneAt });
      if (answer.status !== 200) return refuse(await this.#refused(asked.value, deadline));
      if (read === null)
        return refuse(found(isWithoutVersion(data) ? otherEngine(answer, url) : readRefusal(answer, url)));
      if (version !== undefined && read.version !== version) return refuse(found(readRefusal(answer, url)));
      this.#engineIsKnown = true;
      const record = sharedRecordSchema.safeParse(read.data);
      if (!record.success) return refuse({ kind: 'not-understood', version: read.version });
      return ok({ record: record.data, version: read.version, at: read.at });
    });
  }

  writeIfVersion(ref: SharedRef, record: SharedRecord, version: number): Promise<Tried<number>> {
    return this.#within(WHOLE_MS.one, async (deadline) => {
      const engine = await this.#judgeEngine(deadline);
      if (engine !== null) return refuse(engine);
      const { place, expires = () => null } = this.#ports;
      const asked = await this.#ask(
        {
          path: recordPath(place, 'data', ref),
          body: async () => ok({ options: { cas: version }, data: record }),
        },
        deadline,
      );
      if (!asked.ok) return refuse(asked.failure);
      const { answer, url } = asked.value;
      if (isConflict(answer)) return refuse({ kind: 'changed-there', version: null });
      if (!isSuccess(answer)) return refuse(await this.#refused(asked.value, deadline));
      // Version 1 says nothing.
      if (answer.status === 204) return refuse(found(otherEngine(answer, url)));
      const written = memberOf(dataOf(answer), 'version');
      if (written !== version + 1) return refuse(found(readRefusal(answer, url)));
      // Only for lists. If it is not written, they show that it describes an older version.
      await this.#ask(
        {
          path: recordPath(place, 'metadata', ref),
          body: async () => ok({ custom_metadata: toMetadata(record, written, expires(record)) }),
        },
        deadline,
      );
      return ok(written);
    });
  }

  delete(ref: SharedRef, version: number): Promise<Tried<null>> {
    return this.#within(WHOLE_MS.one, async (deadline) => {
      const now = await this.#versions(ref, deadline);
      if (!now.ok) return now;
      const { current, entries } = now.value;
      const [newest] = entries;
      if (newest === undefined) return refuse({ kind: 'absent' });
      if (current !== version) return refuse({ kind: 'changed-there', version: current });
      if (newest.goneAt !== null || newest.isDestroyed)
        return refuse({ kind: 'gone', version, at: newest.goneAt });
      const asked = await this.#ask(
        { path: recordPath(this.#ports.place, 'delete', ref), body: async () => ok({ versions: [version] }) },
        deadline,
      );
      if (!asked.ok) return refuse(asked.failure);
      return isSuccess(asked.value.answer) ? ok(null) : refuse(await this.#refused(asked.value, deadline));
    });
  }

  history(ref: SharedRef): Promise<Tried<readonly HistoryEntry[]>> {
    return this.#within(WHOLE_MS.one, async (deadline) => {
      const read = await this.#versions(ref, deadline);
      if (!read.ok) return read;
      const { entries } = read.value;
      return entries.length === 0 ? refuse({ kind: 'absent' }) : ok(entries);
    });
  }

  /**
   * All folders below one, and the records in them. Folders that the policies close are counted as one entry each. Fails
   * rather than leave out anything else, which would look deleted.
   */
  async #walk(
    folder: string,
    deadline: Deadline,
  ): Promise<
    Tried<{ readonly refs: readonly SharedRef[]; readonly otherEntries: number; readonly closed: number }>
  > {
    const refs: SharedRef[] = [];
    let otherEntries = 0;
    let closed = 0;
    let entries = 0;
    let folders = 0;
    let level: readonly string[] = [folder];
    while (level.length > 0) {
      const next: string[] = [];
      const failure = await this.#each(level, async (inside) => {
        folders += 1;
        if (folders > MOST_FOLDERS) return this.#tooMany();
        const keys = await this.#keys(inside, deadline);
        if (!keys.ok) {
          if (inside === folder || !isClosed(keys.failure)) return keys.failure;
          // Not for this person, and so nothing of theirs.
          closed += 1;
          return null;
        }
        entries += keys.value.length;
        if (entries > LIMITS.connections) return this.#tooMany();
        for (const key of new Set(keys.value)) {
          const isBelow = key.endsWith('/');
          const name = isBelow ? key.slice(0, -1) : key;
          const whole = inside === '' ? name : `${inside}/${name}`;
          const ref = sharedRefSchema.safeParse({ folder: inside, id: name });
          if (name === '' || name.includes('/')) otherEntries += 1;
          else if (isBelow && isFolder(whole)) next.push(whole);
          // Ids are written in lower case, so that none can stand twice in one folder.
          else if (!isBelow && ref.success && name === name.toLowerCase()) refs.push(ref.data);
          else otherEntries += 1;
        }
        return null;
      });
      if (failure !== null) return refuse(failure);
      level = next;
    }
    return ok({ refs, otherEntries, closed });
  }

  async #keys(folder: string, deadline: Deadline): Promise<Tried<readonly string[]>> {
    const path = pathOf(this.#ports.place, 'metadata', folder);
    const asked = await this.#ask({ path: `${path}/`, query: { list: 'true' }, isOneOfMany: true }, deadline);
    if (!asked.ok) return asked;
    const { answer, url } = asked.value;
    if (isAbsent(answer)) return ok([]);
    if (answer.status !== 200) return refuse(await this.#refused(asked.value, deadline));
    const keys = memberOf(dataOf(answer), 'keys');
    if (Array.isArray(keys) && keys.every((key) => typeof key === 'string')) return ok(keys);
    return refuse(found(readRefusal(answer, url)));
  }

  async #versions(ref: SharedRef, deadline: Deadline, isOneOfMany = false): Promise<Tried<RecordVersions>> {
    const asked = await this.#ask(
      { path: recordPath(this.#ports.place, 'metadata', ref), isOneOfMany },
      deadline,
    );
    if (!asked.ok) return asked;
    const { answer, url } = asked.value;
    if (isAbsent(answer)) return refuse({ kind: 'absent' });
    if (answer.status !== 200) return refuse(await this.#refused(asked.value, deadline));
    // Deletions are by the store's clock.
    const sent = Date.parse(answer.headers.get('date') ?? '');
    const read = versionsOf(dataOf(answer), Number.isNaN(sent) ? this.#ports.now() : sent + 999);
    if (read === null) return refuse(found(readRefusal(answer, url)));
    return ok(read);
  }

  /** Before the first write: version 1 would take it as well, over whatever is there. */
  async #judgeEngine(deadline: Deadline): Promise<StoreFailure | null> {
    if (this.#engineIsKnown) return null;
    const { place } = this.#ports;
    const asked = await this.#ask({ path: `sys/internal/ui/mounts/${place.mount}` }, deadline);
    if (!asked.ok) return asked.failure;
    const { answer, url } = asked.value;
    // A policy may hide it. The answer to the write then tells.
    if (isDenied(answer)) return deniesToken(answer) ? this.#refused(asked.value, deadline) : null;
    if (answer.status !== 200) return this.#refused(asked.value, deadline);
    const problem = judgeMount(answer, url);
    if (problem !== null) return found(problem);
    this.#engineIsKnown = true;
    return null;
  }

  /** Runs one operation within its time. */
  async #within<Value>(longestMs: number, work: (deadline: Deadline) => Promise<Value>): Promise<Value> {
    const { waitMs = LIMITS_MS.wait, wholeMs = longestMs, signal } = this.#ports;
    const deadline = new Deadline(wholeMs, waitMs, signal);
    try {
      return await work(deadline);
    } finally {
      deadline.close();
      this.#ports.client.closeSpare();
    }
  }

  async #ask(request: Omit<Request, 'token'>, deadline: Deadline): Promise<Tried<Told>> {
    const why = deadline.interruption;
    if (why !== null) return refuse(found(this.#stopped(why)));
    const told = await this.#line.ask({ ...request, token: this.#ports.token }, () => deadline.waiting());
    return told.ok ? told : refuse(found(told.failure));
  }

  /** Runs the work for all items, and begins no more once one has failed. */
  async #each<Item>(
    items: readonly Item[],
    work: (item: Item) => Promise<StoreFailure | null>,
  ): Promise<StoreFailure | null> {
    let failure: StoreFailure | null = null;
    await inTurns(
      items,
      AT_ONCE,
      () => [],
      async (item) => {
        if (failure === null) failure = (await work(item)) ?? failure;
      },
    );
    return failure;
  }

  async #refused({ answer, url }: Told, deadline: Deadline): Promise<StoreFailure> {
    const reading = readRefusal(answer, url);
    return deniesToken(answer)
      ? found({ ...reading, code: 'store-sign-in-ended' })
      : this.#told(reading, deadline);
  }

  /** A refusal may be about the right or about the token; the store tells them apart only when asked. */
  async #told(reading: Reading, deadline: Deadline): Promise<StoreFailure> {
    const isKnown = clockMs() - this.#knownAt < KNOWN_MS;
    if (reading.code !== 'store-not-permitted' || isKnown) return found(reading);
    const asked = await askWhoIAm(this.#line, this.#ports.token, () => deadline.waiting());
    if (asked.ok) this.#knownAt = clockMs();
    return found(!asked.ok && asked.failure.code === 'store-sign-in-ended' ? asked.failure : reading);
  }

  /** Whether the store still knows the token, asked now. */
  async #askAgain(deadline: Deadline): Promise<Tried<null>> {
    const asked = await askWhoIAm(this.#line, this.#ports.token, () => deadline.waiting());
    return asked.ok ? ok(null) : refuse(found(asked.failure));
  }

  #tooMany(): StoreFailure {
    const { hostname } = new URL(this.#ports.place.address);
    return found(failed('answer-too-large', { host: hostname, part: 'list' }));
  }

  #stopped(why: 'cancelled' | 'timed-out'): Reading {
    if (why === 'cancelled') return failed(why);
    return failed(why, { host: new URL(this.#ports.place.address).hostname });
  }
}
