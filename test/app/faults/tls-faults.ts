import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { days, type Issued, issue, makeAuthority } from '../../support/certificates';
import { onsis, powerschool } from './connections';
import type { Expected } from './fault';
import { startGnutls, startOpenssl, startSelfserv, weakPapers } from './tls-servers';
import { type Papers, type SiteWishes, strangersLeaf, type Workshop } from './workshop';

/* What can be wrong with TLS: every row of field §4.2, and badssl's list of what must fail (field §4.1). */

const at = (code: FindingCode, facts?: Facts): Expected => ({
  step: 'secure-connection',
  code,
  ...(facts !== undefined && { facts }),
});
const noticed = (code: FindingCode): Expected => ({ step: 'secure-connection', code, outcome: 'warning' });

export async function tlsFaults(shop: Workshop): Promise<void> {
  await certificateFaults(shop);
  await authorityFaults(shop);
  await inspectors(shop);
  await protocolFaults(shop);
  await forgottenProtocols(shop);
  await shortDiffieHellman(shop);
  await weakCertificates(shop);
  await severalAddresses(shop);
}

async function nginxRow(
  shop: Workshop,
  id: string,
  what: string,
  expected: Expected,
  wishes: SiteWishes = {},
): Promise<void> {
  const origin = await shop.site(id, wishes);
  shop.add({ id, what, by: 'nginx', world: 'plain', connection: powerschool(origin), expected });
}

/** Shows `leaf` and `others` at a host of this id. */
async function shown(
  shop: Workshop,
  id: string,
  what: string,
  expected: Expected,
  make: (host: string) => Promise<readonly [Issued, ...Issued[]]>,
): Promise<void> {
  const host = shop.name(id);
  const [leaf, ...others] = await make(host);
  await nginxRow(shop, id, what, expected, { host, papers: shop.papers(id, leaf, others) });
}

async function certificateFaults(shop: Workshop): Promise<void> {
  const { authority } = shop;
  const leafOf = (host: string) => ({ subject: `CN=${host}`, names: [host] });
  const dated = (id: string, what: string, expected: Expected, from: number, to: number) =>
    shown(shop, id, what, expected, async (host) => [
      await authority.leaf({ ...leafOf(host), from: days(from), to: days(to) }),
      authority.intermediate,
    ]);
  await nginxRow(shop, 'good', 'nothing is wrong', 'all passed');
  await dated('expired', 'certificate ended yesterday', at('tls-expired', { also: [] }), -90, -1);
  await dated('not-yet-valid', 'certificate begins tomorrow', at('tls-not-yet-valid', { also: [] }), 1, 90);
  await dated('ends-soon', 'certificate ends in ten days', noticed('tls-expires-soon'), -80, 10);
  await shown(
    shop,
    'wrong-name',
    'certificate of another host',
    at('tls-name-mismatch', { also: [] }),
    async () => [await authority.leaf(leafOf('www.other.example')), authority.intermediate],
  );
  await shown(
    shop,
    'wrong-name-and-root',
    'another host’s, of an unknown root',
    at('tls-name-mismatch', { also: ['tls-incomplete-chain'] }),
    async () => [(await strangersLeaf('www.other.example', 'CN=Other Root')).leaf],
  );
  await shown(
    shop,
    'shallow-wildcard',
    '*.school.test for a.b.school.test',
    at('tls-name-mismatch'),
    async () => [await authority.leaf(leafOf('*.test')), authority.intermediate],
  );
  const byNumber = await shop.site('by-number');
  shop.add({
    id: 'by-number',
    what: 'its IP address was entered in place of its name',
    by: 'nginx',
    world: 'plain',
    connection: powerschool(`https://${shop.addressOf(new URL(byNumber).hostname)}`),
    expected: at('tls-name-mismatch'),
  });
  await shown(
    shop,
    'self-signed',
    'self-signed certificate',
    at('tls-self-signed', { also: [] }),
    async (host) => [await issue({ subject: `CN=${host}`, names: [host] })],
  );
  await shown(
    shop,
    'self-signed-expired',
    'self-signed, and ended',
    at('tls-self-signed', { also: ['tls-expired'] }),
    async (host) => [await issue({ subject: `CN=${host}`, names: [host], from: days(-90), to: days(-1) })],
  );
}

async function authorityFaults(shop: Workshop): Promise<void> {
  const { authority } = shop;
  const stranger = await makeAuthority('Maple District Private Root');
  const leafOf = (host: string) => ({ subject: `CN=${host}`, names: [host] });
  await shown(shop, 'private-root', 'private root, not sent', at('tls-untrusted-root'), async (host) => [
    await stranger.leaf(leafOf(host)),
    stranger.intermediate,
  ]);
  await shown(shop, 'private-root-sent', 'private root, sent', at('tls-untrusted-root'), async (host) => [
    await stranger.leaf(leafOf(host)),
    stranger.intermediate,
    stranger.root,
  ]);
  await shown(
    shop,
    'private-leaf-only',
    'leaf alone, of an unknown root',
    at('tls-incomplete-chain'),
    async (host) => [await stranger.leaf({ ...leafOf(host), issuer: stranger.root })],
  );
  await shown(
    shop,
    'missing-intermediate',
    'intermediate not sent',
    at('tls-incomplete-chain', { also: [] }),
    async (host) => [await authority.leaf(leafOf(host))],
  );
  await shown(
    shop,
    'wrong-intermediate',
    'another authority’s intermediate sent',
    at('tls-incomplete-chain'),
    async (host) => [await authority.leaf(leafOf(host)), stranger.intermediate],
  );
  await shown(shop, 'reversed-chain', 'issuers sent in the wrong order', 'all passed', async (host) => {
    const lower = await issue({
      subject: 'CN=Lower Intermediate',
      authority: true,
      issuer: authority.intermediate,
    });
    return [await authority.leaf({ ...leafOf(host), issuer: lower }), authority.intermediate, lower];
  });
  await shown(shop, 'root-sent-too', 'the trusted root sent as well', 'all passed', async (host) => [
    await authority.leaf(leafOf(host)),
    authority.intermediate,
    authority.root,
  ]);
  await shown(
    shop,
    'expired-intermediate',
    'intermediate ended yesterday',
    at('tls-expired'),
    async (host) => {
      const old = await issue({
        subject: 'CN=Old Intermediate',
        authority: true,
        issuer: authority.root,
        from: days(-90),
        to: days(-1),
      });
      return [await authority.leaf({ ...leafOf(host), issuer: old }), old];
    },
  );
  // Roots whose keys the whole world has (badssl); only their names can be had again.
  const known: readonly (readonly [string, string, Expected])[] = [
    ['superfish', 'O=Superfish\\, Inc., CN=Superfish\\, Inc.', at('tls-incomplete-chain')],
    ['edellroot', 'CN=eDellRoot', at('tls-incomplete-chain')],
    ['dsdtestprovider', 'CN=DSDTestProvider', at('tls-incomplete-chain')],
  ];
  for (const [id, issuer, expected] of known) {
    await shown(shop, id, `of the infamous root ${id}`, expected, async (host) => [
      (await strangersLeaf(host, issuer)).leaf,
    ]);
  }
  for (const id of ['webpack-dev-server', 'preact-cli']) {
    await shown(shop, id, `the certificate every ${id} had`, at('tls-self-signed'), async () => [
      await issue({ subject: 'CN=localhost', names: ['localhost'] }),
    ]);
  }
}

/** The issuers that content filters in schools install (field §4.3). */
async function inspectors(shop: Workshop): Promise<void> {
  const issuers = {
    lightspeed: 'CN=Lightspeed Rocket, O=Lightspeed Systems',
    securly: 'CN=Securly SSL Interceptor, O=Securly',
    fortinet: 'CN=FortiGate CA, O=Fortinet',
    zscaler: 'CN=Zscaler Intermediate Root CA, O=Zscaler Inc.',
    'other-filter': 'CN=Maple District Web Filter Root',
  };
  for (const [id, issuer] of Object.entries(issuers)) {
    await shown(
      shop,
      `by-${id}`,
      `re-signed by ${issuer.slice(3).split(',')[0]}, leaf alone`,
      at('tls-intercepted'),
      async (host) => [(await strangersLeaf(host, issuer)).leaf],
    );
  }
  await shown(
    shop,
    'filter-root-sent',
    're-signed, leaf and root sent',
    at('tls-intercepted'),
    async (host) => {
      const { leaf, root } = await strangersLeaf(host, 'CN=School Filter Root');
      return [leaf, root];
    },
  );
}

async function protocolFaults(shop: Workshop): Promise<void> {
  const { network } = shop;
  const row = (id: string, what: string, expected: Expected, lines: readonly string[]) =>
    nginxRow(shop, id, what, expected, { lines });
  await row('tls13-only', 'TLS 1.3 only', 'all passed', ['ssl_protocols TLSv1.3;']);
  await row('tls12-only', 'TLS 1.2 only', 'all passed', ['ssl_protocols TLSv1.2;']);
  const old = 'ssl_ciphers ALL:@SECLEVEL=0;';
  await row('tls10-only', 'TLS 1.0 only', at('tls-old-protocol'), ['ssl_protocols TLSv1;', old]);
  await row('tls11-only', 'TLS 1.1 only', at('tls-old-protocol'), ['ssl_protocols TLSv1.1;', old]);
  const only = (ciphers: string) => ['ssl_protocols TLSv1.2;', `ssl_ciphers ${ciphers}:@SECLEVEL=0;`];
  await row('no-cipher', 'no common cipher (Camellia only)', at('tls-no-common-cipher'), only('CAMELLIA'));
  await row('null-cipher', 'ciphers without encryption', at('tls-no-common-cipher'), only('eNULL'));
  const hungUp = at('connection-reset');
  await row('unknown-name', 'refuses this host name in the handshake', hungUp, ['ssl_reject_handshake on;']);
  await nginxRow(shop, 'no-certificate', 'its certificate file is gone', hungUp, {
    papers: { chain: `${network.folder}/absent-$ssl_server_name.pem`, key: 'data:$ssl_server_name' },
  });
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
  const missing = at('tls-client-certificate-required');
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
  await nginxRow(shop, 'dh1024', 'Diffie-Hellman of 1024 bits only', at('tls-no-common-cipher'), {
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

/** What OpenSSL cannot speak any more, Mozilla's library still does. */
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
      expected: at(code),
    });
  }
}

/** Diffie-Hellman as short as OpenSSL will not have it any more, by GnuTLS. */
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
      expected: at('tls-no-common-cipher'),
    });
  }
}

async function weakCertificates(shop: Workshop): Promise<void> {
  const { network, authority } = shop;
  const also = [authority.intermediate.pem];
  const lines = ['ssl_ciphers DEFAULT:@SECLEVEL=0;'];
  const rows = [
    { id: 'rsa-1024', what: 'RSA key of 1024 bits', rsaBits: 1024, digest: 'sha256' },
    { id: 'sha1', what: 'signed with SHA-1', rsaBits: 2048, digest: 'sha1' },
  ];
  for (const { id, what, rsaBits, digest } of rows) {
    const host = shop.name(id);
    const papers = await weakPapers(network, host, authority.intermediate, { rsaBits, digest, also });
    await nginxRow(shop, id, what, at('tls-weak'), { host, papers, lines });
  }
  const rsaRoot = await issue({
    subject: 'CN=RSA Root',
    authority: true,
    rsaBits: 2048,
    issuer: authority.root,
  });
  const host = shop.name('md5');
  const papers = await weakPapers(network, host, rsaRoot, {
    rsaBits: 2048,
    digest: 'md5',
    also: [rsaRoot.pem],
  });
  await nginxRow(shop, 'md5', 'signed with MD5', at('tls-weak'), { host, papers, lines });
  const small = shop.name('rsa-512');
  const smallPapers = await weakPapers(network, small, authority.intermediate, {
    rsaBits: 512,
    digest: 'sha256',
    also,
  });
  await nginxRow(shop, 'rsa-512', 'RSA key of 512 bits', at('tls-weak'), {
    host: small,
    papers: smallPapers,
    lines: ['ssl_protocols TLSv1.2;', ...lines],
  });
}

/** A ministry's three addresses, each with its own trouble: all of it is named at once. */
async function severalAddresses(shop: Workshop): Promise<void> {
  const good = await shop.site('ministry');
  const plain = 'https://expired.school.test';
  shop.add({
    id: 'onsis-token-expired',
    what: 'OnSIS: the certificate of the token address ended',
    by: 'nginx',
    world: 'plain',
    connection: onsis(good, plain, good),
    expected: { step: 'secure-connection', code: 'tls-expired', subject: 'tokenUrl' },
  });
  shop.add({
    id: 'onsis-api-missing-intermediate',
    what: 'OnSIS: the API address lacks its intermediate',
    by: 'nginx',
    world: 'plain',
    connection: onsis(good, `${good}/`, 'https://missing-intermediate.school.test'),
    expected: { step: 'secure-connection', code: 'tls-incomplete-chain', subject: 'apiUrl' },
  });
  shop.add({
    id: 'onsis-not-proved',
    what: 'OnSIS: all is well, but nobody can sign in here',
    by: 'nginx',
    world: 'plain',
    connection: onsis(good, good, good),
    expected: { step: 'sign-in', code: 'not-proved', outcome: 'warning' },
  });
}

/** Made once with `openssl dhparam`; making them anew takes seconds. */
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
