import { get } from 'node:http';
import { createServer } from 'node:net';
import { inspect } from 'node:util';
import { ok } from '@contract/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type StoreSignInPorts,
  signInToStore,
  signOutOfStore,
  unwrapSecretId,
  type WayIn,
} from '../../../electron/shared-store/sign-in';
import { StoreLine } from '../../../electron/shared-store/store-line';
import { choosePort } from '../../../electron/sign-in/loopback-address';
import { listenForRedirect } from '../../../electron/sign-in/loopback-redirect';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { adapterFor, clientFor, placeAt } from '../../support/shared-store';

const PASSWORD = 'throwaway~Password/2+%é';

let server: KvStore;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
  server.allow('reader', { 'secret/metadata/school-api/*': ['list', 'read'] });
  server.addUser('ldap', 'marie', PASSWORD, ['reader']);
});
afterEach(() => server.stop());

const waiting = () => ({ waitMs: 5000, signal: new AbortController().signal });
const portsFor = (others: Partial<StoreSignInPorts> = {}): StoreSignInPorts => ({
  line: new StoreLine(placeAt(server.origin), clientFor(server.root)),
  waiting,
  browser: null,
  ...others,
});
const secret = (text: string) => async () => ok(text);
const ldap = (password = PASSWORD, user = 'marie', mount = 'ldap'): WayIn => ({
  way: 'ldap',
  mount,
  user,
  password: secret(password),
});
const failure = (code: string, facts: object = {}) => ({
  ok: false,
  failure: { outcome: 'failed', code, facts },
});
const posts = () => server.requests.filter(({ method }) => method === 'POST');

describe('a user name and password', () => {
  it('give a token that can do what its policies allow', async () => {
    const signedIn = await signInToStore(ldap(), portsFor());
    if (!signedIn.ok) throw new Error(signedIn.failure.code);
    const { token, identity } = signedIn.value;
    expect(identity).toEqual({ person: 'marie', until: expect.stringMatching(/Z$/) });
    expect(await adapterFor(server, '', { token: token.port }).list('')).toMatchObject({ ok: true });
    const shown = `${JSON.stringify(signedIn)}${inspect(signedIn, { depth: 9, showHidden: true })}${String(token)}`;
    expect(shown).not.toContain(token.port());
  });

  it('are sent once, and not again when rejected', async () => {
    expect(await signInToStore(ldap('wrong'), portsFor())).toMatchObject(
      failure('store-sign-in-rejected', { host: '127.0.0.1', status: 400 }),
    );
    expect(server.requests).toHaveLength(1);
  });

  it('are nobody’s name, and no host, whatever the store says', async () => {
    const asked = 'wrapped-secret-0001';
    const role: WayIn = { way: 'app-role', mount: 'approle', roleId: 'role', secretId: secret(asked) };
    for (const [way, sent] of [
      [role, asked],
      [ldap('password-0001'), 'password-0001'],
    ] as const) {
      server.mishap = () => ({
        kind: 'answer',
        status: 307,
        body: '',
        headers: { location: `https://${sent}.store.test/v1/` },
      });
      const redirected = await signInToStore(way, portsFor());
      expect(redirected).toMatchObject(failure('unexpected-answer'));
      server.mishap = ({ url }) => ({
        kind: 'answer',
        body: JSON.stringify(
          url.endsWith('lookup-self')
            ? { data: { display_name: `approle ${sent}`, meta: { username: sent, role_name: 'nightly' } } }
            : { auth: { client_token: 'hvs.throwaway' } },
        ),
      });
      const named = await signInToStore(way, portsFor());
      expect(named).toMatchObject({ ok: true, value: { identity: { person: 'nightly' } } });
      expect(JSON.stringify([redirected, named])).not.toContain(sent);
    }
    // Whoever has their name as a password can sign in all the same.
    server.addUser('ldap', 'technician', 'technician', ['reader']);
    server.mishap = null;
    expect(await signInToStore(ldap('technician', 'technician'), portsFor())).toMatchObject({
      ok: true,
      value: { identity: { person: 'technician' } },
    });
  });

  it('stand in no report', async () => {
    const results = [await signInToStore(ldap('wrong'), portsFor())];
    for (const kind of ['lost', 'drip'] as const) {
      server.mishap = () => ({ kind });
      const waiting = () => ({ waitMs: 200, signal: new AbortController().signal });
      results.push(await signInToStore(ldap(), portsFor({ waiting })));
    }
    server.mishap = () => ({
      kind: 'answer',
      status: 404,
      body: 'no',
      headers: { 'content-type': 'text/plain' },
    });
    results.push(await signInToStore(ldap(), portsFor()));
    for (const result of results) {
      expect(result).toMatchObject({ ok: false, failure: { facts: { asked: 'POST /v1/auth/ldap/login' } } });
      expect(JSON.stringify(result)).not.toMatch(/marie|throwaway/);
    }
  });

  it('are not judged if the directory behind the store cannot be reached', async () => {
    server.mishap = () => ({
      kind: 'answer',
      status: 400,
      body: '{"errors":["ldap operation failed: failed to connect to LDAP server"]}',
    });
    expect(await signInToStore(ldap(), portsFor())).toMatchObject(failure('server-error'));
  });

  it('are refused where there is no such sign-in, without blame', async () => {
    expect(await signInToStore(ldap(PASSWORD, 'marie', 'elsewhere'), portsFor())).toMatchObject(
      failure('store-sign-in-rejected', { problem: 'way-unknown' }),
    );
  });

  it('may be accepted, and a second factor asked for', async () => {
    server.mishap = () => ({
      kind: 'answer',
      body: '{"auth":{"client_token":"","mfa_requirement":{"mfa_request_id":"x","mfa_constraints":{}}}}',
    });
    expect(await signInToStore(ldap(), portsFor())).toMatchObject(
      failure('store-sign-in-rejected', { problem: 'second-factor' }),
    );
  });

  it.each(['..', '.', '', 'a/../b', '/'])('are not sent for a name like %j', async (user) => {
    expect(await signInToStore(ldap(PASSWORD, user), portsFor())).toMatchObject(
      failure('store-sign-in-rejected'),
    );
    expect(server.requests).toEqual([]);
  });

  it('leave this computer only once the store is verified', async () => {
    const other = await startKvStore();
    const asked: string[] = [];
    const way: WayIn = {
      way: 'ldap',
      mount: 'ldap',
      user: 'marie',
      password: async () => {
        asked.push('password');
        return ok(PASSWORD);
      },
    };
    const line = new StoreLine(placeAt(server.origin), clientFor(other.root));
    expect(await signInToStore(way, portsFor({ line }))).toMatchObject(failure('tls-untrusted-root'));
    expect(asked).toEqual([]);
    await other.stop();
  });
});

describe('a token', () => {
  const byToken = (text: string): WayIn => ({ way: 'token', token: secret(text) });

  it('is asked whose it is, with blanks around it removed', async () => {
    const token = server.makeToken(['reader'], 0, 'token-jean');
    const signedIn = await signInToStore(byToken(` ${token}\n`), portsFor());
    expect(signedIn).toMatchObject({ ok: true, value: { identity: { person: 'token-jean', until: null } } });
  });

  it('is rejected if the store does not know it, or nobody could have made it', async () => {
    expect(await signInToStore(byToken('hvs.unknown'), portsFor())).toMatchObject(
      failure('store-sign-in-rejected', { status: 403 }),
    );
    const before = server.requests.length;
    for (const text of ['two words', 'a\r\nx-other: header', ''])
      expect(await signInToStore(byToken(text), portsFor())).toMatchObject(failure('store-sign-in-rejected'));
    expect(server.requests).toHaveLength(before);
  });

  it('is revoked on signing out, and forgotten whether or not the store hears it', async () => {
    const ports = portsFor();
    const [one, other] = [await signInToStore(ldap(), ports), await signInToStore(ldap(), ports)];
    if (!one.ok || !other.ok) throw new Error('not signed in');
    const text = one.value.token.port() ?? '';
    await signOutOfStore(one.value.token, ports.line, waiting);
    expect(one.value.token.port()).toBe(null);
    expect(await signInToStore(byToken(text), ports)).toMatchObject(failure('store-sign-in-rejected'));
    server.mishap = () => ({ kind: 'lost' });
    await signOutOfStore(other.value.token, ports.line, waiting);
    expect(other.value.token.port()).toBe(null);
  });
});

describe('a role of the nightly job', () => {
  const admin = async (method: 'GET' | 'POST', path: string, body: object = {}, headers: object = {}) => {
    const sent = await clientFor(server.root).request(
      `${server.origin}/v1/${path}`,
      {
        method,
        headers: { 'x-vault-token': server.rootToken, ...headers },
        ...(method === 'POST' && { body: JSON.stringify(body) }),
      },
      waiting(),
    );
    if (!sent.ok) throw new Error(sent.failure.code);
    return sent.value.body.kind === 'json'
      ? (sent.value.body.value as Record<string, Record<string, string>>)
      : {};
  };
  let roleId: string;
  beforeEach(async () => {
    await admin('POST', 'sys/auth/approle', { type: 'approle' });
    await admin('POST', 'auth/approle/role/nightly', { token_policies: ['reader'], token_ttl: '20m' });
    roleId = (await admin('GET', 'auth/approle/role/nightly/role-id')).data?.role_id ?? '';
  });
  const wrapped = async (ttl = '60s', path = 'auth/approle/role/nightly/secret-id') =>
    (await admin('POST', path, {}, { 'x-vault-wrap-ttl': ttl })).wrap_info?.token ?? '';

  it('signs in with a secret that was unwrapped once', async () => {
    const token = await wrapped();
    const secretId = await unwrapSecretId(secret(token), 'approle', portsFor());
    if (!secretId.ok) throw new Error(secretId.failure.code);
    const way: WayIn = { way: 'app-role', mount: 'approle', roleId, secretId: secret(secretId.value) };
    for (const _night of [1, 2])
      expect(await signInToStore(way, portsFor())).toMatchObject({
        ok: true,
        value: { identity: { person: 'nightly' } },
      });
    expect(await unwrapSecretId(secret(token), 'approle', portsFor())).toMatchObject(
      failure('store-sign-in-rejected', { problem: 'unwrapped' }),
    );
  });

  it('is rejected with a wrong secret', async () => {
    const way: WayIn = { way: 'app-role', mount: 'approle', roleId, secretId: secret('wrong') };
    expect(await signInToStore(way, portsFor())).toMatchObject(failure('store-sign-in-rejected'));
    expect(server.requests.filter(({ url }) => url.endsWith('/login'))).toHaveLength(1);
  });

  it('does not open what was wrapped for another purpose', async () => {
    const token = await wrapped('60s', 'auth/token/create');
    expect(await unwrapSecretId(secret(token), 'approle', portsFor())).toMatchObject(
      failure('store-sign-in-rejected', { problem: 'unwrapped' }),
    );
    expect(server.requests.filter(({ url }) => url.endsWith('/unwrap'))).toEqual([]);
  });
});

describe('the browser', () => {
  const codes = new Map<string, string>();
  /** A provider that lets everybody in; its page is the redirect. */
  const offer = (redirectUris: readonly string[]) =>
    server.addOidcRole('oidc', 'default', {
      policies: ['reader'],
      redirectUris,
      page: ({ state, redirectUri }) => {
        const url = new URL('https://provider.test/authorize');
        url.search = new URLSearchParams({ state, redirect_uri: redirectUri, client_id: 'store' }).toString();
        return url.href;
      },
      exchange: async ({ code }) => {
        const user = codes.get(code);
        codes.delete(code);
        return user === undefined ? null : { user };
      },
    });
  const visit = (url: string, headers: Record<string, string> = {}) =>
    new Promise<number>((resolve, reject) => {
      get(url, { headers, agent: false }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      }).on('error', reject);
    });

  interface Visited {
    readonly opened: URL;
    readonly back: (query: Record<string, string>) => Promise<number>;
  }
  /** Signs in; the person does `deed` on the page. */
  async function signIn(deed: (page: Visited) => Promise<unknown>, role = '', waitMs = 5000) {
    const port = (await choosePort()) ?? 0;
    offer([`http://localhost:${port}/oidc/callback`]);
    const pages: URL[] = [];
    const ended = { done: 0 };
    const ports = portsFor({
      redirectPort: port,
      browser: {
        listenForRedirect,
        waitingForPerson: () => ({
          waiting: { waitMs, signal: new AbortController().signal },
          done: () => {
            ended.done += 1;
          },
        }),
        open: async (address) => {
          const opened = new URL(address);
          pages.push(opened);
          const back = (query: Record<string, string>) => {
            const url = new URL(opened.searchParams.get('redirect_uri') ?? '');
            url.search = new URLSearchParams(query).toString();
            url.hostname = '127.0.0.1';
            return visit(url.href, { host: `localhost:${url.port}` });
          };
          await deed({ opened, back });
        },
      },
    });
    const signedIn = await signInToStore({ way: 'oidc', mount: 'oidc', role }, ports);
    return { signedIn, pages, ended };
  }
  const allowed = async ({ opened, back }: Visited) => {
    codes.set('code-1', 'marie');
    return back({ state: opened.searchParams.get('state') ?? '', code: 'code-1' });
  };

  it('signs in on the page the store names, and returns to this computer', async () => {
    const { signedIn, pages, ended } = await signIn(allowed);
    expect(signedIn).toMatchObject({ ok: true, value: { identity: { person: 'marie' } } });
    expect(pages.map(({ origin }) => origin)).toEqual(['https://provider.test']);
    expect(ended.done).toBe(1);
    const begun = posts().find(({ url }) => url.includes('auth_url'));
    const nonce = (JSON.parse(begun?.text ?? '{}') as { client_nonce: string }).client_nonce;
    expect(nonce).toMatch(/^[0-9a-f]{40}$/);
    // Whoever sees the code in the browser lacks this.
    expect(pages[0]?.href).not.toContain(nonce);
  });

  it('is ended by nothing but the expected state', async () => {
    const statuses: number[] = [];
    const { signedIn } = await signIn(async ({ opened, back }) => {
      statuses.push(
        await back({ state: 'st_of-somebody-else', code: 'code-0' }),
        await back({ code: 'code-0' }),
      );
      statuses.push(await allowed({ opened, back }));
    });
    expect(statuses).toEqual([404, 404, 200]);
    expect(signedIn).toMatchObject({ ok: true });
  });

  it('may be left, refused, or return something else', async () => {
    expect((await signIn(async () => undefined, '', 200)).signedIn).toMatchObject(
      failure('sign-in-incomplete', { host: '127.0.0.1' }),
    );
    const only =
      (query: Record<string, string>) =>
      async ({ opened, back }: Visited) =>
        back({ state: opened.searchParams.get('state') ?? '', ...query });
    expect((await signIn(only({ error: 'access_denied' }))).signedIn).toMatchObject(
      failure('sign-in-cancelled'),
    );
    expect((await signIn(only({ error: 'invalid_scope' }))).signedIn).toMatchObject(
      failure('store-sign-in-rejected', { problem: 'role' }),
    );
    expect((await signIn(only({ code: '' }))).signedIn).toMatchObject(failure('answer-not-ours'));
    expect((await signIn(only({ code: 'never-issued' }))).signedIn).toMatchObject(
      failure('store-sign-in-rejected'),
    );
    const foreign = await signIn(async ({ back }) => back({ state: 'another', code: 'x' }), '', 300);
    expect(foreign.signedIn).toMatchObject(failure('answer-not-ours', { problem: 'state' }));
  });

  it('is not opened for a role that is unknown, or that returns elsewhere', async () => {
    const unknown = await signIn(allowed, 'nobody');
    expect(unknown.signedIn).toMatchObject(failure('store-sign-in-rejected', { problem: 'role' }));
    const port = (await choosePort()) ?? 0;
    offer(['http://localhost:1/oidc/callback']);
    const opened: string[] = [];
    const browser = {
      listenForRedirect,
      open: async (url: string) => void opened.push(url),
      waitingForPerson: () => ({ waiting: waiting(), done: () => undefined }),
    };
    const way: WayIn = { way: 'oidc', mount: 'oidc', role: '' };
    expect(await signInToStore(way, portsFor({ browser, redirectPort: port }))).toMatchObject(
      failure('store-sign-in-rejected', { problem: 'role' }),
    );
    expect([...opened, ...unknown.pages]).toEqual([]);
  });

  it.each([
    'http://provider.test/authorize?state=st_12345678',
    'javascript:alert(1)',
    'file:///etc/passwd?state=st_12345678',
    'https://user:word@provider.test/?state=st_12345678',
    'https://provider.test/authorize',
    'https://provider.test/?state=short',
    'https://provider.test/?state=st_12345678&state=st_87654321',
    'not an address',
  ])('is not opened at %s', async (page) => {
    const port = (await choosePort()) ?? 0;
    const back = encodeURIComponent(`http://localhost:${port}/oidc/callback`);
    const auth_url = page.includes('provider.test/')
      ? `${page}${page.includes('?') ? '&' : '?'}redirect_uri=${back}`
      : page;
    server.mishap = () => ({ kind: 'answer', body: JSON.stringify({ data: { auth_url } }) });
    const opened: string[] = [];
    const browser = {
      listenForRedirect,
      open: async (url: string) => void opened.push(url),
      waitingForPerson: () => ({ waiting: waiting(), done: () => undefined }),
    };
    const signedIn = await signInToStore(
      { way: 'oidc', mount: 'oidc', role: '' },
      portsFor({ browser, redirectPort: port }),
    );
    expect(signedIn).toMatchObject({ ok: false });
    expect(opened).toEqual([]);
  });

  it('needs the port, at both addresses that a browser may try', async () => {
    const port = (await choosePort()) ?? 0;
    offer([`http://localhost:${port}/oidc/callback`]);
    const other = createServer();
    const hasSix = await new Promise<boolean>((resolve) =>
      other.once('error', () => resolve(false)).listen({ host: '::1', port }, () => resolve(true)),
    );
    if (!hasSix) await new Promise<void>((resolve) => other.listen({ host: '127.0.0.1', port }, resolve));
    const browser = {
      listenForRedirect,
      open: async () => undefined,
      waitingForPerson: () => ({ waiting: waiting(), done: () => undefined }),
    };
    expect(
      await signInToStore(
        { way: 'oidc', mount: 'oidc', role: '' },
        portsFor({ browser, redirectPort: port }),
      ),
    ).toMatchObject(failure('callback-port-in-use', { port }));
    await new Promise((resolve) => other.close(resolve));
  });

  it('is not there on the command line', async () => {
    expect(await signInToStore({ way: 'oidc', mount: 'oidc', role: '' }, portsFor())).toMatchObject(
      failure('not-proved', { reason: 'no-window' }),
    );
    expect(server.requests).toEqual([]);
  });
});
