import { get } from 'node:http';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type StoreSignInPorts, signInToStore } from '../../../electron/shared-store/sign-in';
import { StoreLine } from '../../../electron/shared-store/store-line';
import { choosePort } from '../../../electron/sign-in/loopback-address';
import { listenForRedirect } from '../../../electron/sign-in/loopback-redirect';
import { type AuthorizationServer, startAuthorizationServer } from '../../servers/authorization-server';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { providerRole } from '../../servers/kv-store/provider-role';
import { makeAuthority } from '../../support/certificates';
import { signInAtProvider } from '../../support/person-at-provider';
import { adapterFor, clientFor, placeAt } from '../../support/shared-store';

/* The sign-in through the browser, at a certified provider that nobody here wrote. */

const CLIENT = { clientId: 'the-store', clientSecret: 'throwaway-client-secret' };

let store: KvStore;
let provider: AuthorizationServer;
let root: string;
let port: number;
beforeEach(async () => {
  const authority = await makeAuthority('Provider Root');
  const { key, pem } = await authority.leaf();
  root = authority.root.pem;
  port = (await choosePort()) ?? 0;
  const redirectUrl = `http://localhost:${port}/oidc/callback`;
  provider = await startAuthorizationServer(
    { key, cert: `${pem}\n${authority.intermediate.pem}` },
    { id: CLIENT.clientId, secret: CLIENT.clientSecret, redirectUrl, scopes: 'openid' },
  );
  store = await startKvStore();
  store.mountKv('secret');
  store.allow('reader', { 'secret/metadata/school-api/*': ['list', 'read'] });
  const { authenticationUrl, tokenUrl } = provider;
  const policies = ['reader'];
  store.addOidcRole(
    'oidc',
    'default',
    providerRole({ authenticationUrl, tokenUrl, ...CLIENT, root, redirectUri: redirectUrl, policies }),
  );
});
afterEach(async () => {
  await provider.stop();
  await store.stop();
});

const waiting = () => ({ waitMs: 20_000, signal: new AbortController().signal });
const portsFor = (deed: (page: string) => Promise<unknown>): StoreSignInPorts => ({
  line: new StoreLine(placeAt(store.origin), clientFor(store.root)),
  waiting,
  redirectPort: port,
  browser: {
    open: deed,
    listenForRedirect,
    waitingForPerson: () => ({ waiting: waiting(), done: () => undefined }),
  },
});

it('gives a token that can do what its policies allow', async () => {
  const pages: number[] = [];
  const ports = portsFor(async (page) => {
    const last = await signInAtProvider(page, 'marie', root);
    pages.push(last.status);
    expect(last.url.pathname).toBe('/oidc/callback');
  });
  const signedIn = await signInToStore({ way: 'oidc', mount: 'oidc', role: '' }, ports);
  if (!signedIn.ok) throw new Error(JSON.stringify(signedIn.failure));
  expect(signedIn.value.identity.person).toBe('marie');
  expect(pages).toEqual([200]);
  const { token } = signedIn.value;
  expect(await adapterFor(store, '', { token: token.port }).list('')).toMatchObject({ ok: true });
  expect(provider.requests.filter((line) => line === 'POST /token')).toHaveLength(1);
});

it('does not take the code of another browser’s sign-in', async () => {
  const ports = portsFor(async (page) => {
    const state = new URL(page).searchParams.get('state') ?? '';
    const query = new URLSearchParams({ state, code: 'a-code-of-somebody-else' });
    await signInBack(`http://localhost:${port}/oidc/callback?${query}`);
  });
  expect(await signInToStore({ way: 'oidc', mount: 'oidc', role: '' }, ports)).toMatchObject({
    ok: false,
    failure: { code: 'store-sign-in-rejected' },
  });
});

const signInBack = async (address: string): Promise<void> => {
  await new Promise<void>((resolve, reject) => {
    get(address, { agent: false }, (answer) => answer.resume().on('end', resolve)).on('error', reject);
  });
};
