import { isObject } from '@contract/is-object';
import type { HistoryEntry } from './port';

/*
 * The store's metadata of a record, judged: whoever runs the store, or stands in its place, may answer anything.
 */

export interface RecordVersions {
  /** The newest one. 0: there are notes about a record, and no version of it. */
  readonly current: number;
  /** Newest first; those that the store has not yet dropped. */
  readonly entries: readonly HistoryEntry[];
  readonly custom: unknown;
}

const isVersion = (value: unknown): value is number =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0;

/** An instant of the store (RFC 3339, nanoseconds) in our form; null for anything else. */
export function instantOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 40 || !/^\d{4}-\d{2}-\d{2}T/.test(value)) return null;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** When a version is or was deleted; a mount can be told to do so later by itself. */
const deletionOf = (entry: Readonly<Record<string, unknown>>, now: number): string | null => {
  const at = instantOf(entry.deletion_time);
  return at !== null && Date.parse(at) <= now ? at : null;
};

/** @param now the time by which a deletion counts. Null: not the metadata of a record. */
export function versionsOf(data: unknown, now: number): RecordVersions | null {
  if (!isObject(data) || !isObject(data.versions)) return null;
  const current = data.current_version;
  if (current !== 0 && !isVersion(current)) return null;
  const numbers = Object.entries(data.versions);
  const entries: HistoryEntry[] = [];
  for (const [number, entry] of numbers) {
    const version = /^[1-9]\d*$/.test(number) ? Number(number) : 0;
    const at = isObject(entry) ? instantOf(entry.created_time) : null;
    if (!isObject(entry) || !isVersion(version) || version > current || at === null) return null;
    entries.push({ version, at, goneAt: deletionOf(entry, now), isDestroyed: entry.destroyed === true });
  }
  entries.sort((one, other) => other.version - one.version);
  if (current !== 0 && entries[0]?.version !== current) return null;
  return { current, entries, custom: data.custom_metadata };
}

/** One version of a record with its content; `data` is null once it is deleted. */
export interface ReadVersion {
  readonly version: number;
  readonly at: string;
  readonly goneAt: string | null;
  readonly data: unknown;
}

export function readVersionOf(data: unknown): ReadVersion | null {
  if (!isObject(data) || !isObject(data.metadata)) return null;
  const { version, created_time: created, deletion_time: deleted } = data.metadata;
  const at = instantOf(created);
  return isVersion(version) && at !== null
    ? { version, at, goneAt: instantOf(deleted), data: data.data }
    : null;
}
