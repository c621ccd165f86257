import { expect, it } from 'vitest';
import { nextYearly } from '../../../../renderer/rotation/next-yearly';

it.each([
  ['2026-09-10', '2027-07-01'],
  ['2027-01-31', '2027-07-01'],
  // Set up shortly before or after the change, it is for the year that begins.
  ['2027-05-15', '2028-07-01'],
  ['2027-07-01', '2028-07-01'],
  ['2027-12-31', '2028-07-01'],
])('on %s, it is %s', (today, day) => {
  expect(nextYearly({ month: 7, day: 1 }, new Date(`${today}T12:00:00`))).toBe(day);
});
