import type { Connection } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { KeptInStep, SharedAnswers, SharedFailure } from '@contract/shared-store';
import { systemById } from '@systems/catalogue';
import type { ConnectionStore } from '../connections/connection-store';
import type { Rotations } from '../rotation/rotations';
import { addressOf, isElsewhere, isSameList, isSameOrigins, withOwnAddresses } from './addresses';
import { asksOf } from './asks';
import { type Here, isOwnNext } from './here';
import type { Asked } from './in-turn';
import { type StoreInUse, withListed, withoutListed } from './in-use';
import { merge, type Next, sameSecrets, sameSide } from './merge';
import type { SharedStore, StoreFailure } from './port';
import { baseWritten, writtenBy } from './rows';
import { flatOrigins, originsOf, sideOfRecord } from './sides';
import type { StartedFrom } from './started-from';
import type { Unsettled } from './unsettled';
import { writeThere } from './write-there';
import { stateOf, type WritesHere } from './writes-here';

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
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly rotations: Pick<Rotations, 'act'>;
  readonly here: Here;
  readonly startedFrom: StartedFrom;
  readonly writesHere: WritesHere;
  readonly unsettled: Unsettled;
}

/** A change of the connection while it was being joined is joined as well, a few times. */
const ATTEMPTS = 5;

/**
 * Joins one connection here with the store, one step after the other, each of which may be the last: what a killed
 * program leaves behind is joined by the next run like any other difference.
 */
export class Joining {
  constructor(private readonly ports: JoiningPorts) {}

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
    const { connections, inUse, rotations, here: reads, startedFrom, writesHere, unsettled } = this.ports;
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
    if (!inUse.isUsable(link)) {
      const reached = inUse.reached(id);
      if (!reached.ok) return reached;
    }

    const here = await reads.side(connection, link, await startedFrom.base(id, link));
    const there = sideOfRecord(theirs.record);
    const isOwn = (next: Next): boolean => isOwnNext(next, connection, link);
    const alongside = alongsideOf(connection);
    // The address was shown for this version, and so were the questions before it.
    const isOfAddress = settled !== null && unsettled.addresses.get(id)?.theirs.version === settled.version;
    const answers = settled?.answers ?? (isOfAddress ? unsettled.answers.get(id) : undefined) ?? {};
    const isSetBack =
      link.base !== null && (await startedFrom.isSetBack(store, ref, link.base, theirs, here.base));
    const known = await startedFrom.since(store, ref, link, theirs, stateOf(connection, here.state));
    const merged = merge(
      isSetBack || known === 'unknown' ? null : (known ?? here.base),
      here.side,
      there,
      { alongside, isOwn },
      answers,
    );
    if (merged.kind === 'asks') {
      // What was answered before was about other changes here.
      unsettled.answers.delete(id);
      unsettled.conflicts.set(id, {
        id,
        theirs: writtenBy(theirs),
        base: link.base === null ? null : baseWritten(link.base),
        mineAt: connection.updatedAt,
        questions: asksOf(merged.asks, here.side, there, isOwn),
      });
      const reached = inUse.reached(id);
      return reached.ok ? ok('asks') : reached;
    }
    let { side } = merged;
    if (settled?.keepsOwn === true) side = withOwnAddresses(side, here.side, connection);
    const wanted = originsOf(connection.system, side.values);
    const own = originsOf(connection.system, here.side.values);
    const isConfirmed =
      settled?.confirmed !== undefined && isSameList(flatOrigins(wanted), settled.confirmed);
    if (isElsewhere(link, own, wanted) && !isConfirmed) {
      if (settled?.confirmed !== undefined) return refuse({ code: 'changed-there' });
      unsettled.conflicts.delete(id);
      unsettled.answers.set(id, answers);
      unsettled.addresses.set(id, addressOf(id, link, here.side, side, theirs, own));
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
      reads.lacksSecrets(connection, side.secrets);
    if (isPull) {
      const applied = await writesHere.change(connection, here, side, theirs);
      if (!applied.ok) return applied.failure === 'stale' ? ok('again') : refuse({ code: 'not-saved' });
      state = applied.value;
    }
    const isPush = !sameSide(side, there);
    if (isPush && isPull) {
      // What is here now has started from theirs.
      const kept = await startedFrom.keep(ref, theirs, there, state, connection, side);
      return kept.ok ? ok('pulled-again') : kept;
    }
    if (!isPush) {
      const kept = await startedFrom.keep(ref, theirs, there, state, connection);
      if (!kept.ok) return kept;
      await writesHere.keepOffDisk(id);
      return ok(isPull ? 'pulled' : 'unchanged');
    }
    const at = inUse.now();
    const ownNext = side.next !== null && isOwn(side.next) ? side.next.at : null;
    const noted = startedFrom.noteSent(id, theirs.version, at, ownNext);
    if (!noted.ok) return noted;
    // No longer shared, or another store was set up meanwhile.
    if (inUse.link(id) === undefined) return refuse({ code: 'not-found' });
    const written = await writeThere(inUse, store, ref, {
      side,
      system: connection.system,
      on: theirs.version,
      rotatedAt: sameSecrets(side, there) ? theirs.record.rotatedAt : reads.rotatedAt(connection),
      at,
    });
    if (!written.ok) {
      const isChanged = written.failure.code === 'changed-there' || written.failure.code === 'gone-there';
      return isChanged && settled === null ? ok('again') : written;
    }
    const kept = await startedFrom.keep(ref, written.value, side, state, connection);
    if (!kept.ok) return kept;
    await writesHere.keepOffDisk(id);
    return ok('pushed');
  }

  #notRead(id: string, failure: StoreFailure): Result<KeptInStep, SharedFailure> {
    if (failure.kind === 'finding') return this.ports.inUse.failed(failure);
    this.ports.unsettled.forget(id);
    if (failure.kind !== 'not-understood') {
      const isKept = this.ports.inUse.change((state) => withoutListed(state, id));
      if (!isKept.ok) return isKept;
    }
    return ok(failure.kind === 'gone' || failure.kind === 'absent' ? 'gone-there' : 'not-understood');
  }
}

const alongsideOf = ({ system }: Connection): readonly string[] =>
  systemById(system).rotation?.alongside ?? [];
