import { expect, test } from '@playwright/test';
import { TEST_LIMIT_MS } from '../../support/limits';
import { allFaults } from './all-faults';
import type { Fault, WorldName } from './fault';
import { startNameServer } from './name-server';
import { startFirewall } from './network-faults';
import { startNginx } from './nginx';
import { canMakeNetworks, makeSchoolNetwork } from './school-network';
import { scriptServer } from './script-faults';
import { judge, print, type Row } from './table';
import { checkIn } from './worlds';

/*
 * The fault laboratory: the problems school IT staff run into, produced by real third-party servers and the kernel, and
 * checked by the app in Electron. One table lists the expected and the actual findings.
 */

/** A world spends most of its time waiting. */
const AT_ONCE = 3;

test('every produced fault is named rightly, and no report holds a secret', async () => {
  if (!canMakeNetworks) process.stdout.write('Fault laboratory not run: it needs root on Linux.\n');
  test.skip(!canMakeNetworks, 'needs root on Linux: a network of its own is made for it');
  // Many tests in one. Each finished world is printed, so that the runner is not silent.
  test.setTimeout(5 * TEST_LIMIT_MS);
  const network = await makeSchoolNetwork();
  try {
    const { shop, town } = await allFaults(network);
    await startNginx(network, shop.sites, 'right', [...shop.plainServers, scriptServer(shop)]);
    await startNginx(network, shop.sites, 'hour-ahead');
    await startNameServer(network, shop.names);
    await startFirewall(shop);

    const worlds = new Map<WorldName, Fault[]>();
    for (const fault of shop.faults) worlds.set(fault.world, [...(worlds.get(fault.world) ?? []), fault]);
    const rows = new Map<Fault, Row>();
    const left = [...worlds].values();
    const worker = async () => {
      for (const [world, faults] of left) {
        const reports = await checkIn(world, faults, shop, town);
        process.stdout.write(`  ${world}: ${faults.length}\n`);
        for (const [at, fault] of faults.entries()) {
          const report = reports[at];
          if (report !== undefined) rows.set(fault, judge(fault, report));
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    const table = shop.faults.flatMap((fault) => rows.get(fault) ?? []);
    const text = print(table);
    process.stdout.write(`\n${text}\n`);
    await test.info().attach('faults', { body: text, contentType: 'text/plain' });

    const wrong = table.filter(({ isRight }) => !isRight);
    expect(wrong.map(({ fault, expected, given }) => `${fault.id}: ${expected}; given: ${given}`)).toEqual(
      [],
    );
    expect(table.filter(({ leaks }) => leaks).map(({ fault }) => fault.id)).toEqual([]);
    expect(table).toHaveLength(shop.faults.length);
  } finally {
    await network.stop();
  }
});
