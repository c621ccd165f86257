import { LIMITS } from '@contract/limits';
import { isPrintable } from '@contract/printable';
import { isFolder } from '@contract/shared-folder';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SharedStore } from '../../../electron/shared-store/port';
import { type KvStore, type Mishap, type StoreRequest, startKvStore } from '../../servers/kv-store';
import { chosenSeed, type Seeded } from '../../support/seeded';
import { adapterFor, aRecord, aRef } from '../../support/shared-store';

/* Whoever runs the store, or stands in its place, gains nothing by what it answers. */

const TOKEN = 'hvs.canary-token-of-this-test';

let server: KvStore;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
});
afterEach(() => server.stop());

const says = (body: unknown, status = 200, headers: Record<string, string> = {}): Mishap => ({
  kind: 'answer',
  status,
  body: typeof body === 'string' ? body : JSON.stringify(body),
  headers,
});
const store = (others: Parameters<typeof adapterFor>[2] = {}): SharedStore =>
  adapterFor(server, TOKEN, others);
const isList = ({ url }: StoreRequest) => url.includes('list=true');
const operations = (one: SharedStore, ref = aRef()) => [
  () => one.whoAmI(),
  () => one.rights('maple'),
  () => one.list(''),
  () => one.read(ref),
  () => one.writeIfVersion(ref, aRecord(), 1),
  () => one.delete(ref, 1),
  () => one.history(ref),
];

describe('a list', () => {
  const listed = async (keys: readonly unknown[]) => {
    server.mishap = (request) => (isList(request) ? says({ data: { keys } }) : says({ errors: [] }, 404));
    return store().list('');
  };

  it.each([
    '../../../sys/raw',
    '..',
    '../',
    '.',
    './',
    '/',
    '',
    'a/b',
    'a/b/',
    '..%2f..%2fsys/',
    'folder\u202etxt/',
    'folder\r\nX-Vault-Token: x/',
    'folder\u0000/',
    ' folder/',
    'folder./',
    `${'x'.repeat(65)}/`,
    'not-an-id',
    '00000000-0000-4000-8000-00000000000Z',
    'ABCDEF00-0000-4000-8000-000000000000',
    '00000000-0000-4000-8000-000000000000\u200b',
  ])('does not lead to %j', async (key) => {
    expect(await listed([key])).toEqual({ ok: true, value: { records: [], otherEntries: 1 } });
    expect(server.requests).toHaveLength(1);
  });

  it('is no list if anything in it is no text', async () => {
    for (const keys of [[1], [null], [{}], [['a']]])
      expect(await listed(keys)).toMatchObject({ ok: false, failure: { code: 'unexpected-answer' } });
  });

  it('is not spoilt for all by a record that somebody has written thousands of times', async () => {
    const [one, flooded] = [aRef(), aRef()];
    const version = { created_time: '2026-11-30T08:00:00.123456789Z', deletion_time: '', destroyed: false };
    for (const count of [10_001, 30_000]) {
      const metadata = (versions: number) => ({
        data: {
          current_version: versions,
          versions: Object.fromEntries(Array.from({ length: versions }, (_, index) => [index + 1, version])),
        },
      });
      server.mishap = (request) =>
        isList(request)
          ? says({ data: { keys: [one.id, flooded.id] } })
          : says(metadata(request.url.includes(flooded.id) ? count : 1));
      const listed = await store().list('maple');
      expect(listed).toMatchObject({ ok: true });
      if (!listed.ok) continue;
      const { records, otherEntries } = listed.value;
      expect(records.map(({ ref }) => ref.id)).toContain(one.id);
      expect(records.length + otherEntries).toBe(2);
    }
  });

  it('that names a folder within itself ends', async () => {
    const result = await listed(['again/']);
    expect(result).toMatchObject({ ok: true, value: { records: [], otherEntries: 1 } });
    expect(server.requests.length).toBeLessThanOrEqual(5);
  });

  it('of too many folders or entries is given up, and not cut short', async () => {
    const names = (count: number, end: string) => Array.from({ length: count }, (_, at) => `f${at}${end}`);
    const tooMany = {
      ok: false,
      failure: { kind: 'finding', code: 'answer-too-large', facts: { part: 'list' } },
    };
    expect(await listed(names(LIMITS.connections + 1, ''))).toMatchObject(tooMany);
    expect(server.requests).toHaveLength(1);
    expect(await listed(names(200, '/'))).toMatchObject(tooMany);
    server.requests.length = 0;
    // Few entries in each, and many levels.
    expect(await listed(names(9, '/'))).toMatchObject(tooMany);
    expect(server.requests.length).toBeLessThan(1010);
  });

  it('that repeats itself holds each record once', async () => {
    const { id } = aRef();
    const at = '2026-11-30T08:00:00.000000001Z';
    server.mishap = (request) =>
      isList(request)
        ? says({ data: { keys: [id, id, id] } })
        : says({ data: { current_version: 1, versions: { 1: { created_time: at } } } });
    const result = await store().list('maple');
    expect(result).toMatchObject({ ok: true, value: { records: [{ ref: { id }, about: null }] } });
    expect(server.requests).toHaveLength(2);
  });
});

describe('versions', () => {
  const at = '2026-11-30T08:00:00Z';
  it.each([
    { current_version: -1, versions: {} },
    { current_version: 1.5, versions: { 1: { created_time: at } } },
    { current_version: '1', versions: { 1: { created_time: at } } },
    { current_version: 2 ** 60, versions: { 1: { created_time: at } } },
    { current_version: 2, versions: { 1: { created_time: at } } },
    { current_version: 1, versions: { 2: { created_time: at } } },
    { current_version: 1, versions: { 1: { created_time: 'yesterday' } } },
    { current_version: 1, versions: { 1: null } },
    { current_version: 1, versions: [{ created_time: at }] },
    { current_version: 1, versions: { '01': { created_time: at }, 1: { created_time: at } } },
    { current_version: 1 },
    [],
    null,
    'text',
  ])('that cannot be are not believed: %j', async (data) => {
    server.mishap = () => says({ data });
    for (const asked of [store().history(aRef()), store().delete(aRef(), 1)])
      expect(await asked).toMatchObject({
        ok: false,
        failure: { kind: 'finding', code: 'unexpected-answer' },
      });
  });

  it('other than the one asked for, or than the next one, are not believed', async () => {
    const metadata = (version: unknown) => ({
      version,
      created_time: at,
      deletion_time: '',
      destroyed: false,
    });
    for (const version of [1, 3, 0, -2, '2', 2.5, null]) {
      server.mishap = () => says({ data: { data: aRecord(), metadata: metadata(version) } });
      expect(await store().read(aRef(), 2)).toMatchObject({ ok: false, failure: { kind: 'finding' } });
      server.mishap = ({ url }) =>
        url.includes('/ui/mounts') ? says({ errors: ['x'] }, 403) : says({ data: metadata(version) });
      expect(await store().writeIfVersion(aRef(), aRecord(), 1)).toMatchObject(
        version === 2 ? { ok: true } : { ok: false, failure: { kind: 'finding', code: 'unexpected-answer' } },
      );
    }
  });

  it('never are written but on the one the caller has read', async () => {
    const written: unknown[] = [];
    server.mishap = ({ method, text, url }) => {
      if (method === 'POST' && url.includes('/data/'))
        written.push((JSON.parse(text) as { options: unknown }).options);
      return says({ errors: ['check-and-set parameter did not match the current version'] }, 400);
    };
    server.mishap = (
      (inner) => (request: StoreRequest) =>
        request.url.includes('/ui/mounts')
          ? says({ data: { type: 'kv', options: { version: '2' } } })
          : inner(request)
    )(server.mishap);
    expect(await store().writeIfVersion(aRef(), aRecord(), 4)).toMatchObject({
      ok: false,
      failure: { kind: 'changed-there' },
    });
    expect(written).toEqual([{ cas: 4 }]);
  });
});

describe('any answer', () => {
  const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;
  it.each<[string, Mishap, string]>([
    [
      'a page',
      says('<html><body>Hello</body></html>', 200, { 'content-type': 'text/html' }),
      'web-page-answered',
    ],
    ['a redirect', says('', 302, { location: 'https://elsewhere.test/' }), 'redirected'],
    [
      'a redirect to another path there',
      says('', 307, { location: 'https://elsewhere.test/v1/sys/raw' }),
      'redirected',
    ],
    ['deep JSON', says(deep), 'unexpected-answer'],
    ['a list', says([]), 'unexpected-answer'],
    ['a number', says('1'), 'unexpected-answer'],
    ['nothing', says(''), 'unexpected-answer'],
    ['half of an answer', says('{"data":'), 'unexpected-answer'],
    ['too much', says(`{"data":"${'x'.repeat(2_000_000)}"}`), 'answer-too-large'],
    ['a fault', says({ errors: ['1 error occurred'] }, 500), 'server-error'],
    ['the token', says({ data: { name: TOKEN, keys: [TOKEN], versions: {} } }), 'unexpected-answer'],
  ])('%s is a finding, whatever was asked', async (_what, mishap, code) => {
    server.mishap = () => mishap;
    for (const asked of operations(store())) {
      const result = await asked();
      expect(result).toMatchObject({ ok: false, failure: { kind: 'finding', code } });
      expect(JSON.stringify(result)).not.toContain(TOKEN);
    }
    const foreign = server.requests.filter(({ url }) => !url.startsWith('/v1/'));
    expect(foreign).toEqual([]);
  });

  it.each([
    'location',
    'server',
    'via',
    'content-type',
    'www-authenticate',
    'retry-after',
    'x-cache',
    'date',
  ])('brings the token into no finding by its header %s', async (header) => {
    const values = [
      TOKEN,
      `https://${TOKEN}.test/v1/x`,
      `https://x.test/${TOKEN}?t=${TOKEN}`,
      `text/${TOKEN}`,
    ];
    for (const value of values)
      for (const status of [200, 302, 307, 401, 403, 429, 500, 503]) {
        server.mishap = () => says('<title>no</title>', status, { [header]: value });
        const [, , , read] = operations(store());
        const result = await read?.();
        expect(JSON.stringify(result).toLowerCase()).not.toContain(TOKEN);
      }
  });

  it('cannot name a person by the token, or by what cannot be printed', async () => {
    const named = (display_name: unknown) => {
      server.mishap = () => says({ data: { id: TOKEN, display_name, meta: null, expire_time: null } });
      return store().whoAmI();
    };
    for (const name of [TOKEN, `x${TOKEN}`, 'a\u202eb', 'a\nb', '', ' ', 5, null, 'x'.repeat(200)])
      expect(await named(name)).toMatchObject({ ok: false, failure: { code: 'unexpected-answer' } });
    expect(await named('Marie')).toMatchObject({ ok: true });
  });

  it('cannot keep an operation longer than it may take', async () => {
    let release: () => void = () => undefined;
    const until = new Promise<void>((resolve) => {
      release = resolve;
    });
    server.mishap = () => ({ kind: 'late', until });
    const began = performance.now();
    for (const asked of operations(store({ waitMs: 100, wholeMs: 150 })))
      expect(await asked()).toMatchObject({ ok: false, failure: { code: 'timed-out' } });
    expect(performance.now() - began).toBeLessThan(5000);
    release();
  });

  it('that never ends is given up as well', async () => {
    server.mishap = () => ({ kind: 'drip' });
    for (const asked of operations(store({ waitMs: 150, wholeMs: 300 })))
      expect(await asked()).toMatchObject({ ok: false, failure: { code: 'timed-out' } });
  });

  it('can be waited for no longer once it is cancelled', async () => {
    for (const at of [0, 1, 2, 3, 4, 5, 6]) {
      const cancel = new AbortController();
      let release: () => void = () => undefined;
      const until = new Promise<void>((resolve) => {
        release = resolve;
      });
      server.mishap = () => {
        cancel.abort();
        return { kind: 'late', until };
      };
      expect(await operations(store({ signal: cancel.signal }))[at]?.()).toMatchObject({
        ok: false,
        failure: { kind: 'finding', code: 'cancelled' },
      });
      release();
    }
  });
});

/** JSON of any shape, with the store's own names in it. */
function anything(random: Seeded, depth = 0): unknown {
  const texts = [
    '',
    'data',
    TOKEN,
    '../x',
    'a\u202eb',
    '00000000-0000-4000-8000-000000000000',
    '2026-11-30T08:00:00Z',
    'maple/',
    'permission denied',
    'Vault is sealed',
    '\u0000',
    '9'.repeat(30),
  ];
  const kind = random.whole(0, depth > 3 ? 3 : 5);
  if (kind === 0) return random.pick([null, true, false]);
  if (kind === 1) return random.pick([0, 1, 2, -1, 1.5, 2 ** 53, 1e308]);
  if (kind <= 3) return random.pick(texts);
  if (kind === 4) return Array.from({ length: random.whole(0, 3) }, () => anything(random, depth + 1));
  const names = [
    'data',
    'keys',
    'metadata',
    'versions',
    'version',
    'current_version',
    'created_time',
    'deletion_time',
    'custom_metadata',
    'errors',
    'auth',
    '1',
    '2',
    '__proto__',
    'expire_time',
    'display_name',
    'meta',
  ];
  return Object.fromEntries(
    Array.from({ length: random.whole(0, 5) }, () => [random.pick(names), anything(random, depth + 1)]),
  );
}

it('made at random gives a result of the contract, without the token, and never throws', async () => {
  const random = chosenSeed('hostile store');
  server.mishap = () =>
    says(anything(random), random.pick([200, 200, 200, 204, 400, 403, 404, 405, 429, 472, 500, 503]));
  for (let round = 0; round < 60; round += 1) {
    for (const asked of operations(store())) {
      const result = await asked();
      expect(JSON.stringify(result)).not.toContain(TOKEN);
      if (!result.ok || result.value === null || typeof result.value !== 'object') continue;
      if ('records' in result.value)
        for (const { ref, about } of result.value.records) {
          expect(isFolder(ref.folder)).toBe(true);
          expect(isPrintable(about?.name ?? '')).toBe(true);
        }
    }
  }
  expect(server.requests.filter(({ url }) => !url.startsWith('/v1/'))).toEqual([]);
});
