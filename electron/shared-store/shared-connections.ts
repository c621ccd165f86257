import { type Result, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type {
  KeptInStep,
  OfferedConnection,
  RunningReplacement,
  SharedAnswers,
  SharedDetails,
  SharedFailure,
  SharedVersionRow,
  SharedView,
  StoreCredentials,
  StoreSettings,
  StoreTestReport,
} from '@contract/shared-store';
import type { Vault } from '../secrets/vault';
import type { Access } from './access';
import type { BeginSharing } from './begin-sharing';
import type { ChangesThere } from './changes-there';
import type { TestTell } from './door';
import { type Asked, InTurn, type Outcome } from './in-turn';
import type { StoreInUse } from './in-use';
import type { Joining, Settled } from './joining';
import type { StoreIdentity } from './port';
import type { Shown } from './shown';

export interface SharedConnectionsPorts {
  readonly inUse: Pick<StoreInUse, 'session' | 'state' | 'link' | 'mustStayShared'>;
  readonly vault: Pick<Vault, 'keepSession'>;
  readonly access: Access;
  readonly shown: Shown;
  readonly beginSharing: BeginSharing;
  readonly joining: Joining;
  readonly changesThere: ChangesThere;
}

/**
 * Keeps this computer's connections in step with a shared store, each of them by one action after the other. A shared
 * connection is an ordinary one here; what was changed here is whatever differs from the version it started from, so no
 * change waits anywhere else. The store is read before each write, each write carries the version that was read, and
 * whatever a killed program left behind is joined by the next run like any other difference. No method throws.
 */
export class SharedConnections {
  readonly #inTurn = new InTurn();

  constructor(private readonly ports: SharedConnectionsPorts) {}

  /** From memory and disk, without the store and without the keyring. */
  view(): SharedView {
    return this.ports.shown.view();
  }

  /** Signs out, and forgets the links and the list of another store: connections stay here. */
  setUp(settings: StoreSettings): Result<null, SharedFailure> {
    return this.ports.access.setUp(settings);
  }

  /** Forgets the store. All connections stay here, and are here only. */
  takeDown(): Result<null, SharedFailure> {
    return this.ports.access.takeDown();
  }

  /**
   * The steps of the store's test. A sign-in that it makes stays.
   * @param credentials null: with the session; without one, up to the clock
   */
  test(credentials: StoreCredentials | null, tell: TestTell): Asked<StoreTestReport> {
    return this.ports.access.test(credentials, tell);
  }

  signIn(...how: Parameters<Access['signIn']>): Asked<StoreIdentity> {
    return this.ports.access.signIn(...how);
  }

  /** Keeps how a program of this computer signs in, with its secret sealed. `session-only`: no keyring keeps it. */
  keepRole(...role: Parameters<Access['keepRole']>): Asked<'saved' | 'session-only'> {
    return this.ports.access.keepRole(...role);
  }

  signOut(): void {
    this.ports.access.signOut();
  }

  /**
   * Reads the store's list, without reading a secret.
   * @param onSome how many were found so far
   */
  refresh(onSome?: (count: number) => void): Asked<SharedView> {
    return this.ports.shown.refresh(onSome);
  }

  /**
   * One connection, with what it asks. Reads the store if someone is signed in, for the rights and what it asks.
   * @param shown the folder of one that is not here: the same id may stand in several, and one of them was meant
   */
  details(id: string, shown: string | null = null): Asked<SharedDetails> {
    return this.ports.shown.details(id, shown);
  }

  /** Shares connections of this computer. One failure does not keep the others back. */
  publish(ids: readonly string[], folder: string): Promise<readonly Outcome<null>[]> {
    return this.#inTurn.each(ids, (id) => this.ports.beginSharing.publish(id, folder));
  }

  /** What bringing it here would do; reads it. */
  offer(ref: SharedRef): Asked<OfferedConnection> {
    return this.ports.beginSharing.offer(ref);
  }

  /** Brings it here. `shown`: the version and the origins that the person saw, and thereby confirms. */
  bring(
    ref: SharedRef,
    shown: { readonly version: number; readonly origins: readonly string[] },
  ): Asked<KeptInStep> {
    return this.#inTurn.next(ref.id, () => this.ports.beginSharing.bring(ref, shown));
  }

  /**
   * Brings what changed there, writes what changed here, and asks where both changed.
   * @param ids null: all that differ, by the last list
   */
  keepInStep(
    ids: readonly string[] | null,
    onEach?: (outcome: Outcome<KeptInStep>) => void,
  ): Promise<readonly Outcome<KeptInStep>[]> {
    const { joining, shown } = this.ports;
    return this.#inTurn.each(ids ?? shown.differing(), (id) => joining.step(id, null), onEach);
  }

  /** Settles a conflict, for the version it was shown of. Every question needs its answer. */
  resolve(id: string, version: number, answers: SharedAnswers): Asked<KeptInStep> {
    return this.#step(id, { version, answers });
  }

  /** The click that allows another address, for the version and the origins that were shown. */
  confirmAddresses(id: string, version: number, origins: readonly string[]): Asked<KeptInStep> {
    return this.#step(id, { version, confirmed: origins });
  }

  /** Keeps this computer's addresses instead and writes them to the store. */
  keepOwnAddresses(id: string, version: number): Asked<KeptInStep> {
    return this.#step(id, { version, keepsOwn: true });
  }

  /** A replacement here has gone on: tells the store, if it can. */
  async stepped(id: string): Promise<KeptInStep | null> {
    const { inUse } = this.ports;
    if (inUse.session === null || !inUse.state.links.has(id)) return null;
    const kept = await this.#step(id, null);
    return kept.ok ? kept.value : null;
  }

  /** It stays here, and in the store for the others. */
  stopSharing(id: string): Asked<null> {
    const { inUse, vault, changesThere } = this.ports;
    return this.#inTurn.next(id, async () => {
      const link = inUse.link(id);
      if (link === undefined) return refuse({ code: 'not-found' });
      if (inUse.mustStayShared(link)) return refuse({ code: 'not-allowed' });
      const unlinked = changesThere.unlink(id);
      // What was only for this run may be kept from now on.
      if (unlinked.ok) await vault.keepSession();
      return unlinked;
    });
  }

  /** Deletes it in the store; it can be restored there. It stays here, here only. */
  deleteThere(ref: SharedRef, version: number): Asked<null> {
    return this.#inTurn.next(ref.id, () => this.ports.changesThere.delete(ref, version));
  }

  /** Newest first; of a record with very many, the newest. */
  history(ref: SharedRef): Asked<readonly SharedVersionRow[]> {
    return this.ports.changesThere.history(ref);
  }

  /** Writes an earlier version in place of the newest one. @param shown the newest one, as the person saw it */
  restore(ref: SharedRef, version: number, shown: number): Asked<KeptInStep> {
    return this.#inTurn.next(ref.id, () => this.ports.changesThere.restore(ref, version, shown));
  }

  /** Ends a colleague's replacement that was left behind. What they had entered stays in the history. */
  endReplacement(id: string, version: number): Asked<KeptInStep> {
    return this.#inTurn.next(id, () => this.ports.changesThere.endReplacement(id, version));
  }

  /** For a replacement about to begin here: who is replacing this secret already; null: nobody, as far as is known. */
  replacing(id: string): Promise<RunningReplacement | null> {
    return this.ports.changesThere.replacing(id);
  }

  #step(id: string, settled: Settled | null): Asked<KeptInStep> {
    return this.#inTurn.next(id, () => this.ports.joining.step(id, settled));
  }
}
