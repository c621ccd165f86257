import { describe, expect, it } from 'vitest';
import { loadEstimate, STRONG_ENOUGH } from '../../../../renderer/moving/strength';

describe('the strength of a password', async () => {
  const estimate = await loadEstimate();
  const own = ['Maple District School Board', 'powerschool'];

  it.each([
    'password1',
    'motdepasse1',
    'bonjour123',
    'azertyuiop',
    'Montreal2026',
    'Tremblay1985',
    'P@ssw0rd!',
    'maple district',
    'Printemps2026!',
    '20260125',
  ])('%s is guessed too soon', (password) => {
    expect(estimate(password, own)).toBeLessThan(STRONG_ENOUGH);
  });

  it.each(['lantern orchard sixteen velvet', 'girafe tournesol marteau violet', 'gW7#tq9Lx2pV'])(
    '%s holds',
    (password) => {
      expect(estimate(password, own)).toBeGreaterThanOrEqual(STRONG_ENOUGH);
    },
  );

  it('is judged in a moment, however long the password is', () => {
    const started = performance.now();
    estimate('correct horse battery staple '.repeat(30), own);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
