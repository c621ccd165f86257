import { join } from 'node:path';
import type { Pair } from '../../support/certificates';
import type { Started } from '../../support/server-processes';
import type { Papers } from './papers';
import type { SchoolNetwork } from './school-network';

/** `openssl s_server` on port 443 of an address. */
export async function startOpenssl(
  network: SchoolNetwork,
  address: string,
  papers: Papers,
  args: readonly string[],
): Promise<Started> {
  const common = [
    '-accept',
    `${address}:443`,
    '-cert',
    papers.chain,
    '-cert_chain',
    papers.chain,
    '-key',
    papers.key,
  ];
  // Keep its standard input open; it exits at end of file.
  const server = network.start('openssl', ['s_server', ...common, '-quiet', ...args], { input: 'kept-open' });
  await network.listening(address, 443, server);
  return server;
}

/**
 * Mozilla's `selfserv`, which still supports what OpenSSL has dropped (SSL 3, RC4). It listens on every address.
 * @param cipher a cipher suite's number, four hexadecimal digits
 */
export async function startSelfserv(
  network: SchoolNetwork,
  id: string,
  papers: Papers,
  { port, versions, cipher }: { readonly port: number; readonly versions: string; readonly cipher: string },
): Promise<void> {
  const database = join(network.folder, `${id}.db`);
  const bundle = join(network.folder, `${id}.p12`);
  const pkcs12 = ['pkcs12', '-export', '-in', papers.chain, '-inkey', papers.key, '-name', id];
  await network.run('mkdir', ['-p', database]);
  await network.run('openssl', [...pkcs12, '-passout', 'pass:', '-out', bundle]);
  await network.run('certutil', ['-N', '-d', `sql:${database}`, '--empty-password']);
  await network.run('pk12util', ['-i', bundle, '-d', `sql:${database}`, '-W', '', '-K', '']);
  const server = network.start(
    'selfserv',
    [...['-d', `sql:${database}`, '-n', id, '-p', String(port), '-V', versions, '-c', `:${cipher}`]],
    { env: { NSS_DEFAULT_DB_TYPE: 'sql' } },
  );
  await network.listening('0.0.0.0', port, server);
}

/** GnuTLS's server, with only TLS 1.2 and Diffie-Hellman with these parameters. It listens on every address. */
export async function startGnutls(
  network: SchoolNetwork,
  port: number,
  papers: Papers,
  parameters: string,
): Promise<void> {
  const priority = 'NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+DHE-RSA:%PROFILE_VERY_WEAK';
  const certificate = ['--x509certfile', papers.chain, '--x509keyfile', papers.key];
  const args = ['--http', '--port', String(port), '--priority', priority, '--dhparams', parameters];
  const server = network.start('gnutls-serv', [...args, ...certificate]);
  await network.listening('0.0.0.0', port, server);
}

/** HAProxy on port 443 of an address; it answers only for names it has a certificate for. */
export async function startHaproxy(
  network: SchoolNetwork,
  address: string,
  chain: readonly [Pair, ...Pair[]],
): Promise<void> {
  // HAProxy wants certificates and key in one file.
  const bundle = network.writeFile('haproxy.pem', [...chain.map(({ pem }) => pem), chain[0].key].join('\n'));
  const config = network.writeFile(
    'haproxy.cfg',
    [
      'defaults',
      '  mode http',
      '  timeout connect 5s',
      '  timeout client 30s',
      '  timeout server 30s',
      'frontend school',
      `  bind ${address}:443 ssl crt ${bundle} strict-sni`,
      '  http-request return status 200',
      '',
    ].join('\n'),
  );
  const server = network.start('haproxy', ['-db', '-f', config]);
  await network.listening(address, 443, server);
}

/** A leaf made by the openssl program, for keys and signatures that better tools refuse to create. */
export async function weakPapers(
  network: SchoolNetwork,
  host: string,
  issuer: { readonly pem: string; readonly key: string },
  {
    rsaBits,
    digest,
    also = [],
  }: { readonly rsaBits: number; readonly digest: string; readonly also?: readonly string[] },
): Promise<Papers> {
  const file = (end: string) => join(network.folder, 'certificates', `${host}.${end}`);
  network.writeFile(`certificates/${host}.issuer`, issuer.pem);
  network.writeFile(`certificates/${host}.issuer-key`, issuer.key);
  const subject = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
  const key = ['-newkey', `rsa:${rsaBits}`, '-nodes', '-keyout', file('key')];
  await network.run('openssl', ['req', '-new', ...key, ...subject, '-out', file('csr')]);
  const sign = [
    '-CA',
    file('issuer'),
    '-CAkey',
    file('issuer-key'),
    '-copy_extensions',
    'copy',
    `-${digest}`,
  ];
  const leaf = await network.run('openssl', ['x509', '-req', '-in', file('csr'), ...sign, '-days', '90']);
  const pem = /-----BEGIN CERTIFICATE-----[\s\S]*-----END CERTIFICATE-----/.exec(leaf)?.[0] ?? '';
  network.writeFile(`certificates/${host}.pem`, `${[pem, ...also].join('\n')}\n`);
  return { chain: file('pem'), key: file('key') };
}
