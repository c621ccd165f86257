import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { languages } from '@contract/languages';
import type { Report } from '@contract/report';
import { expect, test } from '@playwright/test';
import { systemFor } from '@systems/catalogue';
import type { Reason } from '../../electron/carried/differences';
import { explainDifference } from '../../electron/carried/differences';
import { addressesIn, hideInner } from '../../electron/carried/inner-addresses';
import { carriedKit } from '../../electron/carried/kit';
import { readCarried } from '../../electron/carried/read-report';
import { renderDifference } from '../../electron/carried/render-difference';
import { aConnection } from '../fakes/connections';
import { makeAuthority } from '../support/certificates';
import { TEST_LIMIT_MS } from '../support/limits';
import { stageApp } from '../support/staged-app';
import { waitFor } from '../support/wait-for';
import { startNameServer } from './faults/name-server';
import { startFirewall } from './faults/network-faults';
import { startNginx } from './faults/nginx';
import { startSquid } from './faults/proxies';
import {
  canMakeNetworks,
  insideOf,
  makeSchoolNetwork,
  movedClock,
  type SchoolNetwork,
} from './faults/school-network';
import { Workshop } from './faults/workshop';

/*
 * Two computers, each in its own network namespace, ask the same services. The check is carried from one to the other
 * as the program writes it, run there with nothing but the line on its page, and what it leaves is brought back.
 */

/** The other computer's address, seen by the services. */
const THERE = '10.78.0.2';
const OTHER_NAME_SERVER = '10.77.0.55';

interface Case {
  readonly what: string;
  readonly origin: string;
  /** What the other computer's environment says. */
  readonly env?: Readonly<Record<string, string>>;
  readonly reason: Reason;
}

test('each carried check names the difference between two computers rightly', async () => {
  if (!canMakeNetworks) process.stdout.write('Two computers not tried: they need root on Linux.\n');
  test.skip(!canMakeNetworks, 'needs root on Linux: two networks are made for it');
  test.setTimeout(3 * TEST_LIMIT_MS);
  const network = await makeSchoolNetwork();
  try {
    const shop = await Workshop.open(network);
    const cases = await servicesFor(shop);
    await startNginx(network, shop.sites, 'right', shop.plainServers);
    await startNameServer(network, shop.names);
    await startFirewall(shop);
    const there = await otherComputer(network, shop);
    const launcher = launcherFor(network, shop);

    const found: string[] = [];
    for (const { what, origin, env = {}, reason } of cases) {
      const connection = aConnection({
        system: 'powerschool',
        name: what,
        values: { serverUrl: origin, clientId: '00000000-0000-4000-8000-00000000000a' },
      });
      const [own = '', theirs = ''] = await Promise.all(
        [
          { enter: network.inside, env: {} },
          { enter: there, env },
        ].map((place) => carriedAndRun(network, connection, launcher, place)),
      );
      const here = reportIn(own, connection);
      const report = hideInner(reportIn(theirs, connection), addressesIn(here)).report;
      const now = new Date();
      const difference = explainDifference(here, report, now);
      const ways = [here, report].map(({ steps }) => steps.findLast(({ code }) => code !== null)?.code);
      found.push(`${what}: ${difference.reason}`);
      process.stdout.write(`  ${what}: ${difference.reason} (${ways.join(' | ')})\n`);
      expect(difference.reason, `${what}: ${theirs}`).toBe(reason);
      for (const language of languages) {
        const told = renderDifference(
          here,
          { place: 'SERVER-ROOM', addedAt: now.toISOString(), report },
          { system: systemFor(connection), language, now },
        );
        expect(JSON.stringify(told)).not.toMatch(/\{\{|undefined/);
        if (reason !== 'none' && reason !== 'clock') expect(told.send).toContain('SERVER-ROOM');
      }
    }
    expect(found).toHaveLength(cases.length);
  } finally {
    await network.stop();
  }
});

/** For the launcher, which moves the clock of what it starts. */
const clockOf = (move: string) => ({ CLOCK: movedClock(move).slice(1).join(' ') });

/** One service for each thing that may differ. */
async function servicesFor(shop: Workshop): Promise<readonly Case[]> {
  const { network } = shop;
  const filter = await makeAuthority('Maple District Web Filter');
  const trusts = network.writeFile('laboratory-root.pem', shop.authority.root.pem);
  const squid = await startSquid(network, 'squid-there', {
    inspect: { ...shop.papers('filter-there', filter.root, []), trusts },
  });
  const split = await shop.site('split');
  const allowed = await shop.site('allowed', {
    lines: [`if ($remote_addr = ${THERE}) { return 403; }`],
  });
  const blocked = await shop.site('blocked');
  shop.firewall.push(
    `ip daddr ${shop.addressOf(new URL(blocked).hostname)} ip saddr ${THERE} tcp dport 443 reject with tcp reset`,
  );
  return [
    { what: 'nothing differs', origin: await shop.site('alike'), reason: 'none' },
    {
      what: 'an intercepting proxy',
      origin: await shop.site('filtered'),
      env: { https_proxy: `http://${squid.place}` },
      reason: 'inspected',
    },
    { what: 'a split DNS', origin: split, reason: 'other-addresses' },
    {
      what: 'a clock that is off',
      origin: await shop.site('timed'),
      env: clockOf('+2h'),
      reason: 'clock',
    },
    { what: 'a list of allowed addresses', origin: allowed, reason: 'refused-there' },
    { what: 'a firewall', origin: blocked, reason: 'blocked' },
  ];
}

type Enter = SchoolNetwork['inside'];

/** A second computer, at the other end of the first one's cable, whose name server knows one name otherwise. */
async function otherComputer(network: SchoolNetwork, shop: Workshop): Promise<Enter> {
  await network.run('ip', ['addr', 'add', `${OTHER_NAME_SERVER}/32`, 'dev', 'school0']);
  const names = new Map(shop.names);
  for (const host of names.keys()) if (host.startsWith('split.')) names.set(host, [network.address()]);
  await startNameServer(network, names, OTHER_NAME_SERVER);
  const resolver = network.writeFile('there/resolv.conf', `nameserver ${OTHER_NAME_SERVER}\n`);
  const setUp = 'ip link set lo up; mount --bind "$1" /etc/resolv.conf; echo "there $$"; exec sleep infinity';
  const holder = network.start('unshare', [
    '--net',
    '--mount',
    '--propagation',
    'private',
    'sh',
    '-c',
    setUp,
    'sh',
    resolver,
  ]);
  const pid = await waitFor('the other computer', () => {
    if (holder.hasEnded()) throw new Error(`no other computer: ${holder.said()}`);
    return /there (\d+)/.exec(holder.said())?.[1];
  });
  await network.run('ip', ['link', 'set', 'school1', 'netns', pid]);
  const enter: Enter = insideOf(Number(pid));
  const wire = `ip addr add ${THERE}/24 dev school1; ip link set school1 up; ip route add default via 10.78.0.1`;
  const [program, ...args] = enter('sh', ['-ec', wire]);
  const wired = spawnSync(program, args, { encoding: 'utf8' });
  if (wired.status !== 0) throw new Error(`the cable: ${wired.stderr}`);
  return enter;
}

/** The portable program as the page expects it, packed; it trusts the laboratory's authority as a computer would. */
function launcherFor(network: SchoolNetwork, shop: Workshop): string {
  const app = stageApp({ name: 'root', uid: 0, gid: 0, isOther: false });
  const folder = join(network.folder, 'program/school-api-setup-wizard-0.0.0-linux-x64');
  mkdirSync(folder, { recursive: true });
  const ca = network.writeFile('trusted.pem', shop.authority.root.pem);
  const switches = '--ozone-platform=headless --log-level=3 --disable-gpu --no-sandbox';
  const words = [app.executable, switches, ...app.appArguments].join(' ');
  const cli = join(folder, 'school-api-setup-wizard-cli');
  // The clock is moved for the program alone: the shell and tar do not always survive it.
  const clock = 'if [ -n "$CLOCK" ]; then export $CLOCK; fi';
  writeFileSync(cli, `#!/bin/sh\n${clock}\nexec ${words} "$@" --ca ${ca}\n`);
  chmodSync(cli, 0o755);
  const archive = join(network.folder, 'school-api-setup-wizard-0.0.0-linux-x64.tar.gz');
  const packed = spawnSync('tar', ['czf', archive, '-C', join(folder, '..'), '.'], { encoding: 'utf8' });
  if (packed.status !== 0) throw new Error(packed.stderr);
  return archive;
}

let carried = 0;

/** Unpacks the kit on that computer, and does what its page says. Returns what was left there. */
async function carriedAndRun(
  network: SchoolNetwork,
  connection: Connection,
  archive: string,
  { enter, env }: { readonly enter: Enter; readonly env: Readonly<Record<string, string>> },
): Promise<string> {
  const kit = carriedKit(connection, 'en', new Date());
  if (kit === null) throw new Error('no kit');
  carried += 1;
  const folder = join(network.folder, `carried-${carried}`);
  mkdirSync(join(folder, 'home'), { recursive: true });
  writeFileSync(join(folder, 'kit.zip'), kit);
  const unpack = 'import sys, zipfile; zipfile.ZipFile("kit.zip").extractall()';
  const unzipped = spawnSync('python3', ['-c', unpack], { cwd: folder, encoding: 'utf8' });
  if (unzipped.status !== 0) throw new Error(unzipped.stderr);
  const page = spawnSync('cat', ['READ-ME.html'], { cwd: folder, encoding: 'utf8' }).stdout;
  const lines = /<pre data-kind="linux">([^<]+)<\/pre>/.exec(page)?.[1]?.replaceAll('&gt;', '>');
  if (lines === undefined) throw new Error('the page says nothing for Linux');
  const [first, ...rest] = enter('sh', [
    '-c',
    `cd ${folder} && ln -sf ${archive} . && ${lines}; cat result.json`,
  ]);
  const environment = { PATH: process.env.PATH, HOME: join(folder, 'home'), LANG: 'en_CA.UTF-8', ...env };
  // Under the preloaded clock, Chromium occasionally crashes, or never says which proxy to use: no script is here.
  for (let again = 0; ; again += 1) {
    const { said, complaint } = await toEnd(first, rest, { cwd: folder, env: environment });
    const isStuck = 'FAKETIME' in env && said.includes('"proxy-script-failed"');
    if (said.trim() !== '' && !(isStuck && again < 2)) return said;
    if (again === 2) throw new Error(`${connection.name}: nothing was left: ${complaint}`);
  }
}

function toEnd(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<{ readonly said: string; readonly complaint: string }> {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const parts = { said: '', complaint: '' };
  child.stdout.on('data', (part) => {
    parts.said += part;
  });
  child.stderr.on('data', (part) => {
    parts.complaint += part;
  });
  return new Promise((done, fail) => {
    child.once('error', fail).once('close', () => done(parts));
  });
}

function reportIn(text: string, connection: Connection): Report {
  const read = readCarried(text, connection);
  if (!read.ok) throw new Error(`${read.failure}: ${text}`);
  expect(read.value.leftOut, text).toBe(0);
  return read.value.report;
}
