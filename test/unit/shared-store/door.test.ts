import { ok } from '@contract/result';
import type { StoreSettings } from '@contract/shared-store';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Door } from '../../../electron/shared-store/door';
import { aConnection } from '../../fakes/connections';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { networkPorts } from '../../support/shared-store';
import { openWizard } from '../../support/sharing-wizard';
import { temporaryFolder } from '../../support/temporary-folder';

/* Two wizards and the strict server: the service, the door and the adapter together. */

let server: KvStore;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
  server.allow('editor', {
    'secret/data/school-api/*': ['create', 'read', 'update'],
    'secret/delete/school-api/*': ['update'],
    'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
  });
});
afterEach(() => server.stop());

const signal = new AbortController().signal;
const settings = (): StoreSettings => ({
  address: server.origin,
  mount: 'secret',
  prefix: 'school-api',
  namespace: null,
  signIn: { way: 'token' },
});

function wizard(person: string) {
  const door = new Door({
    network: async () => networkPorts(),
    appVersion: '0',
    browser: null,
    extraRoots: [server.root],
  });
  const made = openWizard({ folder: temporaryFolder(), door });
  expect(made.shared.setUp(settings())).toEqual(ok(null));
  const token = server.makeToken(['editor'], 3600, `ldap-${person}`, { username: person });
  return { ...made, token };
}

it('shares a connection from one to the other and back', async () => {
  const [marie, paul] = [wizard('marie'), wizard('paul')];
  for (const one of [marie, paul]) {
    const entered = await one.shared.signIn({ way: 'token', token: one.token }, { signal });
    expect(entered).toMatchObject({ ok: true });
  }
  const connection = aConnection({
    system: 'powerschool',
    boardNumber: '',
    values: { serverUrl: 'https://sis.example', clientId: 'maple' },
  });
  const { id } = connection;
  const [ref, secret] = [
    { folder: 'Maple DSB', id },
    { connection: id, field: 'clientSecret' },
  ];
  marie.connections.create(connection);
  await marie.vault.save(secret, 'first', ['https://sis.example']);
  expect(await marie.shared.publish([id], ref.folder)).toEqual([{ id, result: ok(null) }]);

  expect((await paul.shared.refresh()).ok).toBe(true);
  expect(paul.shared.view().rows).toMatchObject([{ id, standing: 'not-here', there: { by: 'marie' } }]);
  const offered = await paul.shared.offer(ref);
  expect(offered).toMatchObject({ value: { origins: ['https://sis.example'], written: { version: 1 } } });
  expect(await paul.shared.bring(ref, { version: 1, origins: ['https://sis.example'] })).toEqual(
    ok('pulled'),
  );
  expect(await paul.vault.reveal(secret)).toEqual(ok('first'));
  await paul.vault.save(secret, 'second', ['https://sis.example']);
  expect(await paul.shared.keepInStep(null)).toEqual([{ id, result: ok('pushed') }]);

  await marie.shared.refresh();
  expect(marie.shared.view().rows).toMatchObject([{ standing: 'changed-there', there: { by: 'paul' } }]);
  expect(await marie.shared.keepInStep(null)).toEqual([{ id, result: ok('pulled') }]);
  expect(await marie.vault.reveal(secret)).toEqual(ok('second'));
  await marie.shared.refresh();
  expect(marie.shared.view().rows).toMatchObject([{ standing: 'in-step' }]);
  expect(await marie.shared.keepInStep(null)).toEqual([]);

  expect(await marie.shared.restore(ref, 1, 2)).toEqual(ok('pulled'));
  expect(await marie.vault.reveal(secret)).toEqual(ok('first'));
  expect(await marie.shared.deleteThere(ref, 3)).toEqual(ok(null));
  await paul.shared.refresh();
  expect(paul.shared.view().rows).toMatchObject([{ standing: 'gone-there' }]);
});

it('tests the store with what is entered, and stays signed in', async () => {
  const marie = wizard('marie');
  const steps: string[] = [];
  const tested = await marie.shared.test(
    { way: 'token', token: marie.token },
    { onStep: ({ id, outcome }) => steps.push(`${id} ${outcome}`), signal },
  );
  expect(tested).toMatchObject({ value: { outcome: 'passed' } });
  expect(steps).toContain('sign-in passed');
  expect(marie.shared.view().session).toMatchObject({ person: 'marie' });
  expect(await marie.shared.test(null, { signal })).toMatchObject({ value: { outcome: 'passed' } });
  marie.shared.signOut();
  const without = await marie.shared.test(null, { signal });
  expect(without.ok && without.value.steps.find(({ id }) => id === 'sign-in')?.outcome).toBe('not-tried');
});

it('does not sign in with a token that is not one', async () => {
  const marie = wizard('marie');
  expect(await marie.shared.signIn({ way: 'token', token: 'hvs.wrong' }, { signal })).toMatchObject({
    failure: { code: 'finding', finding: 'store-sign-in-rejected' },
  });
  expect(await marie.shared.refresh()).toMatchObject({ failure: { code: 'not-signed-in' } });
  expect(await marie.shared.signIn({ way: 'app-role' }, { signal })).toMatchObject({
    failure: { code: 'secret-unreadable' },
  });
});
