import { LIMITS } from '@contract/limits';
import type { Policies } from '@contract/policies';
import { printable } from '@contract/printable';
import { assertNever, ok, type Result, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import { OFFLINE_HOURS, type SharedFailure, type StoreSettings } from '@contract/shared-store';
import {
  type SharedFile,
  type SharedLink,
  type SharedState,
  withoutSealed,
} from '../connections/shared-file';
import type { SecretUse } from '../secrets/vault';
import type { OpenStore } from './door';
import type { SharedStore, SharedVersion, StoreFailure } from './port';
import { isUsable } from './standing';

export interface InUsePorts {
  readonly file: Pick<SharedFile, 'get' | 'change'>;
  readonly policies: Pick<Policies, 'sharedStore' | 'sharedStoreOfflineHours'>;
  readonly now: () => Date;
  /** When this run of the program began. */
  readonly startedAt: Date;
}

interface Session extends OpenStore {
  /** The store that was signed in to. */
  readonly place: StoreSettings;
}

const MOST_OF_A_NAME = 120;

/** The store that this computer uses, whoever is signed in there, and what is known of it on disk. */
export class StoreInUse {
  #session: Session | null = null;

  constructor(private readonly ports: InUsePorts) {}

  /** null: not signed in, or to another store than another program has set up since. */
  get session(): Session | null {
    const { settings } = this;
    if (this.#session !== null && (settings === null || !isSamePlace(this.#session.place, settings)))
      this.leave();
    return this.#session;
  }

  /** In place of whoever was signed in. */
  enter(session: Session): void {
    this.leave();
    this.#session = session;
  }

  leave(): void {
    this.#session?.close();
    this.#session = null;
  }

  get state(): SharedState {
    return this.ports.file.get();
  }

  /** null: no store is set up. */
  get settings(): StoreSettings | null {
    return this.ports.policies.sharedStore ?? this.state.settings;
  }

  get offlineHours(): number {
    return this.ports.policies.sharedStoreOfflineHours ?? OFFLINE_HOURS;
  }

  /** The signed-in store. */
  get store(): Result<SharedStore, SharedFailure> {
    if (this.settings === null) return refuse({ code: 'no-store' });
    const { session } = this;
    return session === null ? refuse({ code: 'not-signed-in' }) : ok(session.store);
  }

  get person(): string {
    return printable(this.session?.identity.person ?? '').slice(0, MOST_OF_A_NAME);
  }

  link(id: string): SharedLink | undefined {
    return this.state.links.get(id);
  }

  /** Whether the secrets of a shared connection may be used now. */
  isUsable(link: SharedLink): boolean {
    const { startedAt, now } = this.ports;
    return isUsable(link, this.offlineHours, { startedAt, now: now() });
  }

  /** What may be done with the secrets of a connection, shared or not. */
  secretUse(id: string): SecretUse {
    const link = this.link(id);
    if (link === undefined) return { onDisk: true, open: true };
    return { onDisk: this.offlineHours > 0, open: this.isUsable(link) };
  }

  /** Unshared, its secrets would stay longer than the organization allows. */
  mustStayShared(link: SharedLink): boolean {
    const hours = this.ports.policies.sharedStoreOfflineHours;
    return hours === 0 || (hours !== null && !this.isUsable(link));
  }

  get mustAnyStayShared(): boolean {
    return [...this.state.links.values()].some((link) => this.mustStayShared(link));
  }

  change(change: (state: SharedState) => SharedState): Result<null, SharedFailure> {
    return this.ports.file.change(change).ok ? ok(null) : refuse({ code: 'not-saved' });
  }

  /** The store has just said what it has of this connection. */
  reached(id: string, more: Partial<SharedLink> = {}): Result<null, SharedFailure> {
    return this.change((state) => {
      const link = state.links.get(id);
      return link === undefined ? state : withLink(state, id, { ...link, ...more, asOf: this.now() });
    });
  }

  unlink(id: string): Result<null, SharedFailure> {
    return this.change((state) => {
      const links = new Map(state.links);
      links.delete(id);
      return { ...state, links, sealed: withoutSealed(state.sealed, id) };
    });
  }

  /** What a failure of the store means here. */
  failed(failure: StoreFailure): { readonly ok: false; readonly failure: SharedFailure } {
    if (failure.kind === 'finding' && failure.code === 'store-sign-in-ended') this.#session = null;
    return refuse(failureOf(failure));
  }

  now(): string {
    return this.ports.now().toISOString();
  }
}

/** However one signs in there. */
export const isSamePlace = (one: StoreSettings, other: StoreSettings): boolean =>
  (['address', 'mount', 'prefix', 'namespace'] as const).every((part) => one[part] === other[part]);

export const withLink = (state: SharedState, id: string, link: SharedLink): SharedState => ({
  ...state,
  links: new Map(state.links).set(id, link),
});

/** The last list, with what was read or written since. */
export function withListed(
  state: SharedState,
  ref: SharedRef,
  { record, version, at }: SharedVersion,
): SharedState {
  const { listing } = state;
  if (listing === null) return state;
  const before = listing.records.find((one) => isAt(one, ref));
  if (before?.version === version && !before.isGone) return state;
  const { system, name, environment, changedBy, next } = record;
  const about = {
    system,
    name,
    environment,
    changedBy,
    expires: before?.about?.expires ?? null,
    replacedBy: next?.startedBy ?? null,
    forVersion: version,
  };
  const records = [
    ...listing.records.filter((one) => !isAt(one, ref)),
    { ref, version, at, isGone: false, about },
  ].slice(-LIMITS.connections);
  return { ...state, listing: { ...listing, records } };
}

/** The last list, without a shared connection that is gone. */
export function withoutListed(state: SharedState, id: string): SharedState {
  const { listing } = state;
  const folder = state.links.get(id)?.folder;
  if (listing === null || folder === undefined) return state;
  const records = listing.records.filter((one) => !isAt(one, { folder, id }));
  return records.length === listing.records.length ? state : { ...state, listing: { ...listing, records } };
}

const isAt = ({ ref }: { readonly ref: SharedRef }, { folder, id }: SharedRef): boolean =>
  ref.id === id && ref.folder === folder;

function failureOf(failure: StoreFailure): SharedFailure {
  switch (failure.kind) {
    case 'finding':
      return { code: 'finding', finding: failure.code, facts: failure.facts };
    case 'changed-there':
    case 'not-understood':
      return { code: failure.kind };
    case 'gone':
    case 'absent':
      return { code: 'gone-there' };
    default:
      return assertNever(failure);
  }
}
