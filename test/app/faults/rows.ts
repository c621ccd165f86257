import type { FindingCode, StepId } from '@contract/findings';
import type { Facts } from '@contract/report';
import type { Pair } from '../../support/certificates';
import { powerschool } from './connections';
import type { CheckedConnection, Expected, WorldName } from './fault';
import type { Locations } from './nginx';
import type { SiteWishes, Workshop } from './workshop';

/* Shorthand for the tables. */

export const failing = (step: StepId, code: FindingCode, facts?: Facts): Expected => ({
  step,
  code,
  ...(facts !== undefined && { facts }),
});

export const atSecure = (code: FindingCode, facts?: Facts): Expected =>
  failing('secure-connection', code, facts);

/** A site's fault that nginx can produce alone. */
export interface SiteRow {
  readonly id: string;
  readonly what: string;
  readonly expected: Expected;
  readonly locations?: Locations;
  readonly lines?: readonly string[];
  readonly clock?: SiteWishes['clock'];
  readonly world?: WorldName;
  readonly connection?: (origin: string) => CheckedConnection;
}

export async function addSites(shop: Workshop, rows: readonly SiteRow[]): Promise<void> {
  for (const row of rows) {
    const { id, what, expected, locations, lines, clock, world = 'plain', connection = powerschool } = row;
    const origin = await shop.site(id, {
      ...(locations !== undefined && { locations }),
      ...(lines !== undefined && { lines }),
      ...(clock !== undefined && { clock }),
    });
    const by = clock === undefined ? 'nginx' : 'nginx, faketime';
    shop.add({ id, what, by, world, connection: connection(origin), expected });
  }
}

export async function nginxRow(
  shop: Workshop,
  id: string,
  what: string,
  expected: Expected,
  wishes: SiteWishes = {},
): Promise<void> {
  const origin = await shop.site(id, wishes);
  shop.add({ id, what, by: 'nginx', world: 'plain', connection: powerschool(origin), expected });
}

/** Serves `leaf` and `others` at a host with this id. */
export async function shown(
  shop: Workshop,
  id: string,
  what: string,
  expected: Expected,
  make: (host: string) => Promise<readonly [Pair, ...Pair[]]>,
): Promise<void> {
  const host = shop.name(id);
  const [leaf, ...others] = await make(host);
  await nginxRow(shop, id, what, expected, { host, papers: shop.papers(id, leaf, others) });
}
