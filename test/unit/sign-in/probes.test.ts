import type { FindingCode, Outcome } from '@contract/findings';
import type { CheckPlan } from '@systems/system';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Handler, type RunningHttps, startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { canaryForms, check } from '../../support/checked';

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

const REDIRECT = 'https://sms.test/onsis/callback';

const planFor = (origin: string): CheckPlan => ({
  addresses: [{ subject: null, url: origin }],
  reach: null,
  signIn: {
    kind: 'authorization-code',
    authorizationUrl: `${origin}/authorize`,
    tokenUrl: `${origin}/token`,
    clientId: 'wizard-client',
    secretField: 'clientSecret',
    scopes: 'demo.read',
    redirectUrl: REDIRECT,
    clientAuthentication: 'basic-form-encoded',
    completesHere: false,
  },
  permission: [],
  proof: null,
  notTested: [],
});

async function probe(kind: 'authorize' | 'token' | 'none', answer: Handler) {
  server = await startHttps({ key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` }, answer);
  const checked = await check({
    plan: planFor(server.origin),
    url: server.origin,
    options: { extraRoots: [authority.root.pem], probe: kind },
  });
  for (const form of canaryForms()) expect(JSON.stringify(checked.report)).not.toContain(form);
  const step = checked.report.steps.find(({ id }) => id === 'sign-in');
  return { step, requests: server.requests, secretAskedFor: checked.secretAskedFor };
}

const page =
  (status: number, headers: Record<string, string> = {}, body = ''): Handler =>
  (_request, response) =>
    void response.writeHead(status, headers).end(body);
const html = { 'content-type': 'text/html' };
const webPage = (status: number): Handler => page(status, html, '<!doctype html><p>A page');
const json = (status: number, value: unknown): Handler =>
  page(status, { 'content-type': 'application/json' }, JSON.stringify(value));

type Row = readonly [string, Handler, FindingCode, Outcome];

describe('the authorize probe', () => {
  it.each<Row>([
    ['a sign-in page', webPage(200), 'not-refused', 'warning'],
    [
      'a sign-in page at an identity provider',
      page(302, { location: 'https://login.test/x' }),
      'not-refused',
      'warning',
    ],
    ['a sign-in page beside it', page(302, { location: '/login?x=1' }), 'not-refused', 'warning'],
    [
      '"not signed in"',
      page(302, { location: `${REDIRECT}?error=login_required&state=1` }),
      'not-refused',
      'warning',
    ],
    [
      'unauthorized_client',
      page(302, { location: `${REDIRECT}?error=unauthorized_client` }),
      'client-not-allowed',
      'failed',
    ],
    ['invalid_scope', page(302, { location: `${REDIRECT}?error=invalid_scope` }), 'scope-rejected', 'failed'],
    [
      'unsupported_response_type',
      page(302, { location: `${REDIRECT}?error=unsupported_response_type` }),
      'client-not-allowed',
      'failed',
    ],
    ['a page that says 400', webPage(400), 'redirect-url-rejected', 'failed'],
    ['JSON that says 400', json(400, { error: 'invalid_request' }), 'redirect-url-rejected', 'failed'],
    ['a redirect to plain http', page(302, { location: 'http://portal.test/' }), 'redirected', 'failed'],
    ['404', webPage(404), 'wrong-address', 'failed'],
    ['405', page(405), 'wrong-address', 'failed'],
    ['a page that says 403', webPage(403), 'web-page-answered', 'failed'],
    ['429', page(429), 'rate-limited', 'failed'],
    ['500', webPage(500), 'server-error', 'failed'],
    ['JSON instead of a page', json(200, {}), 'unexpected-answer', 'failed'],
  ])('reads %s', async (_what, answer, code, outcome) => {
    const { step, requests, secretAskedFor } = await probe('authorize', answer);
    expect(step).toMatchObject({ code, outcome });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.headers).not.toHaveProperty('authorization');
    // Only the first stage checked whether there is one.
    expect(secretAskedFor).toHaveLength(1);
  });
});

describe('the token probe', () => {
  it.each<Row>([
    ['invalid_grant', json(400, { error: 'invalid_grant' }), 'probably-accepted', 'warning'],
    ['invalid_client', json(400, { error: 'invalid_client' }), 'credentials-rejected', 'failed'],
    ['401', json(401, { error: 'invalid_client' }), 'credentials-rejected', 'failed'],
    ['unauthorized_client', json(400, { error: 'unauthorized_client' }), 'client-not-allowed', 'failed'],
    ['invalid_request', json(400, { error: 'invalid_request' }), 'not-proved', 'warning'],
    ['a web page', webPage(200), 'web-page-answered', 'failed'],
    [
      'a token, of all things',
      json(200, { access_token: 'a', token_type: 'bearer' }),
      'unexpected-answer',
      'failed',
    ],
    ['404', page(404), 'wrong-address', 'failed'],
  ])('reads %s', async (_what, answer, code, outcome) => {
    const { step, requests } = await probe('token', answer);
    expect(step).toMatchObject({ code, outcome });
    expect(requests).toHaveLength(1);
    expect(requests[0]?.text).toContain('code=wizard-probe-not-a-real-code');
  });
});

it('asks nothing at all unless it is told to', async () => {
  const { step, requests } = await probe('none', webPage(200));
  expect(step).toMatchObject({ code: 'not-proved', outcome: 'warning', facts: { reason: 'not-asked' } });
  expect(requests).toEqual([]);
});
