import { parseAddress } from '@contract/address';
import type { SharedRef } from '@contract/shared-record';

/** Where shared connections are. */
export interface StorePlace {
  /** Only its origin counts. */
  readonly address: string;
  /** Path of the KV mount, such as `secret`. */
  readonly mount: string;
  /** Folders between the mount and ours; '' for none. */
  readonly prefix: string;
  /** null: none, as in most stores. */
  readonly namespace: string | null;
}

export type PlaceField = 'address' | 'mount' | 'prefix' | 'namespace';

/** Parts with `/` in between. None may be read differently by a URL, a proxy or the store. */
const PATH = /^(?![. ])[\w .-]*[\w-](?:\/(?![. ])[\w .-]*[\w-])*$/;

/** The first value that cannot be right; null if all may be. Whether the address is https is judged by the client. */
export function placeProblem({ address, mount, prefix, namespace }: StorePlace): PlaceField | null {
  const url = parseAddress(address);
  if (url === null || url.username !== '' || url.password !== '') return 'address';
  if (!PATH.test(mount)) return 'mount';
  if (prefix !== '' && !PATH.test(prefix)) return 'prefix';
  return namespace === null || PATH.test(namespace) ? null : 'namespace';
}

/** What of a record, or of a folder. */
export type Part = 'data' | 'metadata' | 'delete';

/** A path of the store's API below `/v1/`, as policies name it: not yet encoded. */
export const pathOf = ({ mount, prefix }: StorePlace, part: Part, ...inside: readonly string[]): string =>
  [mount, part, prefix, ...inside].filter((one) => one !== '').join('/');

export const recordPath = (place: StorePlace, part: Part, { folder, id }: SharedRef): string =>
  pathOf(place, part, folder, id);

/** The URL of an API path. Each part is encoded, so that none can lead elsewhere. */
export function urlOf(place: StorePlace, path: string, query: Readonly<Record<string, string>> = {}): string {
  const url = new URL(new URL(place.address).origin);
  url.pathname = `/v1/${path.split('/').map(encodeURIComponent).join('/')}`;
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
