import { ok } from '@contract/result';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HttpsClient } from '../../../electron/http/client';
import { Network } from '../../../electron/http/network';
import { Kv2Store } from '../../../electron/shared-store/kv2';
import { recordPath, type StorePlace } from '../../../electron/shared-store/place';
import { signInToStore, unwrapSecretId } from '../../../electron/shared-store/sign-in';
import { StoreLine } from '../../../electron/shared-store/store-line';
import { testStore } from '../../../electron/shared-store/test-store';
import {
  type JudgedStore,
  namesARealStore,
  realStoreToJudge,
  testStoreToJudge,
} from '../../support/judged-store';
import { aRecord, aRef, networkPorts } from '../../support/shared-store';
import { hvac, nodeVaultClient, type VaultClient } from '../../support/vault-clients';

/*
 * The store's protocol, as two clients that nobody here wrote see it, and our adapter beside them: what one writes, the
 * others read. The test server runs always; a real OpenBao or Vault if the environment names one
 * (docs/vendors/shared-store.md#against-a-real-server).
 */

// Debian's package is only there.
const hasHvac = process.platform === 'linux';

describe('the test server', () => judged(testStoreToJudge));
describe.skipIf(!namesARealStore)('a real server', () => judged(realStoreToJudge));

function judged(start: () => Promise<JudgedStore>): void {
  let store: JudgedStore;
  beforeAll(async () => {
    store = await start();
  });
  afterAll(() => store.stop());

  const place = (): StorePlace => ({
    address: store.address,
    mount: store.mount,
    prefix: 'school-api',
    namespace: null,
  });
  const httpsClient = () => new HttpsClient(new Network(networkPorts(), store.roots), 'test', Date.now);
  const adapter = (token = store.editor) =>
    new Kv2Store({
      place: place(),
      client: httpsClient(),
      token: () => token,
      now: Date.now,
      signal: new AbortController().signal,
    });
  const waiting = () => ({ waitMs: 10_000, signal: new AbortController().signal });
  const signInPorts = () => ({ line: new StoreLine(place(), httpsClient()), waiting, browser: null });

  describe.each<[string, (reached: JudgedStore) => VaultClient, boolean]>([
    ['hvac', hvac, hasHvac],
    ['node-vault', nodeVaultClient, true],
  ])('with %s', (_name, begin, isThere) => {
    if (!isThere) {
      it.skip('is a Debian package', () => undefined);
      return;
    }
    let client: VaultClient;
    beforeEach(async () => {
      client = begin(store);
      await client.ask({ do: 'token', token: store.editor });
    });
    afterEach(() => client.stop());
    /** A path of its own, below the mount. */
    const somewhere = () => {
      const ref = aRef();
      const { mount } = store;
      return { ref, mount, path: recordPath(place(), 'data', ref).slice(`${mount}/data/`.length) };
    };
    const conflict = {
      status: 400,
      errors: [expect.stringContaining('check-and-set parameter did not match the current version')],
    };
    const denied = { status: 403, errors: [expect.stringContaining('permission denied')] };

    it('writes only over the version it names', async () => {
      const at = somewhere();
      expect(await client.ask({ do: 'write', ...at, data: { a: '1' }, cas: 0 })).toEqual({ ok: 1 });
      for (const cas of [0, 2])
        expect(await client.ask({ do: 'write', ...at, data: { a: '2' }, cas })).toEqual(conflict);
      expect(await client.ask({ do: 'write', ...at, data: { a: '2' } })).toEqual({
        status: 400,
        errors: [expect.stringContaining('check-and-set parameter required for this call')],
      });
      expect(await client.ask({ do: 'write', ...at, data: { a: '2' }, cas: 1 })).toEqual({ ok: 2 });
      expect(await client.ask({ do: 'read', ...at })).toMatchObject({
        ok: { data: { a: '2' }, metadata: { version: 2, deletion_time: '', destroyed: false } },
      });
      expect(await client.ask({ do: 'read', ...at, version: 1 })).toMatchObject({ ok: { data: { a: '1' } } });
      expect(await client.ask({ do: 'read', ...at, version: 3 })).toMatchObject({ status: 404 });
    });

    it('deletes versions, brings them back, and destroys them', async () => {
      const at = somewhere();
      await client.ask({ do: 'write', ...at, data: { a: '1' }, cas: 0 });
      await client.ask({ do: 'write', ...at, data: { a: '2' }, cas: 1 });
      expect(await client.ask({ do: 'delete', ...at, versions: [2] })).toEqual({ ok: null });
      expect(await client.ask({ do: 'read', ...at })).toMatchObject({ status: 404 });
      expect(await client.ask({ do: 'read', ...at, version: 1 })).toMatchObject({ ok: { data: { a: '1' } } });
      expect(await client.ask({ do: 'write', ...at, data: { a: '3' }, cas: 0 })).toEqual(conflict);
      expect(await client.ask({ do: 'undelete', ...at, versions: [2] })).toEqual({ ok: null });
      expect(await client.ask({ do: 'read', ...at })).toMatchObject({ ok: { data: { a: '2' } } });
      expect(await client.ask({ do: 'destroy', ...at, versions: [1] })).toEqual(denied);
      await client.ask({ do: 'token', token: store.rootToken });
      expect(await client.ask({ do: 'destroy', ...at, versions: [1] })).toEqual({ ok: null });
      expect(await client.ask({ do: 'metadata', ...at })).toMatchObject({
        ok: {
          current_version: 2,
          versions: { 1: { destroyed: true }, 2: { destroyed: false, deletion_time: '' } },
        },
      });
      expect(await client.ask({ do: 'remove', ...at })).toEqual({ ok: null });
      expect(await client.ask({ do: 'metadata', ...at })).toMatchObject({ status: 404 });
      expect(await client.ask({ do: 'write', ...at, data: { a: '4' }, cas: 0 })).toEqual({ ok: 1 });
    });

    it('lists names and folders, and describes what is there', async () => {
      const { ref, ...at } = somewhere();
      await client.ask({ do: 'write', ...at, data: {}, cas: 0 });
      await client.ask({ do: 'write', ...at, path: `${at.path}/below`, data: {}, cas: 0 });
      const listed = await client.ask({ do: 'list', mount: at.mount, path: `school-api/${ref.folder}` });
      expect(listed).toMatchObject({ ok: expect.arrayContaining([ref.id, `${ref.id}/`]) });
      expect(await client.ask({ do: 'list', mount: at.mount, path: 'school-api/nothing' })).toMatchObject({
        status: 404,
      });
      expect(await client.ask({ do: 'describe', ...at, custom: { name: 'École' } })).toEqual({ ok: null });
      expect(await client.ask({ do: 'metadata', ...at })).toMatchObject({
        ok: { custom_metadata: { name: 'École' } },
      });
      for (const custom of [
        { name: '' },
        { name: 'a\u00a0b' },
        { name: 'x'.repeat(513) },
        { ['x'.repeat(129)]: 'a' },
      ])
        expect(await client.ask({ do: 'describe', ...at, custom })).toMatchObject({ status: 400 });
      const many = Object.fromEntries(Array.from({ length: 65 }, (_, count) => [`k${count}`, 'v']));
      expect(await client.ask({ do: 'describe', ...at, custom: many })).toMatchObject({ status: 400 });
    });

    it('is refused what its policies do not allow', async () => {
      const at = somewhere();
      await client.ask({ do: 'write', ...at, data: { a: '1' }, cas: 0 });
      await client.ask({ do: 'token', token: store.reader });
      expect(await client.ask({ do: 'read', ...at })).toMatchObject({ ok: { data: { a: '1' } } });
      expect(await client.ask({ do: 'write', ...at, data: { a: '2' }, cas: 1 })).toEqual(denied);
      expect(await client.ask({ do: 'delete', ...at, versions: [1] })).toEqual(denied);
      expect(await client.ask({ do: 'read', mount: at.mount, path: 'elsewhere' })).toEqual(denied);
      expect(await client.ask({ do: 'read', mount: 'no-such-mount', path: 'x' })).toEqual(denied);
      const paths = [`${at.mount}/data/${at.path}`, `${at.mount}/metadata/school-api/`, `${at.mount}/data/x`];
      expect(await client.ask({ do: 'capabilities', paths })).toMatchObject({
        ok: { [paths[0] ?? '']: ['read'], [paths[1] ?? '']: ['list', 'read'], [paths[2] ?? '']: ['deny'] },
      });
      await client.ask({ do: 'token', token: 'hvs.not-a-token' });
      expect(await client.ask({ do: 'read', ...at })).toEqual(denied);
      expect(await client.ask({ do: 'whoAmI' })).toMatchObject({ status: 403 });
      await client.ask({ do: 'token', token: store.rootToken });
      expect(await client.ask({ do: 'read', mount: 'no-such-mount', path: 'x' })).toMatchObject({
        status: 404,
        errors: [expect.stringContaining('no handler for route')],
      });
    });

    it('signs in as a person and as a role, and opens a wrapped secret once', async () => {
      const { mount, user, password } = store.users;
      const person = await client.ask({ do: 'loginUser', mount, user, password });
      if (!('ok' in person)) throw new Error(JSON.stringify(person));
      await client.ask({ do: 'token', token: String(person.ok) });
      expect(await client.ask({ do: 'whoAmI' })).toMatchObject({
        ok: { meta: { username: user }, expire_time: expect.stringMatching(/^\d{4}-.*/) },
      });
      expect(await client.ask({ do: 'loginUser', mount, user, password: 'wrong' })).toMatchObject({
        status: 400,
      });
      const token = await store.wrappedSecretId();
      const opened = await client.ask({ do: 'unwrap', token });
      const { secret_id: secretId } = ('ok' in opened ? opened.ok : {}) as { readonly secret_id: string };
      expect(await client.ask({ do: 'unwrap', token })).toMatchObject({ status: 400 });
      const { mount: roles, roleId } = store.role;
      const role = await client.ask({ do: 'loginRole', mount: roles, roleId, secretId });
      expect(role).toEqual({ ok: expect.stringMatching(/\S/) });
      const wrong = await client.ask({ do: 'loginRole', mount: roles, roleId, secretId: 'wrong' });
      expect(wrong).toMatchObject({
        status: 400,
        errors: [expect.stringMatching(/invalid (?:role or )?secret/i)],
      });
      expect(await client.ask({ do: 'health' })).toMatchObject({ ok: { initialized: true, sealed: false } });
    });

    it('reads what our adapter writes, and the adapter what it writes', async () => {
      const { ref, ...at } = somewhere();
      const record = aRecord({ name: 'École Érable', next: undefined });
      expect(await adapter().writeIfVersion(ref, record, 0)).toEqual({ ok: true, value: 1 });
      expect(await client.ask({ do: 'read', ...at })).toMatchObject({
        ok: { data: JSON.parse(JSON.stringify(record)) as object, metadata: { version: 1 } },
      });
      expect(await client.ask({ do: 'metadata', ...at })).toMatchObject({
        ok: { custom_metadata: { name: 'École Érable', system: 'oneroster', forVersion: '1' } },
      });
      const changed = aRecord({ name: 'By another client' });
      expect(await client.ask({ do: 'write', ...at, data: changed, cas: 1 })).toEqual({ ok: 2 });
      expect(await adapter().writeIfVersion(ref, record, 1)).toMatchObject({
        ok: false,
        failure: { kind: 'changed-there' },
      });
      expect(await adapter().read(ref)).toMatchObject({ ok: true, value: { record: changed, version: 2 } });
      // It did not describe what it wrote, and the list says so.
      const listed = await adapter().list(ref.folder);
      const row = listed.ok ? listed.value.records.find((one) => one.ref.id === ref.id) : undefined;
      expect(row).toMatchObject({ version: 2, about: { name: 'École Érable', forVersion: 1 } });
      expect(await client.ask({ do: 'delete', ...at, versions: [2] })).toEqual({ ok: null });
      expect(await adapter().read(ref)).toMatchObject({ ok: false, failure: { kind: 'gone', version: 2 } });
      expect(await adapter().writeIfVersion(ref, record, 2)).toEqual({ ok: true, value: 3 });
      expect(await adapter().delete(ref, 3)).toEqual({ ok: true, value: null });
      expect(await client.ask({ do: 'read', ...at })).toMatchObject({ status: 404 });
      expect(await adapter().history(ref)).toMatchObject({
        ok: true,
        value: [
          { version: 3, goneAt: expect.any(String) },
          { version: 2, goneAt: expect.any(String) },
          { version: 1, goneAt: null },
        ],
      });
    });
  });

  describe('with our adapter', () => {
    it('finds its rights, and that they are real', async () => {
      const ref = aRef();
      expect(await adapter().rights('maple')).toEqual({
        ok: true,
        value: { list: true, read: true, write: true, delete: true },
      });
      expect(await adapter(store.reader).rights('maple')).toEqual({
        ok: true,
        value: { list: true, read: true, write: false, delete: false },
      });
      expect(await adapter(store.reader).writeIfVersion(ref, aRecord(), 0)).toMatchObject({
        ok: false,
        failure: { kind: 'finding', code: 'store-not-permitted' },
      });
      expect(await adapter('hvs.not-a-token').read(ref)).toMatchObject({
        ok: false,
        failure: { kind: 'finding', code: 'store-sign-in-ended' },
      });
      expect(await adapter().read(ref)).toEqual({ ok: false, failure: { kind: 'absent' } });
    });

    it('passes its own test, from the address to the rights', async () => {
      const { outcome, steps, identity } = await testStore({
        place: place(),
        signIn: () => store.editor,
        network: networkPorts(),
        extraRoots: store.roots,
        appVersion: '0',
        now: Date.now,
        signal: new AbortController().signal,
      });
      expect(steps.filter((step) => step.outcome !== 'passed').map(({ id, code }) => [id, code])).toEqual([
        ['data', null],
      ]);
      expect(outcome).toBe('passed');
      expect(identity?.person).toMatch(/token/);
    });

    it('signs in as the nightly job, with a secret that was wrapped', async () => {
      const { mount, roleId } = store.role;
      const token = await store.wrappedSecretId();
      const secretId = await unwrapSecretId(async () => ok(token), mount, signInPorts());
      if (!secretId.ok) throw new Error(JSON.stringify(secretId.failure));
      const way = { way: 'app-role', mount, roleId, secretId: async () => secretId } as const;
      expect(await signInToStore(way, signInPorts())).toMatchObject({
        ok: true,
        value: { identity: { person: 'nightly' } },
      });
      expect(await unwrapSecretId(async () => ok(token), mount, signInPorts())).toMatchObject({
        ok: false,
        failure: { code: 'store-sign-in-rejected', facts: { problem: 'unwrapped' } },
      });
    });

    it('signs in as a person, and is rejected with another password', async () => {
      const { mount, user, password } = store.users;
      const way = (entered: string) =>
        ({ way: 'ldap', mount, user, password: async () => ok(entered) }) as const;
      expect(await signInToStore(way(password), signInPorts())).toMatchObject({
        ok: true,
        value: { identity: { person: user } },
      });
      expect(await signInToStore(way('wrong'), signInPorts())).toMatchObject({
        ok: false,
        failure: { code: 'store-sign-in-rejected' },
      });
    });
  });
}
