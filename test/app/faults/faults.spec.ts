import { test as base, expect } from '@playwright/test';
import type { Fault, WorldName } from './fault';
import { httpFaults } from './http-faults';
import { startNameServer } from './name-server';
import { networkFaults, startFirewall } from './network-faults';
import { startNginx } from './nginx';
import { proxyFaults, scriptServer } from './proxy-faults';
import { canMakeNetworks, makeSchoolNetwork } from './school-network';
import { judge, print, type Row } from './table';
import { tlsFaults } from './tls-faults';
import { Workshop } from './workshop';
import { checkIn } from './worlds';

/*
 * The fault laboratory: what school IT staff meet, produced for real by servers and kernels nobody here wrote, and run
 * through the app's own check in Electron. One table tells what should be named and what was.
 */

const test = base.extend({});

test('every produced fault is named rightly', async () => {
  test.skip(!canMakeNetworks, 'needs root: a network of its own is made for it');
  test.setTimeout(4 * 60_000);
  const network = await makeSchoolNetwork();
  try {
    const shop = await Workshop.open(network);
    await tlsFaults(shop);
    await httpFaults(shop);
    const town = await proxyFaults(shop);
    await networkFaults(shop);
    await startNginx(network, shop.sites, 'right', [scriptServer(shop)]);
    await startNginx(network, shop.sites, 'hour-ahead');
    await startNameServer(network, shop.names);
    await startFirewall(shop);

    const worlds = new Map<WorldName, Fault[]>();
    for (const fault of shop.faults) worlds.set(fault.world, [...(worlds.get(fault.world) ?? []), fault]);
    const rows = new Map<Fault, Row>();
    const waiting = [...worlds].values();
    const worker = async () => {
      for (const [world, faults] of waiting) {
        const reports = await checkIn(world, faults, shop, town);
        for (const [at, fault] of faults.entries()) {
          const report = reports[at];
          if (report !== undefined) rows.set(fault, judge(fault, report));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const table = shop.faults.flatMap((fault) => rows.get(fault) ?? []);
    process.stdout.write(`\n${print(table)}\n`);
    await test.info().attach('faults', { body: print(table), contentType: 'text/plain' });
    expect(
      table.filter(({ isRight }) => !isRight).map(({ fault, given }) => `${fault.id}: ${given}`),
    ).toEqual([]);
    expect(table).toHaveLength(shop.faults.length);
    expect(table.length).toBeGreaterThan(60);
  } finally {
    await network.stop();
  }
});

/** Most of a world's time is waiting. */
const AT_ONCE = 3;
