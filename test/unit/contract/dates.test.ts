import { describeInstant, formatDay } from '@contract/dates';
import { describe, expect, it } from 'vitest';

const now = new Date(2026, 0, 6, 9, 30);

describe('dates', () => {
  it('are written the way the language writes them', () => {
    expect(formatDay('en', '2026-01-05', now)).toBe('January 5');
    expect(formatDay('fr', '2026-01-05', now)).toBe('5 janvier');
    expect(formatDay('fr', '2026-05-01', now)).toBe('1er mai');
    expect(formatDay('fr', '2027-05-11', now)).toBe('11 mai 2027');
    expect(formatDay('en', '2027-06-21', now)).toBe('June 21, 2027');
  });

  it('speak of today and yesterday by the calendar, not by 24 hours', () => {
    expect(describeInstant('en', new Date(2026, 0, 6, 0, 5).toISOString(), now).day).toBe('today');
    expect(describeInstant('en', new Date(2026, 0, 5, 23, 55).toISOString(), now).day).toBe('yesterday');
    expect(describeInstant('en', new Date(2026, 0, 4, 23, 55).toISOString(), now).day).toBe('date');
  });

  it('write the hour without a leading zero', () => {
    const early = new Date(2026, 0, 6, 8, 35).toISOString();
    expect(describeInstant('fr', early, now).time).toBe('8\u00a0h\u00a035');
    expect(describeInstant('en', early, now).time).toMatch(/^8:35/);
    expect(describeInstant('fr', new Date(2026, 0, 6, 0, 5).toISOString(), now).time).toMatch(/^0\sh\s05$/);
  });
});
