import { ok, type Result, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type { KeptInStep, RunningReplacement, SharedFailure, SharedVersionRow } from '@contract/shared-store';
import type { ConnectionStore } from '../connections/connection-store';
import { isElsewhere } from './addresses';
import type { Asked } from './in-turn';
import { type StoreInUse, withoutListed } from './in-use';
import type { Joining } from './joining';
import type { Shown } from './shown';
import { originsOf, sideOfRecord } from './sides';
import type { Unsettled } from './unsettled';
import { writeThere } from './write-there';

export interface ChangesTherePorts {
  readonly inUse: StoreInUse;
  readonly connections: Pick<ConnectionStore, 'get'>;
  readonly joining: Joining;
  readonly shown: Pick<Shown, 'replacementElsewhere'>;
  readonly unsettled: Pick<Unsettled, 'forget'>;
}

/** Versions of one record; stores keep 10 unless told otherwise. */
const MOST_SHOWN = 200;

/**
 * What is done in the store itself: its history, what was deleted there, and replacements that were left behind. What
 * each call does is said at `SharedConnections`.
 */
export class ChangesThere {
  constructor(private readonly ports: ChangesTherePorts) {}

  async history(ref: SharedRef): Asked<readonly SharedVersionRow[]> {
    const store = this.ports.inUse.store;
    if (!store.ok) return store;
    const asked = await store.value.history(ref);
    if (!asked.ok) return this.ports.inUse.failed(asked.failure);
    const newest = Math.max(0, ...asked.value.map(({ version }) => version));
    const shown = asked.value.slice(0, MOST_SHOWN);
    return ok(shown.map((one) => ({ ...one, isCurrent: one.version === newest })));
  }

  async restore(ref: SharedRef, version: number, shown: number): Asked<KeptInStep> {
    const store = this.ports.inUse.store;
    if (!store.ok) return store;
    const [earlier, newest] = [await store.value.read(ref, version), await store.value.read(ref)];
    if (!earlier.ok) return this.ports.inUse.failed(earlier.failure);
    if (!newest.ok && newest.failure.kind !== 'gone') return this.ports.inUse.failed(newest.failure);
    const on = newest.ok ? newest.value.version : (newest.failure as { readonly version: number }).version;
    if (on !== shown) return refuse({ code: 'changed-there' });
    const running = newest.ok ? newest.value.record.next : undefined;
    if (running !== undefined && running.startedAt === this.ports.inUse.link(ref.id)?.own)
      return refuse({ code: 'replaced-here' });
    if (running !== undefined)
      return refuse({ code: 'replaced-elsewhere', by: running.startedBy, since: running.startedAt });
    const { record } = earlier.value;
    // What was being replaced then is over.
    const side = { ...sideOfRecord(record), next: null };
    const { system, rotatedAt } = record;
    const written = await writeThere(this.ports.inUse, store.value, ref, { side, system, on, rotatedAt });
    if (!written.ok) return written;
    return this.ports.inUse.state.links.has(ref.id) ? this.ports.joining.step(ref.id, null) : ok('pushed');
  }

  async delete(ref: SharedRef, version: number): Asked<null> {
    const store = this.ports.inUse.store;
    if (!store.ok) return store;
    const deleted = await store.value.delete(ref, version);
    if (!deleted.ok && deleted.failure.kind !== 'gone') {
      if (deleted.failure.kind !== 'finding') return this.ports.inUse.failed(deleted.failure);
      // The answer may have been lost after the deed.
      const read = await store.value.read(ref);
      const isGone = !read.ok && (read.failure.kind === 'gone' || read.failure.kind === 'absent');
      if (!isGone) return this.ports.inUse.failed(deleted.failure);
    }
    const link = this.ports.inUse.link(ref.id);
    if (link === undefined || link.folder !== ref.folder) return ok(null);
    if (!this.ports.inUse.mustStayShared(link)) return this.unlink(ref.id);
    this.ports.unsettled.forget(ref.id);
    return this.ports.inUse.change((state) => withoutListed(state, ref.id));
  }

  async endReplacement(id: string, version: number): Asked<KeptInStep> {
    const store = this.ports.inUse.store;
    const link = this.ports.inUse.link(id);
    if (!store.ok) return store;
    if (link === undefined) return refuse({ code: 'not-found' });
    const ref = { folder: link.folder, id };
    const read = await store.value.read(ref);
    if (!read.ok) return this.ports.inUse.failed(read.failure);
    if (read.value.version !== version) return refuse({ code: 'changed-there' });
    const { record } = read.value;
    if (record.next?.startedAt === link.own) return refuse({ code: 'replaced-here' });
    // Whoever writes a record answers for its address with their name.
    const own = originsOf(record.system, this.ports.connections.get(id)?.values ?? {});
    if (isElsewhere(link, own, originsOf(record.system, record.values)))
      return this.ports.joining.step(id, null);
    const side = { ...sideOfRecord(record), next: null };
    const { system, rotatedAt } = record;
    const written = await writeThere(this.ports.inUse, store.value, ref, {
      side,
      system,
      on: version,
      rotatedAt,
    });
    return written.ok ? this.ports.joining.step(id, null) : written;
  }

  async replacing(id: string): Promise<RunningReplacement | null> {
    const link = this.ports.inUse.link(id);
    if (link === undefined) return null;
    const read = await this.ports.inUse.session?.store.read({ folder: link.folder, id });
    if (read?.ok !== true) return this.ports.shown.replacementElsewhere(id);
    const { next } = read.value.record;
    if (next === undefined || next.startedAt === link.own) return null;
    return { by: next.startedBy, since: next.startedAt, isHere: false };
  }

  /** From now on, it is here only. */
  unlink(id: string): Result<null, SharedFailure> {
    this.ports.unsettled.forget(id);
    return this.ports.inUse.unlink(id);
  }
}
