import { describe, expect, it } from 'vitest';
import { loadEstimate, STRONG_ENOUGH } from '../../../../renderer/moving/strength';
import { timesAsLong } from '../../../support/times-as-long';

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

  it('takes no longer to judge, however long the password is', () => {
    const judging = (words: number) => () =>
      void estimate('correct horse battery staple '.repeat(words), own);
    expect(timesAsLong(judging(3), judging(30))).toBeLessThan(3);
  });
});
