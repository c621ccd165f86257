import { compareVersions } from '@systems/version';
import { expect, it } from 'vitest';

it.each([
  ['21.11.2.0', '21.11.2.0', 0],
  ['21.11.2', '21.11.2.0', 0],
  ['21.9.2.0', '21.11.2.0', -1],
  ['21.11.10.0', '21.11.2.0', 1],
  ['9.2.1.0', '21.11.2.0', -1],
  ['25.9.0.0', '21.11.2.0', 1],
])('%s against %s', (left, right, sign) => {
  expect(Math.sign(compareVersions(left, right))).toBe(sign);
});

it.each(['', 'twenty', '21.11.x', '21..2', '1.2.3.4.5.6.7'])('%j is no version', (text) => {
  expect(compareVersions(text, '21.11.2.0')).toBeNaN();
});
