import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { adapterFor, aRecord, aRef, clientFor, placeAt } from '../../support/shared-store';

let server: KvStore;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
  server.allow('editor', {
    'secret/data/school-api/*': ['create', 'read', 'update'],
    'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
    'secret/delete/school-api/*': ['update'],
  });
  server.allow('reader', {
    'secret/data/school-api/*': ['read'],
    'secret/metadata/school-api/*': ['list', 'read'],
  });
  server.allow('names', { 'secret/metadata/school-api/*': ['list', 'read'] });
});
afterEach(() => server.stop());

const editor = () =>
  adapterFor(server, server.makeToken(['editor'], 3600, 'ldap-marie', { username: 'marie' }));
const reader = () => adapterFor(server, server.makeToken(['reader']));

const written = async (store = editor(), ref = aRef(), record = aRecord()) => {
  const made = await store.writeIfVersion(ref, record, 0);
  expect(made).toEqual({ ok: true, value: 1 });
  return { ref, record };
};

describe('one record', () => {
  it('is written, read, changed, deleted and restored', async () => {
    const store = editor();
    const { ref, record } = await written(store);
    expect(await store.read(ref)).toMatchObject({ ok: true, value: { record, version: 1 } });
    const changed = { ...record, secrets: { clientSecret: 'another-secret' } };
    expect(await store.writeIfVersion(ref, changed, 1)).toEqual({ ok: true, value: 2 });
    expect(await store.read(ref)).toMatchObject({ ok: true, value: { record: changed, version: 2 } });
    expect(await store.read(ref, 1)).toMatchObject({ ok: true, value: { record, version: 1 } });
    expect(await store.delete(ref, 1)).toEqual({ ok: false, failure: { kind: 'changed-there', version: 2 } });
    expect(await store.delete(ref, 2)).toEqual({ ok: true, value: null });
    const gone = await store.read(ref);
    expect(gone).toMatchObject({ ok: false, failure: { kind: 'gone', version: 2, at: expect.any(String) } });
    expect(await store.delete(ref, 2)).toMatchObject({ ok: false, failure: { kind: 'gone', version: 2 } });
    expect(await store.history(ref)).toMatchObject({
      ok: true,
      value: [
        { version: 2, goneAt: expect.any(String), isDestroyed: false },
        { version: 1, goneAt: null, isDestroyed: false },
      ],
    });
    expect(await store.writeIfVersion(ref, record, 2)).toEqual({ ok: true, value: 3 });
    expect(await store.read(ref)).toMatchObject({ ok: true, value: { record, version: 3 } });
  });

  it('is not overwritten by who has not read the newest version', async () => {
    const store = editor();
    const { ref, record } = await written(store);
    for (const version of [0, 2, 7])
      expect(await store.writeIfVersion(ref, aRecord({ name: 'Other' }), version)).toEqual({
        ok: false,
        failure: { kind: 'changed-there', version: null },
      });
    expect(await store.read(ref)).toMatchObject({ ok: true, value: { record, version: 1 } });
  });

  it('is absent, or not understood', async () => {
    const store = editor();
    const ref = aRef();
    for (const asked of [store.read(ref), store.delete(ref, 1), store.history(ref)])
      expect(await asked).toEqual({ ok: false, failure: { kind: 'absent' } });
    const token = server.rootToken;
    const client = clientFor(server.root);
    await client.request(
      `${server.origin}/v1/secret/data/school-api/${ref.folder}/${ref.id}`,
      {
        method: 'POST',
        headers: { 'x-vault-token': token },
        body: JSON.stringify({ data: { any: 'thing' } }),
      },
      { waitMs: 2000, signal: new AbortController().signal },
    );
    expect(await store.read(ref)).toEqual({ ok: false, failure: { kind: 'not-understood', version: 1 } });
  });

  it('shows in a list what its last writer wrote, without a request for a secret', async () => {
    const store = editor();
    const next = {
      values: {},
      secrets: { clientSecret: 'new' },
      startedBy: 'Marie',
      startedAt: '2026-11-30T10:40:00.000Z',
    };
    // Names may hold blanks that the store does not take.
    const { ref } = await written(store, aRef(), aRecord({ name: 'École\u00a0Érable « 1 »', next }));
    const secondFolder = await written(store, aRef('ontario/maple'));
    const inRoot = await written(store, aRef(''));
    server.requests.length = 0;
    const listed = await store.list('');
    expect(server.requests.filter(({ url }) => url.includes('/data/'))).toEqual([]);
    if (!listed.ok) throw new Error(JSON.stringify(listed.failure));
    expect(listed.value.otherEntries).toBe(0);
    expect(listed.value.records).toHaveLength(3);
    expect(listed.value.records).toContainEqual({
      ref,
      version: 1,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      isGone: false,
      about: {
        system: 'oneroster',
        name: 'École Érable « 1 »',
        environment: 'production',
        changedBy: 'marie',
        expires: null,
        replacedBy: 'Marie',
        forVersion: 1,
      },
    });
    const below = await store.list('ontario');
    expect(below).toMatchObject({ ok: true, value: { records: [{ ref: secondFolder.ref }] } });
    expect(listed.value.records.map((one) => one.ref)).toContainEqual(inRoot.ref);
    expect(await store.list('empty')).toEqual({ ok: true, value: { records: [], otherEntries: 0 } });
  });

  it('shows in a list that its writer was interrupted between the two writes', async () => {
    const store = editor();
    const { ref, record } = await written(store);
    server.mishap = ({ method, url }) =>
      method === 'POST' && url.includes('/metadata/') ? { kind: 'lost' } : null;
    expect(await store.writeIfVersion(ref, { ...record, name: 'Changed' }, 1)).toEqual({
      ok: true,
      value: 2,
    });
    const listed = await store.list('');
    expect(listed).toMatchObject({
      ok: true,
      value: { records: [{ version: 2, about: { name: record.name, forVersion: 1 } }] },
    });
  });
});

describe('rights', () => {
  it('are told as the policies give them', async () => {
    const none = adapterFor(server, server.makeToken([]));
    const names = adapterFor(server, server.makeToken(['names']));
    const root = adapterFor(server, server.rootToken);
    const all = { list: true, read: true, write: true, delete: true };
    expect(await editor().rights('maple')).toEqual({ ok: true, value: all });
    expect(await root.rights('')).toEqual({ ok: true, value: all });
    const only = { list: true, read: true, write: false, delete: false };
    expect(await reader().rights('maple')).toEqual({ ok: true, value: only });
    expect(await names.rights('maple')).toEqual({ ok: true, value: { ...only, read: false } });
    expect(await none.rights('maple')).toEqual({
      ok: true,
      value: { list: false, read: false, write: false, delete: false },
    });
  });

  it('are refused by the store, whatever was asked before', async () => {
    const { ref, record } = await written();
    const refused = { ok: false, failure: { kind: 'finding', code: 'store-not-permitted' } };
    expect(await reader().writeIfVersion(ref, record, 1)).toMatchObject(refused);
    expect(await reader().delete(ref, 1)).toMatchObject(refused);
    const names = adapterFor(server, server.makeToken(['names']));
    expect(await names.read(ref)).toMatchObject(refused);
    expect(await names.list('')).toMatchObject({ ok: true, value: { records: [{ ref }] } });
    expect(await adapterFor(server, server.makeToken([])).list('')).toMatchObject(refused);
  });
});

it('leaves folders out that are for others, and says how many', async () => {
  const { ref } = await written(editor(), aRef('maple'));
  await written(editor(), aRef('oak'));
  await written(editor(), aRef(''));
  server.allow('maple', {
    'secret/metadata/school-api': ['list'],
    'secret/metadata/school-api/maple/*': ['list', 'read'],
  });
  const token = server.makeToken(['maple']);
  const store = adapterFor(server, token);
  expect(await store.list('')).toMatchObject({ ok: true, value: { records: [{ ref }], otherEntries: 2 } });
  expect(await store.list('oak')).toMatchObject({ ok: false, failure: { code: 'store-not-permitted' } });
  // Also if it ends just after the store was asked about it.
  server.mishap = ({ url }) => {
    if (url.includes('/metadata/') && server.requests.some((one) => one.url.endsWith('/lookup-self')))
      server.revoke(token);
    return null;
  };
  server.requests.length = 0;
  expect(await adapterFor(server, token).list('')).toMatchObject({
    ok: false,
    failure: { code: 'store-sign-in-ended' },
  });
});

describe('the sign-in', () => {
  it('says who it is, and until when', async () => {
    expect(await editor().whoAmI()).toMatchObject({
      ok: true,
      value: { person: 'marie', until: expect.stringMatching(/Z$/) },
    });
    expect(await adapterFor(server, server.rootToken).whoAmI()).toEqual({
      ok: true,
      value: { person: 'root', until: null },
    });
  });

  it('ends, and is told from a missing right', async () => {
    const { ref, record } = await written();
    const token = server.makeToken(['editor']);
    const store = adapterFor(server, token);
    expect(await store.whoAmI()).toMatchObject({ ok: true });
    server.revoke(token);
    const ended = { ok: false, failure: { kind: 'finding', code: 'store-sign-in-ended' } };
    for (const asked of [
      () => store.whoAmI(),
      () => store.rights(''),
      () => store.list(''),
      () => store.read(ref),
      () => store.writeIfVersion(ref, record, 1),
      () => store.delete(ref, 1),
      () => store.history(ref),
    ])
      expect(await asked()).toMatchObject(ended);
  });

  it('that was forgotten sends nothing', async () => {
    const store = adapterFor(server, '', { token: () => null });
    expect(await store.list('')).toMatchObject({ ok: false, failure: { code: 'store-sign-in-ended' } });
    expect(server.requests).toEqual([]);
  });

  it('goes with each request, and names no page and no namespace unless there is one', async () => {
    const token = server.makeToken(['editor']);
    await adapterFor(server, token).list('');
    server.namespaces.add('team');
    await adapterFor(server, token, { place: placeAt(server.origin, { namespace: 'team' }) }).list('');
    const [one, other] = server.requests;
    expect(one?.headers).toMatchObject({ 'x-vault-token': token, 'x-vault-request': 'true' });
    expect(one?.headers).not.toHaveProperty('x-vault-namespace');
    expect(other?.headers).toMatchObject({ 'x-vault-namespace': 'team' });
  });
});

describe('the state of the store', () => {
  const states = {
    sealed: 'store-sealed',
    'not-initialized': 'store-not-set-up',
    'standby-redirecting': 'store-standby',
    'standby-alone': 'store-standby',
  } as const;
  it.each(Object.entries(states))('%s is %s', async (state, code) => {
    const { ref, record } = await written();
    server.state = state as keyof typeof states;
    const store = editor();
    for (const asked of [
      store.list(''),
      store.read(ref),
      store.writeIfVersion(ref, record, 1),
      store.whoAmI(),
    ])
      expect(await asked).toMatchObject({ ok: false, failure: { kind: 'finding', code } });
  });

  it('does not matter on a standby that forwards', async () => {
    const { ref } = await written();
    server.state = 'standby';
    expect(await editor().read(ref)).toMatchObject({ ok: true });
  });

  it('may be that a mount is being prepared', async () => {
    const text =
      'Upgrading from non-versioned to versioned data. This backend will be unavailable for a brief period and will resume service shortly.';
    server.mishap = () => ({ kind: 'answer', status: 400, body: JSON.stringify({ errors: [text] }) });
    const store = editor();
    for (const asked of [store.list(''), store.read(aRef()), store.history(aRef())])
      expect(await asked).toMatchObject({ ok: false, failure: { kind: 'finding', code: 'server-error' } });
  });

  it('an unknown namespace and a missing mount are told as such', async () => {
    const of = (others: Parameters<typeof placeAt>[1]) =>
      adapterFor(server, server.rootToken, { place: placeAt(server.origin, others) });
    const failure = (code: string) => ({ ok: false, failure: { kind: 'finding', code } });
    expect(await of({ namespace: 'nobody' }).list('')).toMatchObject(failure('store-namespace-unknown'));
    expect(await of({ mount: 'elsewhere' }).list('')).toMatchObject(failure('store-place-missing'));
    expect(await of({ mount: 'elsewhere' }).read(aRef())).toMatchObject(failure('store-place-missing'));
  });

  it('nothing is written to version 1, and none is read as a record', async () => {
    server.mountKv('first', '1');
    const place = placeAt(server.origin, { mount: 'first' });
    const store = adapterFor(server, server.rootToken, { place });
    const other = { ok: false, failure: { kind: 'finding', code: 'store-other-version' } };
    expect(await store.writeIfVersion(aRef(), aRecord(), 0)).toMatchObject(other);
    expect(server.requests.filter(({ method }) => method === 'POST')).toEqual([]);
    // A policy may hide what the mount is; the write's answer then tells.
    server.mishap = ({ url }) =>
      url.includes('/ui/mounts') ? { kind: 'answer', status: 403, body: '{"errors":["preflight"]}' } : null;
    const ref = aRef();
    expect(await store.writeIfVersion(ref, aRecord(), 0)).toMatchObject(other);
    expect(await store.read(ref)).toMatchObject(other);
  });
});
