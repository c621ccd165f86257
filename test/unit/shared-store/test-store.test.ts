import type { Step } from '@contract/report';
import { ok } from '@contract/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type StoreTestOptions, testStore } from '../../../electron/shared-store/test-store';
import { type KvStore, type StoreState, startKvStore } from '../../servers/kv-store';
import { closedPort } from '../../servers/raw-servers';
import { adapterFor, networkPorts, placeAt } from '../../support/shared-store';

let server: KvStore;
let offset = 0;
beforeEach(async () => {
  offset = 0;
  server = await startKvStore({ now: () => Date.now() + offset });
  server.mountKv('secret');
  server.allow('editor', {
    'secret/data/school-api/*': ['create', 'read', 'update'],
    'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
  });
  server.allow('reader', {
    'secret/data/school-api/*': ['read'],
    'secret/metadata/school-api/*': ['list', 'read'],
  });
  server.allow('names', { 'secret/metadata/school-api/*': ['list', 'read'] });
});
afterEach(() => server.stop());

const test = (others: Partial<StoreTestOptions> = {}) => {
  const token = server.makeToken(['editor'], 3600, 'ldap-marie', { username: 'marie' });
  return testStore({
    place: placeAt(server.origin),
    signIn: () => token,
    network: networkPorts(),
    extraRoots: [server.root],
    appVersion: '0',
    now: Date.now,
    signal: new AbortController().signal,
    ...others,
  });
};
const told = (steps: readonly Step[]) =>
  steps.map(({ id, subject, outcome, code }) =>
    [
      id,
      ...(subject === null ? [] : [subject]),
      outcome,
      ...(code === null || code === 'ok' ? [] : [code]),
    ].join(' '),
  );
const WAY = ['fields', 'address', 'name-lookup', 'connect', 'secure-connection'].map((id) => `${id} passed`);

it('passes step by step, and begins each before its result', async () => {
  const begun: string[] = [];
  const ended: string[] = [];
  const result = await test({
    onStepBegan: (id, subject) => begun.push(`${id} ${subject}`),
    onStep: ({ id, subject }) => ended.push(`${id} ${subject}`),
  });
  expect(told(result.steps)).toEqual([
    ...WAY,
    'reach passed',
    'clock passed',
    'sign-in passed',
    'permission list passed',
    'permission read passed',
    'permission write passed',
    'data not-tried',
  ]);
  expect(result).toMatchObject({ outcome: 'passed', identity: { person: 'marie' }, session: null });
  expect(begun).toEqual(ended);
  expect(result.steps.find(({ id }) => id === 'reach')?.facts).toMatchObject({
    version: '2.4.1',
    status: 200,
  });
  // Neither a secret nor a record was asked for, and nothing was written.
  expect(server.requests.filter(({ url }) => url.includes('/data/'))).toEqual([]);
});

it('signs in itself, and hands over the session', async () => {
  server.addUser('ldap', 'jean', 'throwaway-password', ['reader']);
  const result = await test({
    signIn: { way: 'ldap', mount: 'ldap', user: 'jean', password: async () => ok('throwaway-password') },
  });
  expect(told(result.steps).slice(-5)).toEqual([
    'sign-in passed',
    'permission list passed',
    'permission read passed',
    // Many may only read.
    'permission write warning store-not-permitted',
    'data not-tried',
  ]);
  expect(result.steps.find(({ subject }) => subject === 'write')?.facts).toMatchObject({ problem: 'write' });
  const { session } = result;
  if (session === null) throw new Error('no session');
  expect(await adapterFor(server, '', { token: session.token.port }).list('')).toMatchObject({ ok: true });
  expect(JSON.stringify(result.steps)).not.toContain('throwaway');
});

it('goes up to the clock without a sign-in', async () => {
  const result = await test({ signIn: null });
  expect(told(result.steps).slice(5)).toEqual([
    'reach passed',
    'clock passed',
    'sign-in not-tried',
    'permission not-tried',
    'data not-tried',
  ]);
});

describe('stops', () => {
  const lastOf = async (others: Partial<StoreTestOptions> = {}) => {
    const { steps, outcome } = await test(others);
    expect(outcome).toBe('failed');
    return told(steps.filter((step) => step.outcome === 'failed'));
  };

  it.each([
    ['address', { address: 'vault' }],
    ['address', { address: 'https://user:word@127.0.0.1' }],
    ['mount', { mount: '../sys' }],
    ['mount', { mount: '' }],
    ['prefix', { prefix: 'a//b' }],
    ['prefix', { prefix: 'a/../../sys' }],
    ['prefix', { prefix: 'a\u202eb' }],
    ['namespace', { namespace: 'a\r\nb' }],
  ])('before anything is sent, at a wrong %s: %j', async (field, others) => {
    expect(await lastOf({ place: placeAt(server.origin, others) })).toEqual([
      `fields ${field} failed field-invalid`,
    ]);
    expect(server.connections).toBe(0);
  });

  it('at http, a closed port and a certificate that is not trusted', async () => {
    const address = server.origin.replace('https', 'http');
    expect(await lastOf({ place: placeAt(address) })).toEqual(['address failed insecure-address']);
    expect(await lastOf({ extraRoots: [] })).toEqual(['secure-connection failed tls-untrusted-root']);
    const closed = placeAt(`https://127.0.0.1:${await closedPort()}`);
    expect(await lastOf({ place: closed })).toEqual(['connect failed connection-refused']);
    expect(server.requests).toEqual([]);
  });

  it.each<[StoreState, string]>([
    ['sealed', 'reach failed store-sealed'],
    ['not-initialized', 'reach failed store-not-set-up'],
    ['disaster-recovery', 'reach failed store-standby'],
    // What its probe says is not wrong in itself: it may forward.
    ['standby-redirecting', 'sign-in failed store-standby'],
    ['standby-alone', 'sign-in failed store-standby'],
  ])('at a store that is %s', async (state, step) => {
    server.state = state;
    expect(await lastOf()).toEqual([step]);
  });

  it.each<StoreState>(['standby', 'performance-standby'])('not at a %s that forwards', async (state) => {
    server.state = state;
    expect((await test()).outcome).toBe('passed');
  });

  it('at a token that has ended, and at a rejected password', async () => {
    expect(await lastOf({ signIn: () => 'hvs.gone-long-ago' })).toEqual([
      'sign-in failed store-sign-in-ended',
    ]);
    const wrong = { way: 'ldap', mount: 'ldap', user: 'jean', password: async () => ok('wrong') } as const;
    server.addUser('ldap', 'jean', 'throwaway-password', []);
    expect(await lastOf({ signIn: wrong })).toEqual(['sign-in failed store-sign-in-rejected']);
  });

  it('at what the policies do not allow', async () => {
    const none = server.makeToken([]);
    expect(await lastOf({ signIn: () => none })).toEqual([
      'permission list failed store-not-permitted',
      'permission read failed store-not-permitted',
    ]);
    const names = server.makeToken(['names']);
    expect(await lastOf({ signIn: () => names })).toEqual(['permission read failed store-not-permitted']);
  });

  it('at a place that is not there, of version 1, or in no namespace', async () => {
    const root = { signIn: () => server.rootToken };
    expect(await lastOf({ ...root, place: placeAt(server.origin, { mount: 'elsewhere' }) })).toEqual([
      'permission list failed store-place-missing',
    ]);
    server.mountKv('first', '1');
    expect(await lastOf({ ...root, place: placeAt(server.origin, { mount: 'first' }) })).toEqual([
      'permission list failed store-other-version',
    ]);
    expect(await lastOf({ ...root, place: placeAt(server.origin, { namespace: 'nobody' }) })).toEqual([
      'sign-in failed store-namespace-unknown',
    ]);
  });

  it('at somebody else who answers in the store’s place', async () => {
    const answers = async (body: string, headers: Record<string, string> = {}, status = 200) => {
      server.mishap = () => ({ kind: 'answer', status, body, headers });
      return lastOf();
    };
    const html = { 'content-type': 'text/html' };
    expect(await answers('<html><body><form><input type="password"></form></body></html>', html)).toEqual([
      'reach failed web-page-answered',
    ]);
    expect(await answers('<html><title>Access blocked</title></html>', html, 403)).toEqual([
      'reach failed web-page-answered',
    ]);
    expect(await answers('{"version":"9.4.0","cluster_name":"search"}')).toEqual([
      'reach failed wrong-product',
    ]);
    expect(await answers('', { location: 'https://elsewhere.test/login' }, 302)).toEqual([
      'reach failed redirected',
    ]);
    expect(await answers('nothing here', { 'content-type': 'text/plain' }, 404)).toEqual([
      'reach failed wrong-address',
    ]);
    expect(await answers('{"errors":["internal error"]}', {}, 500)).toEqual(['reach failed server-error']);
    expect(await answers('{"errors":["rate limit quota exceeded"]}', {}, 429)).toEqual([
      'reach failed rate-limited',
    ]);
  });

  it('when it is cancelled or takes too long, wherever it is', async () => {
    for (const at of ['health', 'lookup-self', 'capabilities-self']) {
      let release: () => void = () => undefined;
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      const cancel = new AbortController();
      server.mishap = ({ url }) => {
        if (!url.includes(at)) return null;
        cancel.abort();
        return { kind: 'late', until };
      };
      expect((await lastOf({ signal: cancel.signal })).at(-1)).toMatch(/cancelled$/);
      server.mishap = ({ url }) => (url.includes(at) ? { kind: 'late', until } : null);
      expect((await lastOf({ timeoutMs: 300 })).at(-1)).toMatch(/timed-out$/);
      release();
    }
  });
});

it('says that the clocks disagree', async () => {
  offset = 5 * 60_000;
  const { steps, outcome } = await test();
  expect(outcome).toBe('warning');
  expect(told(steps)).toContain('clock warning clock-skew');
});
