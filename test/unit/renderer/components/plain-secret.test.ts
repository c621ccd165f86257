import { describe, expect, it } from 'vitest';
import { splitByKind } from '../../../../renderer/components/plain-secret';

describe('a shown secret', () => {
  it('is split by kind of character and loses none', () => {
    const secret = 'k7Tq90O-lI1x_Vb4 é😀';
    expect(
      splitByKind(secret)
        .map(({ text }) => text)
        .join(''),
    ).toBe(secret);
    expect(splitByKind('a1-b')).toEqual([
      { kind: 'letters', text: 'a' },
      { kind: 'digit', text: '1' },
      { kind: 'symbol', text: '-' },
      { kind: 'letters', text: 'b' },
    ]);
  });
});
