import type { Connection } from '@contract/connection';
import { ok } from '@contract/result';
import { expect, it } from 'vitest';
import { savedSecrets } from '../../../electron/check/saved-connection';
import { SecretDigests } from '../../../electron/check/secret-digests';
import { Vault } from '../../../electron/secrets/vault';
import { aConnection } from '../../fakes/connections';
import { FakeCipher } from '../../fakes/secret-cipher';

const FIELD = 'clientSecret';
const ORIGINS = ['https://login.example'];

/** `count` connections, half of them test ones, each with its own secret. */
async function saved(count: number) {
  const records = new Map<string, unknown>();
  const cipher = new FakeCipher();
  const vault = new Vault({
    cipher,
    records: {
      readSecret: ({ connection }) => records.get(connection),
      writeSecret: ({ connection }, record) => {
        records.set(connection, record);
        return ok(null);
      },
      writeTogether: () => ok(null),
      forgetSecrets: () => ok(null),
    },
    now: () => new Date(),
  });
  const all = Array.from({ length: count }, (_, at) =>
    aConnection({ name: `School ${at}`, environment: at % 2 === 0 ? 'test' : 'production' }),
  );
  for (const [at, { id }] of all.entries())
    await vault.save({ connection: id, field: FIELD }, `secret ${at}`, ORIGINS);
  const digests = new SecretDigests(vault);
  const sameAs = (connection: Connection | undefined) => {
    if (connection === undefined) throw new Error('no such connection');
    return savedSecrets(connection, all, vault, digests).sameSecretElsewhere(FIELD);
  };
  return { all, vault, cipher, sameAs };
}

it('compares the secrets of many connections without decrypting all of them for each', async () => {
  const count = 40;
  const { all, cipher, sameAs } = await saved(count);
  const before = cipher.calls;
  for (const connection of all) expect(await sameAs(connection)).toBeNull();
  // Once for itself, once as another's sibling.
  expect(cipher.calls - before).toBeLessThanOrEqual(2 * count);
});

it('sees a secret that was given anew', async () => {
  const { all, vault, sameAs } = await saved(2);
  const [test, production] = all;
  expect(await sameAs(test)).toBeNull();
  await vault.save({ connection: production?.id ?? '', field: FIELD }, 'secret 0', ORIGINS);
  expect(await sameAs(test)).toBe(production?.name);
  await vault.save({ connection: production?.id ?? '', field: FIELD }, 'another', ORIGINS);
  expect(await sameAs(test)).toBeNull();
});
