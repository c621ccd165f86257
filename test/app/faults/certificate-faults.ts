import type { FindingCode } from '@contract/findings';
import { type BrokenRule, chainThatBreaks, days, issue, makeAuthority } from '../../support/certificates';
import { onsis, powerschool } from './connections';
import type { Expected } from './fault';
import { atSecure, nginxRow, shown } from './rows';
import { weakPapers } from './tls-servers';
import { strangersLeaf, type Workshop } from './workshop';

/* Certificate faults, and badssl's roots that must fail (docs/electron-notes.md#tls-failures). */

const noticed = (code: FindingCode): Expected => ({ step: 'secure-connection', code, outcome: 'warning' });

export async function certificateFaults(shop: Workshop): Promise<void> {
  await ownFaults(shop);
  await authorityFaults(shop);
  await brokenRules(shop);
  await inspectors(shop);
  await weakCertificates(shop);
  await severalAddresses(shop);
}

/** Wrong dates, wrong names, unknown issuers. */
async function ownFaults(shop: Workshop): Promise<void> {
  const { authority } = shop;
  const leafOf = (host: string) => ({ subject: `CN=${host}`, names: [host] });
  const dated = (id: string, what: string, expected: Expected, from: number, to: number) =>
    shown(shop, id, what, expected, async (host) => [
      await authority.leaf({ ...leafOf(host), from: days(from), to: days(to) }),
      authority.intermediate,
    ]);
  await nginxRow(shop, 'good', 'nothing is wrong', 'all passed');
  await dated('expired', 'certificate ended yesterday', atSecure('tls-expired', { also: [] }), -90, -1);
  await dated(
    'not-yet-valid',
    'certificate begins tomorrow',
    atSecure('tls-not-yet-valid', { also: [] }),
    1,
    90,
  );
  await dated('ends-soon', 'certificate ends in ten days', noticed('tls-expires-soon'), -80, 10);
  await shown(
    shop,
    'wrong-name',
    'certificate of another host',
    atSecure('tls-name-mismatch', { also: [] }),
    async () => [await authority.leaf(leafOf('www.other.example')), authority.intermediate],
  );
  await shown(
    shop,
    'wrong-name-and-root',
    'another host’s, of an unknown root',
    atSecure('tls-name-mismatch', { also: ['tls-incomplete-chain'] }),
    async () => [(await strangersLeaf('www.other.example', 'CN=Other Root')).leaf],
  );
  await shown(
    shop,
    'shallow-wildcard',
    'a wildcard that does not reach so deep',
    atSecure('tls-name-mismatch'),
    async () => [await authority.leaf(leafOf('*.test')), authority.intermediate],
  );
  await shown(shop, 'many-names', 'a certificate of a thousand names', 'all passed', async (host) => {
    const others = Array.from({ length: 1000 }, (_, at) => `school-${at}.example`);
    return [
      await authority.leaf({ subject: `CN=${host}`, names: [...others, host] }),
      authority.intermediate,
    ];
  });
  await shown(shop, 'no-common-name', 'a certificate without a common name', 'all passed', async (host) => [
    await authority.leaf({ subject: 'O=Maple District', names: [host] }),
    authority.intermediate,
  ]);
  const byNumber = await shop.site('by-number');
  shop.add({
    id: 'by-number',
    what: 'its IP address was entered in place of its name',
    by: 'nginx',
    world: 'plain',
    connection: powerschool(`https://${shop.addressOf(new URL(byNumber).hostname)}`),
    expected: atSecure('tls-name-mismatch'),
  });
  await shown(
    shop,
    'self-signed',
    'self-signed certificate',
    atSecure('tls-self-signed', { also: [] }),
    async (host) => [await issue({ subject: `CN=${host}`, names: [host] })],
  );
  await shown(
    shop,
    'self-signed-expired',
    'self-signed, and ended',
    atSecure('tls-self-signed', { also: ['tls-expired'] }),
    async (host) => [await issue({ subject: `CN=${host}`, names: [host], from: days(-90), to: days(-1) })],
  );
}

async function authorityFaults(shop: Workshop): Promise<void> {
  const { authority } = shop;
  const stranger = await makeAuthority('Maple District Private Root');
  const leafOf = (host: string) => ({ subject: `CN=${host}`, names: [host] });
  await shown(
    shop,
    'private-root',
    'private root, not sent',
    atSecure('tls-untrusted-root'),
    async (host) => [await stranger.leaf(leafOf(host)), stranger.intermediate],
  );
  await shown(
    shop,
    'private-root-sent',
    'private root, sent',
    atSecure('tls-untrusted-root'),
    async (host) => [await stranger.leaf(leafOf(host)), stranger.intermediate, stranger.root],
  );
  await shown(
    shop,
    'private-leaf-only',
    'leaf alone, of an unknown root',
    atSecure('tls-incomplete-chain'),
    async (host) => [await stranger.leaf({ ...leafOf(host), issuer: stranger.root })],
  );
  await shown(
    shop,
    'missing-intermediate',
    'intermediate not sent',
    atSecure('tls-incomplete-chain', { also: [] }),
    async (host) => [await authority.leaf(leafOf(host))],
  );
  await shown(
    shop,
    'wrong-intermediate',
    'another authority’s intermediate sent',
    atSecure('tls-incomplete-chain'),
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
    atSecure('tls-expired'),
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
  // Roots whose keys are public (badssl); we can reproduce only their names.
  const known: readonly (readonly [string, string, Expected])[] = [
    ['superfish', 'O=Superfish\\, Inc., CN=Superfish\\, Inc.', atSecure('tls-intercepted')],
    ['edellroot', 'CN=eDellRoot', atSecure('tls-incomplete-chain')],
    ['dsdtestprovider', 'CN=DSDTestProvider', atSecure('tls-incomplete-chain')],
  ];
  for (const [id, issuer, expected] of known) {
    await shown(shop, id, `of the infamous root ${id}`, expected, async (host) => [
      (await strangersLeaf(host, issuer)).leaf,
    ]);
  }
  for (const id of ['webpack-dev-server', 'preact-cli']) {
    await shown(shop, id, `the certificate every ${id} had`, atSecure('tls-self-signed'), async () => [
      await issue({ subject: 'CN=localhost', names: ['localhost'] }),
    ]);
  }
}

/** Chains to the trusted root that use a certificate for something it is not allowed for. */
async function brokenRules(shop: Workshop): Promise<void> {
  const rows: readonly (readonly [BrokenRule, string, Expected])[] = [
    ['permitted-names', 'issuer permitted for other names', atSecure('tls-name-not-permitted', { also: [] })],
    ['excluded-names', 'issuer excluded from this name', atSecure('tls-name-not-permitted', { also: [] })],
    ['names-not-critical', 'the same, not critical', atSecure('tls-name-not-permitted', { also: [] })],
    ['path-length', 'one authority too many', unsuitable('path-length')],
    ['not-an-authority', 'issued by a certificate that is no authority', unsuitable('not-an-authority')],
    ['issuer-purpose', 'issuer for clients only', unsuitable('issuer-purpose')],
    ['purpose', 'certificate for clients only', unsuitable('purpose')],
    ['unknown-extension', 'a critical extension nobody knows', unsuitable('unreadable-rule')],
  ];
  for (const [rule, what, expected] of rows) {
    await shown(shop, rule, what, expected, async (host) => chainThatBreaks(rule, shop.authority.root, host));
  }
}

const unsuitable = (problem: string): Expected => atSecure('tls-unsuitable', { problem, also: [] });

/** The issuers that school content filters install (docs/electron-notes.md#content-filters). */
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
      atSecure('tls-intercepted'),
      async (host) => [(await strangersLeaf(host, issuer)).leaf],
    );
  }
  await shown(
    shop,
    'filter-root-sent',
    're-signed, leaf and root sent',
    atSecure('tls-intercepted'),
    async (host) => {
      const { leaf, root } = await strangersLeaf(host, 'CN=School Filter Root');
      return [leaf, root];
    },
  );
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
    await nginxRow(shop, id, what, atSecure('tls-weak'), { host, papers, lines });
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
  await nginxRow(shop, 'md5', 'signed with MD5', atSecure('tls-weak'), { host, papers, lines });
  const small = shop.name('rsa-512');
  const smallPapers = await weakPapers(network, small, authority.intermediate, {
    rsaBits: 512,
    digest: 'sha256',
    also,
  });
  await nginxRow(shop, 'rsa-512', 'RSA key of 512 bits', atSecure('tls-weak'), {
    host: small,
    papers: smallPapers,
    lines: ['ssl_protocols TLSv1.2;', ...lines],
  });
}

/** A ministry's three addresses, each with a different problem: all of them are reported at once. */
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
