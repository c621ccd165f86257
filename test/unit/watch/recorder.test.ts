import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { todayHere } from '@contract/formats';
import { afterAll, describe, expect, it } from 'vitest';
import type { Found } from '../../../electron/watch/entry';
import { type RecorderOptions, ResultsRecorder } from '../../../electron/watch/recorder';
import type { Entry, Results } from '../../../electron/watch/results';
import { readResults } from '../../../electron/watch/results-file';
import { entryOf, resultsOf } from '../../support/watch-results';

const folder = mkdtempSync(join(tmpdir(), 'wizard-watch-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fresh = () => join(mkdtempSync(join(folder, 'data-')), 'watch', 'results.json');

const about = (name: string): Entry['connection'] => entryOf(name).connection;
function found(name: string, at: string, state: Found['state'] = 'passed'): Found {
  const { since: _, nights: __, ...rest } = entryOf(name, { at, state });
  return { ...rest, notChecked: state === 'not-checked' ? 'offline' : null };
}

function begin(path: string, names: readonly string[], at: string, more: Partial<RecorderOptions> = {}) {
  const { isWhole = true } = more;
  const options = {
    appVersion: '1.0.0',
    isNamed: false,
    isWhole,
    isShared: false,
    drops: isWhole,
    resume: false,
    ...more,
  };
  return ResultsRecorder.begin(names.map(about), { path, now: () => new Date(at), ...options });
}
function begun(...given: Parameters<typeof begin>): ResultsRecorder {
  const recorder = begin(...given);
  if (!recorder.ok) throw new Error(recorder.failure);
  return recorder.value;
}
function read(path: string): Results {
  const results = readResults(path);
  if (!results.ok) throw new Error(results.failure);
  return results.value;
}
/** One whole run. */
function night(path: string, at: string, states: Readonly<Record<string, Found['state']>>): void {
  const recorder = begun(path, Object.keys(states), at);
  for (const [name, state] of Object.entries(states)) recorder.add(found(name, at, state));
  recorder.end(false);
}
/** As this computer's time zone dates noon of these days in UTC. */
const nightsOf = (...days: readonly string[]) =>
  days.map((day) => todayHere(new Date(`${day}T12:00:00.000Z`)));
const entry = (path: string, name: string) =>
  read(path).connections.find(({ connection }) => connection.name === name);

describe('the results file', () => {
  it('remembers since when it is so, and one letter a night', () => {
    const path = fresh();
    night(path, '2026-11-28T12:00:00.000Z', { a: 'passed', b: 'passed' });
    night(path, '2026-11-29T12:00:00.000Z', { a: 'warning', b: 'failed' });
    night(path, '2026-11-30T12:00:00.000Z', { a: 'passed', b: 'failed', c: 'not-checked' });
    expect(entry(path, 'a')).toMatchObject({ nights: 'pwp', since: '2026-11-28T12:00:00.000Z' });
    expect(entry(path, 'b')).toMatchObject({ nights: 'pff', since: '2026-11-29T12:00:00.000Z' });
    expect(entry(path, 'c')).toMatchObject({ nights: '--n', since: '2026-11-30T12:00:00.000Z' });
    expect(read(path).nights).toEqual(nightsOf('2026-11-28', '2026-11-29', '2026-11-30'));
  });

  it('tells once a night what worked and has stopped, and never while it stays so', () => {
    const path = fresh();
    const stoppedAt = (at: string, states: Readonly<Record<string, Found['state']>>) => {
      const recorder = begun(path, Object.keys(states), at);
      for (const [name, state] of Object.entries(states)) recorder.add(found(name, at, state));
      recorder.end(false);
      return recorder.takeStopped().map(({ connection }) => connection.name);
    };
    expect(stoppedAt('2026-11-26T12:00:00.000Z', { a: 'passed', b: 'failed', c: 'passed' })).toEqual([]);
    const both = { a: 'failed', b: 'failed', c: 'not-checked' } as const;
    expect(stoppedAt('2026-11-27T12:00:00.000Z', both)).toEqual(['a']);
    expect(stoppedAt('2026-11-27T13:00:00.000Z', { ...both, c: 'failed' })).toEqual([]);
    expect(stoppedAt('2026-11-28T12:00:00.000Z', both)).toEqual([]);
    expect(stoppedAt('2026-11-29T12:00:00.000Z', { a: 'passed', b: 'passed', c: 'passed' })).toEqual([]);
    expect(stoppedAt('2026-11-30T12:00:00.000Z', { a: 'failed', b: 'passed', c: 'failed' })).toEqual([
      'a',
      'c',
    ]);
  });

  it('keeps what a check of one alone wrote during the run', () => {
    const path = fresh();
    const at = '2026-11-30T12:00:00.000Z';
    const whole = begun(path, ['a', 'b'], at);
    whole.add(found('a', at));
    const alone = begun(path, ['b'], at, { isWhole: false });
    alone.add(found('b', at, 'failed'));
    alone.end(false);
    whole.end(false);
    expect(entry(path, 'a')?.state).toBe('passed');
    expect(entry(path, 'b')?.state).toBe('failed');
  });

  it('forgets nights before the last thirty, and takes the last run of a day', () => {
    const path = fresh();
    for (let day = 1; day <= 33; day += 1) {
      const at = new Date(Date.UTC(2026, 0, day, 12)).toISOString();
      night(path, at, { a: 'failed' });
      night(path, at, { a: day % 2 === 0 ? 'passed' : 'warning' });
    }
    expect(read(path).nights).toHaveLength(30);
    expect(read(path).nights.slice(0, 1)).toEqual(nightsOf('2026-01-04'));
    expect(entry(path, 'a')?.nights).toBe('pw'.repeat(15));
  });

  it('drops a connection that is no longer saved, but not beside a check of one alone', () => {
    const path = fresh();
    night(path, '2026-11-28T12:00:00.000Z', { a: 'passed', b: 'passed' });
    const one = begun(path, ['a'], '2026-11-28T14:00:00.000Z', { isWhole: false });
    one.add(found('a', '2026-11-28T14:00:00.000Z', 'failed'));
    one.end(false);
    expect(entry(path, 'b')).toMatchObject({ nights: 'p' });
    expect(read(path).run.startedAt).toBe('2026-11-28T12:00:00.000Z');
    night(path, '2026-11-29T12:00:00.000Z', { a: 'passed' });
    expect(entry(path, 'b')).toBeUndefined();
  });

  it('keeps what another command has written meanwhile', () => {
    const path = fresh();
    const all = begun(path, ['a', 'b'], '2026-11-28T12:00:00.000Z');
    const one = begun(path, ['b'], '2026-11-28T12:00:01.000Z', { isWhole: false });
    one.add(found('b', '2026-11-28T12:00:01.000Z', 'failed'));
    one.end(false);
    all.add(found('a', '2026-11-28T12:00:02.000Z'));
    all.end(false);
    expect(entry(path, 'a')).toMatchObject({ state: 'passed' });
    expect(entry(path, 'b')).toMatchObject({ state: 'failed', nights: 'f' });
    expect(read(path).run.endedAt).not.toBeNull();
  });

  it('keeps a newer result that another command wrote, but none of a wrong clock', () => {
    const path = fresh();
    const all = begun(path, ['a', 'b', 'c'], '2026-11-28T12:00:00.000Z');
    for (const name of ['a', 'b']) all.add(found(name, '2026-11-28T12:00:00.000Z', 'failed'));
    const one = begun(path, ['a'], '2026-11-28T11:59:00.000Z', { isWhole: false });
    one.add(found('a', '2026-11-28T12:00:00.001Z'));
    one.end(false);
    const wrong = begun(path, ['b'], '2027-11-28T12:00:00.000Z', { isWhole: false });
    wrong.add(found('b', '2027-11-28T12:00:00.000Z'));
    wrong.end(false);
    all.add(found('c', '2026-11-28T12:00:00.000Z'));
    all.end(false);
    expect(entry(path, 'a')).toMatchObject({ state: 'passed', nights: 'p' });
    expect(entry(path, 'b')).toMatchObject({ state: 'failed', nights: 'f' });
  });

  it('counts the worse of two that it cannot tell apart, and never goes on past them', () => {
    for (const states of [
      ['failed', 'passed'],
      ['passed', 'failed'],
      ['not-checked', 'warning'],
    ] as const) {
      const path = fresh();
      const at = '2026-11-28T12:00:00.000Z';
      const run = begun(path, ['a', 'a', 'b'], at);
      for (const state of states) run.add(found('a', at, state));
      run.end(true);
      expect(entry(path, 'a')?.state).toBe(states.find((state) => !['passed', 'warning'].includes(state)));
      expect(begun(path, ['a', 'a', 'b'], at, { resume: true }).known.size).toBe(0);
    }
  });

  it('forgets nights that a wrong clock dated to the future', () => {
    const path = fresh();
    night(path, '2026-11-28T12:00:00.000Z', { a: 'passed' });
    night(path, '2027-06-01T12:00:00.000Z', { a: 'passed' });
    night(path, '2026-11-29T12:00:00.000Z', { a: 'failed' });
    expect(read(path).nights).toEqual(nightsOf('2026-11-28', '2026-11-29'));
    expect(entry(path, 'a')).toMatchObject({ nights: 'pf', since: '2026-11-29T12:00:00.000Z' });
  });

  it('has from the beginning of a run what is still to be tested, as not tested', () => {
    const path = fresh();
    night(path, '2026-11-28T12:00:00.000Z', { a: 'passed' });
    const run = begun(path, ['a', 'b'], '2026-11-29T12:00:00.000Z');
    run.add(found('a', '2026-11-29T12:00:00.000Z'));
    run.end(true);
    expect(entry(path, 'a')).toMatchObject({ state: 'passed', nights: 'pp' });
    expect(entry(path, 'b')).toMatchObject({ state: 'not-checked', notChecked: 'not-yet', nights: '--' });
  });

  it('is private in the data folder, and readable by an agent where it was named', () => {
    // Of the whole process, and Windows has no such modes.
    if (process.platform === 'win32') return;
    const mask = process.umask(0o022);
    const own = fresh();
    night(own, '2026-11-28T12:00:00.000Z', { a: 'passed' });
    const named = join(folder, 'named.json');
    begun(named, ['a'], '2026-11-28T12:00:00.000Z', { isNamed: true }).end(false);
    process.umask(mask);
    expect(statSync(own).mode & 0o777).toBe(0o600);
    expect(statSync(named).mode & 0o777).toBe(0o644);
  });
});

describe('a run that was interrupted', () => {
  const path = fresh();
  it('leaves what it had found, and is gone on with', () => {
    const first = begun(path, ['a', 'b', 'c'], '2026-11-28T12:00:00.000Z');
    first.add(found('a', '2026-11-28T12:00:01.000Z', 'failed'));
    first.add(found('b', '2026-11-28T12:00:02.000Z', 'not-checked'));
    first.end(true);
    expect(read(path).run.endedAt).toBeNull();
    const second = begun(path, ['a', 'b', 'c'], '2026-11-28T13:00:00.000Z', { resume: true });
    // What could not be checked is tried again.
    expect([...second.known.values()].map(({ connection }) => connection.name)).toEqual(['a']);
    second.add(found('c', '2026-11-28T13:00:01.000Z'));
    second.end(false);
    expect(read(path).run).toEqual({
      startedAt: '2026-11-28T12:00:00.000Z',
      endedAt: '2026-11-28T13:00:00.000Z',
    });
    expect(entry(path, 'a')).toMatchObject({ state: 'failed' });
  });

  it('is not gone on with if it ended, is of another night, or nobody asked', () => {
    const again = (at: string, resume: boolean) => begun(path, ['a', 'b', 'c'], at, { resume }).known.size;
    expect(again('2026-11-28T14:00:00.000Z', true)).toBe(0);
    expect(again('2026-11-28T15:00:00.000Z', false)).toBe(0);
    const half = begun(path, ['a'], '2026-11-28T16:00:00.000Z');
    half.add(found('a', '2026-11-28T16:00:01.000Z'));
    half.end(true);
    expect(again('2026-11-29T05:00:00.000Z', true)).toBe(0);
  });
});

it('loses nothing that several programs write at once', async () => {
  const path = fresh();
  night(path, '2026-11-28T12:00:00.000Z', { a: 'passed' });
  writeFileSync(`${path}.tmp-0123456789abcdef`, 'left by a killed program');
  const lock = `${path}.lock`;
  writeFileSync(lock, String(process.pid));
  const waiting = performance.now();
  const freed = new Worker(`setTimeout(() => require('node:fs').rmSync(${JSON.stringify(lock)}), 300)`, {
    eval: true,
  });
  const recorder = begun(path, ['b'], '2026-11-28T12:00:01.000Z', { isWhole: false });
  expect(performance.now() - waiting).toBeGreaterThan(200);
  await freed.terminate();
  recorder.end(false);
  // Its program has ended, so it is nobody's.
  writeFileSync(lock, '999999999');
  expect(recorder.end(false)).toBe(true);
  expect(readdirSync(join(path, '..'))).toEqual(['results.json']);
});

describe('a file that cannot be used', () => {
  it('that was named and is not ours is left as it is', () => {
    const path = join(folder, 'sis.json');
    writeFileSync(path, '{"system":"powerschool"}');
    expect(begin(path, ['a'], '2026-11-28T12:00:00.000Z', { isNamed: true })).toEqual({
      ok: false,
      failure: 'not-results',
    });
    expect(readFileSync(path, 'utf8')).toBe('{"system":"powerschool"}');
  });

  it('of a newer version is left as it is', () => {
    const path = join(folder, 'newer.json');
    const text = JSON.stringify({ ...resultsOf([]), version: 2, more: 1 });
    writeFileSync(path, text);
    expect(begin(path, ['a'], '2026-11-28T12:00:00.000Z')).toEqual({ ok: false, failure: 'newer' });
    expect(readFileSync(path, 'utf8')).toBe(text);
  });

  it('that is our own and damaged is copied aside and begun anew', () => {
    const path = fresh();
    night(path, '2026-11-28T12:00:00.000Z', { a: 'passed' });
    writeFileSync(path, '{"format":');
    night(path, '2026-11-29T12:00:00.000Z', { a: 'passed' });
    expect(entry(path, 'a')).toMatchObject({ nights: 'p' });
    expect(readdirSync(join(path, '..')).some((name) => name.startsWith('results.damaged-'))).toBe(true);
  });

  it('in a folder that does not exist is not written, and says so', () => {
    const path = join(folder, 'nowhere', 'results.json');
    expect(begin(path, ['a'], '2026-11-28T12:00:00.000Z', { isNamed: true })).toEqual({
      ok: false,
      failure: 'not-written',
    });
  });

  it('that can no longer be written at the end says so', () => {
    const path = fresh();
    const recorder = begun(path, ['a'], '2026-11-28T12:00:00.000Z');
    rmSync(join(path, '..'), { recursive: true });
    recorder.add(found('a', '2026-11-28T12:00:00.000Z'));
    expect(recorder.end(false)).toBe(false);
  });
});

it('two thousand results are recorded within seconds, in bounded writes', () => {
  const path = fresh();
  const names = Array.from({ length: 2000 }, (_, at) => `School ${at}`);
  const began = performance.now();
  const recorder = begun(path, names, '2026-11-28T12:00:00.000Z');
  for (const name of names) recorder.add(found(name, '2026-11-28T12:00:00.000Z'));
  recorder.end(false);
  expect(read(path).connections).toHaveLength(2000);
  expect(statSync(path).size).toBeLessThan(2_000_000);
  expect(performance.now() - began).toBeLessThan(10_000);
});
