import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestOf } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { noPolicies, type Policies, type Preset } from '@contract/policies';
import type { Report } from '@contract/report';
import { refuse } from '@contract/result';
import { describe, expect, it } from 'vitest';
import { makeProgram } from '../../electron/program';
import { keptFor } from '../fakes/kept-sign-ins';
import { FakeClipboard, programPorts } from '../fakes/program-ports';
import { FakeCipher } from '../fakes/secret-cipher';
import { allFiles, temporaryFolder } from '../support/temporary-folder';

/* What an organization has set holds in the main process, whatever the window asks for. */

const SECRET = 'canary-5ecret-0O1lI';
const NOT_ALLOWED = refuse({ code: 'not-allowed' });

const preset: Preset = {
  id: 'maple-test',
  system: 'onsis',
  name: 'Maple DSB',
  environment: 'test',
  boardNumber: '',
  values: {
    redirectUrl: 'https://sms.example/onsis/callback',
    clientId: 'maple-4821',
    authenticationUrl: 'https://auth.example/authorize',
    tokenUrl: 'https://auth.example/token',
    apiUrl: 'https://api.example',
    scopes: 'demo.read',
  },
  editable: false,
};

function program(policies: Partial<Policies>, folder = temporaryFolder(), cipher = new FakeCipher()) {
  const clipboard = new FakeClipboard();
  const checked: string[] = [];
  const written = join(folder, 'export');
  const base = programPorts({ folder, clipboard, policies, cipher });
  const { handlers: call, connections } = makeProgram({
    ...base,
    dialogs: {
      ...base.dialogs,
      askWhereToSave: async () => written,
      askForExport: async () => join(folder, 'import.json'),
    },
    instead: {
      runCheck: async (connection) => {
        checked.push(connection.name);
        return reportOf(connection);
      },
    },
  });
  return { call, connections, clipboard, checked, folder, written };
}

const reportOf = ({ id, system, name, environment }: Connection): Report => ({
  version: 1,
  app: '0',
  connection: { id, system, name, environment },
  startedAt: '2026-01-05T08:00:00.000Z',
  durationMs: 1,
  outcome: 'passed',
  steps: [],
});

type World = ReturnType<typeof program>;

async function made(w: World, change: Partial<RequestOf<'create-connection'>> = {}): Promise<Connection> {
  const answer = await w.call['create-connection']({
    system: 'powerschool',
    name: 'Maple',
    environment: 'test',
    practice: false,
    boardNumber: '',
    redirect: 'sis-server',
    ...change,
  });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.connection;
}

const toSave = ({ id, name, environment, values }: Connection): RequestOf<'save-connection'> => ({
  id,
  name,
  environment,
  boardNumber: '',
  redirect: 'sis-server',
  values: { ...values },
  step: 'enter',
  registrationSentOn: null,
  finished: false,
});

describe('an organization', () => {
  it('forbids showing secrets, and nothing else', async () => {
    const w = program({ forbidReveal: true });
    const { id } = await made(w);
    await w.call['save-secret']({ id, field: 'clientSecret', secret: SECRET });
    expect(await w.call['reveal-secret']({ id, field: 'clientSecret' })).toEqual(NOT_ALLOWED);
    expect((await w.call['copy-secret']({ id, field: 'clientSecret' })).ok).toBe(true);
  });

  it('lets no secret out, by any way', async () => {
    const w = program({ forbidExport: true });
    const { id } = await made(w);
    await w.call['save-secret']({ id, field: 'clientSecret', secret: SECRET });
    const asked = [
      await w.call['copy-secret']({ id, field: 'clientSecret' }),
      await w.call['copy-secret']({ id, field: 'clientSecret', handOver: true }),
      await w.call['export-database']({
        connections: [id],
        secrets: [{ id, field: 'clientSecret' }],
        password: 'correct horse battery',
      }),
      await w.call['export-settings']({ connections: [id] }),
    ];
    expect(asked).toEqual(asked.map(() => NOT_ALLOWED));
    expect(w.clipboard.text).toBe('');
    expect([...allFiles(w.folder).keys()]).not.toContain('export');
  });

  it('shortens the time on the clipboard, and never lengthens it', async () => {
    for (const [longest, seconds] of [
      [5, 5],
      [30, 30],
      [null, 30],
    ] as const) {
      const w = program({ longestClipboardSeconds: longest });
      const { id } = await made(w);
      await w.call['save-secret']({ id, field: 'clientSecret', secret: SECRET });
      expect(await w.call['copy-secret']({ id, field: 'clientSecret' })).toMatchObject({
        value: { clearAfterSeconds: seconds },
      });
    }
  });

  it('allows some systems, for what is new and what is imported; what is there stays', async () => {
    const folder = temporaryFolder();
    const before = await made(program({}, folder));
    const w = program({ allowedSystems: ['onsis'], presets: [preset] }, folder);
    expect(w.connections.list().map(({ id }) => id)).toEqual([before.id]);
    expect((await w.call['run-check']({ id: before.id, attempt: before.id, probe: 'none' })).ok).toBe(true);
    const request = { name: 'A', environment: 'test', practice: false, boardNumber: '' } as const;
    const ask = (system: 'powerschool' | 'onsis') =>
      w.call['create-connection']({ ...request, system, redirect: 'sis-server' });
    expect(await ask('powerschool')).toEqual(NOT_ALLOWED);
    expect((await ask('onsis')).ok).toBe(true);

    const file = ['powerschool', 'onsis'].map((system) => ({
      system,
      name: `From a file: ${system}`,
      environment: 'test',
      values: {},
    }));
    writeFileSync(join(folder, 'import.json'), JSON.stringify({ version: 1, connections: file }));
    const chosen = await w.call['choose-import'](null);
    if (!chosen.ok || chosen.value.kind !== 'preview') throw new Error(JSON.stringify(chosen));
    const { items, leftOut, attempt } = chosen.value.preview;
    expect(items.map(({ name }) => name)).toEqual(['From a file: onsis']);
    expect(leftOut).toEqual([{ title: 'From a file: powerschool', field: null, reason: 'not-allowed' }]);
    expect(await w.call['apply-import']({ attempt, items: [1] })).toEqual(refuse({ code: 'bad-request' }));
  });

  it('turns practice off, for connections that are there as well', async () => {
    const folder = temporaryFolder();
    const practised = await made(program({}, folder), { practice: true });
    const w = program({ forbidPractice: true }, folder);
    const { id } = practised;
    const request = { system: 'powerschool', name: 'A', environment: 'test', boardNumber: '' } as const;
    const asked = [
      await w.call['create-connection']({ ...request, practice: true, redirect: 'this-computer' }),
      await w.call['run-check']({ id, attempt: id, probe: 'none' }),
      await w.call['practice-reply']({ id, language: 'en' }),
      await w.call['practice-fault']({ id, language: 'en' }),
    ];
    expect(asked).toEqual(asked.map(() => NOT_ALLOWED));
    const all = await w.call['test-all'](null);
    expect(all).toMatchObject({ value: { rows: [] } });
    expect(w.checked).toEqual([]);
  });

  it('neither saves nor sends sign-ins to proxies, and leaves saved ones alone', async () => {
    const folder = temporaryFolder();
    const signIn = { proxy: 'http://proxy.example:3128', user: 'pat', password: SECRET, unencrypted: false };
    expect((await program({}, folder).call['save-proxy-sign-in'](signIn)).ok).toBe(true);
    const bytes = allFiles(folder).get('settings.json');
    const w = program({ forbidProxySignIn: true }, folder);
    expect(await w.call['save-proxy-sign-in'](signIn)).toEqual(NOT_ALLOWED);
    expect(await w.call['use-own-sign-in']({ proxy: signIn.proxy })).toEqual(NOT_ALLOWED);
    expect(allFiles(folder).get('settings.json')).toEqual(bytes);
    expect((await w.call['forget-proxy-sign-in']({ proxy: signIn.proxy })).ok).toBe(true);
  });

  it('asks for newer versions where it names an address, and nowhere else', async () => {
    const asked = async (policies: Partial<Policies>): Promise<number> => {
      let count = 0;
      const base = programPorts({ folder: temporaryFolder(), policies });
      const { handlers } = makeProgram({
        ...base,
        openNetwork: () => {
          count += 1;
          return base.openNetwork(keptFor(), noPolicies);
        },
        instead: { updateNoticeKey: 'a key' },
      });
      expect(await handlers['update-notice'](null)).toEqual({ ok: true, value: null });
      return count;
    };
    expect(await asked({})).toBe(0);
    expect(await asked({ updateNotice: { url: 'https://updates.board.example/notice.json' } })).toBe(1);
  });

  it('chooses the language', async () => {
    const w = program({ language: 'fr' });
    expect(await w.call['set-language']({ language: 'en' })).toEqual(NOT_ALLOWED);
    expect(await w.call.start(null)).toMatchObject({ value: { language: 'fr' } });
  });
});

describe('a prepared connection', () => {
  const begun = async (w: World) => {
    const answer = await w.call['create-from-preset']({ preset: preset.id });
    if (!answer.ok) throw new Error(answer.failure.code);
    return answer.value.connection;
  };

  it('has everything but the secret, even where no system is allowed otherwise', async () => {
    const w = program({ presets: [preset], allowedSystems: [] });
    const connection = await begun(w);
    expect(connection).toMatchObject({
      system: 'onsis',
      name: 'Maple DSB',
      environment: 'test',
      values: preset.values,
      setup: { step: 'enter' },
      preset: preset.id,
    });
    expect(await w.call['create-from-preset']({ preset: 'other' })).toEqual(refuse({ code: 'not-found' }));
  });

  it('keeps its values and its environment; its name is the user’s', async () => {
    const w = program({ presets: [preset] });
    const connection = await begun(w);
    const save = toSave(connection);
    const elsewhere = { ...save.values, tokenUrl: 'https://evil.example/token' };
    expect(await w.call['save-connection']({ ...save, values: elsewhere })).toEqual(NOT_ALLOWED);
    expect(await w.call['save-connection']({ ...save, values: {} })).toEqual(NOT_ALLOWED);
    expect(await w.call['save-connection']({ ...save, environment: 'production' })).toEqual(NOT_ALLOWED);
    expect(await w.call['save-connection']({ ...save, redirect: 'this-computer' })).toEqual(NOT_ALLOWED);
    expect(w.connections.get(connection.id)?.values).toEqual(preset.values);
    expect((await w.call['save-connection']({ ...save, name: 'Ours' })).ok).toBe(true);
  });

  it('is not changed by an import', async () => {
    const w = program({ presets: [preset] });
    const { id } = await begun(w);
    const values = { ...preset.values, tokenUrl: 'https://evil.example/token' };
    const { system, name, environment } = preset;
    writeFileSync(join(w.folder, 'import.json'), JSON.stringify({ system, name, environment, values }));
    const chosen = await w.call['choose-import'](null);
    if (!chosen.ok || chosen.value.kind !== 'preview') throw new Error(JSON.stringify(chosen));
    const { items, leftOut, attempt } = chosen.value.preview;
    expect(items).toEqual([]);
    expect(leftOut).toEqual([{ title: name, field: null, reason: 'not-allowed' }]);
    expect(await w.call['apply-import']({ attempt, items: [0] })).toEqual(refuse({ code: 'bad-request' }));
    expect(w.connections.get(id)?.values).toEqual(preset.values);
  });

  it('may be changed if the organization says so', async () => {
    const w = program({ presets: [{ ...preset, editable: true }] });
    const save = toSave(await begun(w));
    const other = { ...save.values, clientId: 'maple-5000' };
    expect((await w.call['save-connection']({ ...save, values: other })).ok).toBe(true);
  });

  it('follows a changed preset, and asks for the secret again where its address moved', async () => {
    const [folder, cipher] = [temporaryFolder(), new FakeCipher()];
    const before = program({ presets: [preset] }, folder, cipher);
    const { id } = await begun(before);
    await before.call['save-secret']({ id, field: 'clientSecret', secret: SECRET });
    const moved = { ...preset, values: { ...preset.values, tokenUrl: 'https://evil.example/token' } };
    const after = program({ presets: [moved] }, folder, cipher);
    expect(await after.call['open-connection']({ id })).toMatchObject({
      value: {
        connection: { values: { tokenUrl: 'https://evil.example/token' } },
        secrets: { clientSecret: 'other-address' },
      },
    });
    // No longer prepared: it stays, and is the user's.
    const without = program({}, folder);
    const save = toSave((await without.connections.get(id)) as Connection);
    expect((await without.call['save-connection']({ ...save, values: preset.values })).ok).toBe(true);
  });
});
