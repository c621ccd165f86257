import { describe, expect, it } from 'vitest';
import { nightsIn, watchedIn } from '../../../electron/watch/nights';
import { AT, entryOf, failedEntry, resultsOf } from '../../support/watch-results';

const now = new Date('2026-11-30T12:00:00.000Z');
const TODAY = '2026-11-30';

describe('what the window is told of the nights', () => {
  it('is since when a connection works, has stopped or could not be tested', () => {
    const offline = entryOf('c', { state: 'not-checked', notChecked: 'offline', code: 'offline' });
    expect(watchedIn(resultsOf([entryOf('a'), failedEntry('b'), offline]), now)).toMatchObject([
      { id: 'id-a', kind: 'well', since: '2026-11-01T02:10:00.000Z', code: null },
      { id: 'id-b', kind: 'ill', since: AT, step: 'secure-connection', code: 'tls-intercepted' },
      { id: 'id-c', kind: 'unknown', notChecked: 'offline' },
    ]);
  });

  it('claims nothing of what was not tested last night, and nothing at all after a month', () => {
    const of = (at: string) => watchedIn(resultsOf([entryOf('a', { at })]), now);
    expect(of('2026-11-28T02:10:00.000Z')).toMatchObject([{ kind: 'stale', at: '2026-11-28T02:10:00.000Z' }]);
    expect(of('2026-10-30T02:10:00.000Z')).toEqual([]);
    expect(of('2026-12-03T02:10:00.000Z')).toEqual([]);
  });

  it('leaves out connections from files, which the window does not have', () => {
    const fromFile = entryOf('a', { connection: { ...entryOf('a').connection, id: null } });
    expect(watchedIn(resultsOf([fromFile]), now)).toEqual([]);
  });

  it('is each of the last nights, those without a test too', () => {
    const nights = ['2026-11-26', '2026-11-27', '2026-11-30'];
    const results = resultsOf([entryOf('a', { nights: 'pf' })], { nights });
    expect(nightsIn(results, 'id-a', TODAY, now)?.nights).toEqual([
      { date: '2026-11-27', result: 'passed' },
      { date: '2026-11-28', result: null },
      { date: '2026-11-29', result: null },
      { date: '2026-11-30', result: 'failed' },
    ]);
    expect(nightsIn(results, 'id-b', TODAY, now)).toBeNull();
  });

  it('does not count a night that is still to come, and is at most thirty', () => {
    const dates = Array.from({ length: 30 }, (_, at) => `2026-11-${String(at + 1).padStart(2, '0')}`);
    const results = resultsOf([entryOf('a', { nights: 'p'.repeat(30) })], { nights: dates });
    const next = new Date('2026-12-01T00:30:00.000Z');
    const known = nightsIn(results, 'id-a', '2026-12-01', next)?.nights;
    expect(known?.[0]).toEqual({ date: '2026-11-02', result: 'passed' });
    expect(known?.at(-1)).toEqual({ date: '2026-11-30', result: 'passed' });
    expect(nightsIn(results, 'id-a', TODAY, now)?.nights).toHaveLength(30);
  });
});
