import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { refuse } from '@contract/result';
import type { ImportPreview } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import type { SecretAction } from '../../../electron/connections/history-store';
import { remindingOf } from '../../../electron/rotation/reminding';
import { asSecretRecord } from '../../../electron/secrets/secret-record';
import { entryFields } from '../../../electron/transfer/entry';
import { Exports } from '../../../electron/transfer/exports';
import { type FileChoice, Imports } from '../../../electron/transfer/imports';
import { readChosenFile } from '../../../electron/transfer/read-file';
import { aConnection } from '../../fakes/connections';
import { FakeCipher, good } from '../../fakes/secret-cipher';
import { behindTheWindow } from '../../support/behind-the-window';
import { filesHolding } from '../../support/canary';
import { kdbxOf } from '../../support/kdbx-kinds';
import { quickThread } from '../../support/quick-thread';

/* Export and import over real stores in real folders: one computer exports, another imports. */

const PASSWORD = 'a long password of one’s own';
const SECRET = 'Throwaway~s3cret/9x+%20=';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wizard-transfer-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A user's computer with its own keyring. */
function computer(name: string, cipher = new FakeCipher(), at = '2026-02-03T10:00:00.000Z') {
  const data = join(folder, name);
  mkdirSync(data);
  const now = () => new Date(at);
  const store = () => new ConnectionStore({ folder: data, now });
  const { connections, vault, rotations } = behindTheWindow({ folder: data, now, cipher });
  const history: string[] = [];
  let choice: FileChoice = { kind: 'cancelled' };
  let where: string | null = null;
  const ports = {
    connections,
    vault,
    rotations,
    thread: { ...quickThread },
    isForbidden: false,
    isAllowed: () => true,
    isFixed: () => false,
    now,
    record: (actions: readonly SecretAction[]) =>
      void history.push(
        ...actions.map(({ connection, field, action }) => `${connection.name} ${field} ${action}`),
      ),
    askWhere: async () => where,
    choose: async () => choice,
  };
  const exports = new Exports(ports);
  const imports = new Imports(ports);
  const previewOf = async (bytes: Uint8Array, password: string | null = PASSWORD): Promise<ImportPreview> => {
    choice = { kind: 'file', name: 'chosen', bytes };
    const chosen = await imports.choose();
    if (chosen.kind === 'preview') return chosen.preview;
    if (chosen.kind !== 'database') throw new Error(JSON.stringify(chosen));
    const opened = await imports.open(password ?? '');
    if (!opened.ok || opened.value.kind !== 'preview') throw new Error(JSON.stringify(opened));
    return opened.value.preview;
  };
  return {
    data,
    cipher,
    connections,
    vault,
    rotations,
    exports,
    imports,
    history,
    reopened: store,
    previewOf,
    /** From now on sealing is refused, after some time. */
    forbidSealing: () => {
      ports.thread.write = () => Promise.reject(new Error('It was sealed for nothing'));
    },
    exportTo: (path: string | null) => {
      where = path;
    },
    offer: (next: FileChoice) => {
      choice = next;
    },
    /** All bytes in the data folder, to check that nothing changed. */
    bytes: () =>
      readdirSync(data, { recursive: true, encoding: 'utf8' })
        .filter((file) => statSync(join(data, file)).isFile())
        .map((file) => `${file} ${readFileSync(join(data, file), 'latin1')}`)
        .sort(),
    keep: async (connection: Connection, secret: string | null = SECRET) => {
      connections.create(connection);
      const system = systemById(connection.system);
      for (const { id: field } of system.fields.filter((one) => one.secret)) {
        if (secret === null) continue;
        const origins = system.secretOrigins(connection.values)[field] ?? [];
        await vault.save({ connection: connection.id, field }, secret, origins);
      }
      return connection;
    },
  };
}

const finished = {
  step: 'finish' as const,
  registrationSentOn: '2026-01-05',
  finishedAt: '2026-01-12T09:00:00.000Z',
};
const powerschool = (change: Partial<Connection> = {}) =>
  aConnection({
    system: 'powerschool',
    name: 'Maple',
    boardNumber: '',
    values: { serverUrl: 'https://sis.example', clientId: '11111111-2222-4333-8444-555555555555' },
    setup: finished,
    ...change,
  });

const named = (...connections: Connection[]) => connections.map(({ id }) => ({ id, field: 'clientSecret' }));
type Computer = ReturnType<typeof computer>;

async function exported(
  from: Computer,
  connections: readonly Connection[],
  file = 'export.kdbx',
): Promise<Uint8Array> {
  const path = join(folder, file);
  from.exportTo(path);
  const ids = connections.map(({ id }) => id);
  const done = await from.exports.toDatabase(ids, named(...connections), PASSWORD);
  if (!done.ok || done.value.kind !== 'written') throw new Error(JSON.stringify(done));
  return new Uint8Array(readFileSync(path));
}

const applied = async (
  to: Computer,
  preview: ImportPreview,
  items = preview.items.map(({ item }) => item),
) => {
  const answer = await to.imports.apply(preview.attempt, items);
  if (!answer.ok || answer.value.kind !== 'imported') throw new Error(JSON.stringify(answer));
  return answer.value;
};

describe('export to a database', () => {
  it('and import on another computer make the very same connections, secrets bound to their addresses', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const onsis = await here.keep(aConnection({ setup: finished }));
    const maple = await here.keep(powerschool());
    const bytes = await exported(here, [onsis, maple]);
    expect(here.history).toEqual([`${onsis.name} clientSecret exported`, 'Maple clientSecret exported']);

    const preview = await there.previewOf(bytes);
    expect(preview.items.map(({ standing, keptName }) => [standing, keptName])).toEqual([
      ['new', null],
      ['new', null],
    ]);
    const answer = await applied(there, preview);
    expect(answer).toMatchObject({ added: 2, changed: 0, secrets: 2, sessionOnly: 0 });
    const reopened = there.reopened();
    for (const one of [onsis, maple]) {
      const at = '2026-02-03T10:00:00.000Z';
      expect(reopened.get(one.id)).toEqual({ ...one, createdAt: at, updatedAt: at });
      const ref = { connection: one.id, field: 'clientSecret' };
      const [origin = ''] = systemById(one.system).secretOrigins(one.values).clientSecret ?? [];
      expect(await there.vault.open(ref, origin)).toEqual({ ok: true, value: SECRET });
      expect((await there.vault.open(ref, 'https://elsewhere.example')).ok).toBe(false);
    }
    expect(filesHolding(folder, SECRET)).toEqual([]);
    expect(there.history).toHaveLength(2);
  });

  it('is for its owner alone, and never replaces a file', async () => {
    const here = computer('here');
    const maple = await here.keep(powerschool());
    await exported(here, [maple]);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'export.kdbx')).mode & 0o777).toBe(0o600);

    const path = join(folder, 'passwords.kdbx');
    writeFileSync(path, 'years of passwords');
    here.exportTo(path);
    here.forbidSealing();
    expect(await here.exports.toDatabase([maple.id], named(maple), PASSWORD)).toEqual({
      ok: true,
      value: { kind: 'already-there', path },
    });
    expect(await here.exports.toSettings([maple.id])).toMatchObject({ value: { kind: 'already-there' } });
    expect(readFileSync(path, 'utf8')).toBe('years of passwords');
    expect(readdirSync(folder).sort()).toEqual(['export.kdbx', 'here', 'passwords.kdbx']);
  });

  it('leaves nothing behind where it cannot write', async () => {
    const here = computer('here');
    const maple = await here.keep(powerschool());
    here.exportTo(join(folder, 'no such folder', 'export.kdbx'));
    expect(await here.exports.toDatabase([maple.id], named(maple), PASSWORD)).toEqual({
      ok: false,
      failure: { code: 'not-saved' },
    });
    here.exportTo(null);
    expect(await here.exports.toDatabase([maple.id], named(maple), PASSWORD)).toEqual({
      ok: true,
      value: { kind: 'cancelled' },
    });
    expect(readdirSync(folder)).toEqual(['here']);
    expect(here.history).toEqual([]);
  });

  it('tells of a secret that cannot be read, and leaves out one that belongs to another address', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const [moved, broken] = [
      await here.keep(powerschool()),
      await here.keep(powerschool({ name: 'Broken' })),
    ];
    here.connections.replace({
      ...moved,
      values: { ...moved.values, serverUrl: 'https://elsewhere.example' },
    });
    here.connections.writeSecret({ connection: broken.id, field: 'clientSecret' }, { format: 1 });
    here.exportTo(join(folder, 'export.kdbx'));
    const done = await here.exports.toDatabase([moved.id, broken.id], named(moved, broken), PASSWORD);
    expect(done).toMatchObject({ value: { connections: 2, secrets: 0, leftOut: named(moved, broken) } });
    const preview = await there.previewOf(new Uint8Array(readFileSync(join(folder, 'export.kdbx'))));
    expect(preview.items.map(({ secrets }) => secrets)).toEqual([[], []]);
  });

  it('takes only the secrets that were named, and no rehearsal', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const maple = await here.keep(powerschool());
    const rehearsal = await here.keep(powerschool({ practice: true }));
    expect(await here.exports.exportables()).toMatchObject({ connections: [{ id: maple.id }], practice: 1 });
    here.exportTo(join(folder, 'export.kdbx'));
    expect((await here.exports.toDatabase([rehearsal.id], [], PASSWORD)).ok).toBe(false);
    await here.exports.toDatabase([maple.id], [], PASSWORD);
    const preview = await there.previewOf(new Uint8Array(readFileSync(join(folder, 'export.kdbx'))));
    expect(preview.items[0]?.secrets).toEqual([]);
  });
});

describe('how old a secret is', () => {
  const [LONG_AGO, LATER] = ['2025-03-01T09:00:00.000Z', '2026-02-03T10:00:00.000Z'];
  const ageOf = (at: Computer, { id }: Connection) =>
    at.vault.savedAt({ connection: id, field: 'clientSecret' });
  /** The same entry in a file written by another program. */
  const bytesOf = (
    { id, name, values }: Connection,
    says: Readonly<Record<string, string>>,
    changedAt: Date | undefined,
  ) => {
    const { serverUrl = '', clientId = '' } = values;
    const more = new Map<string, unknown>();
    const one = { id, system: 'powerschool' as const, name, environment: 'test' as const, boardNumber: '' };
    const fields = entryFields({
      ...one,
      values: { serverUrl, clientId },
      secrets: new Map([['clientSecret', SECRET]]),
      since: new Map(Object.entries(says)),
      more,
    });
    return kdbxOf({}, [fields], PASSWORD, ({ groups }) => {
      for (const group of groups[0]?.groups ?? []) {
        for (const { times } of group.entries) times.lastModTime = changedAt;
      }
    });
  };

  it('goes with it to another computer, so that a reminder comes no later there', async () => {
    const here = computer('here', new FakeCipher(), LONG_AGO);
    const there = computer('there', new FakeCipher(), LATER);
    const reminders = { everyMonths: 6, keyEndsOn: null };
    const maple = await here.keep(powerschool({ reminders }));
    await applied(there, await there.previewOf(await exported(here, [maple])));
    expect(ageOf(there, maple)).toBe(LONG_AGO);
    const kept = there.connections.get(maple.id);
    if (kept === undefined) throw new Error('It was not imported');
    expect(remindingOf(there.vault, () => new Date(LATER))(kept)).toEqual({
      kind: 'secret-old',
      since: LONG_AGO,
    });
  });

  it.each([
    [
      'says nothing: as old as the entry at least',
      {},
      new Date('2025-06-01T00:00:00Z'),
      '2025-06-01T00:00:00.000Z',
    ],
    ['knows nothing: as old as here', {}, undefined, LATER],
    ['says what is no date', { clientSecret: 'long ago' }, new Date(LONG_AGO), LONG_AGO],
    ['says tomorrow', { clientSecret: '2026-02-04T00:00:00Z' }, new Date(LONG_AGO), LATER],
    ['says the time of the Romans', { clientSecret: '0044-03-15T12:00:00Z' }, undefined, LATER],
  ])('in a file that %s', async (_what, says, changedAt, expected) => {
    const there = computer('there', new FakeCipher(), LATER);
    const maple = powerschool();
    await applied(there, await there.previewOf(await bytesOf(maple, says, changedAt)));
    expect(ageOf(there, maple)).toBe(expected);
    expect(await there.vault.reveal({ connection: maple.id, field: 'clientSecret' })).toEqual({
      ok: true,
      value: SECRET,
    });
  });
});

describe('import', () => {
  it('changes nothing before it is told to, and nothing at all when the file is not taken', async () => {
    const [here, there] = [computer('here'), computer('there')];
    await there.keep(powerschool({ name: 'Own' }));
    const bytes = await exported(here, [await here.keep(powerschool())]);
    const before = there.bytes();
    there.offer({ kind: 'file', name: 'x.kdbx', bytes });
    expect(await there.imports.choose()).toEqual({ kind: 'database', fileName: 'x.kdbx' });
    expect(await there.imports.open('wrong')).toEqual({
      ok: true,
      value: { kind: 'refused', problem: { reason: 'wrong-password', field: null } },
    });
    // The password can be retried without choosing the file again.
    expect(await there.imports.open(PASSWORD)).toMatchObject({ value: { kind: 'preview' } });
    expect(there.bytes()).toEqual(before);
    there.imports.forget();
    expect((await there.imports.open(PASSWORD)).ok).toBe(false);
    for (const [content, reason] of [
      ['not ours', 'not-ours'],
      ['', 'not-ours'],
      ['{"system": 1}', 'missing-key'],
      [Buffer.from([0x7b, 0xff]), 'not-utf8'],
      // Windows writes UTF-16, which is decoded accordingly.
      [Buffer.from('\ufeff{"system": 1}', 'utf16le'), 'missing-key'],
      [Buffer.from('{"system": 1}', 'utf16le').swap16(), 'missing-key'],
      [Buffer.from('\ufeffnot ours', 'utf16le'), 'not-ours'],
      [Buffer.from('03d9a29a65fb4bb500000000', 'hex'), 'unsupported'],
      [Buffer.from('03d9a29a', 'hex'), 'damaged'],
    ] as const) {
      there.offer({ kind: 'file', name: 'x', bytes: new Uint8Array(Buffer.from(content)) });
      expect(await there.imports.choose()).toMatchObject({ kind: 'refused', problem: { reason } });
    }
    expect(there.bytes()).toEqual(before);
  });

  it('shows what is new, changed and the same, and takes what was chosen', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const [same, changed, fresh] = [
      powerschool({ name: 'Same' }),
      powerschool({ name: 'Changed' }),
      powerschool({ name: 'New' }),
    ];
    for (const one of [same, changed, fresh]) await here.keep(one);
    await there.keep(same);
    await there.keep(
      { ...changed, name: 'Changed here', values: { ...changed.values, clientId: 'other' } },
      'Other~s3cret',
    );
    const preview = await there.previewOf(await exported(here, [same, changed, fresh]));
    expect(preview.items).toMatchObject([
      { standing: 'same', secrets: [{ field: 'clientSecret', standing: 'same' }] },
      {
        standing: 'changed',
        keptName: 'Changed here',
        values: [{ field: 'clientId', before: 'other', after: changed.values.clientId }],
        members: ['name'],
        secrets: [{ field: 'clientSecret', standing: 'differs' }],
      },
      { standing: 'new', secrets: [{ field: 'clientSecret', standing: 'new' }] },
    ]);
    expect(JSON.stringify(preview)).not.toContain('s3cret');

    expect((await there.imports.apply(preview.attempt, [0])).ok).toBe(false);
    const untouched = there.connections.get(changed.id);
    const answer = await applied(there, preview, [2]);
    expect(answer).toMatchObject({ added: 1, changed: 0 });
    expect(there.connections.get(changed.id)).toEqual(untouched);
    expect(there.connections.list()).toHaveLength(3);
  });

  it('can be taken back, secrets and all, as long as nothing was touched', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const [changed, fresh] = [powerschool({ name: 'Changed' }), powerschool({ name: 'New' })];
    for (const one of [changed, fresh]) await here.keep(one);
    await there.keep({ ...changed, values: { serverUrl: 'https://old.example' } }, 'Other~s3cret');
    const before = readFileSync(join(there.data, 'connections.json'), 'utf8');
    const bytes = await exported(here, [changed, fresh]);
    expect((await applied(there, await there.previewOf(bytes))).canTakeBack).toBe(true);
    expect(readFileSync(join(there.data, 'connections.json'), 'utf8')).not.toBe(before);
    expect(there.imports.takeBack().ok).toBe(true);
    expect(readFileSync(join(there.data, 'connections.json'), 'utf8')).toBe(before);
    expect(filesHolding(there.data, fresh.id).filter((file) => file.includes('generations'))).toEqual([]);
    expect(there.imports.takeBack().ok).toBe(false);

    await applied(there, await there.previewOf(bytes));
    there.connections.replace({ ...fresh, name: 'Worked on' });
    expect(there.imports.takeBack().ok).toBe(false);
    expect(there.connections.get(fresh.id)?.name).toBe('Worked on');
  });

  it('is not taken back once a secret was given anew, which nothing else would hold', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const fresh = await here.keep(powerschool());
    await applied(there, await there.previewOf(await exported(here, [fresh])));
    const ref = { connection: fresh.id, field: 'clientSecret' };
    await there.vault.save(ref, 'Newer~s3cret', ['https://sis.example']);
    expect(there.imports.takeBack().ok).toBe(false);
    expect(await there.vault.reveal(ref)).toEqual({ ok: true, value: 'Newer~s3cret' });
  });

  it('is a change of the secret for a check that runs, and takes away what a rotation had proved', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const at = '2026-01-05T08:00:00.000Z';
    const maple = await here.keep(powerschool(), 'Stale~s3cret');
    const rotation = {
      phase: 'switched' as const,
      begunAt: at,
      values: {},
      provedAt: at,
      switchedAt: at,
      switchedIn: maple.id,
      readBackAt: at,
    };
    await there.keep({ ...maple, rotation }, 'New~s3cret');
    const previous = { connection: maple.id, field: 'clientSecret', slot: 'previous' as const };
    await there.vault.save(previous, 'Old~s3cret', ['https://sis.example']);
    const changes = there.vault.changes(maple.id);
    await applied(there, await there.previewOf(await exported(here, [maple])));
    const imported = there.vault.changes(maple.id);
    expect(imported).toBeGreaterThan(changes);
    expect((await there.rotations.act(maple.id, 'remove-old', false)).ok).toBe(false);
    expect(await there.vault.reveal(previous)).toEqual({ ok: true, value: 'Old~s3cret' });
    const ref = { connection: maple.id, field: 'clientSecret' };
    const bytes = asSecretRecord(there.connections.readSecret(ref))?.cipher ?? '';
    expect(filesHolding(there.data, bytes).length).toBeGreaterThan(0);

    // Undo restores the previous state, and no generation contains anything from the file.
    expect(there.imports.takeBack().ok).toBe(true);
    expect(there.vault.changes(maple.id)).toBeGreaterThan(imported);
    expect(there.connections.get(maple.id)?.rotation).toEqual(rotation);
    expect(filesHolding(there.data, bytes)).toEqual([]);
  });

  it('never sends a kept secret to an address that came with a file', async () => {
    const there = computer('there');
    const maple = await there.keep(powerschool());
    const evil = {
      system: 'powerschool',
      name: 'Maple',
      environment: 'test',
      values: { ...maple.values, serverUrl: 'https://evil.example' },
    };
    const preview = await there.previewOf(new Uint8Array(Buffer.from(JSON.stringify(evil))));
    expect(preview.items).toMatchObject([{ standing: 'changed', askedAgain: ['clientSecret'] }]);
    await applied(there, preview);
    const ref = { connection: maple.id, field: 'clientSecret' };
    expect((await there.vault.open(ref, 'https://evil.example')).ok).toBe(false);
    expect(await there.vault.state(ref, ['https://evil.example'])).toBe('other-address');
  });

  it('forgets a result that was made with other values', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const lastCheck = {
      at: '2026-01-12T09:00:00.000Z',
      outcome: 'passed' as const,
      proved: true,
      step: null,
      code: null,
    };
    const maple = powerschool({ lastCheck });
    await here.keep({ ...maple, values: { ...maple.values, clientId: 'x' } });
    await there.keep(maple);
    await applied(there, await there.previewOf(await exported(here, [maple])));
    expect(there.connections.get(maple.id)?.lastCheck).toBeNull();
  });

  it('says when something was changed meanwhile, and then does nothing', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const maple = powerschool();
    await here.keep(maple);
    await there.keep({ ...maple, name: 'Renamed' });
    const preview = await there.previewOf(await exported(here, [maple]));
    there.connections.replace({ ...maple, name: 'Renamed again' });
    expect(await there.imports.apply(preview.attempt, [0])).toEqual({ ok: true, value: { kind: 'stale' } });
    expect(there.connections.get(maple.id)?.name).toBe('Renamed again');
  });

  it('also says so when it was changed while the secrets were being sealed', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const maple = await here.keep(powerschool());
    await there.keep({ ...maple, name: 'Renamed' }, 'Other~s3cret');
    const preview = await there.previewOf(await exported(here, [maple]));
    const applying = there.imports.apply(preview.attempt, [0]);
    there.connections.replace({ ...maple, name: 'Renamed again' });
    expect(await applying).toEqual({ ok: true, value: { kind: 'stale' } });
    expect(there.connections.get(maple.id)?.name).toBe('Renamed again');
    const ref = { connection: maple.id, field: 'clientSecret' };
    expect(await there.vault.reveal(ref)).toEqual({ ok: true, value: 'Other~s3cret' });
  });

  it('keeps secrets for this run only where no keyring protects them, and says so', async () => {
    const here = computer('here');
    const there = computer(
      'there',
      new FakeCipher({ ...good, verdict: 'unavailable', reason: 'no-keyring' }),
    );
    const maple = await here.keep(powerschool());
    const answer = await applied(there, await there.previewOf(await exported(here, [maple])));
    expect(answer).toMatchObject({ secrets: 1, sessionOnly: 1, canTakeBack: false });
    expect(await there.vault.reveal({ connection: maple.id, field: 'clientSecret' })).toEqual({
      ok: true,
      value: SECRET,
    });
    expect(filesHolding(there.data, SECRET)).toEqual([]);
  });

  it('writes all or nothing', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const all = Array.from({ length: 20 }, (_, number) => powerschool({ name: `Maple ${number}` }));
    for (const one of all) await here.keep(one);
    const preview = await there.previewOf(await exported(here, all));
    rmSync(there.data, { recursive: true });
    writeFileSync(there.data, 'a file in the folder’s place');
    expect(
      await there.imports.apply(
        preview.attempt,
        all.map((_, item) => item),
      ),
    ).toEqual({
      ok: false,
      failure: { code: 'not-saved' },
    });
    expect(there.connections.list()).toEqual([]);
  });

  it('puts everything back when the disk does not prove what was written', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const [changed, fresh] = [powerschool({ name: 'Changed' }), powerschool({ name: 'New' })];
    for (const one of [changed, fresh]) await here.keep(one);
    await there.keep({ ...changed, values: { serverUrl: 'https://old.example' } }, 'Other~s3cret');
    const preview = await there.previewOf(await exported(here, [changed, fresh]));
    const before = readFileSync(join(there.data, 'connections.json'), 'utf8');
    const decrypt = there.cipher.decrypt.bind(there.cipher);
    there.cipher.decrypt = async () => ({
      ok: true,
      value: { plain: 'something else', shouldReEncrypt: false },
    });
    expect(await there.imports.apply(preview.attempt, [0, 1])).toEqual({
      ok: false,
      failure: { code: 'not-saved' },
    });
    there.cipher.decrypt = decrypt;
    expect(readFileSync(join(there.data, 'connections.json'), 'utf8')).toBe(before);
    expect(there.history).toEqual([]);
    const ref = { connection: changed.id, field: 'clientSecret' };
    expect(await there.vault.reveal(ref)).toEqual({ ok: true, value: 'Other~s3cret' });
  });

  it('says so when everything could not be put back either, and puts it back once the disk is well', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const [changed, fresh] = [powerschool({ name: 'Changed' }), powerschool({ name: 'New' })];
    for (const one of [changed, fresh]) await here.keep(one);
    await there.keep({ ...changed, values: { serverUrl: 'https://old.example' } }, 'Other~s3cret');
    const preview = await there.previewOf(await exported(here, [changed, fresh]));
    const before = readFileSync(join(there.data, 'connections.json'), 'utf8');
    const decrypt = there.cipher.decrypt.bind(there.cipher);
    there.cipher.decrypt = async () => {
      if (!existsSync(`${there.data} away`)) {
        renameSync(there.data, `${there.data} away`);
        writeFileSync(there.data, 'a file in the folder’s place');
      }
      return { ok: true, value: { plain: 'something else', shouldReEncrypt: false } };
    };
    const brought = { kind: 'not-undone', added: 1, changed: 1, secrets: 2, canTakeBackAll: true };
    expect(await there.imports.apply(preview.attempt, [0, 1])).toEqual({ ok: true, value: brought });
    there.cipher.decrypt = decrypt;
    expect(there.connections.list().map(({ name }) => name)).toEqual(['Changed', 'New']);
    expect(there.imports.takeBack()).toEqual({ ok: false, failure: { code: 'not-saved' } });

    rmSync(there.data);
    renameSync(`${there.data} away`, there.data);
    expect(there.imports.takeBack()).toEqual({ ok: true, value: null });
    expect(readFileSync(join(there.data, 'connections.json'), 'utf8')).toBe(before);
    const ref = { connection: changed.id, field: 'clientSecret' };
    expect(await there.vault.reveal(ref)).toEqual({ ok: true, value: 'Other~s3cret' });
    expect(there.imports.takeBack()).toEqual({ ok: false, failure: { code: 'not-found' } });
  });

  it('counts only what was really written when everything could not be put back', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const all = ['First', 'Second'].map((name) => powerschool({ name }));
    for (const one of all) await here.keep(one);
    const preview = await there.previewOf(await exported(here, all));
    const encrypt = there.cipher.encrypt.bind(there.cipher);
    let asked = 0;
    there.cipher.encrypt = async (plain) => {
      asked += 1;
      // The keyring disappears after the first secret: the second is session-only.
      return asked === 1
        ? encrypt(plain)
        : refuse({ code: 'keyring-unavailable', protection: { ...good, verdict: 'unavailable' } });
    };
    there.cipher.decrypt = async () => {
      renameSync(there.data, `${there.data} away`);
      writeFileSync(there.data, 'a file in the folder’s place');
      return { ok: true, value: { plain: 'something else', shouldReEncrypt: false } };
    };
    const brought = { kind: 'not-undone', added: 2, changed: 0, secrets: 1, canTakeBackAll: true };
    expect(await there.imports.apply(preview.attempt, [0, 1])).toEqual({ ok: true, value: brought });
    expect(there.history).toEqual(['First clientSecret imported']);
  });

  it('takes back only what nobody had touched when everything could not be put back', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const all = ['Changed', 'Given anew', 'New', 'New, renamed'].map((name) => powerschool({ name }));
    for (const one of all) await here.keep(one);
    const [changed, anew, , renamed] = all;
    if (!changed || !anew || !renamed) throw new Error('Too few');
    for (const one of [changed, anew]) {
      await there.keep({ ...one, values: { serverUrl: 'https://old.example' } }, 'Other~s3cret');
    }
    const preview = await there.previewOf(await exported(here, all));
    const decrypt = there.cipher.decrypt.bind(there.cipher);
    const ref = { connection: anew.id, field: 'clientSecret' };
    there.cipher.decrypt = async () => {
      there.cipher.decrypt = decrypt;
      there.connections.replace({ ...renamed, name: 'Meanwhile' });
      await there.vault.save(ref, 'Meanwhile~s3cret', ['https://sis.example'], () => ({
        ...anew,
        name: 'Anew, meanwhile',
      }));
      renameSync(there.data, `${there.data} away`);
      writeFileSync(there.data, 'a file in the folder’s place');
      return { ok: true, value: { plain: 'something else', shouldReEncrypt: false } };
    };
    const brought = { kind: 'not-undone', added: 2, changed: 2, secrets: 4, canTakeBackAll: false };
    expect(await there.imports.apply(preview.attempt, [0, 1, 2, 3])).toEqual({ ok: true, value: brought });
    rmSync(there.data);
    renameSync(`${there.data} away`, there.data);
    expect(there.history.splice(0)).toHaveLength(4);

    // Connections already changed do not block undoing the rest, even if they change again.
    there.connections.replace({ ...anew, name: 'Anew, again' });
    expect(there.imports.takeBack()).toEqual({ ok: true, value: null });
    expect(there.history.sort()).toEqual([
      'Changed clientSecret switched-back',
      'New clientSecret deleted',
      'New, renamed clientSecret deleted',
    ]);
    expect(there.connections.list().map(({ name }) => name)).toEqual(['Changed', 'Anew, again', 'Meanwhile']);
    expect(await there.vault.reveal(ref)).toEqual({ ok: true, value: 'Meanwhile~s3cret' });
  });

  it('puts back only what nobody has touched since, when the disk does not prove it', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const names = ['Renamed', 'Deleted', 'Given anew', 'New', 'New, renamed', 'New, deleted'];
    const reminders = { everyMonths: 12, keyEndsOn: null };
    const all = names.map((name) => powerschool({ name, reminders }));
    for (const one of all) await here.keep(one);
    const kept = all.slice(0, 3).map((one) => ({ ...one, values: { serverUrl: 'https://old.example' } }));
    for (const one of kept) await there.keep(one, 'Other~s3cret');
    const preview = await there.previewOf(await exported(here, all));
    const decrypt = there.cipher.decrypt.bind(there.cipher);
    const [renamed, deleted, anew, , newRenamed, newDeleted] = all;
    if (!renamed || !deleted || !anew || !newRenamed || !newDeleted) throw new Error('Too few');
    const ref = ({ id }: Connection) => ({ connection: id, field: 'clientSecret' });
    there.cipher.decrypt = async () => {
      there.cipher.decrypt = decrypt;
      for (const one of [renamed, newRenamed]) there.connections.replace({ ...one, name: 'Meanwhile' });
      for (const { id } of [deleted, newDeleted]) there.connections.delete(id);
      await there.vault.save(ref(anew), 'Meanwhile~s3cret', ['https://old.example']);
      return { ok: true, value: { plain: 'something else', shouldReEncrypt: false } };
    };
    const items = all.map((_, item) => item);
    expect(await there.imports.apply(preview.attempt, items)).toMatchObject({ ok: false });
    const secrets = await Promise.all(
      there.connections.list().map(async (one): Promise<[string, unknown]> => {
        const secret = await there.vault.reveal(ref(one));
        return [one.name, secret.ok ? secret.value : secret.failure];
      }),
    );
    expect(secrets).toEqual([
      ['Meanwhile', 'Other~s3cret'],
      ['Given anew', 'Meanwhile~s3cret'],
      ['Meanwhile', 'secret-absent'],
    ]);
    expect(there.connections.get(anew.id)?.values).toEqual({ serverUrl: 'https://old.example' });
    // Nobody changed the values.
    expect(there.connections.get(renamed.id)?.values).toEqual(renamed.values);
  });

  it('takes further members along, but no certificate and no way to ask that its system does not declare', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const at = '2026-01-05T08:00:00.000Z';
    const extraCertificates = [{ pem: '-----BEGIN CERTIFICATE-----', hosts: ['sis.example'], addedAt: at }];
    const reminders = { everyMonths: 12, keyEndsOn: null };
    const lastCheck = { at, outcome: 'passed' as const, proved: true, step: null, code: null };
    const maple = await here.keep(
      powerschool({ extraCertificates, reminders, alternative: 'other-way', lastCheck }),
    );
    const pine = await here.keep(
      powerschool({ name: 'Pine', system: 'classlink-direct', alternative: 'other-signature', values: {} }),
      null,
    );
    const bytes = await exported(here, [maple, pine]);
    const first = await there.previewOf(bytes);
    expect(first.leftOut).toEqual([
      { title: 'Maple', field: 'extraCertificates', reason: 'certificates' },
      { title: 'Maple', field: 'alternative', reason: 'not-understood' },
    ]);
    await applied(there, first);
    const brought = there.connections.get(maple.id);
    expect(brought).toMatchObject({ reminders, lastCheck: null, setup: finished });
    expect(brought).not.toHaveProperty('extraCertificates');
    expect(brought).not.toHaveProperty('alternative');
    expect(there.connections.get(pine.id)?.alternative).toBe('other-signature');

    // Certificates added here stay, whatever the file says.
    const own = [{ pem: '-----BEGIN OWN-----', hosts: ['sis.example'], addedAt: at }];
    there.connections.replace({ ...maple, name: 'Before', extraCertificates: own });
    await applied(there, await there.previewOf(bytes), [0]);
    expect(there.connections.get(maple.id)).toMatchObject({ name: 'Maple', extraCertificates: own });
  });

  it('gives a copy in the file an id of its own', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const maple = await here.keep(powerschool());
    await there.keep(
      powerschool({ id: maple.id, name: 'Quite another', system: 'classlink-direct', values: {} }),
      null,
    );
    const preview = await there.previewOf(await exported(here, [maple]));
    expect(preview.items).toMatchObject([{ standing: 'new' }]);
    await applied(there, preview);
    expect(there.connections.list().map(({ name }) => name)).toEqual(['Quite another', 'Maple']);
    expect(there.connections.get(maple.id)?.name).toBe('Quite another');
  });
});

describe('a thousand connections', () => {
  it('go and come in one step each, without another write a connection', async () => {
    const [here, there] = [computer('here'), computer('there')];
    const all = Array.from({ length: 1_000 }, (_, number) => powerschool({ name: `Maple ${number}` }));
    const records = await Promise.all(
      all.map(async (one) => {
        const ref = { connection: one.id, field: 'clientSecret' };
        return { ref, secret: SECRET, origins: ['https://sis.example'] };
      }),
    );
    await here.vault.saveTogether(records, (sealed) =>
      here.connections.changeTogether({ put: all, records: sealed }),
    );
    const marks = [performance.now()];
    const bytes = await exported(here, all);
    marks.push(performance.now());
    const preview = await there.previewOf(bytes);
    marks.push(performance.now());
    expect(await applied(there, preview)).toMatchObject({ added: 1_000, secrets: 1_000 });
    marks.push(performance.now());
    expect(there.imports.takeBack().ok).toBe(true);
    marks.push(performance.now());
    const [exporting, comparing, importing, takingBack] = marks
      .slice(1)
      .map((mark, at) => Math.round(mark - (marks[at] ?? 0)));
    process.stdout.write(
      `  1000 connections (${Math.round(bytes.length / 1024)} KiB): export ${exporting}, compare ${comparing}, ` +
        `import ${importing}, take back ${takingBack} ms\n`,
    );
    // The first has no generation yet; every change writes the file once and adds one.
    expect(readdirSync(join(there.data, 'generations')).length).toBeLessThanOrEqual(2);
    expect(there.history).toHaveLength(2_000);
  });
});

describe('a chosen file', () => {
  it('is read whole, or told why not', async () => {
    const write = (name: string, bytes: number) => {
      const path = join(folder, name);
      writeFileSync(path, Buffer.alloc(bytes, 7));
      return path;
    };
    expect(await readChosenFile(write('small.json', 12))).toEqual({
      kind: 'file',
      name: 'small.json',
      bytes: new Uint8Array(12).fill(7),
    });
    expect(await readChosenFile(write('large.json', 8 * 1024 * 1024 + 1))).toMatchObject({
      reason: 'too-large',
    });
    expect(await readChosenFile(write('large.kdbx', 32 * 1024 * 1024 + 1))).toMatchObject({
      reason: 'too-large',
    });
    expect(await readChosenFile(join(folder, 'nothing.kdbx'))).toMatchObject({ reason: 'not-readable' });
    expect(await readChosenFile(folder)).toMatchObject({ reason: 'not-readable' });
  });
});
