import { ok, type Result, refuse } from '@contract/result';
import type { SharedRecord, SharedRef } from '@contract/shared-record';
import type { SharedFailure } from '@contract/shared-store';
import type { StoreInUse } from './in-use';
import { type Side, sameData } from './merge';
import type { SharedStore, SharedVersion } from './port';
import { recordOf } from './sides';

export interface ToWrite {
  readonly side: Side;
  readonly system: SharedRecord['system'];
  /** The version it replaces; 0: there is none. */
  readonly on: number;
  /** When its secrets came into use; null: unknown. */
  readonly rotatedAt: string | null;
  /** ISO 8601; now unless told otherwise. */
  readonly at?: string;
}

/**
 * Writes a version. If the answer is lost, the store is read again: only what is there counts.
 * @returns the version written
 */
export async function writeThere(
  inUse: StoreInUse,
  store: SharedStore,
  ref: SharedRef,
  { side, system, on, rotatedAt, at = inUse.now() }: ToWrite,
): Promise<Result<SharedVersion, SharedFailure>> {
  const record = recordOf(side, system, { by: inUse.person, at, rotatedAt });
  if (record === null) {
    const isUnread = Object.values(side.secrets).some((secret) => typeof secret !== 'string');
    return refuse({ code: isUnread ? 'secret-unreadable' : 'bad-request' });
  }
  const written = await store.writeIfVersion(ref, record, on);
  if (written.ok) return ok({ record, version: written.value, at });
  if (written.failure.kind === 'not-understood') return refuse({ code: 'not-understood' });
  const read = await store.read(ref);
  if (read.ok && read.value.version > on && sameData(read.value.record, record)) return read;
  return inUse.failed(written.failure);
}
