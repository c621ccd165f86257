import type { FindingCode } from '@contract/findings';
import type { Facts } from '@contract/report';
import { aeries, classlinkDirect, classlinkProxy, oneroster, powerschool } from './connections';
import { answer, goodOneRoster, htmlAnswer } from './nginx';
import { addSites, failing, type SiteRow } from './rows';
import type { Workshop } from './workshop';

/* What servers, block pages and portals return instead of a JSON API's answer. */

const METADATA = '/ws/v1/metadata';
const TOKEN = '/oauth/access_token';
const DISTRICT = '/ws/v1/district';

export const httpFaults = (shop: Workshop): Promise<void> =>
  addSites(shop, [...probeRows(), ...labelRows(), ...tokenRows(shop), ...apiRows(), ...signatureRows()]);

const challenge = (value: string, status = 401) =>
  `add_header WWW-Authenticate '${value}' always; ${answer(status, { message: 'no' })}`;

/** What the public probe runs into first: a wrong address, a filter, a portal, a failing server. */
function probeRows(): readonly SiteRow[] {
  const probe = (id: string, what: string, location: string, code: FindingCode, facts?: Facts): SiteRow => ({
    id,
    what,
    expected: failing('reach', code, facts),
    locations: { [METADATA]: location },
  });
  const html = (status: number): SiteRow =>
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
    probe(
      'guard',
      'challenge page of a guard, 403',
      `add_header cf-mitigated challenge always; ${htmlAnswer(403)}`,
      'guard-answered',
      { guard: 'Cloudflare' },
    ),
    probe(
      'guard-page',
      'a guard known by its page, 403',
      'default_type text/html; return 403 "<html><body>Access Denied. https://errors.edgesuite.net/18.1</body></html>";',
      'guard-answered',
      { guard: 'Akamai' },
    ),
    probe(
      'rate-403',
      '403, wait 60 s',
      `add_header Retry-After 60 always; ${answer(403, {})}`,
      'rate-limited',
      { retryAfter: 60 },
    ),
    probe(
      'gateway-path',
      'an API gateway does not know the path, 403',
      `add_header x-amzn-errortype MissingAuthenticationTokenException always; ${answer(403, {})}`,
      'wrong-address',
    ),
    probe('refused', '403 without a word', answer(403, {}), 'refused'),
    probe('slash', 'redirect to the same with a slash', 'return 301 $uri/;', 'redirected', {
      problem: 'slash',
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

/** JSON that nginx labels as something else. */
function labelRows(): readonly SiteRow[] {
  const metadata = `return 200 '{"metadata":{"powerschool_version":"23.7.2.0"}}';`;
  const probe = (id: string, what: string, type: string): SiteRow => ({
    id,
    what,
    expected: { step: 'reach', code: 'mislabelled-answer', outcome: 'warning' },
    locations: { [METADATA]: `default_type ${type}; ${metadata}` },
  });
  return [
    probe('json-as-html', 'JSON as text/html', 'text/html'),
    probe('json-as-text', 'JSON as text/plain', 'text/plain'),
    probe('json-no-type', 'JSON without a type', "''"),
    probe('json-latin-1', 'JSON said to be in Latin-1', '"application/json; charset=iso-8859-1"'),
  ];
}

/** The rows of docs/how-answers-are-read.md#token-endpoint. */
function tokenRows(shop: Workshop): readonly SiteRow[] {
  const token = (id: string, what: string, location: string, code: FindingCode, facts?: Facts): SiteRow => ({
    id,
    what: `token: ${what}`,
    expected: failing('sign-in', code, facts),
    locations: { [TOKEN]: location },
  });
  const roster = (id: string, what: string, location: string, code: FindingCode, scopes = ''): SiteRow => ({
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
    token('token-403', '403, JSON', answer(403, {}), 'refused'),
    token(
      'token-basic',
      'HTTP Basic refused by the server itself, with its page',
      `auth_basic practice; auth_basic_user_file ${shop.network.writeFile('no-user', '')}; alias /dev/null;`,
      'credentials-rejected',
    ),
    token('token-invalid-request', '400 invalid_request', refusal('invalid_request'), 'request-rejected'),
    token('token-unexplained', '400 without a word', answer(400, {}), 'unexpected-answer', {
      problem: 'no-reason',
    }),
    {
      ...token(
        'token-header-size',
        'headers larger than the server takes',
        answer(200, {}),
        'unexpected-answer',
        { problem: 'header-too-large' },
      ),
      lines: ['client_header_buffer_size 1k;', 'large_client_header_buffers 4 1k;'],
      connection: (origin) => ({
        ...powerschool(origin),
        secrets: { clientSecret: 'throwaway-secret-of-the-fault-laboratory'.repeat(40) },
      }),
    },
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
      id: 'token-no-type',
      what: 'token: no token_type',
      expected: { step: 'sign-in', code: 'token-malformed', outcome: 'warning' },
      locations: { [TOKEN]: answer(200, { access_token: 'x' }) },
    },
    {
      id: 'aeries-not-restarted',
      what: 'Aeries: /token not there yet (404)',
      expected: failing('sign-in', 'not-restarted'),
      locations: { '/aeries/api/v5/systeminfo': answer(200, { AeriesVersion: '9.24.1.1' }) },
      connection: (origin) => aeries(`${origin}/aeries`),
    },
  ];
}

function apiRows(): readonly SiteRow[] {
  const district = (id: string, what: string, location: string, code: FindingCode): SiteRow => ({
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
    district(
      'api-failure-inside',
      '200 with a refusal inside',
      answer(200, { imsx_codeMajor: 'failure', imsx_CodeMinor: 'forbidden' }),
      'permission-missing',
    ),
    {
      id: 'api-not-offered',
      what: 'API: one list of six is not there',
      expected: { step: 'permission', code: 'not-offered', outcome: 'warning', subject: 'courses' },
      locations: { ...goodOneRoster(), '/ims/oneroster/v1p1/courses': 'return 404;' },
      connection: oneroster,
    },
    {
      id: 'api-no-content',
      what: 'API: no content (204)',
      expected: { step: 'data', code: 'empty-data', outcome: 'warning' },
      locations: { [DISTRICT]: 'return 204;' },
    },
    {
      id: 'api-other-shape',
      what: 'API: JSON of another shape',
      expected: failing('permission', 'unexpected-answer'),
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

/** Requests with a signature, or with a manually entered token. */
function signatureRows(): readonly SiteRow[] {
  const orgs = '/ims/oneroster/v1p1/orgs';
  const signed = (id: string, what: string, location: string, code: FindingCode): SiteRow => ({
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
