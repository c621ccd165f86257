import { parseAddress } from '@contract/address';
import type { Values } from '@contract/connection';
import { planOf } from './plan-of';
import type { System } from './system';

/** The hosts a check of these values talks to, lower-case, without brackets; none of addresses that are not valid. */
export function hostsOf(
  system: System,
  connection: { readonly values: Values; readonly practice: boolean },
): readonly string[] {
  const { addresses } = planOf(system, connection);
  const hosts = addresses.map(({ url }) => parseAddress(url)?.hostname.replace(/^\[|\]$/g, '') ?? '');
  return [...new Set(hosts.filter((host) => host !== ''))];
}
