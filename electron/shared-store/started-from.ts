import type { Connection } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type { SharedFailure } from '@contract/shared-store';
import type { SharedLink } from '../connections/shared-file';
import { copyOf } from './addresses';
import { isOwnNext } from './here';
import { type StoreInUse, withLink, withListed } from './in-use';
import { type Side, sameData, sameSecrets } from './merge';
import type { SharedStore, SharedVersion } from './port';
import type { Sealed } from './sealed';
import type { ReadsSecretsHere, SecretsState } from './secrets-here';
import { openRecordOf, originsOf, sideOfBase, sideOfRecord } from './sides';
import type { Unsettled } from './unsettled';

export interface StartedFromPorts {
  readonly inUse: StoreInUse;
  readonly sealed: Pick<Sealed, 'base' | 'keepBase'>;
  readonly secrets: Pick<ReadsSecretsHere, 'inStep'>;
  readonly unsettled: Pick<Unsettled, 'forget'>;
}

/** Far more writes than can be on their way at once. */
const MOST_SENT = 8;

/** The version that each connection here has started from: the base of whatever is joined. */
export class StartedFrom {
  constructor(private readonly ports: StartedFromPorts) {}

  /** The base that was noted; null if there is none. */
  async base(id: string, link: SharedLink): Promise<Side | null> {
    const { base } = link;
    const settings = this.ports.inUse.settings;
    if (base === null || settings === null) return null;
    return sideOfBase(base.record, await this.ports.sealed.base(id, base.version, settings.address));
  }

  /**
   * Whether the store does not have any more what this computer started from: it was set back to a backup, or is
   * another one. What it has may then be older than what is here, so every difference asks.
   */
  async isSetBack(
    store: SharedStore,
    ref: SharedRef,
    base: NonNullable<SharedLink['base']>,
    theirs: SharedVersion,
    before: Side | null,
  ): Promise<boolean> {
    const isAnother = ({ record }: SharedVersion): boolean => !sameData(openRecordOf(record), base.record);
    if (theirs.version < base.version) return true;
    if (theirs.version === base.version) return isAnother(theirs);
    // Only a secret can become older unseen, so only then it is worth another request.
    if (before !== null && sameSecrets(before, sideOfRecord(theirs.record))) return false;
    const then = await store.read(ref, base.version);
    return then.ok && isAnother(then.value);
  }

  /**
   * What this computer has started from, if that is newer than the base it noted: a write whose answer was lost, or a
   * version that it was bringing here when it was killed. null: the base; `unknown`: it cannot be told.
   */
  async since(
    store: SharedStore,
    ref: SharedRef,
    link: SharedLink,
    theirs: SharedVersion,
    now: string,
  ): Promise<Side | null | 'unknown'> {
    const landed = await this.#landed(store, ref, link, theirs);
    const { taking } = link;
    if (landed !== null || taking === null || now === taking.before) return landed;
    if (now !== taking.after) return 'unknown';
    const { version } = taking;
    const taken = version === theirs.version ? ok(theirs) : await store.read(ref, version);
    return taken.ok ? sideOfRecord(taken.value.record) : 'unknown';
  }

  /**
   * What this computer wrote last, if that is newer than what it knows of: the answer was lost, or the program was
   * killed. null: nothing arrived; `unknown`: the version that would tell it was deleted or cannot be read.
   */
  async #landed(
    store: SharedStore,
    ref: SharedRef,
    { base, sent }: SharedLink,
    theirs: SharedVersion,
  ): Promise<Side | null | 'unknown'> {
    const possible = sent
      .filter(({ on }) => on >= (base?.version ?? 0) && on < theirs.version)
      .toSorted((one, other) => other.on - one.on);
    for (const { on, by, at } of possible) {
      const version = on + 1 === theirs.version ? ok(theirs) : await store.read(ref, on + 1);
      if (!version.ok) return 'unknown';
      const { record } = version.value;
      if (record.changedBy === by && record.changedAt === at) return sideOfRecord(record);
    }
    return null;
  }

  /**
   * Notes a write that is about to be sent, so that it is known again if its answer is lost.
   * @param on the version it replaces
   * @param own when the replacement of this computer began that is in it; null: none is
   */
  noteSent(id: string, on: number, at: string, own: string | null): Result<null, SharedFailure> {
    const { inUse } = this.ports;
    return inUse.change((current) => {
      const before = current.links.get(id);
      if (before === undefined) return current;
      const entry = { on, by: inUse.person, at, own };
      return withLink(current, id, { ...before, sent: [...before.sent, entry].slice(-MOST_SENT) });
    });
  }

  /** What is here has started from this version, or is it. `state`: the secrets as they were when they were compared. */
  async keep(
    ref: SharedRef,
    { record, version, at }: SharedVersion,
    there: Side,
    state: SecretsState,
    connection: Connection,
    here: Side = there,
  ): Promise<Result<null, SharedFailure>> {
    const { inUse } = this.ports;
    const { settings } = inUse;
    if (settings === null) return refuse({ code: 'no-store' });
    // Signed out meanwhile, and perhaps on the way to another store.
    if (inUse.session === null) return refuse({ code: 'not-signed-in' });
    const { id, folder } = ref;
    const isOwn = there.next !== null && isOwnNext(there.next, connection, inUse.link(id));
    // A mark says "as in the base", so a secret that differs from it has none.
    const isSame = (key: string): boolean => {
      const [field = '', slot] = key.split('@');
      return slot === undefined
        ? here.secrets[field] === there.secrets[field]
        : here.next?.secrets[field] === there.next?.secrets[field];
    };
    const seen = Object.fromEntries(Object.entries(state.marks).filter(([key]) => isSame(key)));
    const kept = await this.ports.sealed.keepBase(
      id,
      { version, secrets: record.secrets, next: record.next?.secrets ?? {} },
      settings.address,
      (current) =>
        withLink(withListed(current, ref, { record, version, at }), id, {
          folder,
          base: { version, at: null, record: openRecordOf(record) },
          seen,
          confirmed: copyOf(originsOf(record.system, here.values)),
          asOf: inUse.now(),
          own: isOwn ? there.next.at : null,
          taking: null,
          // Those on this version may still arrive.
          sent: (current.links.get(id)?.sent ?? []).filter(({ on }) => on >= version),
          held: null,
        }),
    );
    if (!kept.ok) return refuse({ code: 'not-saved' });
    this.ports.secrets.inStep(id, here === there ? state.changes : null);
    this.ports.unsettled.forget(id);
    return ok(null);
  }
}
