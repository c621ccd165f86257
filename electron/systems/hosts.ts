import { parseAddress } from '@contract/address';
import type { Values } from '@contract/connection';
import { planOf } from './plan-of';
import type { System } from './system';

/** The hosts a check contacts with these values, in lower case and without brackets; invalid addresses are skipped. */
export function hostsOf(
  system: System,
  connection: { readonly values: Values; readonly practice: boolean },
): readonly string[] {
  const { addresses } = planOf(system, connection);
  const hosts = addresses.map(({ url }) => parseAddress(url)?.hostname.replace(/^\[|\]$/g, '') ?? '');
  return [...new Set(hosts.filter((host) => host !== ''))];
}
