import { expect, it } from 'vitest';
import { inOrder } from '../../../electron/cli/in-order';

it('passes on in order what comes in any order, as soon as it may', () => {
  const passed: string[] = [];
  const add = inOrder<string>((item, at) => passed.push(`${at}${item}`));
  add(1, 'b');
  expect(passed).toEqual([]);
  add(0, '');
  expect(passed).toEqual(['0', '1b']);
  add(3, 'd');
  add(2, 'c');
  expect(passed).toEqual(['0', '1b', '2c', '3d']);
});
