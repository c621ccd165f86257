import { describe, expect, it } from 'vitest';
import { savedConnections } from '../../../electron/cli/saved';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { Vault } from '../../../electron/secrets/vault';
import { aConnection } from '../../fakes/connections';
import { FakeCipher, good, untouchableCipher } from '../../fakes/secret-cipher';
import { temporaryFolder } from '../../support/temporary-folder';

describe('a saved connection, for the command line', () => {
  it('says since when its secret is in use, without opening it', async () => {
    const folder = temporaryFolder();
    const now = () => new Date('2026-01-05T08:00:00.000Z');
    const store = new ConnectionStore({ folder, now });
    store.create(aConnection());
    store.create(aConnection());
    const [one] = store.list();
    if (one === undefined) throw new Error('no connection');
    const vault = new Vault({ cipher: new FakeCipher(), records: store, now });
    await vault.save({ connection: one.id, field: 'clientSecret' }, 'throwaway', ['https://sis.example']);
    const saved = savedConnections(folder, untouchableCipher(good));
    expect(saved.map(({ secretsSince }) => secretsSince?.())).toEqual([['2026-01-05T08:00:00.000Z'], []]);
    expect(saved[0]?.lastCheck).toBeNull();
  });
});
