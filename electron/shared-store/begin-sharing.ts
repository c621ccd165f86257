import { LIMITS } from '@contract/limits';
import type { Policies } from '@contract/policies';
import { ok, refuse } from '@contract/result';
import { isFolder } from '@contract/shared-folder';
import type { SharedRef } from '@contract/shared-record';
import type { KeptInStep, OfferedConnection } from '@contract/shared-store';
import type { ConnectionStore } from '../connections/connection-store';
import type { SharedLink } from '../connections/shared-file';
import { copyOf, isSameList } from './addresses';
import type { Here } from './here';
import type { Asked } from './in-turn';
import { type StoreInUse, withLink } from './in-use';
import type { Joining } from './joining';
import { sameSide } from './merge';
import { writtenBy } from './rows';
import { flatOrigins, originsOf, sideOfRecord } from './sides';
import type { StartedFrom } from './started-from';
import { writeThere } from './write-there';
import type { WritesHere } from './writes-here';

export interface BeginSharingPorts {
  readonly inUse: StoreInUse;
  readonly connections: Pick<ConnectionStore, 'get' | 'list'>;
  readonly policies: Pick<Policies, 'sharedStore' | 'allowedSystems' | 'forbidExport'>;
  readonly here: Here;
  readonly startedFrom: StartedFrom;
  readonly writesHere: WritesHere;
  readonly joining: Joining;
}

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

/** How a connection of one side comes to the other for the first time. What each call does is said at `SharedConnections`. */
export class BeginSharing {
  constructor(private readonly ports: BeginSharingPorts) {}

  async publish(id: string, folder: string): Asked<null> {
    const { connections, inUse, policies, here: reads, startedFrom, writesHere } = this.ports;
    const store = inUse.store;
    if (!store.ok) return store;
    const connection = connections.get(id);
    if (connection === undefined) return refuse({ code: 'not-found' });
    if (connection.practice) return refuse({ code: 'not-allowed' });
    if (policies.forbidExport && policies.sharedStore === null) return refuse({ code: 'not-allowed' });
    if (!isFolder(folder)) return refuse({ code: 'bad-request' });
    const ref = { folder, id };
    const before = inUse.link(id);
    if (before !== undefined && before.folder !== folder) return refuse({ code: 'already-shared' });
    const here = await reads.side(connection, NO_LINK, null);
    const newest = await store.value.read(ref);
    let on = 0;
    if (newest.ok) {
      // An answer that was lost, or a program that was killed, may have left our own there.
      if (before !== undefined || !sameSide(sideOfRecord(newest.value.record), here.side))
        return refuse({ code: 'already-shared' });
      const kept = await startedFrom.keep(ref, newest.value, here.side, here.state, connection);
      if (kept.ok) await writesHere.keepOffDisk(id);
      return kept;
    }
    if (newest.failure.kind === 'gone') on = newest.failure.version;
    else if (newest.failure.kind !== 'absent') return inUse.failed(newest.failure);
    const written = await writeThere(inUse, store.value, ref, {
      side: here.side,
      system: connection.system,
      on,
      rotatedAt: reads.rotatedAt(connection),
    });
    if (!written.ok) return written;
    const kept = await startedFrom.keep(ref, written.value, here.side, here.state, connection);
    if (!kept.ok) return kept;
    writesHere.noted(connection, Object.keys(here.side.secrets), 'published');
    await writesHere.keepOffDisk(id);
    return kept;
  }

  async offer(ref: SharedRef): Asked<OfferedConnection> {
    const { inUse, policies } = this.ports;
    const { store } = inUse;
    if (!store.ok) return store;
    const read = await store.value.read(ref);
    if (!read.ok) return inUse.failed(read.failure);
    const { record } = read.value;
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

  async bring(
    ref: SharedRef,
    shown: { readonly version: number; readonly origins: readonly string[] },
  ): Asked<KeptInStep> {
    const { connections, inUse, policies, joining, startedFrom, writesHere } = this.ports;
    const { id, folder } = ref;
    const store = inUse.store;
    if (!store.ok) return store;
    const here = connections.get(id);
    const before = inUse.link(id);
    if (here !== undefined && before !== undefined)
      return before.folder === folder ? joining.step(id, null) : refuse({ code: 'already-here' });
    const read = await store.value.read(ref);
    if (!read.ok) return inUse.failed(read.failure);
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
      // A secret that is already here goes to another address only after a question of its own, with a warning.
      confirmed: here === undefined ? copyOf(origins) : {},
      asOf: inUse.now(),
    };
    const linked = inUse.change((state) => withLink(state, id, link));
    if (!linked.ok) return linked;
    if (here !== undefined) return joining.step(id, null);
    const created = await writesHere.create(ref, record);
    if (created === null) return refuse({ code: 'not-saved' });
    const { connection, side, state } = created;
    const kept = await startedFrom.keep(ref, read.value, side, state, connection);
    return kept.ok ? ok('pulled') : kept;
  }
}
