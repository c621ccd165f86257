import { describe, expect, it } from 'vitest';
import { durationIn } from '../../../electron/report/format';

describe('durationIn', () => {
  it.each([
    [0, '0\u00a0ms', '0\u00a0ms'],
    [41.4, '41\u00a0ms', '41\u00a0ms'],
    [999.4, '999\u00a0ms', '999\u00a0ms'],
    [999.6, '1\u00a0s', '1\u00a0s'],
    [1234, '1.2\u00a0s', '1,2\u00a0s'],
    [1_234_000, '1,234\u00a0s', '1\u00a0234\u00a0s'],
  ])('writes %d ms as each language does', (ms, en, fr) => {
    expect(durationIn('en', ms)).toBe(en);
    expect(durationIn('fr', ms)).toBe(fr);
  });
});
