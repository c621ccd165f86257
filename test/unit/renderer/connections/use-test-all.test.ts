import type { LastCheck } from '@contract/connection';
import type { TestAllRow, TestAllRun } from '@contract/test-all';
import { describe, expect, it } from 'vitest';
import {
  nextTestAll,
  type TestAllEvent,
  type TestAllView,
} from '../../../../renderer/connections/use-test-all';

const row = (state: TestAllRow['state']): TestAllRow => ({ id: 'a', state, leftOut: null });
const run = (state: TestAllRow['state'], id = 'run'): TestAllRun => ({ id, rows: [row(state)], ended: null });
const lastCheck: LastCheck = { at: '2026-01-05', outcome: 'passed', proved: true, step: null, code: null };
const nothing: TestAllView = { run: null, lastChecks: new Map() };
const told = (state: TestAllRow['state'], id = 'run'): TestAllEvent => ({
  type: 'row',
  run: id,
  row: row(state),
  lastCheck,
});
const viewOf = (...events: readonly TestAllEvent[]): TestAllView => events.reduce(nextTestAll, nothing);

describe('a run as the window sees it', () => {
  it('goes forward whatever comes first, the answer or the event', () => {
    const known = { type: 'known', run: run('waiting') } as const;
    const ended = { type: 'ended', run: 'run', ended: 'finished' } as const;
    const inOrder = viewOf(known, told('running'), told('proved'), ended);
    const late = viewOf(known, told('running'), told('proved'), ended, known);
    expect(late).toEqual(inOrder);
    expect(inOrder.run).toEqual({ ...run('proved'), ended: 'finished' });
    expect(inOrder.lastChecks.get('a')).toEqual(lastCheck);
    expect(viewOf(known, told('proved'), told('running')).run?.rows).toEqual([row('proved')]);
  });

  it('hears nothing of another run, and starts afresh with a new one', () => {
    const known = { type: 'known', run: run('waiting') } as const;
    const view = viewOf(known, told('proved', 'other'), { type: 'ended', run: 'other', ended: 'finished' });
    expect(view.run).toEqual(run('waiting'));
    expect(viewOf(known, told('proved'), { type: 'known', run: run('waiting', 'next') }).run).toEqual(
      run('waiting', 'next'),
    );
  });
});
