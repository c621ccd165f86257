import { existsSync } from 'node:fs';
import { capture, SetUpProblem } from './project.mjs';

/* `a|b` lists the names that one library has in different Debian and Ubuntu releases. */

/** Needed by the window, and by the walk-through with its own screen and keyring. */
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

/** The browser for sign-ins, and the tool that adds a certificate authority to it. */
const toSignIn = ['chromium', 'libnss3-tools'];

/** The same browser, headless: it renders the ui tier's pages in half the time. */
const toDraw = ['chromium-headless-shell'];

/** Third-party programs that the tests run the app against. */
export const peers = [
  'nginx-light',
  'haproxy',
  'squid-openssl',
  'tinyproxy',
  // A school's Windows network: a Kerberos domain, and accounts that NTLM is verified against.
  'krb5-kdc',
  'krb5-admin-server',
  'krb5-user',
  'winbind',
  'openssl',
  'faketime',
  'gnutls-bin',
  'dnsmasq-base',
  // Not peers, but what the test networks are built with (the fault laboratory's and the watched one).
  'iproute2',
  'nftables',
  'keepassxc',
  // What reads the nightly results: Nagios with a runner of its plugins, Prometheus with its exporter.
  'nagios4-core',
  'monitoring-plugins-basic',
  'prometheus',
  'prometheus-node-exporter',
  // KDE's wallet daemon: KDE 6 if the release has it, otherwise KDE 5. xdotool answers its dialogs.
  'kwallet6|libkf5wallet-bin',
  'xdotool',
  // The accessibility bus, and the libraries the listening tests use to hear it.
  'at-spi2-core',
  'gir1.2-atspi-2.0',
  'python3-gi',
  // The installers: made, checked, and installed (test/install).
  'appstream',
  'desktop-file-utils',
  'gcc-mingw-w64-x86-64-win32',
  'lintian',
  'man-db',
  'msitools',
  'osslsigncode',
  'rpm',
  'wine64',
  'wixl',
  // `npm run bench` compares the app's requests with it.
  'curl',
  // Captures packets on the watched network.
  'python3',
  'python3-oauthlib',
  // A client of OpenBao and Vault, which judges the tests' own store.
  'python3-hvac',
];

/**
 * What each command needs: the wizard alone, the walk-through (which signs in with a browser), or the tests.
 * @type {Readonly<Record<'window' | 'walkthrough' | 'tests', readonly string[]>>}
 */
const lists = {
  window: toRun.filter((name) => !/^(xvfb|xauth|fonts-)/.test(name)),
  walkthrough: [...toRun, ...toSignIn],
  tests: [...toRun, ...toSignIn, ...toDraw, ...peers],
};

/**
 * Installs the missing Debian packages if this user may; otherwise says exactly what to type. A window starts without
 * them anyway, since most desktops have them; everything else stops here.
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
  // If the update fails, the existing package lists may still do.
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

/**
 * @param {readonly string[]} entries
 * @returns {Promise<string[]>} those with none of their names installed
 */
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

/**
 * Picks from each entry the name that this release has.
 * @param {readonly string[]} entries
 */
async function pickNames(entries) {
  return Promise.all(
    entries.map(async (entry) => {
      for (const name of entry.split('|')) {
        const { status, output } = await capture('apt-cache', ['show', '--no-all-versions', name]);
        if (status === 0 && output.includes('Package:')) return name;
      }
      return entry.split('|')[0] ?? entry;
    }),
  );
}

/** Asks no questions, and starts no server just because its package was installed for a test. */
const quietly = ['DEBIAN_FRONTEND=noninteractive', 'RUNLEVEL=1'];

/**
 * @returns {Promise<readonly string[] | null>} arguments for `env` before apt-get; null if this user may not install
 *   packages
 */
async function adminPrefix() {
  if (process.getuid?.() === 0) return quietly;
  const { status } = await capture('sudo', ['-n', 'true']);
  return status === 0 ? ['sudo', '-n', 'env', ...quietly] : null;
}
