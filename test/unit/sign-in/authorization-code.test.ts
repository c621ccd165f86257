import { createHash } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import type { FindingCode } from '@contract/findings';
import type { CheckPlan } from '@systems/system';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { choosePort } from '../../../electron/sign-in/loopback-address';
import { type Handler, type RunningHttps, type RunningServer, startHttps } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { CANARY, type Checked, canaryForms, check, ran } from '../../support/checked';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
});

const started: { stop: () => Promise<void> }[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});
const running = <Server extends RunningServer>(server: Server): Server => {
  started.push(server);
  return server;
};

const goodToken = {
  access_token: 'the-access-token',
  token_type: 'Bearer',
  expires_in: 3600,
  id_token: 'nonsense',
};

const startServer = async (
  token: Handler = (_request, response) => reply(response, 200, goodToken),
): Promise<RunningHttps> =>
  running(
    await startHttps(
      { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
      (request, response) => {
        if (request.url === '/token') token(request, response);
        else if (request.url === '/api/ping') reply(response, 200, { ok: true });
        else response.writeHead(404).end();
      },
    ),
  );

function reply(response: Parameters<Handler>[1], status: number, value: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

async function planFor(server: RunningHttps, port: number): Promise<CheckPlan> {
  return {
    addresses: [{ subject: null, url: server.origin }],
    reach: null,
    signIn: {
      kind: 'authorization-code',
      authorizationUrl: `${server.origin}/authorize?tenant=board`,
      tokenUrl: `${server.origin}/token`,
      clientId: 'wizard-client',
      secretField: 'clientSecret',
      scopes: 'demo.read demo.write',
      redirectUrl: `http://127.0.0.1:${port}/onsis/callback`,
      clientAuthentication: 'basic-form-encoded',
      completesHere: true,
    },
    permission: [
      {
        subject: 'ping',
        url: `${server.origin}/api/ping`,
        read: () => ({ outcome: 'passed', code: 'ok', facts: {} }),
      },
    ],
    proof: 'ping',
    notTested: [],
  };
}

interface Visit {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** Requests the redirect address like a browser. */
const visit = (url: string, options: { method?: string; host?: string } = {}): Promise<Visit> =>
  new Promise((resolve, reject) => {
    const sent = httpRequest(
      url,
      {
        method: options.method ?? 'GET',
        agent: false,
        ...(options.host !== undefined && { headers: { host: options.host } }),
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    sent.once('error', reject);
    sent.end();
  });

interface Ran extends Checked {
  readonly server: RunningHttps;
  readonly opened: URL;
  readonly visits: readonly Visit[];
  readonly port: number;
}

/** Runs the sign-in with a fake browser that returns what `answer` makes of the address. */
async function signIn(
  answer: (asked: URL) => Record<string, string> | null,
  more: { token?: Handler; visits?: (redirect: string) => Promise<Visit>[]; browserWaitMs?: number } = {},
): Promise<Ran> {
  const server = await startServer(more.token);
  const port = (await choosePort()) ?? 0;
  let opened = new URL('about:blank');
  const visits: Promise<Visit>[] = [];
  const told: string[] = [];
  const checked = await check({
    plan: await planFor(server, port),
    url: server.origin,
    options: {
      extraRoots: [authority.root.pem],
      browserWaitMs: more.browserWaitMs ?? 2000,
      onBrowserSignIn: (url, waitSeconds) => told.push(`${url} ${waitSeconds}`),
    },
    ports: {
      browser: {
        open: async (url) => {
          opened = new URL(url);
          const redirect = opened.searchParams.get('redirect_uri') ?? '';
          for (const one of more.visits?.(redirect) ?? []) await one;
          const query = answer(opened);
          if (query !== null) visits.push(visit(`${redirect}?${new URLSearchParams(query)}`));
        },
      },
    },
  });
  expect(told).toEqual([`${opened.href} ${(more.browserWaitMs ?? 2000) / 1000}`]);
  const text = JSON.stringify([checked.report, checked.told]);
  for (const form of [
    ...canaryForms(),
    goodToken.access_token,
    'the-code',
    opened.searchParams.get('state') ?? '',
  ]) {
    if (form !== '') expect(text).not.toContain(form);
  }
  return { ...checked, server, opened, visits: await Promise.all(visits), port };
}

const state = (asked: URL) => asked.searchParams.get('state') ?? '';

describe('signInWithCode', () => {
  it('signs in with PKCE and state, and uses the token', async () => {
    const { report, server, opened, visits, port } = await signIn((asked) => ({
      code: 'the-code',
      state: state(asked),
    }));
    expect(ran(report)).toEqual([
      'fields ok passed',
      'address ok passed',
      'name-lookup ok passed',
      'connect ok passed',
      'secure-connection ok passed',
      'sign-in ok passed',
      'permission/ping ok passed',
      'data ok passed',
    ]);
    expect(Object.fromEntries(opened.searchParams)).toMatchObject({
      tenant: 'board',
      response_type: 'code',
      client_id: 'wizard-client',
      redirect_uri: `http://127.0.0.1:${port}/onsis/callback`,
      scope: 'demo.read demo.write',
      code_challenge_method: 'S256',
    });
    const [token, ping] = server.requests;
    const form = new URLSearchParams(token?.text);
    expect(Object.fromEntries(form)).toMatchObject({
      grant_type: 'authorization_code',
      code: 'the-code',
      redirect_uri: `http://127.0.0.1:${port}/onsis/callback`,
    });
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    expect(challenge).toBe(opened.searchParams.get('code_challenge'));
    const [id, secret] = Buffer.from((token?.headers.authorization ?? '').slice(6), 'base64')
      .toString()
      .split(':');
    expect(id).toBe('wizard-client');
    expect(new URLSearchParams(`s=${secret}`).get('s')).toBe(CANARY);
    expect(ping?.headers.authorization).toBe('Bearer the-access-token');
    const [page] = visits;
    expect(page?.status).toBe(200);
    expect(page?.headers['content-security-policy']).toMatch(/^default-src 'none'/);
    expect(page?.text).toContain('You can close this tab');
    expect(page?.text).toContain('Vous pouvez fermer cet onglet');
    expect(page?.text).not.toMatch(/<script|the-code/);
    // The listener is closed: the port is free again.
    const again = createServer();
    await new Promise<void>((resolve, reject) =>
      again.once('error', reject).listen(port, '127.0.0.1', resolve),
    );
    await new Promise((resolve) => again.close(resolve));
  });

  it.each<
    [string, (asked: URL, origin: string) => Record<string, string>, FindingCode, Record<string, unknown>]
  >([
    [
      'a foreign iss',
      (asked) => ({ code: 'the-code', state: state(asked), iss: 'https://evil.test' }),
      'answer-not-ours',
      { problem: 'iss' },
    ],
    ['an empty code', (asked) => ({ code: '', state: state(asked) }), 'answer-not-ours', { problem: 'code' }],
    ['neither code nor error', (asked) => ({ state: state(asked) }), 'answer-not-ours', { problem: 'code' }],
    [
      'access_denied',
      (asked) => ({ error: 'access_denied', state: state(asked) }),
      'sign-in-cancelled',
      { error: 'access_denied' },
    ],
    ['invalid_scope', (asked) => ({ error: 'invalid_scope', state: state(asked) }), 'scope-rejected', {}],
    [
      'unauthorized_client',
      (asked) => ({ error: 'unauthorized_client', state: state(asked) }),
      'client-not-allowed',
      {},
    ],
    ['server_error', (asked) => ({ error: 'server_error', state: state(asked) }), 'server-error', {}],
    [
      'a word nobody knows',
      (asked) => ({ error: 'Mallory', error_description: 'x', state: state(asked) }),
      'unexpected-answer',
      { error: 'other' },
    ],
  ])('reads %s', async (_what, answer, code, facts) => {
    const { report, server } = await signIn((asked) => answer(asked, asked.origin));
    const step = report.steps.find(({ id }) => id === 'sign-in');
    expect(step).toMatchObject({ code, outcome: 'failed', facts: { host: '127.0.0.1', ...facts } });
    expect(server.requests).toEqual([]);
  });

  it('accepts an iss that is the origin of one of its addresses', async () => {
    const { report } = await signIn((asked) => ({
      code: 'the-code',
      state: state(asked),
      iss: asked.origin,
    }));
    expect(report.outcome).toBe('passed');
  });

  it('lets visits pass that carry no answer, come from another host name, or go to another path', async () => {
    const seen: Visit[] = [];
    const { report } = await signIn((asked) => ({ code: 'the-code', state: state(asked) }), {
      visits: (redirect) =>
        [
          visit(redirect),
          visit(`${new URL(redirect).origin}/favicon.ico`),
          visit(`${redirect}/deeper?code=x&state=y`),
          visit(`${redirect}?code=x&state=y`, { method: 'POST' }),
          visit(`${redirect}?code=x&state=y`, { host: 'rebound.test' }),
        ].map(async (one) => {
          const got = await one;
          seen.push(got);
          return got;
        }),
    });
    expect(seen.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(report.outcome).toBe('passed');
  });

  it.each<[string, Record<string, string>]>([
    ['a foreign state', { code: 'the-code', state: 'foreign' }],
    ['no state', { code: 'the-code' }],
    ['a foreign state with an error', { error: 'access_denied', state: 'x' }],
  ])('is not ended by an answer with %s, and says so if no other comes', async (_what, query) => {
    const statuses: number[] = [];
    const foreign = async (redirect: string): Promise<Visit> => {
      const got = await visit(`${redirect}?${new URLSearchParams(query)}`);
      statuses.push(got.status);
      return got;
    };
    const goesOn = await signIn((asked) => ({ code: 'the-code', state: state(asked) }), {
      visits: (redirect) => [foreign(redirect)],
    });
    expect(goesOn.report.outcome).toBe('passed');
    const alone = await signIn(() => null, { visits: (redirect) => [foreign(redirect)], browserWaitMs: 500 });
    expect(alone.report.steps.find(({ id }) => id === 'sign-in')).toMatchObject({
      code: 'answer-not-ours',
      facts: { problem: 'state' },
    });
    expect(alone.server.requests).toEqual([]);
    expect(statuses).toEqual([404, 404]);
  });

  it('says that nobody came back', async () => {
    const { report } = await signIn(() => null, { browserWaitMs: 100 });
    expect(ran(report).at(-1)).toBe('sign-in sign-in-incomplete failed');
    expect(report.steps.find(({ id }) => id === 'sign-in')?.facts).toMatchObject({ waitSeconds: 0.1 });
  });

  it('does not count the time in the browser', async () => {
    const server = await startServer();
    const port = (await choosePort()) ?? 0;
    const { report } = await check({
      plan: await planFor(server, port),
      url: server.origin,
      options: { extraRoots: [authority.root.pem], timeoutMs: 1500, browserWaitMs: 9000 },
      ports: {
        browser: {
          open: async (url) => {
            const asked = new URL(url);
            const redirect = asked.searchParams.get('redirect_uri');
            const query = new URLSearchParams({ code: 'the-code', state: state(asked) });
            setTimeout(() => void visit(`${redirect}?${query}`), 2000);
          },
        },
      },
    });
    expect(report.outcome).toBe('passed');
    expect(report.durationMs).toBeGreaterThan(1900);
  });

  it('names a port that another program has', async () => {
    const server = await startServer();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const open = vi.fn(async () => undefined);
    const { report } = await check({
      plan: await planFor(server, port),
      url: server.origin,
      options: { extraRoots: [authority.root.pem] },
      ports: { browser: { open } },
    });
    await new Promise((resolve) => other.close(resolve));
    expect(report.steps.find(({ id }) => id === 'sign-in')).toMatchObject({
      code: 'callback-port-in-use',
      facts: { port },
    });
    expect(open).not.toHaveBeenCalled();
  });

  it('is cancelled while the person is in the browser, and frees the port', async () => {
    const server = await startServer();
    const port = (await choosePort()) ?? 0;
    const controller = new AbortController();
    const { report } = await check({
      plan: await planFor(server, port),
      url: server.origin,
      options: { extraRoots: [authority.root.pem], signal: controller.signal },
      ports: {
        browser: {
          open: async () => {
            controller.abort();
          },
        },
      },
    });
    expect(ran(report).at(-1)).toBe('sign-in cancelled failed');
    await expect(visit(`http://127.0.0.1:${port}/onsis/callback?code=1&state=2`)).rejects.toThrow(
      /ECONNREFUSED/,
    );
  });

  it('proves nothing without a window', async () => {
    const server = await startServer();
    const { report } = await check({
      plan: await planFor(server, 1),
      url: server.origin,
      options: { extraRoots: [authority.root.pem] },
    });
    expect(ran(report).at(-1)).toBe('sign-in not-proved warning');
    expect(report.outcome).toBe('warning');
    expect(
      report.steps.filter(({ id }) => id === 'permission' || id === 'data').map(({ outcome }) => outcome),
    ).toEqual(['skipped', 'skipped']);
    expect(server.requests).toEqual([]);
  });

  it.each([
    [400, { error: 'invalid_grant' }, 'sign-in-incomplete'],
    [401, { error: 'invalid_client' }, 'credentials-rejected'],
    [400, { error: 'invalid_client' }, 'credentials-rejected'],
    [200, { token_type: 'bearer' }, 'token-malformed'],
  ] as const)('reads the token endpoint: %i %o', async (status, body, code) => {
    const { report } = await signIn((asked) => ({ code: 'the-code', state: state(asked) }), {
      token: (_request, response) => reply(response, status, body),
    });
    expect(ran(report).at(-1)).toBe(`sign-in ${code} failed`);
  });
});
