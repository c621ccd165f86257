import type { FindingCode, Outcome, StepId } from '@contract/findings';
import { refuse } from '@contract/result';
import type { CheckPlan, HttpAnswer, Reading, SignInPlan } from '@systems/system';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type RunningHttps,
  type RunningServer,
  startHttps,
  startSilent,
  startTls,
} from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { CANARY, type Checked, type Checking, canaryForms, check, ran } from '../../support/checked';
import { type Answer, html, json, send } from '../../support/hostile-answers';
import { TEST_LIMIT_MS } from '../../support/limits';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf({ names: ['127.0.0.1', 'sis.test'] });
});
const tlsOptions = () => ({ key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` });

const started: RunningServer[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
const running = <Server extends RunningServer>(server: Server): Server => {
  started.push(server);
  return server;
};

const TOKEN = {
  access_token: `token-of-${'x'.repeat(20)}`,
  token_type: 'bearer',
  expires_in: '3600',
  id_token: 'not.a.jwt',
};
const goodToken = json(200, TOKEN);
const goodSchools = json(200, { orgs: [{ name: 'School' }] });

interface Answers {
  readonly probe?: Answer;
  readonly token?: Answer;
  readonly orgs?: Answer;
  readonly classes?: Answer;
}

/** One row's server: its answers at four paths. */
const startServer = async (answers: Answers): Promise<RunningHttps> => {
  const byPath: Record<string, Answer | undefined> = {
    '/probe': answers.probe ?? json(200, { product: 'planned' }),
    '/token': answers.token ?? goodToken,
    '/orgs?limit=1': answers.orgs ?? goodSchools,
    '/classes?limit=1': answers.classes ?? json(200, { classes: [{}] }),
  };
  return running(
    await startHttps(tlsOptions(), (request, response) => {
      const answer = byPath[request.url ?? ''] ?? send(404);
      answer(response);
    }),
  );
};

const hasList = ({ json: value }: HttpAnswer, name: string): Reading => {
  const list =
    typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
  if (!Array.isArray(list)) return { outcome: 'failed', code: 'unexpected-answer', facts: {} };
  return list.length === 0
    ? { outcome: 'warning', code: 'empty-data', facts: { count: 0 } }
    : { outcome: 'passed', code: 'ok', facts: { count: list.length } };
};

const planFor = (origin: string, signIn?: SignInPlan): CheckPlan => ({
  addresses: [{ subject: null, url: origin }],
  reach: {
    subject: null,
    url: `${origin}/probe`,
    read: ({ json: value }) =>
      typeof value === 'object' && value !== null && 'product' in value
        ? { outcome: 'passed', code: 'ok', facts: {} }
        : { outcome: 'failed', code: 'wrong-product', facts: {} },
  },
  signIn: signIn ?? {
    kind: 'client-credentials',
    tokenUrl: `${origin}/token`,
    clientId: 'wizard-client',
    secretField: 'clientSecret',
    scopes: 'read',
    clientAuthentication: 'basic-raw',
    keepCookies: true,
  },
  permission: [
    { subject: 'orgs', url: `${origin}/orgs?limit=1`, read: (answer) => hasList(answer, 'orgs') },
    { subject: 'classes', url: `${origin}/classes?limit=1`, read: (answer) => hasList(answer, 'classes') },
  ],
  proof: 'orgs',
  notTested: [],
});

const checkAt = (server: RunningHttps, more: Partial<Checking> = {}): Promise<Checked> =>
  check({
    plan: planFor(server.origin),
    url: server.origin,
    ...more,
    options: { extraRoots: [authority.root.pem], ...more.options },
  });

const expectNoSecret = (given: unknown) => {
  const text = JSON.stringify(given);
  for (const form of [...canaryForms(), TOKEN.access_token]) expect(text).not.toContain(form);
};

interface Row {
  readonly what: string;
  readonly answers: Answers;
  readonly step: StepId;
  readonly code: FindingCode;
  readonly outcome?: Outcome;
  readonly subject?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly waitMs?: number;
}

const asJson = { 'content-type': 'application/json' };

/**
 * Rows that apply to any request (for hostile ones see hostile-answers.test.ts). Each is produced at the public probe,
 * at the token endpoint and at the API.
 */
const anywhere: readonly (Omit<Row, 'answers' | 'step'> & { readonly answer: Answer })[] = [
  {
    what: '301 to another place',
    answer: send(301, '', { location: 'https://other.test/x?state=1' }),
    code: 'redirected',
    facts: { to: 'https://other.test/x' },
  },
  { what: '307 to another place', answer: send(307, '', { location: '/elsewhere' }), code: 'redirected' },
  {
    what: '401 Negotiate',
    answer: send(401, '', { 'www-authenticate': ['Negotiate', 'NTLM'] }),
    code: 'windows-authentication',
  },
  {
    what: '401 Negotiate as a web page',
    answer: send(401, '<p>', { 'www-authenticate': 'NTLM', 'content-type': 'text/html' }),
    code: 'windows-authentication',
  },
  { what: '404', answer: send(404), code: 'wrong-address' },
  { what: '404 as a web page', answer: html(404), code: 'wrong-address' },
  {
    what: '429 with Retry-After',
    answer: send(429, '', { 'retry-after': '17' }),
    code: 'rate-limited',
    facts: { retryAfter: 17 },
  },
  { what: '429 without', answer: send(429), code: 'rate-limited', facts: { retryAfter: null } },
  { what: '500', answer: json(500, {}), code: 'server-error' },
  { what: '503 as a web page', answer: html(503), code: 'server-error' },
  ...[200, 400, 401, 403, 511].map((status) => ({
    what: `a web page with ${status}`,
    answer: html(status),
    code: 'web-page-answered' as const,
    facts: { status },
  })),
];

const rows: readonly Row[] = [
  ...anywhere.map(
    ({ answer, ...row }): Row => ({
      ...row,
      what: `probe: ${row.what}`,
      answers: { probe: answer },
      step: 'reach',
    }),
  ),
  ...anywhere.map(
    ({ answer, ...row }): Row => ({
      ...row,
      what: `token: ${row.what}`,
      answers: { token: answer },
      step: 'sign-in',
    }),
  ),
  ...anywhere.map(
    ({ answer, ...row }): Row => ({
      ...row,
      what: `API: ${row.what}`,
      answers: { orgs: answer },
      step: 'permission',
      subject: 'orgs',
      // The other list answers, so only this one is missing.
      ...(row.code === 'wrong-address' && { code: 'not-offered', outcome: 'warning' }),
    }),
  ),

  {
    what: 'another product',
    answers: { probe: json(200, { hello: 1 }) },
    step: 'reach',
    code: 'wrong-product',
  },
  {
    what: 'clock off by two minutes',
    answers: { probe: json(200, { product: 1 }, { date: new Date(Date.now() - 120_000).toUTCString() }) },
    step: 'clock',
    code: 'clock-skew',
    outcome: 'warning',
    facts: { ahead: true },
  },
  {
    what: 'clock off only by the age of the answer',
    answers: {
      probe: json(200, { product: 1 }, { date: new Date(Date.now() - 120_000).toUTCString(), age: '120' }),
    },
    step: 'clock',
    code: 'ok',
    outcome: 'passed',
  },

  {
    what: 'token 401',
    answers: { token: json(401, { error: 'invalid_client' }) },
    step: 'sign-in',
    code: 'credentials-rejected',
    facts: { error: 'invalid_client', status: 401 },
  },
  {
    what: 'token 401 without a word',
    answers: { token: send(401) },
    step: 'sign-in',
    code: 'credentials-rejected',
  },
  {
    what: 'token 400 invalid_client',
    answers: { token: json(400, { error: 'invalid_client' }) },
    step: 'sign-in',
    code: 'credentials-rejected',
  },
  {
    what: 'token unauthorized_client',
    answers: { token: json(400, { error: 'unauthorized_client' }) },
    step: 'sign-in',
    code: 'client-not-allowed',
  },
  {
    what: 'token unsupported_grant_type',
    answers: { token: json(400, { error: 'unsupported_grant_type' }) },
    step: 'sign-in',
    code: 'client-not-allowed',
  },
  { what: 'token 403', answers: { token: json(403, {}) }, step: 'sign-in', code: 'refused' },
  {
    what: 'token invalid_scope',
    answers: { token: json(400, { error: 'invalid_scope' }) },
    step: 'sign-in',
    code: 'scope-rejected',
  },
  {
    what: 'token with a word nobody knows',
    answers: { token: json(400, { error: CANARY }) },
    step: 'sign-in',
    code: 'unexpected-answer',
    facts: { error: 'other' },
  },
  {
    what: 'token without access_token',
    answers: { token: json(200, { token_type: 'bearer' }) },
    step: 'sign-in',
    code: 'token-malformed',
    facts: { problem: 'access_token' },
  },
  {
    what: 'token without token_type',
    answers: { token: json(200, { access_token: TOKEN.access_token }) },
    step: 'sign-in',
    code: 'token-malformed',
    outcome: 'warning',
    facts: { problem: 'token_type' },
  },
  {
    what: 'token that fits in no header',
    answers: { token: json(200, { access_token: 'a\r\nb', token_type: 'bearer' }) },
    step: 'sign-in',
    code: 'token-malformed',
  },
  {
    what: 'token of an unknown type',
    answers: { token: json(200, { ...TOKEN, token_type: 'mac' }) },
    step: 'sign-in',
    code: 'token-malformed',
    outcome: 'warning',
  },
  { what: 'token as a list', answers: { token: json(200, []) }, step: 'sign-in', code: 'token-malformed' },

  {
    what: 'API 401',
    answers: { orgs: json(401, {}) },
    step: 'permission',
    subject: 'orgs',
    code: 'token-rejected',
  },
  {
    what: 'API 401, expired',
    answers: {
      orgs: json(
        401,
        {},
        {
          'www-authenticate': 'Bearer error="invalid_token",error_description="The access token has expired"',
        },
      ),
    },
    step: 'permission',
    subject: 'orgs',
    code: 'token-expired',
    facts: { error: 'invalid_token' },
  },
  {
    what: 'API 403, JSON',
    answers: { classes: json(403, {}) },
    step: 'permission',
    subject: 'classes',
    code: 'permission-missing',
  },
  {
    what: 'an empty list',
    answers: { orgs: json(200, { orgs: [] }) },
    step: 'data',
    code: 'empty-data',
    outcome: 'warning',
  },
  {
    what: 'another shape',
    answers: { orgs: json(200, { schools: 1 }) },
    step: 'data',
    code: 'unexpected-answer',
  },
  {
    what: 'another shape elsewhere',
    answers: { classes: json(200, {}) },
    step: 'permission',
    subject: 'classes',
    code: 'unexpected-answer',
  },
  {
    what: '__proto__ in the answer',
    answers: { orgs: send(200, '{"__proto__":{"orgs":[1]},"orgs":[{}]}', asJson) },
    step: 'data',
    code: 'ok',
    outcome: 'passed',
  },
];

describe('runCheck, what came back', () => {
  it.each(rows)('$what: $code', async (row) => {
    const server = await startServer(row.answers);
    const checked = await checkAt(server, {
      options: { extraRoots: [authority.root.pem], ...(row.waitMs !== undefined && { waitMs: row.waitMs }) },
    });
    const { steps } = checked.report;
    const step = steps.find(({ id, subject }) => id === row.step && subject === (row.subject ?? null));
    const outcome = row.outcome ?? 'failed';
    expect({ code: step?.code, outcome: step?.outcome, facts: step?.facts }).toMatchObject({
      code: row.code,
      outcome,
      facts: row.facts ?? {},
    });
    expect(step?.facts.host ?? '127.0.0.1').toBe('127.0.0.1');
    // The proof is judged regardless of the other lists.
    if (outcome === 'failed' && !(row.step === 'permission' && row.subject !== 'orgs')) {
      const later = steps.slice(steps.findLastIndex(({ id }) => id === row.step) + 1);
      expect(later.every(({ outcome: one, code }) => one === 'not-tried' && code === null)).toBe(true);
    }
    expectNoSecret(checked);
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it('passes', async () => {
    const server = await startServer({
      token: json(200, TOKEN, { 'set-cookie': ['a=1; Path=/; HttpOnly', 'b=2'] }),
    });
    const checked = await checkAt(server);
    expect(ran(checked.report)).toEqual([
      'fields ok passed',
      'address ok passed',
      'name-lookup ok passed',
      'connect ok passed',
      'secure-connection ok passed',
      'reach ok passed',
      'clock ok passed',
      'sign-in ok passed',
      'permission/orgs ok passed',
      'permission/classes ok passed',
      'data ok passed',
    ]);
    expect(checked.told).toEqual(checked.report.steps);
    expect(checked.report.outcome).toBe('passed');
    const [probe, token, orgs, classes] = server.requests;
    expect(probe).toMatchObject({ method: 'GET', url: '/probe' });
    expect(probe?.headers).not.toHaveProperty('authorization');
    expect(token).toMatchObject({
      method: 'POST',
      url: '/token',
      text: 'grant_type=client_credentials&scope=read',
    });
    const basic = Buffer.from(`wizard-client:${CANARY}`).toString('base64');
    expect(token?.headers).toMatchObject({
      accept: 'application/json',
      authorization: `Basic ${basic}`,
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      'user-agent': probe?.headers['user-agent'],
    });
    for (const request of [orgs, classes]) {
      expect(request?.headers.authorization).toBe(`Bearer ${TOKEN.access_token}`);
      expect(request?.headers.cookie).toBe('a=1; b=2');
    }
    expectNoSecret(checked);
  });

  it('sends the first request over the connection that it verified, and no other over a used one', async () => {
    const server = await startServer({});
    const { report } = await checkAt(server);
    expect(report.outcome).toBe('passed');
    // One for verification, reused by the probe; one each for the token, the first and the last list.
    expect(server.connections()).toBe(4);
    const reach = report.steps.find(({ id }) => id === 'reach');
    expect(reach?.facts).not.toHaveProperty('connectMs');
    const signIn = report.steps.find(({ id }) => id === 'sign-in');
    expect(signIn?.facts).toHaveProperty('connectMs');
  });

  it('says a scope is missing when none was sent', async () => {
    const server = await startServer({ token: json(400, { error: 'invalid_scope' }) });
    const plan = planFor(server.origin);
    const signIn = { ...plan.signIn, scopes: null } as SignInPlan;
    const { report } = await checkAt(server, { plan: { ...plan, signIn } });
    expect(ran(report).at(-1)).toBe('sign-in scope-missing failed');
  });

  it('sends no request to the place a redirect names', async () => {
    const other = await startServer({});
    const server = await startServer({ token: send(307, '', { location: `${other.origin}/token` }) });
    const { report } = await checkAt(server);
    expect(ran(report).at(-1)).toBe('sign-in redirected failed');
    expect(other.connections()).toBe(0);
    expect(server.requests.filter(({ url }) => url === '/token')).toHaveLength(1);
  });

  it('stops asking once the server counts', async () => {
    const server = await startServer({ orgs: send(429) });
    const { report } = await checkAt(server);
    expect(report.steps.filter(({ id }) => id === 'permission').map(({ outcome }) => outcome)).toEqual([
      'failed',
      'not-tried',
    ]);
    expect(server.requests.some(({ url }) => url?.startsWith('/classes'))).toBe(false);
  });

  it('asks for the secret only once the line to its origin is verified', async () => {
    const stranger = await makeAuthority('Another Root');
    const server = running(await startHttps({ key: leaf.key, cert: leaf.pem }, send(200) as never));
    const plan = planFor(server.origin);
    // The address verifies; the token endpoint is on another server, which does not.
    const good = await startServer({});
    const checked = await check({
      plan: { ...plan, addresses: [{ subject: null, url: good.origin }], reach: null },
      url: good.origin,
      options: { extraRoots: [authority.root.pem, stranger.root.pem] },
    });
    expect(ran(checked.report).at(-1)).toBe('sign-in tls-incomplete-chain failed');
    expect(checked.secretAskedFor).toEqual([good.origin]);
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['absent', 'secret-missing'],
    ['other-address', 'secret-missing'],
    ['unreadable', 'secret-unreadable'],
    ['locked', 'secret-unreadable'],
  ] as const)('names a secret that is %s before anything is sent', async (refusal, code) => {
    const server = await startServer({});
    const { report } = await checkAt(server, {
      ports: { secret: async () => refuse(refusal) },
    });
    expect(ran(report)).toEqual([`fields/clientSecret ${code} failed`]);
    expect(server.connections()).toBe(0);
  });

  it('runs every subject of a stage and names all that is wrong in it', async () => {
    const server = await startServer({});
    const plan = planFor(server.origin);
    const { report } = await checkAt(server, {
      plan: {
        ...plan,
        addresses: [
          { subject: 'one', url: 'https://nowhere.invalid/' },
          { subject: 'two', url: server.origin },
          { subject: 'three', url: 'https://not-here.invalid/' },
        ],
      },
    });
    expect(ran(report).filter((line) => line.startsWith('name-lookup'))).toEqual([
      'name-lookup/one name-not-found failed',
      'name-lookup/two ok passed',
      'name-lookup/three name-not-found failed',
    ]);
    expect(server.connections()).toBe(0);
    expect(report.steps.filter(({ id }) => id === 'connect')).toEqual([
      { id: 'connect', subject: null, outcome: 'not-tried', code: null, durationMs: 0, facts: {} },
    ]);
  });
});

describe('runCheck, time and people', () => {
  it.each([
    ['the handshake', async () => running(await startSilent()), 'secure-connection'],
    ['the answer', () => startServer({ probe: () => undefined }), 'reach'],
    ['the token', () => startServer({ token: () => undefined }), 'sign-in'],
    ['the API', () => startServer({ orgs: () => undefined }), 'permission/orgs'],
  ] as const)('is cancelled while waiting for %s, and leaves no socket', async (_what, start, step) => {
    const server = await start();
    const origin = `https://127.0.0.1:${server.port}`;
    const controller = new AbortController();
    const begun: string[] = [];
    const checking = check({
      plan: planFor(origin),
      url: origin,
      options: {
        extraRoots: [authority.root.pem],
        // Longer than a test may take, so only cancelling ends it.
        waitMs: 2 * TEST_LIMIT_MS,
        timeoutMs: 2 * TEST_LIMIT_MS,
        signal: controller.signal,
        onStepBegan: (id, subject) => begun.push(subject === null ? id : `${id}/${subject}`),
      },
    });
    await vi.waitFor(() => {
      expect(begun.at(-1)).toBe(step);
      expect(server.open()).toBe(1);
    });
    controller.abort();
    const { report } = await checking;
    expect(ran(report).at(-1)).toBe(`${step} cancelled failed`);
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it('ends as timed out when the whole has taken too long, though no single wait has', async () => {
    const server = await startServer({ orgs: () => undefined });
    const { report } = await checkAt(server, {
      options: { extraRoots: [authority.root.pem], timeoutMs: 1200, waitMs: 2 * TEST_LIMIT_MS },
    });
    expect(ran(report).at(-1)).toBe('permission/orgs timed-out failed');
  });

  it('does nothing at all when it was cancelled before it began', async () => {
    const server = await startServer({});
    const { report } = await checkAt(server, { options: { signal: AbortSignal.abort() } });
    expect(ran(report)).toEqual(['fields cancelled failed']);
    expect(server.connections()).toBe(0);
  });

  it('reads TLS that is not HTTP as such', async () => {
    const server = running(
      await startTls(tlsOptions(), (socket) => void socket.end('220 mail.test ESMTP\r\n')),
    );
    const origin = `https://127.0.0.1:${server.port}`;
    const { report } = await check({
      plan: planFor(origin),
      url: origin,
      options: { extraRoots: [authority.root.pem] },
    });
    expect(ran(report).at(-1)).toBe('reach not-http failed');
  });
});
