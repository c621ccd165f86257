import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import type { Result } from '@contract/result';
import type { SharedAbout, SharedRecord, SharedRef } from '@contract/shared-record';

/*
 * What the program needs of a store of shared secrets. Versions are numbers that the store counts up, one with each
 * write, also after a deletion.
 */

/**
 * - `finding`: the store could not be used, as a finding says it: not reached, sealed, not permitted …
 * - `changed-there`: the version is no longer the newest. `version` is the newest one, if the store said so.
 * - `gone`: the newest version was deleted. It can be restored from the history.
 * - `absent`: there has never been such a record, or it was removed with its history.
 * - `not-understood`: there is a record, but no program of this version wrote it.
 */
export type StoreFailure =
  | { readonly kind: 'finding'; readonly code: FindingCode; readonly facts: Facts }
  | { readonly kind: 'changed-there'; readonly version: number | null }
  | { readonly kind: 'gone'; readonly version: number; readonly at: string | null }
  | { readonly kind: 'absent' }
  | { readonly kind: 'not-understood'; readonly version: number | null };

export interface StoreIdentity {
  /** As the store names them: a user name, an e-mail address, a role. */
  readonly person: string;
  /** When the sign-in ends (ISO 8601); null: not by itself. */
  readonly until: string | null;
}

/** What the store's policies allow in a folder, asked beforehand. */
export interface StoreRights {
  readonly list: boolean;
  readonly read: boolean;
  readonly write: boolean;
  readonly delete: boolean;
}

export interface SharedListing {
  readonly ref: SharedRef;
  /** The newest version. */
  readonly version: number;
  /** When it was written, by the store's clock (ISO 8601). */
  readonly at: string;
  readonly isGone: boolean;
  /** null if it cannot be read or was not written by this program. */
  readonly about: SharedAbout | null;
}

export interface SharedVersion {
  readonly record: SharedRecord;
  readonly version: number;
  /** When it was written, by the store's clock (ISO 8601). */
  readonly at: string;
}

export interface HistoryEntry {
  readonly version: number;
  /** By the store's clock (ISO 8601). */
  readonly at: string;
  /** When it was deleted; null: it was not. */
  readonly goneAt: string | null;
  /** Removed for good: it cannot be read or restored. */
  readonly isDestroyed: boolean;
}

type Asked<Value> = Promise<Result<Value, StoreFailure>>;

/** One signed-in connection to a store. No call repeats itself, and none throws. */
export interface SharedStore {
  whoAmI(): Asked<StoreIdentity>;
  rights(folder: string): Asked<StoreRights>;
  /**
   * All records in a folder and below, without reading a secret.
   * @param onSome called with those found since it was last called, for progress
   */
  list(
    folder: string,
    onSome?: (listed: readonly SharedListing[]) => void,
  ): Asked<{ readonly records: readonly SharedListing[]; readonly otherEntries: number }>;
  /** The newest version, or the one asked for. */
  read(ref: SharedRef, version?: number): Asked<SharedVersion>;
  /**
   * Writes only if `version` is still the newest; 0: only if there is no record.
   * @returns the new version
   */
  writeIfVersion(ref: SharedRef, record: SharedRecord, version: number): Asked<number>;
  /** Deletes this version, and no newer one. It can be restored. */
  delete(ref: SharedRef, version: number): Asked<null>;
  /** Newest first. */
  history(ref: SharedRef): Asked<readonly HistoryEntry[]>;
}
