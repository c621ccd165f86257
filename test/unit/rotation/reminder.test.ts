import type { Connection } from '@contract/connection';
import { describe, expect, it } from 'vitest';
import { reminderOf } from '../../../electron/rotation/reminder';
import { aConnection } from '../../fakes/connections';

const now = new Date('2026-06-15T12:00:00');
const lastCheck = (certificateEnds: string): Connection['lastCheck'] => ({
  at: '2026-06-01T08:00:00.000Z',
  outcome: 'passed',
  proved: true,
  step: null,
  code: null,
  certificateEnds,
});
const reminding = (everyMonths: number | null, keyEndsOn: string | null): Partial<Connection> => ({
  reminders: { everyMonths, keyEndsOn },
});
const of = (change: Partial<Connection>, savedAt: string | null = null) =>
  reminderOf(aConnection(change), savedAt, now);

describe('a reminder', () => {
  it('is none while nothing was asked for and nothing ends', () => {
    expect(of({}, '2001-01-01T00:00:00.000Z')).toBeNull();
    expect(of({ lastCheck: lastCheck('2026-08-01T00:00:00.000Z') })).toBeNull();
  });

  it.each([
    ['2026-06-14T12:00:00.000Z', 12, false],
    ['2025-06-15T12:00:01.000Z', 12, false],
    ['2025-06-14T12:00:00.000Z', 12, true],
    ['2027-01-01T00:00:00.000Z', 1, false],
  ])('a secret kept %s, every %i months: %s', (savedAt, months, isDue) => {
    expect(of(reminding(months, null), savedAt)).toEqual(
      isDue ? { kind: 'secret-old', since: savedAt } : null,
    );
  });

  it.each([
    ['2026-06-14', 'key-ended'],
    ['2026-06-15', 'key-ends'],
    ['2026-07-14', 'key-ends'],
    ['2026-07-16', null],
  ])('a key that ends on %s: %s', (on, kind) => {
    expect(of(reminding(null, on))).toEqual(kind === null ? null : { kind, on });
  });

  it.each([
    ['2026-06-14T00:00:00.000Z', 'certificate-ended'],
    ['2026-06-30T00:00:00.000Z', 'certificate-ends'],
  ])('a certificate that ends %s: %s, but not of a rehearsal', (on, kind) => {
    expect(of({ lastCheck: lastCheck(on) })).toEqual({ kind, on });
    expect(of({ lastCheck: lastCheck(on), practice: true })).toBeNull();
  });

  it('names what has ended before a replacement under way, and that before what is near', () => {
    const rotation = {
      phase: 'beside',
      begunAt: '2026-06-01T08:00:00.000Z',
      values: {},
      provedAt: null,
    } as const;
    expect(of({ ...reminding(null, '2026-06-01'), rotation })?.kind).toBe('key-ended');
    expect(of({ ...reminding(null, '2026-06-20'), rotation })?.kind).toBe('replacing');
  });
});
