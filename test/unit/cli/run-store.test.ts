import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { noPolicies } from '@contract/policies';
import { ok } from '@contract/result';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readArguments } from '../../../electron/cli/arguments';
import { runStore } from '../../../electron/cli/run-store';
import { savedConnections } from '../../../electron/cli/saved';
import { sharedToCheck } from '../../../electron/cli/shared-checks';
import { sharedHere } from '../../../electron/cli/shared-here';
import { aConnection } from '../../fakes/connections';
import { FakeCipher } from '../../fakes/secret-cipher';
import { type KvStore, startKvStore } from '../../servers/kv-store';
import { adapterFor, appRole, aRecord, networkPorts } from '../../support/shared-store';
import { temporaryFolder } from '../../support/temporary-folder';

const ORIGIN = 'https://sis.example';
let server: KvStore;
let folder: string;
let cipher: FakeCipher;
beforeEach(async () => {
  server = await startKvStore();
  server.mountKv('secret');
  server.allow('editor', {
    'secret/data/school-api/*': ['create', 'read', 'update'],
    'secret/metadata/school-api/*': ['list', 'read', 'create', 'update'],
  });
  folder = temporaryFolder();
  cipher = new FakeCipher();
});
afterEach(() => server.stop());

const here = (readOnly = false) =>
  sharedHere({
    folder,
    cipher,
    policies: noPolicies,
    network: async () => networkPorts(),
    appVersion: '0',
    extraRoots: [server.root],
    readOnly,
  });

/** What one command prints, complains of and ends with. */
async function run(line: string, input = '') {
  const command = readArguments(line.split(' '));
  if (command.kind !== 'store') throw new Error(`Not understood: ${JSON.stringify(command)}`);
  const printed: string[] = [];
  const complained: string[] = [];
  const status = await runStore(command, {
    input: Readable.from([input]),
    print: (text) => printed.push(text),
    complain: (text) => complained.push(text),
    language: 'en',
    signal: new AbortController().signal,
    path: (file) => file,
    readCertificates: async () => ok([]),
    open: () => here(),
  });
  return { status, printed: printed.join(''), complained: complained.join('\n') };
}

const role = () => appRole(server, ['editor']);
const login = (roleId: string, secretId: string, more = '') =>
  run(`store login --address ${server.origin} --role-id ${roleId}${more}`, `${secretId}\n`);

const ref = (id: string) => ({ folder: 'maple', id });
const record = (others = {}) =>
  aRecord({
    system: 'powerschool',
    name: 'Maple',
    values: { serverUrl: ORIGIN, clientId: 'maple' },
    secrets: { clientSecret: 'throwaway-secret' },
    ...others,
  });
const write = (id: string, version: number, others = {}) =>
  adapterFor(server, server.makeToken(['editor'], 3600, 'ldap-marie', { username: 'marie' })).writeIfVersion(
    ref(id),
    record(others),
    version,
  );
const { id } = aConnection();

describe('signing in', () => {
  it('keeps the secret of a role, and never in clear', async () => {
    const { roleId, makeSecretId } = await role();
    const secretId = await makeSecretId();
    expect(await login(roleId, secretId)).toMatchObject({ status: 0, complained: '' });
    expect(readFileSync(join(folder, 'shared.json'), 'utf8')).not.toContain(secretId);
    expect(await run('store status')).toMatchObject({ status: 0, complained: '' });
    const told = await run('store status --json');
    expect(JSON.parse(told.printed)).toMatchObject({ version: 1, outcome: 'passed' });
  });

  it('opens a wrapped one', async () => {
    const { roleId, wrapSecretId } = await role();
    expect(await login(roleId, await wrapSecretId(), ' --wrapped')).toMatchObject({ status: 0 });
    expect(await run('store list')).toMatchObject({ status: 0, printed: 'There is no shared connection.\n' });
  });

  it('says what is wrong', async () => {
    const { roleId } = await role();
    expect(await login(roleId, 'wrong-secret-id')).toMatchObject({ status: 1 });
    expect(await run('store login --address http://one.example --role-id x', 'x')).toMatchObject({
      status: 2,
    });
    cipher.current = { verdict: 'unavailable', reason: 'locked', backend: 'gnome_libsecret' };
    expect(await login(roleId, 'x')).toMatchObject({ status: 3 });
  });

  it('keeps the store, what is shared and the role as they are until a sign-in succeeded', async () => {
    const { roleId, makeSecretId } = await role();
    await login(roleId, await makeSecretId());
    await write(id, 0);
    await run('store fetch --all --confirm-addresses');
    const kept = () => readFileSync(join(folder, 'shared.json'), 'utf8');
    const before = kept();
    expect(await login(roleId, 'wrong-secret-id')).toMatchObject({ status: 1 });
    expect(await login('wrong-role-id', await makeSecretId())).toMatchObject({ status: 1 });
    expect(await login('wrong-role-id', 'x', ' --wrapped')).toMatchObject({ status: 1 });
    const elsewhere = 'store login --address https://127.0.0.1:9 --role-id x';
    expect(await run(elsewhere, 'x')).toMatchObject({ status: 1 });
    expect(await run(`${elsewhere} --wrapped`, 'x')).toMatchObject({ status: 1 });
    expect(kept()).toBe(before);
    expect(await run(`store fetch ${id}`)).toMatchObject({ status: 0 });
    // The same store, without repeating where in it.
    expect(await login(roleId, await makeSecretId())).toMatchObject({ status: 0 });
    expect((await run('store list')).printed).toContain('  shared  ');
  });

  it('keeps what was wrapped, which cannot be opened again, although the store fails then', async () => {
    const { roleId, wrapSecretId } = await role();
    const wrapped = await wrapSecretId();
    server.mishap = ({ url }) =>
      url.includes('approle/login') ? { kind: 'answer', status: 500, body: '{"errors":["x"]}' } : null;
    expect(await login(roleId, wrapped, ' --wrapped')).toMatchObject({ status: 1, printed: '' });
    server.mishap = null;
    expect(await run('store list')).toMatchObject({ status: 0 });
  });

  it('says that what was shared through another store is not shared any more', async () => {
    const { roleId, makeSecretId } = await role();
    await login(roleId, await makeSecretId());
    await write(id, 0);
    await run('store fetch --all --confirm-addresses');
    server.mountKv('other');
    server.allow('editor', { 'other/metadata/school-api/*': ['list'], 'secret/*': ['read', 'list'] });
    const moved = await login(roleId, await makeSecretId(), ' --mount other');
    expect(moved).toMatchObject({ status: 0, complained: expect.stringContaining('no longer shared') });
    expect((await here()).connections.list()).toHaveLength(1);
  });

  it('takes no other place of a store that is known by its address alone', async () => {
    const { roleId, makeSecretId } = await role();
    server.allow('editor', {
      'secret/data/boards/*': ['create', 'read', 'update'],
      'secret/metadata/boards/*': ['list', 'read', 'create', 'update'],
    });
    await login(roleId, await makeSecretId(), ' --prefix /boards/');
    const odd = `store login --address ${server.origin} --role-id x --mount a/../b`;
    expect(await run(odd, 'x')).toMatchObject({ status: 2, complained: expect.stringContaining('--mount') });
    const again = `store login --address ${server.origin}/ --role-id ${roleId}`;
    expect(await run(again, await makeSecretId())).toMatchObject({ status: 0 });
    expect((await here()).inUse.settings?.prefix).toBe('boards');
  });

  it('uses a token for one command alone', async () => {
    const { roleId, makeSecretId } = await role();
    await login(roleId, await makeSecretId());
    const token = server.makeToken(['editor'], 3600, 'ldap-marie', { username: 'marie' });
    expect(await run('store list --token-stdin', token)).toMatchObject({ status: 0 });
    expect(await run('store list --token-stdin', 'hvs.none')).toMatchObject({ status: 1 });
    expect(await run('store list')).toMatchObject({ status: 0 });
  });

  it('says why it cannot begin: nobody signed in, or a locked keyring', async () => {
    const { roleId, makeSecretId } = await role();
    const signIn = { way: 'token' } as const;
    const place = { address: server.origin, mount: 'secret', prefix: 'school-api', namespace: null };
    expect((await here()).service.setUp({ ...place, signIn }).ok).toBe(true);
    expect(await run('store list')).toMatchObject({
      status: 3,
      complained: expect.stringContaining('store login'),
    });
    const asked = { folder: null, appVersion: '0', signal: new AbortController().signal };
    expect(await sharedToCheck(await here(true), asked, [])).toMatchObject({
      trouble: { code: 'not-signed-in' },
    });
    await login(roleId, await makeSecretId());
    cipher.current = { verdict: 'unavailable', reason: 'locked', backend: 'gnome_libsecret' };
    for (const line of ['store list', 'store status']) {
      expect(await run(line)).toMatchObject({
        status: 3,
        complained: expect.stringContaining('the keyring is locked'),
      });
    }
  });

  it('comes with the message to send, if the finding asks to send one', async () => {
    const { roleId, wrapSecretId } = await role();
    const wrapped = await wrapSecretId();
    await login(roleId, wrapped, ' --wrapped');
    const { complained } = await login(roleId, wrapped, ' --wrapped');
    const [first, ...message] = complained.split('\n');
    expect(first).toContain('Send the message below');
    expect(message.join('\n')).toContain('127.0.0.1');
    expect(complained).not.toContain(wrapped);
  });

  it('is not set up', async () => {
    expect(await run('store list')).toMatchObject({ status: 2 });
  });
});

describe('connections', () => {
  beforeEach(async () => {
    const { roleId, makeSecretId } = await role();
    await login(roleId, await makeSecretId());
  });

  it('are fetched once their addresses were confirmed', async () => {
    await write(id, 0);
    expect((await run('store list')).printed).toContain('maple/Maple (PowerSchool, production)');
    const refused = await run('store fetch --all');
    expect(refused).toMatchObject({ status: 1, printed: '' });
    expect(refused.complained).toContain(ORIGIN);
    expect(await run('store fetch --all --confirm-addresses')).toMatchObject({
      status: 0,
      printed: `Maple: its secrets may go to ${ORIGIN}\nMaple: brought here\n`,
    });
    expect(await run(`store fetch ${id}`)).toMatchObject({
      status: 0,
      printed: 'Maple: nothing has changed\n',
    });
    await write(id, 1, { values: { serverUrl: 'https://evil.example', clientId: 'maple' } });
    expect((await run(`store fetch ${id}`)).complained).toContain('https://evil.example');
    expect(await run('store fetch nobody')).toMatchObject({ status: 2 });
  });

  it('are listed by folder and name', async () => {
    const names = ['School 10', 'École', 'Academy', 'School 9'];
    for (const [at, name] of names.entries()) {
      await write(`00000000-0000-4000-8000-00000000000${at}`, 0, { name });
    }
    const listed = JSON.parse((await run('store list --json')).printed).connections;
    expect(listed.map(({ name }: { name: string }) => name)).toEqual([
      'Academy',
      'École',
      'School 9',
      'School 10',
    ]);
  });

  it('that were shared before are found again, and kept in step after a click', async () => {
    await write(id, 0);
    await run('store fetch --all --confirm-addresses');
    expect((await here()).service.takeDown().ok).toBe(true);
    const { roleId, makeSecretId } = await role();
    await login(roleId, await makeSecretId());
    expect((await run('store list')).printed).toContain(
      `${id}  maple/Maple (PowerSchool, production)  here and there, not shared from here`,
    );
    expect(await run(`store fetch ${id}`)).toMatchObject({ status: 1, printed: '' });
    expect(await run('store fetch --all --confirm-addresses')).toMatchObject({ status: 0, complained: '' });
    expect((await run('store list')).printed).toContain('  shared  ');
  });

  it('are not mixed up with others of the same name', async () => {
    await write(id, 0);
    const other = '00000000-0000-4000-8000-0000000000ff';
    await write(other, 0, { values: { serverUrl: 'https://evil.example', clientId: 'maple' } });
    expect(await run('store fetch Maple --confirm-addresses')).toMatchObject({ status: 2, printed: '' });
    expect(await run(`store fetch ${id} --confirm-addresses`)).toMatchObject({ status: 0 });
    expect((await here()).connections.list().map((one) => one.id)).toEqual([id]);
  });

  it('are published', async () => {
    const made = await here();
    const connection = aConnection({ id, system: 'powerschool', name: 'Mine', boardNumber: '' });
    made.connections.create(connection);
    await made.vault.save({ connection: id, field: 'clientSecret' }, 'throwaway', [ORIGIN]);
    expect(await run('store publish Mine --folder maple')).toMatchObject({
      status: 0,
      printed: 'Mine: is shared now\n',
    });
    expect(await run('store publish Mine --folder maple')).toMatchObject({ status: 1 });
    const listed = JSON.parse((await run('store list --folder maple --json')).printed);
    expect(listed.connections).toMatchObject([{ id, name: 'Mine', standing: 'in-step' }]);
  });
});

describe('to be checked', () => {
  const asked = (within: string | null = null) => ({
    folder: within,
    appVersion: '0',
    signal: new AbortController().signal,
  });
  const toCheck = async (within: string | null = null) =>
    sharedToCheck(await here(true), asked(within), savedConnections(folder, cipher));

  beforeEach(async () => {
    const { roleId, makeSecretId } = await role();
    await login(roleId, await makeSecretId());
    await write(id, 0);
  });

  it('only where the addresses were confirmed on this computer', async () => {
    const before = await toCheck();
    expect(before.trouble).toBeNull();
    const [refused] = before.connections;
    expect(refused?.instead?.()).toMatchObject({
      outcome: 'failed',
      connection: { id, name: 'Maple' },
    });
    expect(refused?.instead?.().steps.find(({ code }) => code === 'address-elsewhere')).toMatchObject({
      id: 'address',
      outcome: 'failed',
      facts: { to: ORIGIN, problem: 'not-confirmed' },
    });
    expect(await refused?.secret('clientSecret', ORIGIN)).toMatchObject({ failure: 'other-address' });

    await run('store fetch --all --confirm-addresses');
    const [allowed] = (await toCheck('maple')).connections;
    expect(allowed?.instead).toBeUndefined();
    expect(await allowed?.secret('clientSecret', ORIGIN)).toEqual(ok('throwaway-secret'));
    expect(await allowed?.secret('clientSecret', 'https://evil.example')).toMatchObject({
      failure: 'other-address',
    });
    expect((await toCheck('elsewhere')).connections).toEqual([]);
  });

  it('with the newest secret, and not where the record was moved', async () => {
    await run('store fetch --all --confirm-addresses');
    const [first] = (await toCheck()).connections;
    await write(id, 1, { secrets: { clientSecret: 'newer' } });
    const [second] = (await toCheck()).connections;
    expect(await second?.secret('clientSecret', ORIGIN)).toEqual(ok('newer'));
    // A secret that was changed is tried again, although the earlier one was refused.
    expect(second?.secretsSince?.()).not.toEqual(first?.secretsSince?.());
    await write(id, 2, { values: { serverUrl: 'https://evil.example', clientId: 'maple' } });
    const [moved] = (await toCheck()).connections;
    expect(moved?.instead?.().steps.find(({ code }) => code === 'address-elsewhere')?.facts).toMatchObject({
      from: ORIGIN,
      to: 'https://evil.example',
      field: 'serverUrl',
      other: 'marie',
      problem: 'shared-record',
    });
    expect(await moved?.secret('clientSecret', 'https://evil.example')).toMatchObject({
      failure: 'other-address',
    });
  });

  it('with what was brought before, while the store is out of reach', async () => {
    await run('store fetch --all --confirm-addresses');
    await server.stop();
    const { connections, trouble } = await toCheck();
    expect(trouble).toMatchObject({ code: 'finding' });
    expect(await connections[0]?.secret('clientSecret', ORIGIN)).toEqual(ok('throwaway-secret'));
  });
});

it.each([
  ['store', 'store'],
  ['store lists', 'lists'],
  ['store list name', 'name'],
  ['store fetch', 'fetch'],
  ['store fetch x --all', 'fetch'],
  ['store publish x', '--folder'],
  ['store login --address https://one.example', '--role-id'],
  ['store login --role-id x --mount other', '--mount'],
  ['store login --prefix other --role-id x', '--prefix'],
  ['store list --role-id x', '--role-id'],
  ['store list --folder ../up', '--folder ../up'],
  ['check --shared', '--shared'],
  ['check --shared x --all', 'check'],
  ['check --saved x --folder maple', '--folder'],
  ['check --shared --all --saved x', 'check'],
])('does not understand: %s', (line, argument) => {
  expect(readArguments(line.split(' '))).toMatchObject({ kind: 'unclear', argument });
});

it('understands what to check of a store', () => {
  expect(readArguments('check --shared --all --folder maple'.split(' '))).toMatchObject({
    source: { kind: 'shared', names: null, folder: 'maple' },
  });
  expect(readArguments('check --shared one two'.split(' '))).toMatchObject({
    source: { kind: 'shared', names: ['one', 'two'], folder: null },
  });
});
