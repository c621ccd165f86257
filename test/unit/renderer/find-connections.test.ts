import { describe, expect, it } from 'vitest';
import { finds, folded } from '../../../renderer/connections/find-connections';

describe('finding connections', () => {
  it.each([
    ['', true],
    ['   ', true],
    ['maple', true],
    ['MAPLE powerschool', true],
    ['ecole', true],
    ['École', true],
    ['maple pine', false],
    ['maple.', false],
  ])('%j: %s', (query, expected) => {
    expect(finds(query)(folded('PowerSchool Maple District – École de l’Érablière Test'))).toBe(expected);
  });

  it.each([10, 100, 1_000, 5_000])('%i connections', (count) => {
    const began = performance.now();
    const rows = Array.from({ length: count }, (_, at) =>
      folded(
        `PowerSchool School ${at} Production Stopped at Sign-in on January 5: The credentials were refused`,
      ),
    );
    const made = performance.now();
    const found = rows.filter(finds(`school ${count - 1} refused`));
    const ended = performance.now();
    process.stdout.write(
      `  ${String(count).padStart(5)} connections: prepared in ${(made - began).toFixed(1)} ms, searched in ${(ended - made).toFixed(2)} ms\n`,
    );
    expect(found).toHaveLength(1);
  });
});
