import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ok, refuse } from '@contract/result';
import { afterAll, expect, it } from 'vitest';
import { type OpenFailure, Vault } from '../../../electron/secrets/vault';
import { type CapturingServers, startCapturing } from '../../support/capturing-servers';
import { tellResult } from '../../support/long-result';
import { liveSequences } from '../../support/origin-sequences';
import { chosenSeed, seeded } from '../../support/seeded';

/* `npm run test:long` runs 10,000 of these lives. */
const SEQUENCES = Number(process.env.ORIGIN_SEQUENCES ?? 300);

const random = chosenSeed('origins');
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'wizard-origins-'));
const servers: CapturingServers = await startCapturing(3, seeded(random.seed));
afterAll(async () => {
  await servers.stop();
  rmSync(folder, { recursive: true, force: true });
});

it(`in ${SEQUENCES} random lives no secret reaches an origin it was not entered for`, {
  timeout: SEQUENCES * 1_000,
}, async () => {
  const { leaks, ...lived } = await liveSequences(SEQUENCES, { folder, servers, random });
  tellResult('origins', random.seed, lived);
  expect(leaks).toEqual([]);
  // Secrets were sent where they belong and withheld elsewhere; otherwise nothing was tested.
  expect(lived.rightly).toBeGreaterThan(SEQUENCES / 10);
  expect(lived.askedAgain).toBeGreaterThan(SEQUENCES / 10);
});

/** Reveals its secrets for any origin. */
class LeakyVault extends Vault {
  override async open(ref: Parameters<Vault['open']>[0]): ReturnType<Vault['open']> {
    const shown = await this.reveal(ref);
    return shown.ok ? ok(shown.value) : refuse<OpenFailure>({ code: 'absent' });
  }
}

it('a vault that gives secrets to any origin is found out', { timeout: 300_000 }, async () => {
  // Ends with the first leak, usually within about fifty lives.
  const lived = await liveSequences(3_000, {
    folder,
    servers,
    random: seeded(random.seed),
    makeVault: (ports) => new LeakyVault(ports),
  });
  expect(lived.leaks).not.toEqual([]);
});
