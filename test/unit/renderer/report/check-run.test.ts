import type { Report, Step } from '@contract/report';
import { describe, expect, it } from 'vitest';
import { type CheckEvent, nextRun, noRun } from '../../../../renderer/report/check-run';

const step: Step = { id: 'fields', subject: null, outcome: 'passed', code: 'ok', durationMs: 1, facts: {} };
const report: Report = {
  version: 1,
  app: '1.0.0',
  connection: { id: null, system: 'onsis', name: 'x', environment: 'test' },
  startedAt: '2026-01-05T08:00:00.000Z',
  durationMs: 1,
  outcome: 'passed',
  steps: [step],
};
const running = nextRun(noRun(null), { type: 'check-began', attempt: 'a', probe: 'token' });

describe('one run of the check', () => {
  it('drops every event of another attempt', () => {
    const events: readonly CheckEvent[] = [
      { type: 'check-step-began', attempt: 'b', id: 'fields', subject: null },
      { type: 'check-step', attempt: 'b', step },
      { type: 'check-browser', attempt: 'b', browser: { url: 'https://x', until: 0 } },
      { type: 'check-cancelling', attempt: 'b' },
      { type: 'check-ended', attempt: 'b', report, notSaved: false },
      { type: 'check-refused', attempt: 'b', failure: { code: 'busy' } },
    ];
    for (const event of events) expect(nextRun(running, event)).toBe(running);
  });

  it('drops every event when nothing runs', () => {
    const idle = noRun(report);
    expect(nextRun(idle, { type: 'check-step', attempt: 'a', step })).toBe(idle);
    expect(nextRun(idle, { type: 'check-ended', attempt: 'a', report, notSaved: false })).toBe(idle);
  });

  it('does not start a second check while one runs', () => {
    expect(nextRun(running, { type: 'check-began', attempt: 'b', probe: 'none' })).toBe(running);
  });

  it('stops showing the browser once the sign-in has ended', () => {
    const waiting = nextRun(running, {
      type: 'check-browser',
      attempt: 'a',
      browser: { url: 'https://x', until: 9 },
    });
    expect(waiting).toMatchObject({ browser: { url: 'https://x' } });
    expect(
      nextRun(waiting, { type: 'check-step', attempt: 'a', step: { ...step, id: 'clock' } }),
    ).toMatchObject({
      browser: { url: 'https://x' },
    });
    expect(
      nextRun(waiting, { type: 'check-step', attempt: 'a', step: { ...step, id: 'sign-in' } }),
    ).toMatchObject({
      browser: null,
    });
  });

  it('keeps the result before when a new run does not start', () => {
    const again = nextRun(noRun(report), { type: 'check-began', attempt: 'a', probe: 'none' });
    expect(nextRun(again, { type: 'check-refused', attempt: 'a', failure: { code: 'busy' } })).toEqual({
      kind: 'refused',
      failure: { code: 'busy' },
      report,
    });
  });

  it('ends with the report and the question it asked', () => {
    expect(nextRun(running, { type: 'check-ended', attempt: 'a', report, notSaved: false })).toEqual({
      kind: 'ended',
      probe: 'token',
      alternative: null,
      report,
      notSaved: false,
    });
  });
});
