import { expect, test } from '@playwright/test';
import type { Part } from './silence/life';
import { HOST, HOST_ADDRESS, OTHER_ADDRESS, SCRIPT_HOST, SLOW_HOST, WINDOWS_PROXY } from './silence/servers';
import { inWatchedNetwork, NAME_SERVER, PROXY } from './silence/watched-network';

/*
 * The program contacts only the hosts of the tested connection, along the route that the operating system specifies: no
 * packet, name lookup or proxy tunnel goes anywhere else.
 */

test.skip(process.platform !== 'linux', 'not for this OS: only Linux has network namespaces');

/** `life.ts` uses Vite's path aliases, so Vite loads it in the process inside the network. */
const LIFE = `
  import { runnerImport } from 'vite';
  const alias = { '@contract': process.cwd() + '/electron/contract', '@systems': process.cwd() + '/electron/systems' };
  const { module } = await runnerImport('test/app/silence/life.ts', {
    root: process.cwd(), configFile: false, logLevel: 'warn', resolve: { alias },
  });
  await module.live(process.env.SILENCE_FOLDER);
  process.exit(0);
`;

const asked = (name: string, ...types: readonly string[]): readonly string[] =>
  types.map((type) => `dns ${name} ${type} at ${NAME_SERVER}:53`);
const nothing: readonly string[] = [];
const directly = [...asked(HOST, 'A', 'AAAA'), `tcp ${HOST_ADDRESS}:443`];
const throughProxy = [`proxy CONNECT ${HOST}:443`, `tcp ${PROXY}`];
/** What makes the tokens requests the proxy's name, and never reaches it. */
const [windowsProxyName = ''] = WINDOWS_PROXY.split(':');
const throughWindowsProxy = [
  ...asked(windowsProxyName, 'A', 'AAAA'),
  `proxy CONNECT ${HOST}:443`,
  `tcp ${OTHER_ADDRESS}:3128`,
];

/** Each part of a run, and everything that may leave the computer during it. */
const expected: Readonly<Record<string, readonly string[]>> = {
  'the record itself': [
    ...asked('canary.example', 'A'),
    'proxy CONNECT canary.example:443',
    `tcp ${PROXY}`,
    'tcp 203.0.113.9:4460',
    'tcp [2001:db8:1::9]:443',
    'udp 239.255.255.250:1900',
    'udp [2001:db8:1::99]:443',
  ],
  'two windows for a minute, one of them behind a proxy': nothing,
  'a practice set-up': nothing,
  'a test in the window': directly,
  'a test in the window, behind a proxy': throughProxy,
  'a test in the window, behind a proxy that wants a Windows account': throughWindowsProxy,
  'check --saved, behind a proxy that wants a Windows account': throughWindowsProxy,
  help: nothing,
  'practice, and a check of it': nothing,
  'check --connection': directly,
  'check --connection, of a name that takes its time': [
    ...asked(SLOW_HOST, 'A', 'AAAA'),
    `tcp ${HOST_ADDRESS}:443`,
  ],
  'check --connection, by the program’s own name': directly,
  'check --saved': directly,
  'check --all': directly,
  'help, behind a proxy': nothing,
  'practice, and a check of it, behind a proxy': nothing,
  'check --connection, behind a proxy': throughProxy,
  'check --saved, behind a proxy': throughProxy,
  'check --all, behind a proxy': throughProxy,
  // If the system specifies a script or proxy auto-detection, that is looked up as well.
  'check --connection, with a proxy script': [
    ...asked(SCRIPT_HOST, 'A', 'AAAA', 'HTTPS'),
    `tcp ${OTHER_ADDRESS}:80`,
    ...throughProxy,
  ],
  'check --connection, where proxies are to be detected': [
    ...asked('wpad', 'A', 'AAAA'),
    `tcp ${OTHER_ADDRESS}:80`,
    ...directly,
  ],
  ...(process.getuid?.() === 0 && { 'check --connection, as root': directly }),
};

test('nothing leaves the computer but what a connection itself needs', async () => {
  // A full minute of this is waiting.
  test.setTimeout(300_000);
  const { status, said, parts } = await inWatchedNetwork([
    process.execPath,
    '--input-type=module',
    '--eval',
    LIFE,
  ]);
  if (parts === null) throw new Error(`Life in the watched network did not begin: ${said}`);
  const left = Object.fromEntries((parts as readonly Part[]).map((part) => [part.name, part.left]));
  const wanted = Object.entries(expected).map(([name, packets]) => [name, [...packets].sort()]);
  expect(left, said).toEqual(Object.fromEntries(wanted));
  expect(status, said).toBe(0);
});
