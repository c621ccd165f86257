import type { Report, Step } from '@contract/report';
import type { Result } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type {
  KeptInStep,
  OfferedConnection,
  SharedAnswers,
  SharedConflict,
  SharedDetails,
  SharedFailure,
  SharedVersionRow,
  SharedView,
  StoreCredentials,
  StoreSettings,
} from '@contract/shared-store';

type Asked<Value> = Promise<Result<Value, SharedFailure>>;

/** Keeps this computer's connections in step with a shared store. No method throws. */
export interface SharedConnectionsApi {
  /** From memory and disk, without the store and without the keyring. */
  view(): SharedView;
  /** Signs out and forgets the last list if the store is another one. */
  setUp(settings: StoreSettings): Result<null, SharedFailure>;
  /** Forgets the store. All connections stay here, and are here only. */
  takeDown(): Result<null, SharedFailure>;
  /** The steps of the store's test, with `credentials`, or with the session if there is one. */
  test(
    credentials: StoreCredentials | null,
    tell: { readonly onStep?: (step: Step) => void; readonly signal: AbortSignal },
  ): Asked<Report>;
  signIn(
    credentials: StoreCredentials,
    tell: { readonly onBrowser?: (url: string, waitSeconds: number) => void; readonly signal: AbortSignal },
  ): Asked<{ readonly person: string; readonly until: string | null }>;
  signOut(): void;
  /** Reads the store's list, without reading a secret. `onSome`: how many were found so far. */
  refresh(onSome?: (count: number) => void): Asked<SharedView>;
  /** null: not in the store and not here. */
  details(id: string): Asked<SharedDetails>;
  /** Shares connections of this computer. One failure does not keep the others back. */
  publish(ids: readonly string[], folder: string): Promise<readonly Outcome<null>[]>;
  /** What bringing it here would do; reads it. */
  offer(ref: SharedRef): Asked<OfferedConnection>;
  /** Brings it here. `shown`: the version and the origins that the person saw, and thereby confirms. */
  bring(
    ref: SharedRef,
    shown: { readonly version: number; readonly origins: readonly string[] },
  ): Asked<null>;
  /** @param ids null: all shared ones */
  keepInStep(
    ids: readonly string[] | null,
    onEach?: (outcome: Outcome<KeptInStep>) => void,
  ): Promise<readonly Outcome<KeptInStep>[]>;
  /** Settles a conflict, for the version it was shown of. Every question needs its answer. */
  resolve(id: string, version: number, answers: SharedAnswers): Asked<KeptInStep>;
  /** The click that allows another address, for the version and the origins that were shown. */
  confirmAddresses(id: string, version: number, origins: readonly string[]): Asked<KeptInStep>;
  /** Keeps this computer's values instead and writes them to the store. */
  keepOwnAddresses(id: string, version: number): Asked<KeptInStep>;
  /** It stays here, and in the store for the others. */
  stopSharing(id: string): Result<null, SharedFailure>;
  /** Deletes it in the store; it can be restored there. It stays here, here only. */
  deleteThere(ref: SharedRef, version: number): Asked<null>;
  /** Newest first. */
  history(ref: SharedRef): Asked<readonly SharedVersionRow[]>;
  /** Writes an earlier version as the newest one. */
  restore(ref: SharedRef, version: number): Asked<KeptInStep>;
  /** Ends a colleague's replacement that was left behind. What they had entered stays in the history. */
  endReplacement(id: string, version: number): Asked<KeptInStep>;
}

/** What came of one of several connections. */
export interface Outcome<Value> {
  readonly id: string;
  readonly result: Result<Value, SharedFailure>;
}

/** For the conflict's page only. */
export type { SharedConflict };
