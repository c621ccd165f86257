import type { Connection } from '@contract/connection';
import type { AddressToConfirm } from '@contract/shared-store';
import { systemById } from '@systems/catalogue';
import type { SharedLink } from '../connections/shared-file';
import { covers } from '../secrets/secret-record';
import type { Side } from './merge';
import type { SharedVersion } from './port';
import { writtenBy } from './rows';
import { type Origins, originsOf } from './sides';

/*
 * Where the secrets of a shared connection may go: where somebody has confirmed it on this computer, and where the
 * values that are here send them.
 */

type Confirmed = Pick<SharedLink, 'confirmed'>;

/** @param own with what is here */
export const confirmedFor = ({ confirmed }: Confirmed, own: Origins, field: string): readonly string[] => [
  ...(confirmed[field] ?? []),
  ...(own[field] ?? []),
];

/** A secret that would go where nobody has confirmed on this computer; undefined: there is none. */
export const fieldElsewhere = (link: Confirmed, own: Origins, wanted: Origins): string | undefined =>
  Object.entries(wanted).find(([field, origins]) => !covers(confirmedFor(link, own, field), origins))?.[0];

export const isElsewhere = (link: Confirmed, own: Origins, wanted: Origins): boolean =>
  fieldElsewhere(link, own, wanted) !== undefined;

/** What a person is shown of an address to confirm. @param side what would come of it here */
export function addressOf(
  id: string,
  link: Confirmed,
  here: Side,
  side: Side,
  theirs: SharedVersion,
  own: Origins,
): AddressToConfirm {
  const there = originsOf(theirs.record.system, side.values);
  const fields = [...new Set([...Object.keys(here.values), ...Object.keys(side.values)])];
  return {
    id,
    theirs: writtenBy(theirs),
    secrets: Object.entries(there).map(([field, origins]) => ({
      field,
      confirmed: [...new Set(confirmedFor(link, own, field))],
      there: origins,
    })),
    values: fields.flatMap((field) =>
      here.values[field] === side.values[field]
        ? []
        : [{ field, here: here.values[field] ?? null, there: side.values[field] ?? null }],
    ),
  };
}

/** With this computer's addresses; if those alone do not decide where secrets go, with all of its values. */
export function withOwnAddresses(side: Side, here: Side, { system }: Connection): Side {
  const addresses = systemById(system).fields.filter(({ kind }) => kind === 'address');
  const values = { ...side.values };
  for (const { id } of addresses) {
    const own = here.values[id];
    if (own === undefined) delete values[id];
    else values[id] = own;
  }
  const isOwn = isSameOrigins(originsOf(system, values), originsOf(system, here.values));
  return { ...side, values: isOwn ? values : here.values };
}

export const copyOf = (origins: Origins): SharedLink['confirmed'] =>
  Object.fromEntries(Object.entries(origins).map(([field, list]) => [field, [...list]]));

export const isSameList = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

export const isSameOrigins = (one: Origins, other: Origins): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every((field) =>
    isSameList(one[field] ?? [], other[field] ?? []),
  );
