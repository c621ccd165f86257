import { existsSync } from 'node:fs';
import { capture, SetUpProblem } from './project.mjs';

/*
 * Names in `a|b` are the same library under the names of different Debian and Ubuntu releases.
 */

/** What the window, and the walk-through with its own screen and keyring, need. */
const toRun = [
  'xvfb',
  'xauth',
  'libgtk-3-0|libgtk-3-0t64',
  'libnss3',
  'libasound2|libasound2t64',
  'libgbm1',
  'libnotify4',
  'libsecret-1-0',
  'libglib2.0-bin',
  'gnome-keyring',
  'dbus',
  'dbus-x11',
  'fonts-dejavu-core',
];

/** The browser a person would sign in with, and the tool that gives it a certificate authority. */
const toSignIn = ['chromium', 'libnss3-tools'];

/** The same browser without a window of its own: it draws the pages of the ui tier in half the time. */
const toDraw = ['chromium-headless-shell'];

/** Programs nobody here wrote, that the tests hold the app against. */
export const peers = [
  'nginx-light',
  'haproxy',
  'squid-openssl',
  'tinyproxy',
  'openssl',
  'faketime',
  'gnutls-bin',
  'dnsmasq-base',
  // Not programs to test against, but what the networks are made with: the fault laboratory's, and the watched one.
  'iproute2',
  'nftables',
  'keepassxc',
  // KDE's wallet daemon: of KDE 6 where the release has it, else of KDE 5. The last one answers its dialogs.
  'kwallet6|libkf5wallet-bin',
  'xdotool',
  // The accessibility bus, and what the listening tests hear it with.
  'at-spi2-core',
  'gir1.2-atspi-2.0',
  'python3-gi',
  // What `npm run bench` holds the app's requests against.
  'curl',
  // Reads the packets of the watched network.
  'python3',
  'python3-oauthlib',
];

/**
 * Which lists a command needs: the wizard alone, the walk-through (which signs in with a browser), or the tests.
 * @type {Readonly<Record<'window' | 'walkthrough' | 'tests', readonly string[]>>}
 */
const lists = {
  window: toRun.filter((name) => !/^(xvfb|xauth|fonts-)/.test(name)),
  walkthrough: [...toRun, ...toSignIn],
  tests: [...toRun, ...toSignIn, ...toDraw, ...peers],
};

/**
 * Installs the Debian packages that are missing, when this person may; else says exactly what to type.
 * A window starts without them when they cannot be had (a desktop has most), everything else stops here.
 * @param {keyof typeof lists} need
 * @param {import('./project.mjs').Say} say
 */
export async function setUpDebianPackages(need, say) {
  if (process.platform !== 'linux') return;
  if (!existsSync('/usr/bin/apt-get')) {
    say(
      `Not a Debian system: please make sure that these, or what they are called here, are installed: ${lists[need].join(' ')}`,
    );
    return;
  }
  const missing = await findMissing(lists[need]);
  if (missing.length === 0) return;
  const asAdmin = await adminPrefix();
  if (asAdmin === null) {
    const names = (await pickNames(missing)).join(' ');
    const line = `Missing Debian packages. Please run: sudo apt-get update && sudo apt-get install --no-install-recommends ${names}`;
    if (need === 'window') return say(line);
    throw new SetUpProblem(line);
  }
  // A failed update still leaves the old lists to try.
  await capture('env', [...asAdmin, 'apt-get', 'update', '-q']);
  const names = await pickNames(missing);
  say(`Installing Debian packages: ${names.join(' ')} …`);
  const install = ['apt-get', 'install', '--no-install-recommends'];
  const { status, output } = await capture('env', [...asAdmin, ...install, '-y', '-q', ...names]);
  if (status !== 0) {
    const reason = output.trim().split('\n').slice(-5).join('\n');
    throw new SetUpProblem(`Please run: ${[...install, ...names].join(' ')}\n${reason}`);
  }
}

/** @returns {Promise<string[]>} the entries of which no name is installed; the first name where it has several */
async function findMissing(entries) {
  const names = entries.flatMap((entry) => entry.split('|'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: these are dpkg's own placeholders
  const { output } = await capture('dpkg-query', ['-W', '-f=${Package} ${db:Status-Status}\n', ...names]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return entries.filter((entry) => !entry.split('|').some((name) => installed.has(name)));
}

/** Takes of each entry the name that this release has. */
async function pickNames(entries) {
  return Promise.all(
    entries.map(async (entry) => {
      for (const name of entry.split('|')) {
        const { status, output } = await capture('apt-cache', ['show', '--no-all-versions', name]);
        if (status === 0 && output.includes('Package:')) return name;
      }
      return entry.split('|')[0];
    }),
  );
}

/** Nobody to ask, and no server started merely because its program is wanted for a test. */
const quietly = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];

/** @returns {Promise<readonly string[] | null>} what to give `env` before apt-get, or null when this person may not */
async function adminPrefix() {
  if (process.getuid?.() === 0) return quietly;
  const { status } = await capture('sudo', ['-n', 'true']);
  return status === 0 ? ['sudo', '-n', 'env', ...quietly] : null;
}
