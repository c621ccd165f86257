import { describe, expect, it } from 'vitest';
import { formatDuration, todayHere } from '../../../../renderer/i18n/format';

describe('numbers and days', () => {
  it('are written the way the language writes them', () => {
    expect(formatDuration('en', 41.4)).toBe('41\u00a0ms');
    expect(formatDuration('fr', 1240)).toBe('1,2\u00a0s');
  });

  it('know the calendar day where the person is', () => {
    expect(todayHere(new Date(2026, 0, 6, 0, 1))).toBe('2026-01-06');
    expect(todayHere(new Date(2026, 0, 6, 23, 59))).toBe('2026-01-06');
  });
});
