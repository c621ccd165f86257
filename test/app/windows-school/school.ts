import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { makeAuthority } from '../../support/certificates';
import { give, ordinaryUser } from '../../support/desktop-user';
import { loopbackNetwork } from '../../support/loopback-network';
import { waitFor } from '../../support/wait-for';
import { startSquid } from '../faults/proxies';
import type { SchoolNetwork } from '../faults/school-network';
import { startAccounts } from './accounts';
import { startDomain } from './domain';
import type { Premises } from './premises';

/*
 * What a school's Windows network looks like to a program: a Kerberos realm, accounts that NTLM is verified against,
 * and proxies that ask for them. MIT's KDC, and Samba's winbind without a domain, take the place of the domain
 * controller. Everything is in one folder, and its names exist only for the programs started here.
 */

export const canRun = process.platform === 'linux' && process.getuid?.() === 0;

export const ACCOUNT = { user: 'SCHOOL\\jdoe', password: 'Throwaway-Teacher-1' };
/** The proxies let nobody through to it. */
export const CLOSED_HOST = 'closed.school.test';

/** The proxies, by what they accept. The domain knows the first three, by their names. */
const proxyNames = {
  tickets: 'tickets.school.test',
  all: 'all.school.test',
  secure: 'secure.school.test',
  ntlm: 'ntlm.school.test',
  /** `tickets`, by a name that the domain does not know. */
  stranger: 'stranger.school.test',
} as const;
export type ProxyName = keyof typeof proxyNames;
/** The server that is reached through this proxy. */
export const serverBehind = (name: ProxyName): string => `sis-${name}.school.test`;
export const serverNames = (Object.keys(proxyNames) as ProxyName[]).map(serverBehind);

export interface WindowsSchool {
  /** `/etc/hosts` for programs on this network. */
  readonly names: string;
  /** For the programs of whoever is signed in here. */
  readonly env: Readonly<Record<string, string>>;
  /** A proxy script that leads to each server through its proxy. */
  readonly script: string;
  /** The proxy's origin. */
  origin(name: ProxyName): string;
  /** Signs in to the domain; `briefly`: and waits until the ticket has expired. */
  signIn(briefly?: 'briefly'): Promise<void>;
  signOut(): void;
  /** Whom its log names, for each request; `-` for nobody. */
  users(name: ProxyName): readonly string[];
  /** How often the account's password was wrong since it was last right. */
  wrongPasswords(): number;
  stopDomain(): Promise<void>;
  /** Further than Kerberos allows. */
  moveDomainClock(): Promise<void>;
  restartProxy(): Promise<void>;
  /** From now on, nobody verifies passwords. */
  freezeAccounts(): void;
  stop(): Promise<void>;
}

/** Squid and faketime would leave files in `/dev/shm` when they are ended. */
const SHARE = `
mkdir -p /run/samba
mount -t tmpfs none /dev/shm || exit 1
mount --bind "$1" /etc/hosts && mount --bind "$2" /etc/passwd && mount --bind "$3" /run/samba && shift 3 && exec "$@"
`;

/** @param authority of the proxy that is spoken to over TLS */
export async function startWindowsSchool(
  authority: Awaited<ReturnType<typeof makeAuthority>>,
): Promise<WindowsSchool> {
  const user = ordinaryUser();
  const loopback = loopbackNetwork();
  const place = (name: string) => join(loopback.folder, name);
  const fresh = { tickets: loopback.address(), all: loopback.address(), secure: loopback.address() };
  const addresses = { ...fresh, ntlm: loopback.address(), stranger: fresh.tickets };
  const allProxies = Object.keys(proxyNames) as ProxyName[];
  const lines = allProxies.map((name) => `${addresses[name]} ${proxyNames[name]}\n`).join('');
  // Squid's helper for tickets does not start without an address of its own computer's name.
  const local = ['127.0.0.1 localhost', hostname(), CLOSED_HOST, ...serverNames].join(' ');
  const names = loopback.writeFile('hosts', `${local}\n${lines}`);
  const known = readFileSync('/etc/passwd', 'utf8');
  const passwd = loopback.writeFile('passwd', `${known}jdoe:x:4242:4242::/:/bin/false\n`);
  mkdirSync(place('run-samba'));
  chmodSync(place('run-samba'), 0o755);
  const inside = (program: string, args: readonly string[]): readonly [string, ...string[]] => [
    'unshare',
    ...['--mount', '--propagation', 'private', 'sh', '-c', SHARE],
    ...['sh', names, passwd, place('run-samba')],
    ...['env', `KRB5_CONFIG=${place('krb5.conf')}`, `KRB5_KDC_PROFILE=${place('kdc.conf')}`],
    // Squid's helper would keep used tickets in a folder that all users share.
    'KRB5RCACHETYPE=none',
    program,
    ...args,
  ];
  const network: SchoolNetwork = {
    ...loopback,
    inside,
    start: (program, args) => {
      const [command, ...words] = inside(program, args);
      return loopback.start(command, words);
    },
  };
  const run: Premises['run'] = (program, args, input = '') => {
    const [command, ...words] = inside(program, args);
    return execFileSync(command, words, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] });
  };
  const premises: Premises = { network, place, run };

  const services = [proxyNames.tickets, proxyNames.all, proxyNames.secure];
  const domain = await startDomain(premises, ACCOUNT.password, services);
  const accounts = await startAccounts(premises, ACCOUNT.password, user.gid);
  const access = [
    'acl known proxy_auth REQUIRED',
    `acl closed dstdomain ${CLOSED_HOST}`,
    'http_access deny known closed',
    'http_access allow known',
    'http_access deny all',
  ];
  const files = [`hosts_file ${names}`];
  const everything = [...files, ...domain.squid, ...accounts.squid];
  const nobodyByBasic = `auth_param basic program /usr/lib/squid/basic_ncsa_auth ${network.writeFile('users', '')}`;
  const leaf = await authority.leaf({ names: [proxyNames.secure] });
  const tls = {
    chain: network.writeFile('secure.pem', `${leaf.pem}\n${authority.intermediate.pem}`),
    key: network.writeFile('secure.key', leaf.key),
  };
  const forTickets = { address: addresses.tickets, access, lines: [...files, ...domain.squid] };
  const [tickets, ntlm, all, secure] = await Promise.all([
    startSquid(network, 'tickets', forTickets),
    startSquid(network, 'ntlm', {
      address: addresses.ntlm,
      access,
      // It closes the connection after its first answer, as some proxies do.
      lines: [...files, ...accounts.squid, 'auth_param ntlm keep_alive off'],
    }),
    startSquid(network, 'all', { address: addresses.all, access, lines: [...everything, nobodyByBasic] }),
    startSquid(network, 'secure', { address: addresses.secure, access, lines: everything, tls }),
  ]);
  const proxies = { tickets, ntlm, all, secure, stranger: tickets };
  const routeOf = (name: ProxyName) => `${name === 'secure' ? 'HTTPS' : 'PROXY'} ${proxyNames[name]}:3128`;
  const routes = Object.fromEntries([
    [CLOSED_HOST, routeOf('tickets')],
    ...allProxies.map((name) => [serverBehind(name), routeOf(name)]),
  ]);
  const cache = place('ticket');
  let expiredAt = Number.POSITIVE_INFINITY;
  /** For more than a second: in its last one, GSSAPI still takes a ticket that klist calls expired. */
  const hasExpired = (): true | undefined => {
    try {
      run('klist', ['-s', '-c', `FILE:${cache}`]);
      expiredAt = Number.POSITIVE_INFINITY;
      return undefined;
    } catch {
      expiredAt = Math.min(expiredAt, Date.now());
      return Date.now() - expiredAt > 1_000 || undefined;
    }
  };
  return {
    names,
    env: { KRB5_CONFIG: place('krb5.conf'), KRB5CCNAME: `FILE:${cache}` },
    script: `var routes = ${JSON.stringify(routes)}; function FindProxyForURL(url, host) { return routes[host] || 'DIRECT'; }`,
    origin: (name) => `${name === 'secure' ? 'https' : 'http'}://${proxyNames[name]}:3128`,
    signIn: async (briefly) => {
      const life = briefly === undefined ? [] : ['-l', '2s'];
      run('kinit', [...life, '-c', `FILE:${cache}.new`, 'jdoe'], `${ACCOUNT.password}\n`);
      give(user, `${cache}.new`);
      renameSync(`${cache}.new`, cache);
      if (briefly !== undefined) await waitFor('the ticket to expire', hasExpired);
    },
    signOut: () => rmSync(cache, { force: true }),
    users: (name) =>
      readFileSync(proxies[name].log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(/\s+/)[7] ?? ''),
    wrongPasswords: () => accounts.wrongPasswords(),
    stopDomain: () => domain.stop(),
    moveDomainClock: () => domain.moveClock(),
    restartProxy: async () => {
      await proxies.tickets.server.end();
      proxies.tickets = await startSquid(network, 'tickets-again', forTickets);
    },
    freezeAccounts: () => accounts.server.freeze(),
    stop: () => loopback.stop(),
  };
}
