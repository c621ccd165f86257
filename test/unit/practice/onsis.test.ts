import { createHash, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { ask, type Got } from '../../support/practice-client';

const CALLBACK = 'http://127.0.0.1:4711/onsis/callback';
const VERIFIER = randomBytes(32).toString('base64url');
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url');

describe('the practice ministry', () => {
  let server: PracticeServer;
  let at: Date;
  beforeEach(async () => {
    at = new Date();
    server = await startPracticeServer({ now: () => at });
  });
  afterEach(() => server.stop());

  const values = () => server.systems.onsis?.values ?? {};
  const secret = () => server.systems.onsis?.secrets.clientSecret ?? '';

  const question = (changes: Record<string, string | null> = {}) => {
    const query = new URLSearchParams({
      response_type: 'code',
      client_id: values().clientId ?? '',
      redirect_uri: CALLBACK,
      scope: values().scopes ?? '',
      state: 'st&te=1',
      code_challenge: CHALLENGE,
      code_challenge_method: 'S256',
    });
    for (const [name, value] of Object.entries(changes)) {
      if (value === null) query.delete(name);
      else query.set(name, value);
    }
    return query;
  };
  const authorize = (changes?: Record<string, string | null>) =>
    ask(`${server.browserOrigin}/onsis/authorize?${question(changes)}`);
  const decide = (shown: Got, decision: 'allow' | 'refuse') => {
    const handle = /name="handle" value="([^"]+)"/.exec(shown.text)?.[1] ?? '';
    return ask(`${server.browserOrigin}/onsis/decision`, {
      method: 'POST',
      body: new URLSearchParams({ handle, decision }),
    });
  };
  const answerOf = (got: Got) => new URL(got.headers.location ?? 'none:').searchParams;
  const code = async (changes?: Record<string, string | null>) =>
    answerOf(await decide(await authorize(changes), 'allow')).get('code') ?? '';

  const basic = (id = values().clientId ?? '', password = secret()) => ({
    authorization: `Basic ${Buffer.from(`${encodeURIComponent(id)}:${encodeURIComponent(password)}`).toString('base64')}`,
  });
  const token = (form: Record<string, string>, headers: Record<string, string> = basic()): Promise<Got> =>
    ask(values().tokenUrl ?? '', {
      method: 'POST',
      ca: server.ca,
      headers,
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        redirect_uri: CALLBACK,
        code_verifier: VERIFIER,
        ...form,
      }),
    });
  const refusal = async (answer: Promise<Got>) => {
    const { status, json } = await answer;
    return [status, (json as { error?: string }).error];
  };
  const ping = (accessToken: string) =>
    ask(`${values().apiUrl}/ping`, { ca: server.ca, headers: { authorization: `Bearer ${accessToken}` } });
  const accessTokenOf = (got: Got) => (got.json as { access_token: string }).access_token;

  it('leads from the page through code and token to the answer', async () => {
    const back = await decide(await authorize(), 'allow');
    expect(back.status).toBe(302);
    expect(back.headers.location?.startsWith(`${CALLBACK}?`)).toBe(true);
    expect(answerOf(back).get('state')).toBe('st&te=1');
    expect(answerOf(back).get('iss')).toBe(server.origin);
    const issued = await token({ code: answerOf(back).get('code') ?? '' });
    expect(issued.status).toBe(200);
    expect(issued.json).toEqual({
      access_token: expect.stringMatching(/^practice-onsis-/),
      token_type: 'Bearer',
      expires_in: 3600,
      scope: values().scopes,
    });
    expect(issued.headers).toMatchObject({
      'cache-control': 'no-store',
      pragma: 'no-cache',
      'x-emulator-basis': 'invented',
    });
    expect(await ping(accessTokenOf(issued))).toMatchObject({ status: 200, json: { ok: true } });
  });

  it('shows a page without scripts, styled by hash alone', async () => {
    const { text, headers } = await authorize();
    expect(text).not.toMatch(/<script|javascript:|\son\w+=|style="/i);
    const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`style-src 'sha256-${hash}'`);
    expect(policy).not.toContain('unsafe');
    expect(text).toContain('Autoriser');
  });

  it('says refused when the person refuses', async () => {
    const back = await decide(await authorize(), 'refuse');
    expect(answerOf(back).get('error')).toBe('access_denied');
    expect(answerOf(back).get('state')).toBe('st&te=1');
  });

  it('lets each page be used once', async () => {
    const shown = await authorize();
    expect((await decide(shown, 'allow')).status).toBe(302);
    expect((await decide(shown, 'allow')).status).toBe(400);
  });

  it('leads nobody to another computer', async () => {
    const shown = await ask(
      `${server.origin}/onsis/authorize?${question({ redirect_uri: 'https://sms.board.example/callback' })}`,
      { ca: server.ca },
    );
    expect(shown.status).toBe(200);
    const ended = await decide(shown, 'allow');
    expect([ended.status, ended.headers.location]).toEqual([200, undefined]);
  });

  it('accepts a code once', async () => {
    const once = await code();
    expect((await token({ code: once })).status).toBe(200);
    expect(await refusal(token({ code: once }))).toEqual([400, 'invalid_grant']);
  });

  it('binds a code to its redirect URL and to its minute', async () => {
    const other = await refusal(
      token({ code: await code(), redirect_uri: 'http://127.0.0.1:4712/onsis/callback' }),
    );
    expect(other).toEqual([400, 'invalid_grant']);
    const late = await code();
    at = new Date(at.getTime() + 61_000);
    expect(await refusal(token({ code: late }))).toEqual([400, 'invalid_grant']);
  });

  it('verifies PKCE', async () => {
    expect(await refusal(token({ code: await code(), code_verifier: 'x'.repeat(43) }))).toEqual([
      400,
      'invalid_grant',
    ]);
    expect(await refusal(token({ code: await code(), code_verifier: '' }))).toEqual([400, 'invalid_grant']);
    expect(answerOf(await authorize({ code_challenge_method: 'plain' })).get('error')).toBe(
      'invalid_request',
    );
  });

  it('asks for PKCE, can do without, and can leave it unseen', async () => {
    const without = { code_challenge: null, code_challenge_method: null };
    expect((await token({ code: await code(without) })).status).toBe(200);
    server.switches.onsis.pkce = 'required';
    expect(answerOf(await authorize(without)).get('error')).toBe('invalid_request');
    server.switches.onsis.pkce = 'off';
    expect((await token({ code: await code(), code_verifier: 'ignored' })).status).toBe(200);
  });

  it('refuses a wrong ID or secret, in Basic with 401 and a challenge, in the body with 400', async () => {
    const wrong = await token({ code: 'any' }, basic(undefined, `${secret()} `));
    expect([wrong.status, wrong.headers['www-authenticate']]).toEqual([401, 'Basic realm="practice"']);
    expect(await refusal(token({ code: 'any' }, basic('other')))).toEqual([401, 'invalid_client']);
    expect(await refusal(token({ code: 'any', client_id: 'other', client_secret: secret() }, {}))).toEqual([
      400,
      'invalid_client',
    ]);
  });

  it('wants one way of authentication at a time', async () => {
    const both = { code: 'any', client_id: values().clientId ?? '', client_secret: secret() };
    expect(await refusal(token(both))).toEqual([400, 'invalid_request']);
  });

  it.each([
    ['basic', 200, 400],
    ['post', 401, 200],
    ['either', 200, 200],
  ] as const)('token authentication: %s', async (way, inHeader, inBody) => {
    server.switches.onsis.tokenAuthentication = way;
    expect((await token({ code: await code() })).status).toBe(inHeader);
    const form = { code: await code(), client_id: values().clientId ?? '', client_secret: secret() };
    expect((await token(form, {})).status).toBe(inBody);
  });

  it('knows one grant', async () => {
    expect(await refusal(token({ grant_type: 'client_credentials' }))).toEqual([
      400,
      'unsupported_grant_type',
    ]);
    expect(await refusal(token({}))).toEqual([400, 'invalid_request']);
    expect(answerOf(await authorize({ response_type: 'token' })).get('error')).toBe(
      'unsupported_response_type',
    );
  });

  it('refuses a probe’s made-up code only after the client', async () => {
    expect(await refusal(token({ code: 'wizard-probe-not-a-real-code' }))).toEqual([400, 'invalid_grant']);
  });

  it('does not redirect for an unknown client or redirect URL', async () => {
    const shows400 = async (changes?: Record<string, string>) => {
      const got = await authorize(changes);
      expect([got.status, got.headers.location]).toEqual([400, undefined]);
      expect(got.headers['content-type']).toContain('text/html');
    };
    await shows400({ client_id: 'other' });
    await shows400({ redirect_uri: 'http://sms.board.example/callback' });
    await shows400({ redirect_uri: '' });
    server.switches.onsis.redirectMismatch = true;
    await shows400();
    server.switches.onsis.redirectMismatch = false;
    server.switches.onsis.unknownClient = true;
    await shows400();
    expect(await refusal(token({ code: 'any' }))).toEqual([401, 'invalid_client']);
  });

  it('tells what is wrong by redirect', async () => {
    expect(answerOf(await authorize({ scope: 'practice.read other.scope' })).get('error')).toBe(
      'invalid_scope',
    );
    for (const error of ['invalid_scope', 'unauthorized_client', 'temporarily_unavailable'] as const) {
      server.switches.onsis.authorizationError = error;
      const got = await authorize();
      expect([got.status, answerOf(got).get('error'), answerOf(got).get('state')]).toEqual([
        302,
        error,
        'st&te=1',
      ]);
    }
  });

  it('can send to a sign-in page first', async () => {
    server.switches.onsis.signIn = 'redirect';
    const got = await authorize();
    expect(got.status).toBe(302);
    const shown = await ask(new URL(got.headers.location ?? '', server.browserOrigin).href);
    expect(answerOf(await decide(shown, 'allow')).get('code')).toBeTruthy();
  });

  it('can refuse every code, and every client with either status', async () => {
    server.switches.onsis.invalidGrant = true;
    expect(await refusal(token({ code: await code() }))).toEqual([400, 'invalid_grant']);
    for (const status of [401, 400] as const) {
      server.switches.onsis.invalidClient = status;
      expect(await refusal(token({ code: 'any' }))).toEqual([status, 'invalid_client']);
    }
  });

  it('can answer the token request with a web page', async () => {
    server.switches.onsis.htmlToken = true;
    const got = await token({ code: await code() });
    expect([got.status, got.headers['content-type']]).toEqual([200, 'text/html;charset=UTF-8']);
  });

  it('can leave out `iss`, or name another server in it', async () => {
    server.switches.onsis.iss = 'none';
    expect(answerOf(await decide(await authorize(), 'allow')).has('iss')).toBe(false);
    server.switches.onsis.iss = 'foreign';
    expect(answerOf(await decide(await authorize(), 'allow')).get('iss')).toBe('https://elsewhere.example');
  });

  it('can be the other environment', async () => {
    server.switches.onsis.otherEnvironment = 'credentials';
    expect(await refusal(token({ code: await code() }))).toEqual([401, 'invalid_client']);
    server.switches.onsis.otherEnvironment = 'api';
    const issued = await token({ code: await code() });
    const got = await ping(accessTokenOf(issued));
    expect([got.status, got.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="practice", error="invalid_token"',
    ]);
  });

  it('knows its own tokens only, for an hour', async () => {
    expect((await ping('practice-onsis-made-up')).status).toBe(401);
    const accessToken = accessTokenOf(await token({ code: await code() }));
    at = new Date(at.getTime() + 3_599_000);
    expect((await ping(accessToken)).status).toBe(200);
    at = new Date(at.getTime() + 2_000);
    expect((await ping(accessToken)).status).toBe(401);
  });

  it('survives thousands of pages nobody decides on', async () => {
    const first = await authorize();
    for (let page = 0; page < 200; page += 1) await authorize();
    expect((await decide(first, 'allow')).status).toBe(400);
    expect(await code()).toBeTruthy();
  });
});
