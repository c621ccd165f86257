import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { systems } from '@systems/catalogue';
import { onsis } from '@systems/onsis';
import { readReply } from '@systems/read-reply';
import { afterAll, expect, it } from 'vitest';
import { ConnectionStore } from '../../electron/connections/connection-store';
import { judgeConnectionsText } from '../../electron/connections/connections-text';
import { HistoryStore } from '../../electron/connections/history-store';
import { ReportStore } from '../../electron/connections/report-store';
import { SettingsStore } from '../../electron/connections/settings-store';
import { Trust } from '../../electron/http/trust';
import { readDatabase, writeDatabase } from '../../electron/transfer/database';
import { readSettingsText, settingsText } from '../../electron/transfer/settings-text';
import { aConnection } from '../fakes/connections';
import { passedSteps, reportWith } from '../fakes/reports';
import { FakeCipher } from '../fakes/secret-cipher';
import { tellResult } from '../support/long-result';
import { mutated, mutatedBytes, mutatedText } from '../support/mutate';
import { replies } from '../support/replies';
import { chosenSeed, type Seeded, seeded } from '../support/seeded';
import { validRequest } from '../support/valid-request';
import { startWatchdog } from '../support/watchdog';
import { channelNames, wholeWizard } from '../support/whole-wizard';

/*
 * Gives invalid input to everything that reads foreign data. Each answers, soon and without throwing; no global state
 * changes; and a rejection changes nothing. `npm run test:long` tries 100,000 inputs.
 */

const INPUTS = Number(process.env.FUZZ_INPUTS ?? 5_000);
/** A user would notice, but a busy computer may need this long. */
const INPUT_LIMIT_MS = 10_000;

const { seed } = chosenSeed('fuzz');
/** `FUZZ_INPUT`: only this input, of every kind. Each is generated from its own number, independently of the others. */
const only = process.env.FUZZ_INPUT === undefined ? null : Number(process.env.FUZZ_INPUT);
if (only !== null && !(Number.isSafeInteger(only) && only > 0)) {
  throw new Error(`FUZZ_INPUT is the number of one input, from 1 on, not ${process.env.FUZZ_INPUT}`);
}
const failures = resolve(import.meta.dirname, '../../out/fuzz');
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wizard-fuzz-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
const now = () => new Date('2026-01-05T08:00:00.000Z');

/** Tries `share` of all inputs with `tryOne`. A failing one is saved in `out/fuzz` with how to reproduce it. */
async function fuzz(
  what: string,
  share: number,
  tryOne: (random: Seeded, input: (made: unknown) => void) => void | Promise<void>,
): Promise<void> {
  const [first, last] = only === null ? [1, Math.ceil(INPUTS * share)] : [only, only];
  const again = `SEED=${seed} FUZZ_INPUTS=${INPUTS}`;
  const watchdog = startWatchdog(INPUT_LIMIT_MS, `${what}, ${again}`);
  const globals = globalState();
  let slowest = 0;
  try {
    for (let index = first; index <= last; index += 1) {
      watchdog.feed(index);
      let input: unknown = null;
      const began = performance.now();
      try {
        await tryOne(seeded(seed + index * 7919), (made) => {
          input = made;
        });
        expect(globalState()).toBe(globals);
      } catch (problem) {
        mkdirSync(failures, { recursive: true });
        const file = join(failures, `${what.replaceAll(' ', '-')}-${seed}-${index}.txt`);
        writeFileSync(
          file,
          input instanceof Uint8Array ? input : inspect(input, { depth: 20, maxStringLength: null }),
        );
        throw new Error(`${what}: ${again} FUZZ_INPUT=${index}, kept in ${file}`, { cause: problem });
      }
      slowest = Math.max(slowest, performance.now() - began);
    }
  } finally {
    await watchdog.stop();
  }
  tellResult(what, seed, { inputs: last - first + 1, slowestMs: Math.round(slowest) });
}

/** State that prototype pollution would change. */
const globalState = (): string =>
  [Object.prototype, Array.prototype, Function.prototype, String.prototype, Map.prototype]
    .map((prototype) => Reflect.ownKeys(prototype).length)
    .join();

const timeout = INPUTS * 60 + 60_000;
const cipher = new FakeCipher();
const ID = '0b6f2f0e-5f0f-4d55-9a4e-000000000001';

it('the store’s files', { timeout }, async () => {
  const folder = join(base, 'store');
  const template = join(base, 'template');
  const first = new ConnectionStore({ folder: template, now });
  for (const id of [ID, crypto.randomUUID()]) {
    first.create(aConnection({ id }));
    first.writeSecret({ connection: id, field: 'clientSecret' }, { format: 1, cipher: 'AAAA' });
  }
  new SettingsStore({ folder: template, now }).update({ language: 'fr' });
  new ReportStore({ folder: template, now }).add(ID, reportWith(passedSteps));
  new HistoryStore({ folder: template, now }).record(aConnection({ id: ID }), 'clientSecret', 'entered');
  const files = ['connections.json', 'settings.json', `reports/${ID}.json`, 'secret-history.jsonl'];
  const good = new Map(files.map((name) => [name, readFileSync(join(template, name))]));
  await fuzz('store files', 0.3, (random, input) => {
    const name = random.pick(files);
    const bytes = good.get(name) ?? Buffer.alloc(0);
    const made = random.chance(0.5)
      ? Buffer.from(mutatedBytes(bytes, random))
      : Buffer.from(jsonMutated(bytes.toString('utf8'), random));
    input(made);
    judgeConnectionsText(made.toString('utf8'));
    rmSync(folder, { recursive: true, force: true });
    cpSync(template, folder, { recursive: true });
    writeFileSync(join(folder, name), made);
    const store = new ConnectionStore({ folder, now });
    const settings = new SettingsStore({ folder, now });
    const reports = new ReportStore({ folder, now });
    reports.list(ID);
    new HistoryStore({ folder, now }).list(null);
    // Unreadable files are set aside byte for byte; what was read can be written again.
    for (const { copiedTo } of [...store.notices, ...settings.notices, ...reports.notices]) {
      expect(readFileSync(copiedTo)).toEqual(made);
    }
    expect(store.list().length).toBeLessThanOrEqual(2);
    expect(store.create(aConnection({ name: 'after' })).ok).toBe(true);
  });
});

it('settings as JSON, from anybody', { timeout }, async () => {
  const some = ['powerschool', 'onsis', 'oneroster'] as const;
  const text = settingsText(
    some.map((system) => ({
      ...aConnection(),
      system,
      values: { clientId: 'x', serverUrl: 'https://a.test' },
    })),
  );
  await fuzz('JSON import', 0.2, (random, input) => {
    const made = random.chance(0.5) ? jsonMutated(text, random) : mutatedText(text, random);
    input(made);
    const read = readSettingsText(made);
    if (!read.ok) expect(read.failure.reason).toMatch(/^[a-z-]+$/);
  });
});

it('KeePass databases', { timeout }, async () => {
  const secrets = new Map([['clientSecret', 'Throwaway~1']]);
  const moved = { ...aConnection(), id: ID, secrets, since: new Map(), more: new Map() };
  const bytes = await writeDatabase([moved], 'password', { memory: 64, iterations: 1 });
  expect((await readDatabase(bytes, 'password')).ok).toBe(true);
  await fuzz('KDBX', 0.04, async (random, input) => {
    // Half of the changes go into the header, which holds the lengths and costs.
    const made = random.chance(0.5)
      ? Uint8Array.from([...mutatedBytes(bytes.slice(0, 256), random), ...bytes.slice(256)])
      : mutatedBytes(bytes, random);
    input(made);
    const read = await readDatabase(made, 'password');
    if (!read.ok) expect(read.failure.reason).toMatch(/^[a-z-]+$/);
  });
});

it('replies by e-mail', { timeout }, async () => {
  const texts = Object.values(replies);
  await fuzz('e-mail replies', 0.26, (random, input) => {
    const joined = random.chance(0.1) ? texts.join('\n').repeat(random.whole(1, 8)) : random.pick(texts);
    const made = mutatedText(joined, random);
    input(made);
    const system = random.chance(0.5) ? onsis : random.pick(Object.values(systems));
    const { found, doubts } = readReply(system, made);
    for (const { value } of [...found, ...doubts.flatMap(({ candidates }) => candidates)])
      expect(value).not.toBe('');
  });
});

it('every channel between the window and the main process', { timeout }, async () => {
  const folder = join(base, 'ipc');
  const nowhere = {
    resolveProxy: async () => 'DIRECT',
    lookUp: () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
    trust: new Trust([]),
    now: Date.now,
  };
  const wizard = wholeWizard({ folder, cipher, network: nowhere });
  expect(wizard.unanswered).toEqual([]);
  const texts = [
    'clientSecret',
    'clientId',
    'serverUrl',
    'Board',
    'https://a.test',
    'older-token-path',
    '',
    '2026-01-05',
  ];
  const kept = (): string =>
    ['connections.json', 'settings.json']
      .map((name) => join(folder, name))
      .map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : ''))
      .join('\n');
  await fuzz('IPC', 0.2, async (random, input) => {
    const channel = random.pick(channelNames);
    const words = { ids: wizard.connections.list().map(({ id }) => id), texts };
    const valid = validRequest(channel, random, words);
    const request = random.chance(0.7) ? mutated(valid, random) : valid;
    input({ channel, request });
    const before = kept();
    const answer = await wizard.call(channel, request);
    expect(wizard.bugs).toEqual([]);
    if (answer.ok) expect(Object.keys(answer).sort()).toEqual(['ok', 'value']);
    else {
      expect(answer).toEqual({ ok: false, failure: { code: expect.stringMatching(/^[a-z-]+$/) } });
      expect(kept(), 'a refusal changed what is kept').toBe(before);
    }
    if (channel === 'test-all') await wizard.call('cancel-test-all', null);
    for (const { id } of wizard.connections.list().slice(8)) wizard.connections.delete(id);
  });
});

/** Mutates JSON structurally, or a single line of a multi-line text. */
function jsonMutated(text: string, random: Seeded): string {
  try {
    return (
      JSON.stringify(mutated(JSON.parse(text), random), (_key, value: unknown) =>
        typeof value === 'bigint' ? String(value) : value,
      ) ?? 'undefined'
    );
  } catch {
    return mutatedText(text, random);
  }
}
