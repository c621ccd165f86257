import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Preset } from '@contract/policies';
import { traceOf } from '@contract/trace';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Trust } from '../../../electron/http/trust';
import { type PracticeServer, startPracticeServer } from '../../../electron/practice/practice-server';
import { Vault } from '../../../electron/secrets/vault';
import { FakeCipher } from '../../fakes/secret-cipher';
import { filesHolding, findSecret } from '../../support/canary';
import { makeAuthority } from '../../support/certificates';
import { seeded } from '../../support/seeded';
import { temporaryFolder } from '../../support/temporary-folder';
import { validRequest } from '../../support/valid-request';
import { channelNames, type WizardOptions, wholeWizard } from '../../support/whole-wizard';

/*
 * Takes secrets through everything the window can request: saved, tested, rotated, exported, imported, undone, deleted;
 * a proxy's sign-in as well. No channel's answer contains one in any form, except for a click on the reveal button.
 */

let server: PracticeServer;
beforeAll(async () => {
  server = await startPracticeServer();
});
afterAll(() => server.stop());

const PROXY_SECRET = 'Canary~proxy/8f3a1c+%20=Zq';
const PASSWORD = 'Canary lantern orchard velvet 41';
const IMPORTED = 'Canary~import/3b7d+%20=Yw';
const proxy = 'http://proxy.maple.test:3128';
const prepared: Preset = {
  id: 'Maple',
  system: 'powerschool',
  name: 'Prepared',
  environment: 'test',
  boardNumber: '',
  values: {},
  editable: true,
};

interface Said {
  readonly channel: string;
  readonly isOk: boolean;
  readonly text: string;
}

let file = '';

/** A wizard on its own computer; its answers are recorded. */
function wizardIn(said: Said[], folder: string, makeVault?: WizardOptions['makeVault']) {
  const network = {
    resolveProxy: async () => 'DIRECT',
    lookUp: () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
    trust: new Trust([server.ca]),
    now: Date.now,
  };
  const wizard = wholeWizard({
    folder,
    cipher: new FakeCipher(),
    network,
    policies: { presets: [prepared] },
    ...(makeVault === undefined ? {} : { makeVault }),
    chosenFile: () => file,
    chosenPlace: () => file,
  });
  /** The answer's value if it succeeded. */
  const ask = async (channel: string, request: unknown = null) => {
    const answer = await wizard.call(channel, request);
    said.push({ channel, isOk: answer.ok, text: JSON.stringify(answer) });
    // biome-ignore lint/suspicious/noExplicitAny: its content is inspected as text
    return (answer.ok ? answer.value : null) as any;
  };
  return { wizard, ask };
}

const instance = { name: 'Maple', environment: 'test', boardNumber: '', redirect: 'sis-server' };

async function everything() {
  const folder = temporaryFolder();
  const said: Said[] = [];
  const { wizard, ask } = wizardIn(said, join(folder, 'here'));
  const { values, secrets } = server.systems.powerschool ?? { values: {}, secrets: {} };
  const old = secrets.clientSecret ?? '';
  const field = 'clientSecret';
  const made = await ask('create-connection', { ...instance, system: 'powerschool', practice: false });
  const { id } = made.connection;
  const save = { ...instance, id, step: 'test', registrationSentOn: null, finished: true };
  await ask('save-connection', { ...save, values });
  await ask('save-secret', { id, field, secret: old });
  await ask('reveal-secret', { id, field });
  await ask('copy-secret', { id, field });
  await ask('save-proxy-sign-in', { proxy, user: 'maple', password: PROXY_SECRET, unencrypted: true });
  await ask('use-own-sign-in', { proxy: 'http://other.maple.test:3128' });
  const first = await ask('run-check', { id, attempt: crypto.randomUUID(), probe: 'none' });
  expect(first.report.outcome).toBe('passed');

  // Rotated, in the system and here.
  server.renew('powerschool');
  const renewed = server.systems.powerschool;
  const fresh = renewed?.secrets.clientSecret ?? '';
  const second = await ask('run-check', { id, attempt: crypto.randomUUID(), probe: 'none' });
  expect(second.report.outcome).toBe('failed');
  const action = (name: string) => ask('act-on-rotation', { id, action: name, unproved: true });
  await action('begin');
  await ask('enter-new-values', { id, values: { clientId: renewed?.values.clientId } });
  await ask('enter-new-secret', { id, field, secret: fresh });
  await ask('run-check', { id, attempt: crypto.randomUUID(), probe: 'none', beside: true });
  await action('switch');
  await ask('open-rotation', { id });
  await action('undo');
  await action('switch');

  // All reports.
  const { reports } = await ask('list-reports', { id });
  const [at, before] = reports.map(({ startedAt }: { startedAt: string }) => startedAt);
  const one = { id, startedAt: at, language: 'en' };
  await ask('read-report', one);
  await ask('copy-report', one);
  for (const kind of ['html', 'json']) await ask('save-report', { ...one, kind });
  await ask('compare-reports', { id, from: before, to: at, language: 'en' });
  await ask('network-request', { id, language: 'fr' });

  // A certificate, added and removed.
  file = join(folder, 'root.pem');
  writeFileSync(file, (await makeAuthority('Maple Root')).root.pem);
  await ask('save-connection', { ...save, values: { ...values, serverUrl: 'https://sis.maple.test' } });
  const { token } = await ask('choose-certificates', { id });
  const trusted = await ask('accept-certificates', { id, token });
  await ask('remove-certificate', { id, fingerprint: trusted.certificates[0].fingerprint });
  await ask('save-connection', { ...save, values: renewed?.values ?? {} });

  // A check carried to another computer, its report, and a message that holds the secret.
  file = join(folder, 'kit.zip');
  await ask('save-kit', { id, language: 'en' });
  const startedAt = '2026-01-04T08:00:00.000Z';
  file = join(folder, 'result.json');
  writeFileSync(file, JSON.stringify({ ...first.report, startedAt }));
  const { offer } = await ask('choose-carried', { id });
  await ask('keep-carried', { id, token: offer.token, place: 'Server room', innerAddresses: true });
  await ask('compare-carried', { id, startedAt, language: 'en' });
  const message = `PKIX path building failed: client_secret=${old}`;
  await ask('explain-message', { id, text: message });

  // To another computer, and back with another secret.
  file = join(folder, 'moved.kdbx');
  await ask('list-exportable');
  const exported = await ask('export-database', {
    connections: [id],
    secrets: [{ id, field }],
    password: PASSWORD,
  });
  expect(exported).toMatchObject({ kind: 'written', secrets: 1 });
  const there = wizardIn(said, join(folder, 'there'));
  const bring = async ({ ask: there }: Pick<ReturnType<typeof wizardIn>, 'ask'>) => {
    await there('choose-import');
    await there('open-import', { password: 'not this one' });
    const { preview } = await there('open-import', { password: PASSWORD });
    const items = preview.items.map(({ item }: { item: number }) => item);
    return there('apply-import', { attempt: preview.attempt, items });
  };
  expect(await bring(there)).toMatchObject({ kind: 'imported', secrets: 1 });
  await there.ask('save-secret', { id, field, secret: IMPORTED });
  file = join(folder, 'back.kdbx');
  await there.ask('export-database', { connections: [id], secrets: [{ id, field }], password: PASSWORD });
  expect(await bring({ ask })).toMatchObject({ kind: 'imported', secrets: 1 });
  await ask('take-back-import');
  await ask('forget-import');
  file = join(folder, 'settings.json');
  await ask('export-settings', { connections: [id] });

  // A page bug whose message and names contain the secret.
  const bug = new TypeError(`Not taken: ${old}`);
  const place = '    at keep (app://wizard/assets/open-1a2b3c4d.js:1:2)';
  bug.stack = `TypeError: ${bug.message}\n${place}\n    at x (app://wizard/assets/${field}.js:1:2)`;
  const told = await ask('report-bug', { kind: 'error', trace: traceOf(bug), components: [] });
  expect(JSON.parse(told.details).trace).toEqual([
    { type: 'TypeError', frames: ['renderer/assets/open-1a2b3c4d.js:1:2'] },
  ]);

  // And any other request the contract allows.
  const random = seeded(20260105);
  const words = { ids: [id], texts: [field, 'clientId', 'older-token-path', 'Maple', '2026-01-05', proxy] };
  file = join(folder, 'root.pem');
  for (const channel of channelNames) {
    if (channel === 'delete-connection' || channel === 'reveal-secret') continue;
    for (let count = 0; count < 12; count += 1) await ask(channel, validRequest(channel, random, words));
    if (channel === 'test-all') await ask('cancel-test-all');
  }
  await ask('read-history', { id: null });
  await ask('export-history', { id: null, language: 'en' });
  await ask('delete-connection', { id });
  expect([...wizard.bugs, ...there.wizard.bugs]).toEqual([]);
  return { folder, said, secrets: [old, fresh, IMPORTED, PROXY_SECRET, PASSWORD], revealed: old };
}

const holding = (said: readonly Said[], secret: string): readonly string[] =>
  said.filter(({ text }) => findSecret(Buffer.from(text), secret) !== null).map(({ channel }) => channel);

it('no answer of any channel carries a secret, but a click on the eye', async () => {
  const { folder, said, secrets, revealed } = await everything();
  const answered = new Set(said.filter(({ isOk }) => isOk).map(({ channel }) => channel));
  // Needs another program or a user, or waits for something already over here.
  const refusedHere = [
    'open-registration-mail',
    'open-link',
    'practice-room',
    'practice-reply',
    'practice-fault',
  ];
  expect(channelNames.filter((name) => !answered.has(name))).toEqual(refusedHere);
  for (const secret of secrets) {
    expect(holding(said, secret)).toEqual(secret === revealed ? ['reveal-secret'] : []);
    expect(filesHolding(folder, secret)).toEqual([]);
  }
});

it('would be noticed', async () => {
  class Telling extends Vault {
    override async state(...[ref, origins]: Parameters<Vault['state']>) {
      const shown = await this.reveal(ref);
      const state = await super.state(ref, origins);
      return shown.ok ? (`${state} ${Buffer.from(shown.value).toString('base64')}` as typeof state) : state;
    }
  }
  const said: Said[] = [];
  const { ask } = wizardIn(said, temporaryFolder(), (ports) => new Telling(ports));
  const { connection } = await ask('create-connection', {
    ...instance,
    system: 'powerschool',
    practice: false,
  });
  await ask('save-secret', { id: connection.id, field: 'clientSecret', secret: IMPORTED });
  await ask('open-connection', { id: connection.id });
  expect(holding(said, IMPORTED)).toEqual(['open-connection']);
});
