import type { Connection, LastCheck } from '@contract/connection';
import type { FindingCode, StepId } from '@contract/findings';
import type { Report, Step } from '@contract/report';
import { ok, refuse } from '@contract/result';
import { countRows, type TestAllRow } from '@contract/test-all';
import { overallOutcome } from '@contract/verdict';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckRuns } from '../../../electron/check/check-runs';
import { TestAll } from '../../../electron/check/test-all';
import { aConnection } from '../../fakes/connections';

/** Finished, with its own client, so that it may run in parallel with the others. */
function vendor(name: string, change: Partial<Connection> = {}): Connection {
  return aConnection({
    system: 'powerschool',
    name,
    values: { serverUrl: 'https://sis.example', clientId: name },
    setup: { step: 'finish', registrationSentOn: null, finishedAt: '2026-01-05T08:00:00.000Z' },
    ...change,
  });
}

const lastCheck = (step: StepId, code: FindingCode, more: Partial<LastCheck> = {}): LastCheck => ({
  at: '2026-01-05T08:00:00.000Z',
  outcome: 'failed',
  proved: false,
  step,
  code,
  ...more,
});

function reportOf(connection: Connection, id: StepId = 'sign-in', code: FindingCode = 'ok'): Report {
  const step = (stepId: StepId, outcome: Step['outcome'], stepCode: FindingCode): Step => ({
    id: stepId,
    subject: null,
    outcome,
    code: stepCode,
    durationMs: 1,
    facts: {},
  });
  const steps = [step(id, code === 'ok' ? 'passed' : code === 'not-proved' ? 'warning' : 'failed', code)];
  return {
    version: 1,
    app: '0.0.0',
    connection: { ...connection, environment: connection.environment },
    startedAt: '2026-01-06T08:00:00.000Z',
    durationMs: 1,
    outcome: overallOutcome(steps),
    steps,
  } as Report;
}

// Writes take as long as the test says.
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => void vi.useRealTimers());

interface Open {
  readonly connection: Connection;
  readonly attempt: string | null;
  end(report: Report): void;
}

/** Checks that end when the test says so or when cancelled. */
function program(connections: readonly Connection[], writeMs = 0) {
  const store = new Map(connections.map((connection) => [connection.id, connection]));
  const open: Open[] = [];
  const began: string[] = [];
  const rows: TestAllRow[] = [];
  const ends: string[] = [];
  const reports: string[] = [];
  const secretChanges = new Map<string, number>();
  let writes = 0;
  /** Writes that fail. */
  const refusing = new Set<'report' | 'result' | 'proof'>();
  const checks = new CheckRuns({
    rotations: {
      tested: () => (refusing.has('proof') ? refuse('not-saved') : ok(null)),
      proved: (connection) => connection,
    },
    connections: {
      get: (id) => store.get(id),
      changeTogether: ({ put }) => {
        writes += 1;
        vi.advanceTimersByTime(writeMs);
        if (refusing.has('result')) return refuse('not-saved');
        for (const connection of put) store.set(connection.id, connection);
        return ok(null);
      },
    },
    reports: {
      add: (id) => (refusing.has('report') ? refuse('not-saved') : ok(reports.push(id))),
    },
    secretChanges: (id) => secretChanges.get(id) ?? 0,
    onEnded: () => undefined,
    runCheck: (connection, { attempt, signal }) => {
      began.push(connection.name);
      return new Promise((resolve) => {
        const entry: Open = {
          connection,
          attempt,
          end: (report) => {
            open.splice(open.indexOf(entry), 1);
            resolve(report);
          },
        };
        open.push(entry);
        signal.addEventListener('abort', () => entry.end(reportOf(connection, 'connect', 'cancelled')));
      });
    },
  });
  const all = new TestAll({
    connections: { list: () => [...store.values()], get: (id) => store.get(id) },
    check: (connection, signal) => checks.asOneOfMany(connection, signal),
    onRow: (_run, row) => rows.push(row),
    onEnd: (_run, ended) => ends.push(ended),
  });
  const named = (name: string): Open => {
    const found = open.find(({ connection }) => connection.name === name);
    if (found === undefined) throw new Error(`${name} is not being checked`);
    return found;
  };
  return {
    store,
    open,
    began,
    rows,
    ends,
    reports,
    writes: () => writes,
    secretChanges,
    refusing,
    checks,
    all,
    running: () => open.map(({ connection }) => connection.name),
    end: async (name: string, id?: StepId, code?: FindingCode) => {
      const one = named(name);
      one.end(reportOf(one.connection, id, code));
      await settled();
    },
    stateOf: (name: string) => {
      const id = [...store.values()].find((connection) => connection.name === name)?.id;
      return all.run?.rows.find((row) => row.id === id)?.state;
    },
  };
}

/** Runs all pending promises, so that finished checks are saved. */
const settled = async () => {
  for (let turn = 0; turn < 2; turn += 1) await new Promise((resolve) => setImmediate(resolve));
};
const letters = (count: number) => Array.from({ length: count }, (_, at) => vendor(`c${at}`));

describe('Test all', () => {
  it('runs eight at a time, in the order of the list, and a slow one holds up nobody', async () => {
    const w = program(letters(20));
    w.all.start();
    await settled();
    expect(w.running()).toEqual(['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7']);
    // c0 never answers while all the others run to completion.
    for (let at = 1; at < 20; at += 1) {
      expect(w.open.length).toBeLessThanOrEqual(8);
      await w.end(`c${at}`);
    }
    expect(w.began).toEqual(letters(20).map(({ name }) => name));
    expect(w.running()).toEqual(['c0']);
    expect(w.ends).toEqual([]);
    await w.end('c0');
    expect(w.ends).toEqual(['finished']);
    expect(countRows(w.all.run?.rows ?? [])).toMatchObject({ proved: 20 });
    expect(w.reports).toHaveLength(20);
  });

  it('writes what ended in the same moment by one write', async () => {
    const w = program(letters(8));
    w.all.start();
    await settled();
    for (const one of [...w.open]) one.end(reportOf(one.connection));
    await settled();
    expect(w.writes()).toBe(1);
    expect(w.reports).toHaveLength(8);
    expect(countRows(w.all.run?.rows ?? [])).toMatchObject({ proved: 8 });
  });

  it('writes the less often the longer the disk takes, and begins the next check meanwhile', async () => {
    const w = program(letters(20), 50);
    w.all.start();
    await settled();
    await w.end('c0');
    expect(w.writes()).toBe(1);
    for (let at = 1; at < 5; at += 1) await w.end(`c${at}`);
    expect(w.began).toHaveLength(13);
    vi.advanceTimersByTime(499);
    await settled();
    expect(w.writes()).toBe(1);
    expect(w.stateOf('c1')).toBe('running');
    vi.advanceTimersByTime(1);
    await settled();
    expect(w.writes()).toBe(2);
    expect(w.stateOf('c4')).toBe('proved');

    // Finished results are saved when the rest is cancelled, without waiting.
    await w.end('c5');
    await w.all.stop('cancelled');
    expect(w.stateOf('c5')).toBe('proved');
    expect(countRows(w.all.run?.rows ?? [])).toMatchObject({ proved: 6, 'not-tested': 14 });
  });

  it('tells of every result as it comes, and there is no second run beside it', async () => {
    const w = program(letters(3));
    const { id } = w.all.start();
    expect(w.all.start().id).toBe(id);
    await settled();
    await w.end('c1', 'connect', 'connection-timeout');
    await w.end('c2', 'sign-in', 'not-proved');
    expect(w.rows.map(({ state }) => state)).toEqual([
      'running',
      'running',
      'running',
      'stopped',
      'not-proved',
    ]);
    expect(w.all.run?.ended).toBeNull();
    await w.end('c0');
    w.all.dismiss();
    expect(w.all.run).toBeNull();
  });

  it.each([
    ['credentials-rejected', 'sign-in', true],
    ['client-not-allowed', 'sign-in', true],
    ['signature-rejected', 'sign-in', true],
    ['token-rejected', 'sign-in', true],
    ['token-rejected', 'permission', false],
    ['permission-missing', 'permission', false],
    ['scope-rejected', 'sign-in', false],
    ['nonce-rejected', 'sign-in', false],
    ['connection-timeout', 'connect', false],
  ] as const)('%s at %s: left out: %s', async (code, step, isLeftOut) => {
    const w = program([vendor('a', { lastCheck: lastCheck(step, code) })]);
    w.all.start();
    await settled();
    expect(w.began).toHaveLength(isLeftOut ? 0 : 1);
    expect(w.all.run?.rows[0]?.leftOut).toBe(isLeftOut ? 'rejected' : null);
    expect(w.ends).toEqual(isLeftOut ? ['finished'] : []);
  });

  it('goes on leaving out what was refused when a later test did not get as far as the sign-in', async () => {
    const refused = vendor('a', { lastCheck: lastCheck('sign-in', 'credentials-rejected') });
    const w = program([refused]);
    const testAlone = async (id: StepId, code: FindingCode) => {
      const done = w.checks.start(current(), {
        probe: 'none',
        alternative: null,
        beside: false,
        withoutSecrets: false,
        attempt: 'alone',
      });
      await w.end('a', id, code);
      await done;
      w.all.start();
      await settled();
      return w.all.run?.rows[0];
    };
    const current = () => w.store.get(refused.id) ?? refused;
    expect(await testAlone('name-lookup', 'offline')).toMatchObject({ leftOut: 'rejected' });
    expect(current().lastCheck).toMatchObject({ code: 'offline', rejected: true });
    expect(await testAlone('sign-in', 'server-error')).toMatchObject({ leftOut: 'rejected' });
    expect(await testAlone('sign-in', 'ok')).toMatchObject({ state: 'running' });
    expect(current().lastCheck?.rejected).toBeUndefined();
  });

  it('leaves out what is not entered yet and what needs the person’s browser', async () => {
    const unfinished = { step: 'enter', registrationSentOn: null, finishedAt: null } as const;
    const w = program([
      vendor('entering', { setup: unfinished }),
      vendor('stopped', { setup: unfinished, lastCheck: lastCheck('connect', 'connection-refused') }),
      vendor('tested', { setup: { ...unfinished, step: 'test' } }),
      vendor('browser', {
        system: 'onsis',
        values: { ...aConnection().values, redirectUrl: 'http://127.0.0.1:53682/onsis/callback' },
      }),
      vendor('sms', { system: 'onsis', values: aConnection().values }),
    ]);
    w.all.start();
    await settled();
    expect(w.running()).toEqual(['stopped', 'tested', 'sms']);
    expect(w.all.run?.rows.map(({ leftOut }) => leftOut)).toEqual([
      'unfinished',
      null,
      null,
      'browser',
      null,
    ]);
  });

  it('never has two of one client at one server at the same moment', async () => {
    const values = { serverUrl: 'https://sis.example', clientId: 'one' };
    const w = program([
      vendor('a', { values }),
      vendor('b', { values: { ...values, serverUrl: 'https://sis.example/' } }),
      vendor('c'),
    ]);
    w.all.start();
    await settled();
    expect(w.running()).toEqual(['a', 'c']);
    await w.end('a');
    expect(w.running()).toEqual(['c', 'b']);
  });

  it('takes the result of a check that runs already, and does not stop it', async () => {
    const w = program(letters(2));
    const first = [...w.store.values()][0];
    if (first === undefined) throw new Error('There is none');
    const alone = w.checks.start(first, {
      probe: 'none',
      alternative: null,
      beside: false,
      withoutSecrets: false,
      attempt: 'alone',
    });
    w.all.start();
    await settled();
    expect(w.began).toEqual(['c0', 'c1']);
    await w.end('c0');
    expect(w.stateOf('c0')).toBe('proved');
    await alone;
    await w.end('c1');

    const again = w.checks.start(first, {
      probe: 'none',
      alternative: null,
      beside: false,
      withoutSecrets: false,
      attempt: 'again',
    });
    w.all.start();
    await settled();
    await w.all.stop('cancelled');
    expect(w.running()).toEqual(['c0']);
    expect(w.stateOf('c0')).toBe('not-tested');
    await w.end('c0');
    expect((await again)?.report.outcome).toBe('passed');
  });

  it.each(['report', 'result'] as const)(
    'a %s that the disk does not take is said to be lost',
    async (what) => {
      const w = program(letters(2));
      const [first] = w.store.values();
      if (first === undefined) throw new Error('There is none');
      w.all.start();
      await settled();
      w.refusing.add(what);
      await w.end('c0');
      w.refusing.clear();
      await w.end('c1');
      expect(w.all.run?.rows).toMatchObject([{ state: 'proved', notSaved: true }, { state: 'proved' }]);
      expect(w.all.run?.rows[1]).not.toHaveProperty('notSaved');

      const wishes = { probe: 'none', alternative: null, attempt: 'alone' } as const;
      w.refusing.add(what);
      const alone = w.checks.start(first, { ...wishes, beside: false, withoutSecrets: false });
      await w.end('c0');
      expect(await alone).toMatchObject({ report: { outcome: 'passed' }, notSaved: true });
      // A result that is never saved cannot be lost.
      const changed = w.checks.start(first, { ...wishes, beside: false, withoutSecrets: false });
      w.secretChanges.set(first.id, 1);
      await w.end('c0');
      expect((await changed)?.notSaved).toBe(false);
      const stopped = w.checks.start(first, { ...wishes, beside: false, withoutSecrets: false });
      w.checks.cancel('alone');
      expect((await stopped)?.notSaved).toBe(false);
    },
  );

  it('a check of the way alone keeps its report, and the connection’s result as it was', async () => {
    const before = lastCheck('sign-in', 'credentials-rejected');
    const w = program([vendor('c0', { lastCheck: before })]);
    const [first] = w.store.values();
    if (first === undefined) throw new Error('There is none');
    const way = {
      probe: 'none',
      alternative: null,
      attempt: 'way',
      beside: false,
      withoutSecrets: true,
    } as const;
    const checkWay = async (code: FindingCode) => {
      const done = w.checks.start(first, way);
      await w.end('c0', 'connect', code);
      return done;
    };
    expect(await checkWay('ok')).toMatchObject({ report: { outcome: 'passed' }, notSaved: false });
    expect(await checkWay('connection-refused')).toMatchObject({ notSaved: false });
    expect(w.reports).toEqual([first.id, first.id]);
    expect(w.store.get(first.id)?.lastCheck).toEqual(before);

    w.refusing.add('report');
    expect(await checkWay('ok')).toMatchObject({ notSaved: true });
    // Neither a stopped check nor one of a deleted connection is ever saved, so neither can be lost.
    const stopped = w.checks.start(first, way);
    w.checks.cancel('way');
    expect((await stopped)?.notSaved).toBe(false);
    w.store.delete(first.id);
    expect((await checkWay('ok'))?.notSaved).toBe(false);
    expect(w.reports).toHaveLength(2);
  });

  it('a new secret that was proved, and the disk does not take it, is said as well', async () => {
    const w = program(letters(1));
    const [first] = w.store.values();
    if (first === undefined) throw new Error('There is none');
    const wishes = {
      probe: 'none',
      alternative: null,
      attempt: 'beside',
      beside: true,
      withoutSecrets: false,
    } as const;
    const ends: (boolean | undefined)[] = [];
    for (const isFull of [true, false]) {
      if (isFull) w.refusing.add('proof');
      else w.refusing.clear();
      const beside = w.checks.start(first, wishes);
      await w.end('c0');
      ends.push((await beside)?.notSaved);
    }
    expect(ends).toEqual([true, false]);
  });

  it.each(['cancelled', 'sleep'] as const)(
    '%s: all end at once, nothing is kept, nothing begins',
    async (why) => {
      const w = program(letters(20));
      w.all.start();
      await settled();
      await w.end('c3');
      await w.all.stop(why);
      expect(w.open).toEqual([]);
      expect(w.began).toHaveLength(9);
      expect(w.ends).toEqual([why]);
      expect(countRows(w.all.run?.rows ?? [])).toMatchObject({
        proved: 1,
        'not-tested': 19,
        waiting: 0,
        running: 0,
      });
      expect(w.reports).toHaveLength(1);
      expect([...w.store.values()].filter((connection) => connection.lastCheck !== null)).toHaveLength(1);
    },
  );

  it('claims nothing for values or secrets that were changed meanwhile, nor for what was deleted', async () => {
    const w = program(letters(10));
    w.all.start();
    await settled();
    const [changed, newSecret, deleted] = [...w.store.values()];
    const last = [...w.store.values()].at(-1);
    if (!changed || !newSecret || !deleted || !last) throw new Error('Too few');
    w.store.set(changed.id, { ...changed, values: { ...changed.values, clientId: 'other' } });
    w.secretChanges.set(newSecret.id, 1);
    w.store.delete(deleted.id);
    w.store.delete(last.id);
    for (const { connection } of [...w.open]) await w.end(connection.name);
    await w.end('c8');
    expect(w.all.run?.ended).toBe('finished');
    expect(w.all.run?.rows.map(({ state }) => state)).toEqual([
      ...Array.from({ length: 3 }, () => 'not-tested'),
      ...Array.from({ length: 6 }, () => 'proved'),
      'not-tested',
    ]);
    expect(w.store.get(changed.id)?.lastCheck).toBeNull();
    expect(w.store.get(newSecret.id)?.lastCheck).toBeNull();
    expect(w.reports).toHaveLength(6);
  });
});
