import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { FindingCode, StepId } from '@contract/findings';
import type { Facts } from '@contract/report';
import { aeries, classlinkDirect, classlinkProxy, oneroster, powerschool } from './connections';
import type { CheckedConnection, Expected, WorldName } from './fault';
import { answer, goodOneRoster, htmlAnswer, type Locations } from './nginx';
import type { OddBehaviour, OddSite } from './odd-server';
import { startOpenssl } from './tls-servers';
import type { SiteWishes, Workshop } from './workshop';

/* What servers, block pages and portals answer where a JSON API should. */

const METADATA = '/ws/v1/metadata';
const TOKEN = '/oauth/access_token';
const DISTRICT = '/ws/v1/district';

const failing = (step: StepId, code: FindingCode, facts?: Facts): Expected => ({
  step,
  code,
  ...(facts !== undefined && { facts }),
});

interface Row {
  readonly id: string;
  readonly what: string;
  readonly expected: Expected;
  readonly locations?: Locations;
  readonly lines?: readonly string[];
  readonly clock?: SiteWishes['clock'];
  readonly world?: WorldName;
  readonly connection?: (origin: string) => CheckedConnection;
}

export async function httpFaults(shop: Workshop): Promise<void> {
  for (const row of [...probeRows(), ...tokenRows(), ...apiRows(), ...signatureRows(), ...bodyRows(shop)]) {
    const { id, what, expected, locations, lines, clock, world = 'plain', connection = powerschool } = row;
    const origin = await shop.site(id, {
      ...(locations !== undefined && { locations }),
      ...(lines !== undefined && { lines }),
      ...(clock !== undefined && { clock }),
    });
    const by = clock === undefined ? 'nginx' : 'nginx, faketime';
    shop.add({ id, what, by, world, connection: connection(origin), expected });
  }
  await stoppedServers(shop);
  await oddServers(shop);
}

const challenge = (value: string, status = 401) =>
  `add_header WWW-Authenticate '${value}' always; ${answer(status, { message: 'no' })}`;

/** What the public probe meets first: the wrong address, a filter, a portal, a server in trouble. */
function probeRows(): readonly Row[] {
  const probe = (id: string, what: string, location: string, code: FindingCode, facts?: Facts): Row => ({
    id,
    what,
    expected: failing('reach', code, facts),
    locations: { [METADATA]: location },
  });
  const html = (status: number): Row =>
    probe(`html-${status}`, `a web page, status ${status}`, htmlAnswer(status), 'web-page-answered', {
      status,
    });
  const page = 'default_type text/html; return 401 "<p>Sign in";';
  return [
    ...[200, 400, 401, 403, 511].map(html),
    probe(
      'portal-302',
      'redirect to a portal',
      'return 302 https://portal.school.test/login;',
      'redirected',
      {
        to: 'https://portal.school.test/login',
      },
    ),
    probe('to-http', 'redirect to plain http', 'return 301 http://other.school.test/;', 'redirected'),
    probe('negotiate', 'Windows sign-in: Negotiate', challenge('Negotiate'), 'windows-authentication'),
    probe('ntlm', 'Windows sign-in: NTLM', challenge('NTLM'), 'windows-authentication'),
    probe(
      'iis',
      'Windows sign-in: both, with a web page',
      `add_header WWW-Authenticate Negotiate always; add_header WWW-Authenticate NTLM always; ${page}`,
      'windows-authentication',
    ),
    probe(
      'rate-30',
      '429, wait 30 s',
      `add_header Retry-After 30 always; ${answer(429, {})}`,
      'rate-limited',
      {
        retryAfter: 30,
      },
    ),
    probe('rate', '429 without a time', answer(429, {}), 'rate-limited', { retryAfter: null }),
    probe('error-500', 'server error 500', answer(500, {}), 'server-error', { status: 500 }),
    probe('error-503', 'maintenance page, 503', htmlAnswer(503), 'server-error', { status: 503 }),
    probe('gateway-502', 'nothing behind the gateway', 'proxy_pass http://127.0.0.1:9;', 'server-error', {
      status: 502,
    }),
    probe('not-powerschool', 'another product answers', answer(200, { ok: true }), 'wrong-product'),
    {
      id: 'aeries-404',
      what: 'Aeries: nothing at this address (404)',
      expected: failing('reach', 'wrong-address'),
      connection: (origin) => aeries(`${origin}/aeries`),
    },
    {
      id: 'old-powerschool',
      what: 'PowerSchool before 7.8: no public page (404)',
      expected: { step: 'reach', code: 'wrong-address', outcome: 'warning' },
      locations: { [METADATA]: answer(404, {}) },
    },
    {
      id: 'clock-differs',
      what: 'server’s clock an hour ahead',
      expected: { step: 'clock', code: 'clock-skew', outcome: 'warning' },
      clock: 'hour-ahead',
    },
  ];
}

/** The token endpoint's rows of design §5. */
function tokenRows(): readonly Row[] {
  const token = (id: string, what: string, location: string, code: FindingCode, facts?: Facts): Row => ({
    id,
    what: `token: ${what}`,
    expected: failing('sign-in', code, facts),
    locations: { [TOKEN]: location },
  });
  const roster = (id: string, what: string, location: string, code: FindingCode, scopes = ''): Row => ({
    id,
    what: `token: ${what}`,
    expected: failing('sign-in', code),
    locations: { ...goodOneRoster(), '/token': location },
    connection: (origin) => oneroster(origin, scopes),
  });
  const refusal = (error: string) => answer(400, { error });
  return [
    token('token-401', '401', answer(401, { error: 'invalid_client' }), 'credentials-rejected'),
    token('token-401-bare', '401 without a word', 'return 401;', 'web-page-answered'),
    token('token-invalid-client', '400 invalid_client', refusal('invalid_client'), 'credentials-rejected'),
    token('token-unauthorized', 'unauthorized_client', refusal('unauthorized_client'), 'client-not-allowed'),
    token('token-grant', 'unsupported_grant_type', refusal('unsupported_grant_type'), 'client-not-allowed'),
    token('token-403', '403, JSON', answer(403, {}), 'client-not-allowed'),
    token('token-html', 'a web page, 200', htmlAnswer(200), 'web-page-answered'),
    token('token-blocked', 'a block page, 403', htmlAnswer(403), 'web-page-answered'),
    token('token-404', '404', 'return 404;', 'wrong-address'),
    token(
      'token-405',
      'GET only (405)',
      `if ($request_method = POST) { return 405; } ${answer(200, {})}`,
      'wrong-address',
    ),
    token('token-500', '500', answer(500, {}), 'server-error'),
    token('token-429', '429', answer(429, {}), 'rate-limited'),
    token(
      'token-redirect',
      'redirect to another origin',
      'return 307 https://other.school.test/t;',
      'redirected',
    ),
    token('token-empty', 'no token in it', answer(200, { expires_in: 1 }), 'token-malformed'),
    token('token-no-type', 'no token_type', answer(200, { access_token: 'x' }), 'token-malformed'),
    token(
      'token-text',
      'not JSON',
      'default_type application/json; return 200 "token=x";',
      'unexpected-answer',
    ),
    token('token-negotiate', 'Windows sign-in', challenge('Negotiate'), 'windows-authentication'),
    roster(
      'scope-rejected',
      'invalid_scope, one was sent',
      refusal('invalid_scope'),
      'scope-rejected',
      'roster',
    ),
    roster('scope-missing', 'invalid_scope, none was sent', refusal('invalid_scope'), 'scope-missing'),
    {
      id: 'aeries-not-restarted',
      what: 'Aeries: /token not there yet (404)',
      expected: failing('sign-in', 'not-restarted'),
      locations: { '/aeries/api/v5/systeminfo': answer(200, { AeriesVersion: '9.24.1.1' }) },
      connection: (origin) => aeries(`${origin}/aeries`),
    },
  ];
}

function apiRows(): readonly Row[] {
  const district = (id: string, what: string, location: string, code: FindingCode): Row => ({
    id,
    what: `API: ${what}`,
    expected: failing('permission', code),
    locations: { [DISTRICT]: location },
  });
  const expired = challenge('Bearer error="invalid_token", error_description="The access token expired"');
  const noAccess = {
    message: 'Validation Failed',
    errors: [{ resource: 'District', code: 'No access to the field' }],
  };
  return [
    district(
      'api-401',
      '401 with the token just fetched',
      challenge('Bearer error="invalid_token"'),
      'token-rejected',
    ),
    district('api-expired', '401, the token expired', expired, 'token-expired'),
    district('api-403', '403, JSON', answer(403, { message: 'forbidden' }), 'permission-missing'),
    district('api-no-access', 'no access to a field', answer(400, noAccess), 'permission-missing'),
    district('api-blocked', 'a block page, 403', htmlAnswer(403), 'web-page-answered'),
    district('api-429', '429', answer(429, {}), 'rate-limited'),
    district('api-503', '503', answer(503, {}), 'server-error'),
    district('api-404', '404', answer(404, {}), 'wrong-address'),
    {
      id: 'api-other-shape',
      what: 'API: JSON of another shape',
      expected: failing('data', 'unexpected-answer'),
      locations: { [DISTRICT]: answer(200, { schools: [] }) },
    },
    {
      id: 'empty-list',
      what: 'API: an empty list',
      expected: { step: 'data', code: 'empty-data', outcome: 'warning' },
      locations: { ...goodOneRoster(), '/ims/oneroster/v1p1/orgs': answer(200, { orgs: [] }) },
      connection: oneroster,
    },
    {
      id: 'one-subject-refused',
      what: 'API: one subject of six refused',
      expected: { step: 'permission', code: 'permission-missing', subject: 'courses' },
      locations: { ...goodOneRoster(), '/ims/oneroster/v1p1/courses': answer(403, {}) },
      connection: oneroster,
    },
    {
      id: 'good-oneroster',
      what: 'nothing is wrong, OneRoster',
      expected: 'all passed',
      locations: goodOneRoster(),
      connection: (origin) => oneroster(origin),
    },
  ];
}

/** Requests that carry a signature, or a token that was entered. */
function signatureRows(): readonly Row[] {
  const orgs = '/ims/oneroster/v1p1/orgs';
  const signed = (id: string, what: string, location: string, code: FindingCode): Row => ({
    id,
    what: `ClassLink: ${what}`,
    expected: failing('sign-in', code),
    locations: { [orgs]: location },
    connection: classlinkDirect,
  });
  const problem = (word: string) => challenge(`OAuth oauth_problem="${word}"`);
  return [
    signed('signature', 'signature refused', problem('signature_invalid'), 'signature-rejected'),
    signed('nonce', 'nonce refused', problem('nonce_used'), 'nonce-rejected'),
    signed('key', 'key refused', problem('consumer_key_rejected'), 'credentials-rejected'),
    signed('bare-401', '401 without a reason', answer(401, {}), 'credentials-rejected'),
    {
      ...signed('signature-clock', '401, and the clocks differ', answer(401, {}), 'clock-skew'),
      clock: 'hour-ahead',
    },
    {
      id: 'classlink-token',
      what: 'ClassLink proxy: token refused',
      expected: failing('sign-in', 'token-rejected'),
      locations: { [`/abcdefgh${orgs}`]: challenge('Bearer error="invalid_token"') },
      connection: classlinkProxy,
    },
  ];
}

const MIB = 1024 * 1024;

/** Bodies and headers no program should swallow. */
function bodyRows(shop: Workshop): readonly Row[] {
  const file = (name: string, content: string | Buffer, more = '') => {
    const path = shop.network.writeFile(`bodies/${name}`, content);
    return `default_type application/json; ${more} alias ${path};`;
  };
  const body = (id: string, what: string, location: string, code: FindingCode, facts?: Facts): Row => ({
    id,
    what,
    expected: failing('reach', code, facts),
    locations: { [METADATA]: location },
  });
  const zeros = gzipSync(Buffer.from(`{"metadata":"${' '.repeat(64 * MIB)}"}`));
  const flood = Array.from({ length: 20 }, (_, at) => `add_header X-Flood-${at} ${'f'.repeat(2000)};`).join(
    ' ',
  );
  const gzip = 'add_header Content-Encoding gzip;';
  return [
    body(
      'oversized',
      'an answer of 3 MiB',
      file('3mib', `{"metadata":"${'x'.repeat(3 * MIB)}"}`),
      'answer-too-large',
      {
        part: 'body',
      },
    ),
    body('inflating', '64 KiB that become 64 MiB', file('zeros', zeros, gzip), 'answer-too-large', {
      part: 'body',
    }),
    body(
      'not-gzip',
      'said to be gzip, is not',
      file('no-gzip', '{"metadata":{}}', gzip),
      'unexpected-answer',
    ),
    body('header-flood', '40 KiB of headers', `${flood} ${answer(200, {})}`, 'answer-too-large', {
      part: 'headers',
    }),
    body(
      'latin1',
      'not UTF-8',
      file('latin1', Buffer.from('{"metadata":"\xc9cole"}', 'latin1')),
      'unexpected-answer',
      {
        problem: 'not-utf-8',
      },
    ),
    body('deep', 'JSON 5000 deep', file('deep', '['.repeat(5000) + ']'.repeat(5000)), 'unexpected-answer', {
      problem: 'too-deep',
    }),
    body('half-json', 'half a JSON', file('half', '{"metadata":{"power'), 'unexpected-answer'),
    body('empty-body', 'an empty answer', 'default_type application/json; return 200;', 'unexpected-answer'),
    body('hangs-up', 'closes without an answer', 'return 444;', 'connection-reset'),
    {
      id: 'slow-body',
      what: 'a few bytes of the body a second',
      expected: failing('reach', 'timed-out'),
      locations: {
        [METADATA]: file(
          'slow',
          `{"metadata":{"powerschool_version":"23.7.2.0","x":"${'x'.repeat(4000)}"}}`,
          'limit_rate 20;',
        ),
      },
      world: 'waiting',
    },
  ];
}

/** A server that is there and does not move: a real one, stopped. */
async function stoppedServers(shop: Workshop): Promise<void> {
  const host = shop.name('frozen');
  const server = await startOpenssl(shop.network, shop.addressOf(host), await shop.goodPapers(host), [
    '-www',
  ]);
  server.child.kill('SIGSTOP');
  shop.add({
    id: 'frozen',
    what: 'connects, then never a word',
    by: 'openssl s_server, stopped',
    world: 'waiting',
    connection: powerschool(`https://${host}`),
    expected: failing('secure-connection', 'timed-out'),
  });
  const mute = shop.name('mute');
  await startOpenssl(shop.network, shop.addressOf(mute), await shop.goodPapers(mute), []);
  shop.add({
    id: 'mute',
    what: 'TLS, then never a word',
    by: 'openssl s_server',
    world: 'waiting',
    connection: powerschool(`https://${mute}`),
    expected: failing('reach', 'timed-out'),
  });
}

async function oddServers(shop: Workshop): Promise<void> {
  const rows: readonly (readonly [OddBehaviour, string, Expected, WorldName])[] = [
    ['drips-headers', 'headers without end, slowly', failing('reach', 'timed-out'), 'waiting'],
    ['stalls-in-body', 'stops halfway through the body', failing('reach', 'timed-out'), 'waiting'],
    ['cuts-body', 'hangs up halfway through the body', failing('reach', 'connection-reset'), 'plain'],
    ['cuts-chunks', 'hangs up between two chunks', failing('reach', 'connection-reset'), 'plain'],
    [
      'hangs-up-in-handshake',
      'hangs up in the TLS handshake',
      failing('secure-connection', 'connection-reset'),
      'plain',
    ],
  ];
  const sites: OddSite[] = [];
  for (const [does, what, expected, world] of rows) {
    const host = shop.name(does);
    const address = shop.addressOf(host);
    sites.push({ address, does, ...(await shop.goodPapers(host)) });
    shop.add({ id: does, what, by: 'own', world, connection: powerschool(`https://${host}`), expected });
  }
  const program = resolve(import.meta.dirname, 'odd-server.ts');
  const server = shop.network.start(process.execPath, [program, JSON.stringify(sites)]);
  for (const { address } of sites) await shop.network.listening(address, 443, server);
}
