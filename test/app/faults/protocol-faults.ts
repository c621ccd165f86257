import { powerschool } from './connections';
import type { Expected } from './fault';
import type { Papers } from './papers';
import { atSecure, nginxRow } from './rows';
import { startGnutls, startHaproxy, startOpenssl, startSelfserv, weakPapers } from './tls-servers';
import type { Workshop } from './workshop';

/* Handshake faults, and badssl's protocols that must fail (docs/electron-notes.md#tls-failures). */

export async function protocolFaults(shop: Workshop): Promise<void> {
  await refusedHandshakes(shop);
  await forgottenProtocols(shop);
  await shortDiffieHellman(shop);
}

async function refusedHandshakes(shop: Workshop): Promise<void> {
  const { network } = shop;
  const row = (id: string, what: string, expected: Expected, lines: readonly string[]) =>
    nginxRow(shop, id, what, expected, { lines });
  await row('tls13-only', 'TLS 1.3 only', 'all passed', ['ssl_protocols TLSv1.3;']);
  await row('tls12-only', 'TLS 1.2 only', 'all passed', ['ssl_protocols TLSv1.2;']);
  const old = 'ssl_ciphers ALL:@SECLEVEL=0;';
  await row('tls10-only', 'TLS 1.0 only', atSecure('tls-old-protocol'), ['ssl_protocols TLSv1;', old]);
  await row('tls11-only', 'TLS 1.1 only', atSecure('tls-old-protocol'), ['ssl_protocols TLSv1.1;', old]);
  const only = (ciphers: string) => ['ssl_protocols TLSv1.2;', `ssl_ciphers ${ciphers}:@SECLEVEL=0;`];
  await row(
    'no-cipher',
    'no common cipher (Camellia only)',
    atSecure('tls-no-common-cipher'),
    only('CAMELLIA'),
  );
  await row('null-cipher', 'ciphers without encryption', atSecure('tls-no-common-cipher'), only('eNULL'));
  const plain = shop.name('plain-http');
  shop.plainServers.push(`server { listen ${shop.addressOf(plain)}:443; return 200; }`);
  shop.add({
    id: 'plain-http',
    what: 'plain HTTP on the port',
    by: 'nginx',
    world: 'plain',
    connection: powerschool(`https://${plain}`),
    expected: atSecure('not-tls'),
  });
  const unknownName = atSecure('tls-unknown-name', { alert: 'unrecognized_name' });
  await row('unknown-name', 'refuses this host name in the handshake', unknownName, [
    'ssl_reject_handshake on;',
  ]);
  const strict = shop.name('strict-name');
  const anothers = await shop.authority.leaf({ names: ['another.school.test'] });
  await startHaproxy(network, shop.addressOf(strict), [anothers, shop.authority.intermediate]);
  shop.add({
    id: 'strict-name',
    what: 'has no certificate for this host name (strict-sni)',
    by: 'haproxy',
    world: 'plain',
    connection: powerschool(`https://${strict}`),
    expected: unknownName,
  });
  await nginxRow(
    shop,
    'no-certificate',
    'its certificate file is gone',
    atSecure('tls-refused', { alert: 'internal_error' }),
    { papers: { chain: `${network.folder}/absent-$ssl_server_name.pem`, key: 'data:$ssl_server_name' } },
  );
  await nginxRow(
    shop,
    'client-certificate-nginx',
    'client certificate wanted, said in HTML',
    {
      step: 'reach',
      code: 'web-page-answered',
    },
    { lines: ['ssl_verify_client on;', `ssl_client_certificate ${await rootFile(shop)};`] },
  );

  const openssl = async (id: string, what: string, expected: Expected, args: readonly string[]) => {
    const host = shop.name(id);
    await startOpenssl(network, shop.addressOf(host), await shop.goodPapers(host), args);
    shop.add({
      id,
      what,
      by: 'openssl s_server',
      world: 'plain',
      connection: powerschool(`https://${host}`),
      expected,
    });
  };
  const wanted = ['-Verify', '1', '-verify_return_error', '-www'];
  const missing = atSecure('tls-client-certificate-required');
  await openssl('client-certificate-12', 'client certificate wanted, TLS 1.2', missing, [
    '-tls1_2',
    ...wanted,
  ]);
  await openssl('client-certificate-13', 'client certificate wanted, TLS 1.3', missing, [
    '-tls1_3',
    ...wanted,
  ]);
  await openssl('not-http', 'TLS, but not HTTP', { step: 'reach', code: 'not-http' }, ['-rev']);
  const host = shop.name('dh1024');
  const parameters = network.writeFile('dh1024.pem', dhParameters[1024]);
  await nginxRow(shop, 'dh1024', 'Diffie-Hellman of 1024 bits only', atSecure('tls-no-common-cipher'), {
    host,
    papers: await rsaPapers(shop, host),
    lines: [...only('DHE'), `ssl_dhparam ${parameters};`],
  });
}

const rsaPapers = (shop: Workshop, host: string): Promise<Papers> =>
  weakPapers(shop.network, host, shop.authority.intermediate, {
    rsaBits: 2048,
    digest: 'sha256',
    also: [shop.authority.intermediate.pem],
  });

const rootFile = async ({ network, authority }: Workshop): Promise<string> =>
  network.writeFile('root.pem', authority.root.pem);

/** Protocols that OpenSSL no longer supports but Mozilla's library does. */
async function forgottenProtocols(shop: Workshop): Promise<void> {
  const rows = [
    { id: 'ssl3-only', what: 'SSL 3 only', code: 'tls-old-protocol', versions: 'ssl3:ssl3', cipher: '002F' },
    { id: 'rc4', what: 'RC4 only', code: 'tls-no-common-cipher', versions: 'tls1.2:tls1.2', cipher: '0005' },
    {
      id: 'rc4-md5',
      what: 'RC4 with MD5 only',
      code: 'tls-no-common-cipher',
      versions: 'tls1.2:tls1.2',
      cipher: '0004',
    },
    {
      id: '3des',
      what: 'Triple DES only',
      code: 'tls-no-common-cipher',
      versions: 'tls1.2:tls1.2',
      cipher: '000A',
    },
  ] as const;
  for (const [count, { id, what, code, versions, cipher }] of rows.entries()) {
    const host = shop.name(id);
    const port = 4430 + count;
    await startSelfserv(shop.network, id, await rsaPapers(shop, host), { port, versions, cipher });
    shop.add({
      id,
      what,
      by: 'selfserv (NSS)',
      world: 'plain',
      connection: powerschool(`https://${host}:${port}`),
      expected: atSecure(code),
    });
  }
}

/** Diffie-Hellman too short for OpenSSL, by GnuTLS. */
async function shortDiffieHellman(shop: Workshop): Promise<void> {
  for (const bits of [480, 512] as const) {
    const id = `dh${bits}`;
    const host = shop.name(id);
    const port = 4400 + bits;
    const parameters = shop.network.writeFile(`${id}.pem`, dhParameters[bits]);
    await startGnutls(shop.network, port, await rsaPapers(shop, host), parameters);
    shop.add({
      id,
      what: `Diffie-Hellman of ${bits} bits only`,
      by: 'gnutls-serv',
      world: 'plain',
      connection: powerschool(`https://${host}:${port}`),
      expected: atSecure('tls-no-common-cipher'),
    });
  }
}

/** Generated once with `openssl dhparam`, which takes seconds. */
const dhParameters = {
  480: `-----BEGIN DH PARAMETERS-----
MEICPQD97OqoTdfe21G7d4Npf83GgsYs5ToIOGnf/nMaCqI6GXkWwJgDIOvUY3QS/KKEyuj4k6lM
gyBBJPXEK28CAQI=
-----END DH PARAMETERS-----
`,
  512: `-----BEGIN DH PARAMETERS-----
MEYCQQCfcOC9Q2qzPbbSG3IyhrOrE6aXkCtNItOtVtzVDheqFt08gN+mdIMVDQAU
t/SOM+YyORUq/xEGVXFS4O7EcnW3AgEC
-----END DH PARAMETERS-----
`,
  1024: `-----BEGIN X9.42 DH PARAMETERS-----
MIIBJwKBgQCud6lVDFJyKdPBpxqLatMaYvG8jPPmOhDbpqVpAa8v9sCwxy4FYuOk
18tg3x6WKCGeAAtQUo9xeFcBg1rAMIjCaw86zkrVx2cjlTUJM2czKXqk0YNBUqqi
+EQCjQjhi75KfeL6azntUM+a1HL/9CEzK0bKmNR/jZeiaVerA0fsDwKBgQCVQmvz
zwcrRz/L7ee90FG7y/Un7q9C0TvXnij6b39lawNj9FSUIPmFsTd4XLhU+wRmUSXW
IRXZj4sT6rXDuTMfsu4zT/yigausn3/exysn2xhzAKjce3fl4tdDpnbqtN7elyod
2SfVpq27HQ6AU6tugAU7uu8LpEXTy+Yfa4x5CAIdAOeIfiVHPTlgLME019BRm+Xf
8fvOzGabJaigD2c=
-----END X9.42 DH PARAMETERS-----
`,
} as const;
