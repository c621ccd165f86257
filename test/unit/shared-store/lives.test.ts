import { expect, it } from 'vitest';
import { tellResult } from '../../support/long-result';
import { chosenSeed, seeded } from '../../support/seeded';
import { type LifeCounts, liveOnce } from '../../support/shared-lives';

const LIVES = Number(process.env.SHARED_LIVES ?? 60);

it('no secret is lost, restored by accident or sent elsewhere, whatever happens to whom', async () => {
  const random = chosenSeed('lives of shared connections');
  const counts: LifeCounts = { deeds: 0, kills: 0, mishaps: 0, asked: 0, addresses: 0, versions: 0 };
  for (let life = 0; life < LIVES; life += 1) {
    const seed = random.whole(0, 2 ** 32 - 1);
    try {
      await liveOnce(seeded(seed), counts);
    } catch (problem) {
      throw new Error(`Life ${life + 1}, of seed ${seed}: ${String(problem)}`);
    }
  }
  tellResult('shared lives', random.seed, { lives: LIVES, ...counts });
  expect(counts.kills).toBeGreaterThan(0);
  expect(counts.asked).toBeGreaterThan(0);
  expect(counts.addresses).toBeGreaterThan(0);
}, 3_600_000);

/** An address was confirmed after the secret had been changed once more, and an earlier answer still counted. */
it('a life that failed once goes well', async () => {
  const counts: LifeCounts = { deeds: 0, kills: 0, mishaps: 0, asked: 0, addresses: 0, versions: 0 };
  await liveOnce(seeded(4229056363), counts);
  expect(counts.addresses).toBeGreaterThan(0);
});
