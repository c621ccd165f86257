import type { Connection } from '@contract/connection';
import { LIMITS } from '@contract/limits';
import type { Policies } from '@contract/policies';
import { ok, refuse } from '@contract/result';
import type { SharedRef } from '@contract/shared-record';
import type { RunningReplacement, SharedDetails, SharedRow, SharedView } from '@contract/shared-store';
import type { ConnectionStore } from '../connections/connection-store';
import type { KeptListing, SharedLink, SharedState } from '../connections/shared-file';
import type { Here } from './here';
import type { Asked } from './in-turn';
import type { StoreInUse } from './in-use';
import type { SharedListing } from './port';
import { apartFrom, baseWritten, listedWritten, notHere, replacementOf } from './rows';
import { standingOf } from './standing';
import type { Unsettled } from './unsettled';

export interface ShownPorts {
  readonly inUse: StoreInUse;
  readonly connections: Pick<ConnectionStore, 'list' | 'get'>;
  readonly policies: Pick<Policies, 'sharedStore'>;
  readonly here: Pick<Here, 'isChanged' | 'lacksSecrets'>;
  readonly unsettled: Pick<Unsettled, 'conflicts' | 'addresses'>;
}

/**
 * What is shown of shared connections, and the list of the store that it comes from. What each call does is said at
 * `SharedConnections`.
 */
export class Shown {
  constructor(private readonly ports: ShownPorts) {}

  view(): SharedView {
    const { inUse, policies } = this.ports;
    const { state } = inUse;
    return {
      settings: inUse.settings,
      isGiven: policies.sharedStore !== null,
      session: inUse.session === null ? null : inUse.session.identity,
      listing:
        state.listing === null
          ? null
          : { asOf: state.listing.asOf, otherEntries: state.listing.otherEntries },
      offlineHours: inUse.offlineHours,
      rows: this.#rows(state),
    };
  }

  async refresh(onSome?: (count: number) => void): Asked<SharedView> {
    const store = this.ports.inUse.store;
    if (!store.ok) return store;
    let count = 0;
    const listed = await store.value.list('', (some) => {
      count += some.length;
      onSome?.(count);
    });
    if (!listed.ok) return this.ports.inUse.failed(listed.failure);
    const asOf = this.ports.inUse.now();
    const { records, otherEntries } = listed.value;
    const kept: KeptListing = { asOf, otherEntries, records: records.slice(0, LIMITS.connections) };
    const byKey = new Map(records.map((one) => [keyOf(one.ref), one]));
    const changed = this.ports.inUse.change((state) => ({
      ...state,
      listing: kept,
      links: new Map(
        [...state.links].map(([id, link]) => {
          const one = byKey.get(keyOf({ folder: link.folder, id }));
          return [id, one === undefined || one.isGone ? link : asListed(link, one, asOf)];
        }),
      ),
    }));
    return changed.ok ? ok(this.view()) : changed;
  }

  async details(id: string, shown: string | null): Asked<SharedDetails> {
    const link = this.ports.inUse.link(id);
    const { settings } = this.view();
    if (settings === null) return refuse({ code: 'no-store' });
    const store = this.ports.inUse.session?.store;
    let rights: SharedDetails['rights'] = null;
    const isHere = this.ports.connections.get(id) !== undefined;
    const rowNow = () => {
      const rows = this.view().rows.filter((one) => one.id === id);
      return rows.find((one) => one.folder === shown) ?? (isHere ? rows[0] : undefined);
    };
    const folder = link?.folder ?? rowNow()?.folder ?? null;
    if (store !== undefined && folder !== null) {
      const asked = await store.rights(folder);
      if (asked.ok) rights = asked.value;
      else this.ports.inUse.failed(asked.failure);
    }
    const row = rowNow();
    if (row === undefined) return refuse({ code: 'not-found' });
    return ok({
      row,
      rights,
      conflict: this.ports.unsettled.conflicts.get(id) ?? null,
      address: this.ports.unsettled.addresses.get(id) ?? null,
    });
  }

  /** Those of this computer that differ from the store, by the last list. */
  differing(): readonly string[] {
    const { links } = this.ports.inUse.state;
    return this.view().rows.flatMap(({ id, standing }) =>
      links.has(id) && (standing !== 'in-step' || this.#lacksSecrets(id)) ? [id] : [],
    );
  }

  /** Who is replacing the secret, as far as the last list tells; null: no colleague. */
  replacementElsewhere(id: string): RunningReplacement | null {
    const { replacement } = this.#row(id) ?? { replacement: null };
    return replacement?.isHere === false ? replacement : null;
  }

  #rows(state: SharedState): readonly SharedRow[] {
    const listed = new Map((state.listing?.records ?? []).map((one) => [keyOf(one.ref), one]));
    const taken = new Set<string>();
    const all = this.ports.connections.list();
    const isHere = new Set(all.map(({ id }) => id));
    /** In the store, by the id of a connection that is not shared from here. */
    const apart = new Map<string, SharedListing[]>();
    for (const one of listed.values()) {
      const { id } = one.ref;
      if (isHere.has(id) && !state.links.has(id) && !one.isGone)
        apart.set(id, [...(apart.get(id) ?? []), one]);
    }
    const here = all
      .filter(({ practice }) => !practice)
      .flatMap((connection) => {
        const link = state.links.get(connection.id);
        if (link === undefined) {
          const row = this.#rowOf(state, connection, undefined, null);
          const there = apart.get(connection.id) ?? [];
          return there.length === 0 ? [row] : there.map((one) => apartFrom(row, one));
        }
        const key = keyOf({ folder: link.folder, id: connection.id });
        taken.add(key);
        return [this.#rowOf(state, connection, link, listed.get(key) ?? null)];
      });
    const others = [...listed]
      .filter(([key, one]) => !taken.has(key) && !one.isGone && !isHere.has(one.ref.id))
      .map(([, one]) => notHere(one));
    return [...here, ...others];
  }

  #rowOf(
    state: SharedState,
    connection: Connection,
    link: SharedLink | undefined,
    listed: SharedListing | null,
  ): SharedRow {
    const { id, system, name, environment } = connection;
    const standing = standingOf({
      isHere: true,
      link,
      listed,
      // What it may not list is not gone.
      isListed: state.listing !== null && state.listing.otherEntries === 0,
      isChangedHere: link !== undefined && this.ports.here.isChanged(connection, link),
    });
    const base = link?.base ?? null;
    return {
      id,
      folder: link?.folder ?? null,
      standing,
      about: { system, name, environment },
      there: listed !== null ? listedWritten(listed) : base === null ? null : baseWritten(base),
      replacement: replacementOf(connection, link, listed),
      expires: listed?.about?.expires ?? null,
      asOf: link?.asOf ?? null,
      isTooOld: link !== undefined && !this.ports.inUse.isUsable(link),
    };
  }

  #row(id: string): SharedRow | undefined {
    const state = this.ports.inUse.state;
    const connection = this.ports.connections.get(id);
    const link = state.links.get(id);
    if (connection === undefined || link === undefined) return undefined;
    return this.#rowOf(state, connection, link, this.#listed(id));
  }

  #listed(id: string): SharedListing | null {
    const { listing, links } = this.ports.inUse.state;
    const link = links.get(id);
    const records = listing?.records ?? [];
    return (
      records.find(({ ref }) => ref.id === id && (link === undefined || ref.folder === link.folder)) ?? null
    );
  }

  #lacksSecrets(id: string): boolean {
    const connection = this.ports.connections.get(id);
    const fields = this.ports.inUse.link(id)?.base?.record.secretFields ?? [];
    const secrets = Object.fromEntries(fields.map((field) => [field, true]));
    return connection !== undefined && this.ports.here.lacksSecrets(connection, secrets);
  }
}

const keyOf = ({ folder, id }: SharedRef): string => `${folder}/${id}`;

/** The link after a list: the store was reached, and the time of its version is known from now on. */
const asListed = (link: SharedLink, { version, at }: SharedListing, asOf: string): SharedLink => ({
  ...link,
  asOf,
  base:
    link.base !== null && link.base.at === null && link.base.version === version
      ? { ...link.base, at }
      : link.base,
});
