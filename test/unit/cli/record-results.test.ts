import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { FindingCode } from '@contract/findings';
import { todayHere } from '@contract/formats';
import { noneInForce } from '@contract/policies';
import type { Report } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { afterAll, describe, expect, it } from 'vitest';
import type { CheckableConnection } from '../../../electron/cli/checkable';
import { runCli } from '../../../electron/cli/run-cli';
import type { Entry, Results } from '../../../electron/watch/results';
import { readResults } from '../../../electron/watch/results-file';

const CANARY = 'canary-5ecret';
const folder = mkdtempSync(join(tmpdir(), 'wizard-record-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fresh = () => mkdtempSync(join(folder, 'data-'));

const connection = (name: string, more: Partial<CheckableConnection> = {}): CheckableConnection => ({
  id: `id-${name}`,
  system: systemById('powerschool'),
  name,
  environment: 'production',
  practice: false,
  values: { serverUrl: `https://${name}.example`, clientId: 'client' },
  siblings: [],
  leftOut: null,
  lastCheck: null,
  secretsSince: () => ['2026-09-01T00:00:00.000Z'],
  secret: async () => ok(CANARY),
  sameSecretElsewhere: async () => null,
  ...more,
});

const reportOf = ({ id, name, environment, system }: CheckableConnection, code: FindingCode): Report => {
  const outcome = code === 'ok' ? 'passed' : 'failed';
  return {
    version: 1,
    app: '1.0.0',
    connection: { id, system: system.id, name, environment },
    startedAt: new Date().toISOString(),
    durationMs: 5,
    outcome,
    steps: [{ id: 'sign-in', subject: null, outcome, code, durationMs: 5, facts: {} }],
  };
};

interface Given {
  readonly data: string;
  readonly saved?: readonly CheckableConnection[];
  readonly shared?: readonly CheckableConnection[];
  /** Some of the store could not be read. */
  readonly trouble?: boolean;
  /** Name → its finding; all others pass. */
  readonly codes?: Readonly<Record<string, FindingCode>>;
  readonly told?: string[];
  readonly isStopped?: () => boolean;
}
async function run(
  { data, saved = [], shared = [], trouble = false, codes = {}, told = [], isStopped = () => false }: Given,
  ...argv: readonly string[]
) {
  const complaints: string[] = [];
  const checked: string[] = [];
  let printed = '';
  const status = await runCli(['check', ...argv], {
    path: (file) => file,
    input: Readable.from([]),
    print: (text) => {
      printed += text;
    },
    complain: (line) => complaints.push(line),
    language: 'en',
    policies: noneInForce,
    saved: async () => saved,
    shared: async () => ({
      connections: shared,
      trouble: trouble ? { code: 'not-signed-in' } : null,
      isOffline: false,
    }),
    getReady: () => undefined,
    readCertificates: async () => refuse('not-a-certificate'),
    check: async (one) => {
      checked.push(one.name);
      await one.secret('clientSecret', '');
      return reportOf(one, codes[one.name] ?? 'ok');
    },
    practice: async () => undefined,
    recording: {
      ownFile: join(data, 'watch', 'results.json'),
      appVersion: '1.0.0',
      now: () => new Date(),
      isStopped,
      tellStopped: (stopped) => told.push(...stopped.map(({ connection }) => connection.name)),
    },
  });
  return { status, printed, complaints, checked };
}
function statesIn(path: string): Readonly<Record<string, Entry['state']>> {
  const read = readResults(path);
  if (!read.ok) throw new Error(read.failure);
  return Object.fromEntries(read.value.connections.map((entry) => [entry.connection.name, entry.state]));
}

describe('a check of saved connections', () => {
  it('records what it found in the data folder, and no secret', async () => {
    const data = fresh();
    const saved = ['a', 'b'].map((name) => connection(name));
    const { status } = await run({ data, saved, codes: { b: 'credentials-rejected' } }, '--all');
    const path = join(data, 'watch', 'results.json');
    expect(status).toBe(1);
    expect(statesIn(path)).toEqual({ a: 'passed', b: 'failed' });
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('"secretSince":"2026-09-01T00:00:00.000Z"');
    for (const form of [
      CANARY,
      Buffer.from(CANARY).toString('base64'),
      Buffer.from(CANARY).toString('hex'),
    ]) {
      expect(text).not.toContain(form);
    }
  });

  it('records a locked keyring, a missing network and a lost secret as not checked', async () => {
    const data = fresh();
    const trouble = async () => ({ code: 'keyring-unavailable', reason: 'locked' }) as const;
    const saved = [connection('locked', { trouble }), connection('off'), connection('lost')];
    const codes = { locked: 'secret-unreadable', off: 'offline', lost: 'secret-missing' } as const;
    await run({ data, saved, codes }, '--all');
    const read = readResults(join(data, 'watch', 'results.json'));
    const whys = read.ok ? read.value.connections.map(({ notChecked }) => notChecked) : [];
    expect(whys.toSorted()).toEqual(['keyring', 'offline', 'secret']);
  });

  it('records one that is left out because it was refused as failed, even if nothing else is checked', async () => {
    const data = fresh();
    const lastCheck = {
      at: '2026-11-01T00:00:00.000Z',
      outcome: 'failed' as const,
      proved: false,
      step: 'sign-in',
      code: 'credentials-rejected',
    };
    const saved = [
      connection('a', { leftOut: 'rejected', lastCheck }),
      connection('b', { leftOut: 'unfinished' }),
    ];
    expect(await run({ data, saved }, '--all')).toMatchObject({ status: 2, checked: [] });
    expect(statesIn(join(data, 'watch', 'results.json'))).toEqual({ a: 'failed' });
  });

  it('does not send refused credentials again the next night, until something changes', async () => {
    const data = fresh();
    const path = join(data, 'watch', 'results.json');
    const codes = { a: 'credentials-rejected' } as const;
    const [a, b] = [connection('a'), connection('b')];
    expect(await run({ data, saved: [a, b], codes }, '--all')).toMatchObject({
      status: 1,
      checked: ['a', 'b'],
    });
    for (const _ of [2, 3]) {
      expect(await run({ data, saved: [a, b] }, '--all')).toMatchObject({ status: 1, checked: ['b'] });
      expect(statesIn(path)).toEqual({ a: 'failed', b: 'passed' });
    }
    const changes: Partial<CheckableConnection>[] = [
      { secretsSince: () => ['2026-10-01T00:00:00.000Z'] },
      { values: { ...a.values, clientId: 'other' } },
      {
        lastCheck: {
          at: '2099-01-01T00:00:00.000Z',
          outcome: 'passed',
          proved: true,
          step: null,
          code: null,
        },
      },
    ];
    const before = readFileSync(path);
    for (const change of changes) {
      writeFileSync(path, before);
      const saved = [connection('a', change), b];
      expect(await run({ data, saved }, '--all')).toMatchObject({ status: 0, checked: ['a', 'b'] });
    }
    writeFileSync(path, before);
    expect(await run({ data, saved: [a, b] }, '--saved', 'a')).toMatchObject({ status: 0, checked: ['a'] });
    expect(await run({ data, saved: [a, b] }, '--all')).toMatchObject({ status: 0, checked: ['a', 'b'] });
  });

  it('tells the desktop what has stopped, where it is asked to and has ended', async () => {
    const data = fresh();
    const path = join(data, 'watch', 'results.json');
    const saved = ['a', 'b'].map((name) => connection(name));
    await run({ data, saved }, '--all');
    const yesterday = todayHere(new Date(Date.now() - 86_400_000));
    const old = JSON.parse(readFileSync(path, 'utf8')) as Results;
    const before = JSON.stringify({ ...old, nights: [yesterday] });
    const told: string[] = [];
    const failing = { data, saved, told, codes: { b: 'server-error' } as const };
    for (const [more, words] of [
      [{}, []],
      [{ isStopped: () => true }, ['--notify']],
    ] as const) {
      writeFileSync(path, before);
      await run({ ...failing, ...more }, '--all', ...words);
      expect(told).toEqual([]);
    }
    writeFileSync(path, before);
    for (const _ of [1, 2]) await run(failing, '--all', '--resume', '--notify');
    expect(told).toEqual(['b']);
  });

  it('goes on after an interruption, and does not forget what had failed', async () => {
    const data = fresh();
    const saved = ['a', 'b', 'c'].map((name) => connection(name));
    const codes: Record<string, FindingCode> = { a: 'server-error', c: 'cancelled' };
    await run({ data, saved, codes, isStopped: () => true }, '--all');
    const again = await run({ data, saved }, '--all', '--resume');
    expect(again).toMatchObject({
      status: 1,
      checked: ['c'],
      complaints: [expect.stringMatching(/^2 connections/)],
    });
    expect(statesIn(join(data, 'watch', 'results.json'))).toEqual({ a: 'failed', b: 'passed', c: 'passed' });
    expect(await run({ data, saved }, '--all', '--resume')).toMatchObject({
      status: 0,
      checked: ['a', 'b', 'c'],
    });
  });

  it('stays readable whatever a shared connection says of its product', async () => {
    const data = fresh();
    const values = { provider: 'x'.repeat(4000), serverUrl: 'https://a.example' };
    await run({ data, saved: [connection('a', { values })], codes: { a: 'cancelled' } }, '--all');
    expect(statesIn(join(data, 'watch', 'results.json'))).toEqual({ a: 'not-checked' });
  });

  it('records nothing of a check of only the way, unless a file is named', async () => {
    const data = fresh();
    const saved = [connection('a')];
    await run({ data, saved }, '--all', '--without-secrets');
    expect(existsSync(join(data, 'watch'))).toBe(false);
    const path = join(data, 'way.json');
    await run({ data, saved }, '--all', '--without-secrets', '--results', path);
    expect(statesIn(path)).toEqual({ a: 'passed' });
    expect(existsSync(join(data, 'watch'))).toBe(false);
  });

  it('checks and says so if its own file cannot be written', async () => {
    const data = fresh();
    writeFileSync(join(data, 'watch'), 'in the way');
    const { status, complaints, checked } = await run({ data, saved: [connection('a')] }, '--all');
    expect({ status, checked }).toEqual({ status: 0, checked: ['a'] });
    expect(complaints).toEqual([expect.stringContaining('results.json')]);
  });
});

describe('a check of shared connections', () => {
  const all = ['--shared', '--all'];

  it('is kept beside that of the saved ones, whichever ran last', async () => {
    const data = fresh();
    const path = join(data, 'watch', 'results.json');
    const saved = [connection('a')];
    const codes = { b: 'server-error' } as const;
    const shared = [connection('b'), connection('c')];
    await run({ data, saved, shared, codes }, ...all);
    await run({ data, saved }, '--all');
    expect(statesIn(path)).toEqual({ a: 'passed', b: 'failed', c: 'passed' });
    // Deleted in the store.
    await run({ data, saved, shared: [connection('b')] }, ...all);
    expect(statesIn(path)).toEqual({ a: 'passed', b: 'passed' });
    await run({ data, saved: [connection('d')] }, '--all');
    expect(statesIn(path)).toEqual({ d: 'passed', b: 'passed' });
  });

  it('drops nothing that could not be read this time', async () => {
    const data = fresh();
    const named = join(data, 'shared.json');
    const shared = [connection('b'), connection('c')];
    for (const more of [[], ['--results', named]]) {
      await run({ data, shared, codes: { c: 'server-error' } }, ...all, ...more);
      await run({ data, shared: [connection('b')], trouble: true }, ...all, ...more);
      const path = more.length === 0 ? join(data, 'watch', 'results.json') : named;
      expect(statesIn(path)).toEqual({ b: 'passed', c: 'failed' });
    }
  });
});

describe('a check of files', () => {
  const file = (data: string, name: string) => {
    const path = join(data, `${name}.connection.json`);
    const values = { serverUrl: `https://${name}.example`, clientId: 'client' };
    writeFileSync(path, JSON.stringify({ system: 'powerschool', name, environment: 'test', values }));
    return path;
  };

  it('checks nothing, and says so, where a named file cannot be written', async () => {
    const data = fresh();
    const words = ['--connection', file(data, 'a'), '--results', join(data, 'nowhere', 'r.json')];
    expect(await run({ data }, ...words)).toMatchObject({
      status: 2,
      checked: [],
      complaints: [expect.stringMatching(/r\.json cannot be written\. Nothing was checked\.$/)],
    });
  });

  it('records only if a file is named', async () => {
    const data = fresh();
    await run({ data }, '--connection', file(data, 'a'));
    expect(existsSync(join(data, 'watch'))).toBe(false);
    const path = join(data, 'results.json');
    await run({ data }, '--connection', file(data, 'a'), file(data, 'b'), '--results', path);
    expect(statesIn(path)).toEqual({ a: 'passed', b: 'passed' });
  });

  it.each(['own connection file', 'folder that does not exist', 'folder'])(
    'checks nothing and changes nothing if the results are to go to a %s',
    async (what) => {
      const data = fresh();
      const source = file(data, 'a');
      const before = readFileSync(source, 'utf8');
      const target =
        what === 'folder' ? data : what.startsWith('own') ? source : join(data, 'nowhere', 'r.json');
      const { status, complaints, checked, printed } = await run(
        { data },
        '--connection',
        source,
        '--results',
        target,
      );
      expect({ status, checked, printed }).toEqual({ status: 2, checked: [], printed: '' });
      expect(complaints).toEqual([expect.stringContaining(target)]);
      expect(readFileSync(source, 'utf8')).toBe(before);
    },
  );

  it('does not go on with what is not recorded', async () => {
    const data = fresh();
    expect(await run({ data }, '--connection', file(data, 'a'), '--resume')).toMatchObject({
      status: 2,
      checked: [],
    });
  });
});
