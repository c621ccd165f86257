import { join } from 'node:path';
import { ordinaryUser } from '../../support/desktop-user';
import type { Started } from '../../support/server-processes';
import type { Papers } from './papers';
import { NAME_SERVER, type SchoolNetwork } from './school-network';

const PORT = 3128;

/** Starts tinyproxy; returns its address as a proxy script names it. */
export async function startTinyproxy(
  network: SchoolNetwork,
  id: string,
  lines: readonly string[] = [],
  allowedPort = 443,
): Promise<{ readonly place: string; readonly server: Started }> {
  const address = network.address();
  const config = network.writeFile(
    `${id}.conf`,
    [`Port ${PORT}`, `Listen ${address}`, 'Timeout 60', `ConnectPort ${allowedPort}`, ...lines, ''].join(
      '\n',
    ),
  );
  const server = network.start('tinyproxy', ['-d', '-c', config]);
  await network.listening(address, PORT, server);
  return { place: `${address}:${PORT}`, server };
}

export interface SquidWishes {
  /** Where it listens; default a fresh address. */
  readonly address?: string;
  /** Who may use it; default everybody. */
  readonly access?: readonly string[];
  /** More lines of the configuration. */
  readonly lines?: readonly string[];
  /** The CA it re-signs with. */
  readonly inspect?: Papers & { readonly trusts: string };
  /** Clients connect to it over TLS. */
  readonly tls?: Papers;
}

/** Starts squid as an ordinary user, which it requires. */
export async function startSquid(
  network: SchoolNetwork,
  id: string,
  {
    address = network.address(),
    access = ['http_access allow all'],
    lines = [],
    inspect,
    tls,
  }: SquidWishes = {},
): Promise<{ readonly place: string; readonly log: string; readonly server: Started }> {
  const user = ordinaryUser();
  const folder = network.folderFor(user, id);
  const database = join(folder, 'certificates');
  const asUser = [
    '--reuid',
    String(user.uid),
    '--regid',
    String(user.gid),
    '--clear-groups',
    '--pdeathsig',
    'TERM',
  ];
  if (inspect !== undefined) {
    const args = [...asUser, '/usr/lib/squid/security_file_certgen', '-c', '-s', database, '-M', '4MB'];
    await network.run('setpriv', args);
  }
  const listen =
    tls !== undefined
      ? `https_port ${address}:${PORT} tls-cert=${tls.chain} tls-key=${tls.key}`
      : inspect !== undefined
        ? `http_port ${address}:${PORT} ssl-bump generate-host-certificates=on dynamic_cert_mem_cache_size=4MB tls-cert=${inspect.chain} tls-key=${inspect.key}`
        : `http_port ${address}:${PORT}`;
  const log = join(folder, 'access.log');
  const config = network.writeFile(
    `${id}.conf`,
    [
      listen,
      `visible_hostname ${id}.school.test`,
      `pid_filename ${folder}/squid.pid`,
      `access_log stdio:${log}`,
      `cache_log ${folder}/cache.log`,
      'cache_store_log none',
      'cache deny all',
      'pinger_enable off',
      'netdb_filename none',
      `coredump_dir ${folder}`,
      `dns_nameservers ${NAME_SERVER}`,
      'shutdown_lifetime 0 seconds',
      ...(inspect === undefined
        ? []
        : [
            `sslcrtd_program /usr/lib/squid/security_file_certgen -s ${database} -M 4MB`,
            'sslcrtd_children 1',
            'acl step1 at_step SslBump1',
            'ssl_bump peek step1',
            'ssl_bump bump all',
            `tls_outgoing_options cafile=${inspect.trusts}`,
          ]),
      ...lines,
      ...access,
      '',
    ].join('\n'),
  );
  const server = network.start('setpriv', [
    ...asUser,
    'squid',
    '-N',
    '-n',
    `lab${process.pid}${id.replaceAll('-', '')}`,
    '-f',
    config,
  ]);
  await network.listening(address, PORT, server);
  return { place: `${address}:${PORT}`, log, server };
}
