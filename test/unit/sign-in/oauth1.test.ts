import type { FindingCode } from '@contract/findings';
import { ok } from '@contract/result';
import type { CheckPlan } from '@systems/system';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { oauth1Authorization } from '../../../electron/sign-in/oauth1';
import { type Handler, type RunningHttps, startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { CANARY, canaryForms, check, ran } from '../../support/checked';

const headerParameters = (header: string): Record<string, string> =>
  Object.fromEntries(
    [...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      decodeURIComponent(value),
    ]),
  );

/**
 * The vectors of docs/vendors/standards.md#signature-vectors without `oauth_version` and token, which we never send.
 */
const V2 = 'https://example-nj-v2.oneroster.com/ims/oneroster/v1p1/orgs?limit=1&offset=0';
const V3 = `${V2}&filter=status%3D%27active%27`;
const secret = 's3cr3t/with+odd=chars';

describe('oauth1Authorization', () => {
  it.each([
    ['V2', V2, secret, 'HMAC-SHA256', 'MZYLHNdpKpzCsC4/sGRIE2KXYi+gUPs6fjR1cpr5yNE='],
    ['V2b', V2, secret, 'HMAC-SHA1', 'ef+yiPI8IXno8nJddCY0AQLKWr0='],
    [
      'V2c, one trailing space',
      V2,
      `${secret} `,
      'HMAC-SHA256',
      '8QNF9Ywpml653Z/GDMNrrk1j01XCQnihmtMv6MTwEsk=',
    ],
    ['V3', V3, secret, 'HMAC-SHA256', 'iwQROdr7vaagMZaXzSdSULc9fWg4QhQ4qN4TEpQFkWk='],
    ['V3b', V3, secret, 'HMAC-SHA1', 'feT4ucsUqa2XE4JVhkGs0NQ+y2I='],
  ] as const)('signs %s', (_id, url, key, method, signature) => {
    const header = oauth1Authorization('GET', url, {
      clientId: '0fc7e3577example',
      secret: key,
      method,
      timestamp: 1_700_000_000,
      nonce: 'AbCdEfGhIj',
    });
    expect(header).toMatch(/^OAuth /);
    expect(headerParameters(header)).toEqual({
      oauth_consumer_key: '0fc7e3577example',
      oauth_nonce: 'AbCdEfGhIj',
      oauth_signature_method: method,
      oauth_timestamp: '1700000000',
      oauth_signature: signature,
    });
  });

  it('writes the header as ClassLink’s own libraries do: this order, bare commas, nothing more', () => {
    const header = oauth1Authorization('GET', V2, {
      clientId: '0fc7e3577example',
      secret,
      method: 'HMAC-SHA256',
      timestamp: 1_700_000_000,
      nonce: 'AbCdEfGhIj',
    });
    // The form that docs/vendors/classlink.md#direct-form-of-the-header describes.
    expect(header).toBe(
      'OAuth oauth_consumer_key="0fc7e3577example",oauth_nonce="AbCdEfGhIj",oauth_signature_method="HMAC-SHA256",oauth_timestamp="1700000000",oauth_signature="MZYLHNdpKpzCsC4%2FsGRIE2KXYi%2BgUPs6fjR1cpr5yNE%3D"',
    );
  });
});

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
let server: RunningHttps | null = null;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});
afterEach(async () => {
  await server?.stop();
  server = null;
});

async function checkWith(signIn: CheckPlan['signIn'], handler: Handler, entered = CANARY) {
  server = await startHttps({ key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` }, handler);
  const { origin } = server;
  const checked = await check({
    plan: {
      addresses: [{ subject: null, url: origin }],
      reach: null,
      signIn,
      permission: ['orgs', 'classes'].map((subject) => ({
        subject,
        url: `${origin}/${subject}?limit=1`,
        read: () => ({ outcome: 'passed', code: 'ok', facts: {} }),
      })),
      proof: 'orgs',
      notTested: [],
    },
    url: origin,
    options: { extraRoots: [authority.root.pem] },
    ports: { secret: async () => ok(entered) },
  });
  for (const form of canaryForms()) expect(JSON.stringify(checked)).not.toContain(form);
  return { report: checked.report, requests: server.requests };
}

const oauth1: CheckPlan['signIn'] = {
  kind: 'oauth1',
  clientId: 'wizard-client',
  secretField: 'clientSecret',
  signatureMethod: 'HMAC-SHA256',
};
const bearer: CheckPlan['signIn'] = { kind: 'bearer', secretField: 'clientSecret' };

const answer =
  (status: number, headers: Record<string, string> = {}, body = '{}'): Handler =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);

describe('signInWithSignature', () => {
  it('proves the sign-in by the first request, and sends that once', async () => {
    const { report, requests } = await checkWith(oauth1, answer(200));
    expect(ran(report).slice(-4)).toEqual([
      'sign-in ok passed',
      'permission/orgs ok passed',
      'permission/classes ok passed',
      'data ok passed',
    ]);
    expect(requests.map(({ url }) => url)).toEqual(['/orgs?limit=1', '/classes?limit=1']);
    const [first, second] = requests.map(({ headers }) => headerParameters(headers.authorization ?? ''));
    expect(first?.oauth_nonce).not.toBe(second?.oauth_nonce);
  });

  const problem = (word: string) => ({ 'www-authenticate': `OAuth oauth_problem="${word}"` });
  const late = { date: new Date(Date.now() - 300_000).toUTCString() };
  it.each<[string, Handler, FindingCode]>([
    ['401', answer(401), 'credentials-rejected'],
    ['401 signature_invalid', answer(401, problem('signature_invalid')), 'signature-rejected'],
    [
      '401 signature_method_rejected',
      answer(401, problem('signature_method_rejected')),
      'signature-rejected',
    ],
    [
      '401 nonce_used, as text',
      answer(401, { 'content-type': 'text/plain' }, 'oauth_problem=nonce_used'),
      'nonce-rejected',
    ],
    ['401 nonce_used, in JSON', answer(401, {}, '{"oauth_problem":"nonce_used"}'), 'nonce-rejected'],
    ['401 consumer_key_unknown', answer(401, problem('consumer_key_unknown')), 'credentials-rejected'],
    [
      '401 with the clock off, whatever it says',
      answer(401, { ...late, ...problem('signature_invalid') }),
      'clock-skew',
    ],
  ])('reads %s', async (_what, handler, code) => {
    const { report, requests } = await checkWith(oauth1, handler);
    expect(ran(report).at(-1)).toBe(`sign-in ${code} failed`);
    expect(requests).toHaveLength(1);
  });

  it('asks every list before it says that nothing is at the address', async () => {
    const { report, requests } = await checkWith(oauth1, answer(404));
    expect(ran(report).at(-1)).toBe('sign-in wrong-address failed');
    expect(requests).toHaveLength(2);
  });

  it('proves nothing by a 403 without a word', async () => {
    const { report } = await checkWith(oauth1, answer(403));
    expect(ran(report).slice(-3)).toEqual([
      'sign-in not-proved warning',
      'permission/orgs refused failed',
      'permission/classes refused failed',
    ]);
  });

  it('passes the sign-in of whoever is told which right is missing', async () => {
    const forbidden = '{"imsx_codeMajor":"failure","imsx_codeMinor":"forbidden"}';
    const { report } = await checkWith(oauth1, answer(403, {}, forbidden));
    expect(ran(report).slice(-3)).toEqual([
      'sign-in ok passed',
      'permission/orgs permission-missing failed',
      'permission/classes permission-missing failed',
    ]);
  });
});

describe('signInWithBearer', () => {
  const token = 'plain-token~8f3a1c/+=';

  it('sends the token as it was entered', async () => {
    const { report, requests } = await checkWith(bearer, answer(200), token);
    expect(requests.map(({ headers }) => headers.authorization)).toEqual([
      `Bearer ${token}`,
      `Bearer ${token}`,
    ]);
    expect(report.outcome).toBe('passed');
    expect(JSON.stringify(report)).not.toContain(token);
  });

  it('reads a 401 as a token that was refused, whatever the server calls it', async () => {
    const expired = { 'www-authenticate': 'Bearer error="invalid_token",error_description="expired"' };
    const { report } = await checkWith(bearer, answer(401, expired), token);
    expect(ran(report).at(-1)).toBe('sign-in token-rejected failed');
  });

  it('does not send what no header can hold', async () => {
    const { report, requests } = await checkWith(bearer, answer(200), `${token}\r\nx: y`);
    expect(ran(report).at(-1)).toBe('sign-in token-malformed failed');
    expect(requests).toEqual([]);
  });
});
