import { expect, it } from 'vitest';
import { dayIn } from '../../../../renderer/i18n/day-in';

it.each([
  ['2026-01-15', '2026-01-15'],
  [' 2026/01/15 ', '2026-01-15'],
  ['2026.01.15', '2026-01-15'],
  ['20260115', '2026-01-15'],
  ['2028-02-29', '2028-02-29'],
  ['', ''],
  ['  ', ''],
  // Which is the day and which the month nobody can know.
  ['01/05/2026', null],
  ['2026-1-5', null],
  ['2026-01/15', null],
  ['2026-13-01', null],
  ['2026-02-30', null],
  ['2027-02-29', null],
  ['0026-01-15', null],
  ['2026-01', null],
  ['hier', null],
])('“%s” is read as %s', (text, day) => expect(dayIn(text)).toBe(day));
