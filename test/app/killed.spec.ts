import { killAgainAndAgain } from '../support/killing';
import { TEST_LIMIT_MS } from '../support/limits';
import { tellResult } from '../support/long-result';
import { chosenSeed } from '../support/seeded';
import { expect, test } from './app-fixture';

/*
 * The app is killed while the window saves, rotates secrets, imports and deletes. Whatever the moment, the next start
 * finds every connection whole, in a state it was really in, and never older than what the window was told.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

/** `npm run test:long` kills more often. */
const KILLS = Number(process.env.KILLS ?? 20);

test(`killed ${KILLS} times at random moments: nothing lost, half or mixed`, async ({ desktop }) => {
  test.setTimeout(TEST_LIMIT_MS + KILLS * 20_000);
  const random = chosenSeed('kill test');
  const killed = await killAgainAndAgain(desktop, random, KILLS);
  tellResult('killed', random.seed, { ...killed });
  // It would prove nothing if the kills came before the first change, or never during one.
  expect(killed.answered).toBeGreaterThan(KILLS);
  expect(killed.foundDone + killed.foundUndone).toBeGreaterThan(0);
  for (const inKind of [killed.inSave, killed.inRotate, killed.inImport, killed.inDelete]) {
    expect(inKind).toBeGreaterThan(0);
  }
});
