import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Protection } from '@contract/keyring';
import { describe, expect, it } from 'vitest';
import { ConnectionStore } from '../../../electron/connections/connection-store';
import { KEPT_GENERATIONS } from '../../../electron/connections/generations';
import type { SecretCipher } from '../../../electron/secrets/cipher';
import { asSecretRecord, sealEnvelope } from '../../../electron/secrets/secret-record';
import { Vault } from '../../../electron/secrets/vault';
import { aConnection } from '../../fakes/connections';
import { FakeCipher, good, untouchableCipher } from '../../fakes/secret-cipher';
import { allFiles, findSecret, temporaryFolder } from '../../support/temporary-folder';

const SECRET = 'canary-Ünïque-5ecret-"quoted"\\value';
const ORIGINS = ['https://login.example', 'https://api.example:8443'];
const now = () => new Date('2026-01-05T08:00:00.000Z');
const weak: Protection = { verdict: 'weak', reason: 'public-key', backend: 'basic_text' };

/** A vault over a real store with two connections. */
function setUp(cipher: SecretCipher = new FakeCipher(), folder = temporaryFolder()) {
  const store = new ConnectionStore({ folder, now });
  if (store.list().length === 0) {
    store.create(aConnection());
    store.create(aConnection());
  }
  const [one, other] = store.list().map(({ id }) => ({ connection: id, field: 'clientSecret' }));
  if (one === undefined || other === undefined) throw new Error('two connections are needed');
  return { folder, store, vault: new Vault({ cipher, records: store, now }), one, other };
}

describe('a secret under a real keyring', () => {
  it('is saved, survives a restart, and comes out byte for byte', async () => {
    const cipher = new FakeCipher();
    const { folder, vault, one } = setUp(cipher);
    expect(await vault.state(one, ORIGINS)).toBe('absent');
    expect(await vault.save(one, SECRET, ORIGINS)).toEqual({ ok: true, value: 'saved' });
    const { vault: restarted } = setUp(cipher, folder);
    expect(await restarted.state(one, ORIGINS)).toBe('saved');
    expect(await restarted.reveal(one)).toEqual({ ok: true, value: SECRET });
    expect(await restarted.open(one, ORIGINS[0] ?? '')).toEqual({ ok: true, value: SECRET });
    expect(findSecret(folder, SECRET)).toEqual([]);
  });

  it.each(['x', ' outer blanks ', 'tab\t nul\0 line\r\n', '\ud800 lone', '🔑'.repeat(4096)])(
    'secret %# is not changed',
    async (secret) => {
      const { vault, one } = setUp();
      expect(await vault.save(one, secret, ORIGINS)).toMatchObject({ value: 'saved' });
      expect(await vault.reveal(one)).toEqual({ ok: true, value: secret });
    },
  );

  it('is recorded with its backend and time', async () => {
    const { store, vault, one } = setUp();
    await vault.save(one, SECRET, ORIGINS);
    expect(asSecretRecord(store.readSecret(one))).toMatchObject({
      format: 1,
      backend: 'gnome_libsecret',
      savedAt: '2026-01-05T08:00:00.000Z',
    });
  });

  it('is not kept for a connection that is not there', async () => {
    const { folder, vault } = setUp();
    const before = allFiles(folder);
    expect(await vault.save({ connection: 'gone', field: 'x' }, SECRET, ORIGINS)).toEqual({
      ok: false,
      failure: 'not-found',
    });
    expect(allFiles(folder)).toEqual(before);
  });

  it('is gone after forget and after the connection is deleted, generations included', async () => {
    const { folder, store, vault, one, other } = setUp();
    await vault.save(one, SECRET, ORIGINS);
    await vault.save(other, SECRET, ORIGINS);
    const cipherText = asSecretRecord(store.readSecret(one))?.cipher ?? '';
    vault.forget(other.connection);
    expect(await vault.state(other, ORIGINS)).toBe('absent');
    expect(await vault.state(one, ORIGINS)).toBe('saved');
    store.delete(one.connection);
    expect(await vault.state(one, ORIGINS)).toBe('absent');
    expect([...allFiles(folder)].filter(([, bytes]) => bytes.includes(cipherText))).toEqual([]);
  });
});

describe('a secret that was replaced outright', () => {
  it('leaves the kept states with the next five saves', async () => {
    const { folder, store, vault, one, other } = setUp();
    await vault.save(one, 'first', ORIGINS);
    const first = asSecretRecord(store.readSecret(one))?.cipher ?? 'none';
    const holding = () => [...allFiles(folder)].filter(([, bytes]) => bytes.includes(first)).length;
    expect(holding()).toBeGreaterThan(1);
    await vault.save(one, 'second', ORIGINS);
    expect(holding()).toBeGreaterThan(0);
    for (let save = 1; save < KEPT_GENERATIONS; save += 1) await vault.save(other, `${save}`, ORIGINS);
    expect(holding()).toBe(0);
    expect(await vault.reveal(one)).toEqual({ ok: true, value: 'second' });
  });
});

describe('what a check began with', () => {
  /** Reading back takes time and may fail. */
  function slow(works: boolean) {
    const cipher = new FakeCipher();
    const decrypt = cipher.decrypt.bind(cipher);
    let readsBack = (): void => undefined;
    const reading = new Promise<void>((resolve) => {
      readsBack = resolve;
    });
    let goOn = (): void => undefined;
    cipher.decrypt = async (bytes) => {
      readsBack();
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return works ? decrypt(bytes) : { ok: false, failure: { code: 'not-decryptable' } };
    };
    return { cipher, reading, goOn: () => goOn() };
  }

  it.each([true, false])('is over as soon as another secret lies there (read back: %s)', async (works) => {
    const { cipher, reading, goOn } = slow(works);
    const { vault, one } = setUp(cipher);
    const before = vault.changes(one.connection);
    const saving = vault.save(one, SECRET, ORIGINS);
    await reading;
    // A check with the previous secret may end here, and must not count for the new one.
    const during = vault.changes(one.connection);
    expect(during).toBeGreaterThan(before);
    goOn();
    expect((await saving).ok).toBe(works);
    // Nor may one that started here, with a secret that was then restored or with half a change.
    expect(vault.changes(one.connection)).toBeGreaterThan(during);
  });

  it('stays, while the secret does: refused by the disk, or sealed anew', async () => {
    const cipher = new FakeCipher();
    const { vault, one } = setUp(cipher);
    await vault.save(one, SECRET, ORIGINS);
    const before = vault.changes(one.connection);
    await vault.save({ connection: 'gone', field: 'x' }, SECRET, ORIGINS);
    cipher.shouldReEncrypt = true;
    await vault.open(one, ORIGINS[0] ?? '');
    expect(vault.changes(one.connection)).toBe(before);
    expect(vault.changes('gone')).toBe(0);
  });
});

describe('a secret belongs to its origins', () => {
  it.each([
    [['https://login.example'], 'saved'],
    [ORIGINS, 'saved'],
    [['HTTPS://Login.Example:443/token'], 'saved'],
    [[], 'saved'],
    [['https://login.example:444'], 'other-address'],
    [['http://login.example'], 'other-address'],
    [['https://login.example.evil.example'], 'other-address'],
    [['https://login.example@evil.example'], 'other-address'],
    [[...ORIGINS, 'https://evil.example'], 'other-address'],
    [['not an address'], 'other-address'],
    [['data:,x'], 'other-address'],
  ] as const)('for %j it is %s', async (origins, expected) => {
    const { vault, one } = setUp();
    await vault.save(one, SECRET, ORIGINS);
    expect(await vault.state(one, origins)).toBe(expected);
    for (const origin of origins) {
      const opened = await vault.open(one, origin);
      const isBound = ORIGINS.includes(URL.canParse(origin) ? new URL(origin).origin : '');
      expect(opened).toEqual(
        isBound ? { ok: true, value: SECRET } : { ok: false, failure: { code: 'other-address' } },
      );
    }
  });

  it('also while it is kept for this run only', async () => {
    const { vault, one } = setUp(untouchableCipher(weak));
    await vault.save(one, SECRET, ORIGINS);
    expect(await vault.state(one, ['https://evil.example'])).toBe('other-address');
    expect(await vault.open(one, 'https://evil.example')).toEqual({
      ok: false,
      failure: { code: 'other-address' },
    });
    expect(await vault.open(one, 'https://login.example')).toEqual({ ok: true, value: SECRET });
  });

  it('one entered before any address was valid may be sent nowhere', async () => {
    const { vault, one } = setUp();
    await vault.save(one, SECRET, []);
    expect(await vault.state(one, ORIGINS)).toBe('other-address');
    expect((await vault.open(one, 'https://login.example')).ok).toBe(false);
  });

  it('records swapped between connections or fields are refused', async () => {
    const { store, vault, one, other } = setUp();
    await vault.save(one, SECRET, ORIGINS);
    const record = store.readSecret(one);
    const elsewhere = { ...one, field: 'accessToken' };
    for (const ref of [other, elsewhere]) {
      store.writeSecret(ref, record);
      expect(await vault.state(ref, ORIGINS)).toBe('unreadable');
      expect(await vault.open(ref, 'https://login.example')).toEqual({
        ok: false,
        failure: { code: 'misplaced' },
      });
      expect(await vault.reveal(ref)).toEqual({ ok: false, failure: 'secret-unreadable' });
    }
  });
});

describe('without encryption worth the name', () => {
  const protections: readonly Protection[] = [
    weak,
    { verdict: 'weak', reason: 'self-test-failed', backend: 'gnome_libsecret' },
    { verdict: 'unavailable', reason: 'locked', backend: 'gnome_libsecret' },
    { verdict: 'unavailable', reason: 'no-session-bus', backend: 'kwallet6' },
  ];

  it.each(protections)('$reason: for this run only, and no file knows it', async (protection) => {
    const { folder, vault, one } = setUp(untouchableCipher(protection));
    const before = allFiles(folder);
    expect(await vault.save(one, SECRET, ORIGINS)).toEqual({ ok: true, value: 'session-only' });
    expect(await vault.state(one, ORIGINS)).toBe('session-only');
    expect(await vault.reveal(one)).toEqual({ ok: true, value: SECRET });
    expect(findSecret(folder, SECRET)).toEqual([]);
    expect(allFiles(folder)).toEqual(before);
    expect(await setUp(untouchableCipher(protection), folder).vault.state(one, ORIGINS)).toBe('absent');
  });

  it('the search for it does find what is there', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'a'), Buffer.from(`..${SECRET}..`).toString('base64'));
    writeFileSync(join(folder, 'b'), Buffer.from(SECRET, 'utf16le'));
    writeFileSync(join(folder, 'c'), Buffer.from(SECRET).toString('hex'));
    expect(findSecret(folder, SECRET)).toHaveLength(3);
  });

  it('shadows an older saved one for this run, and gives way to a newly saved one', async () => {
    const cipher = new FakeCipher();
    const { folder, vault, one } = setUp(cipher);
    await vault.save(one, 'older', ORIGINS);
    const saved = allFiles(folder);
    cipher.current = { ...good, verdict: 'unavailable', reason: 'locked' };
    expect(await vault.save(one, 'newer', ORIGINS)).toEqual({ ok: true, value: 'session-only' });
    expect(await vault.reveal(one)).toEqual({ ok: true, value: 'newer' });
    expect(allFiles(folder)).toEqual(saved);
    cipher.current = good;
    expect(await vault.reveal(one)).toEqual({ ok: true, value: 'newer' });
    expect(await setUp(cipher, folder).vault.reveal(one)).toEqual({ ok: true, value: 'older' });
    expect(await vault.save(one, 'newest', ORIGINS)).toEqual({ ok: true, value: 'saved' });
    expect(await vault.state(one, ORIGINS)).toBe('saved');
    expect(await vault.reveal(one)).toEqual({ ok: true, value: 'newest' });
  });

  it('forgets those of this run too', async () => {
    const { vault, one } = setUp(untouchableCipher(weak));
    await vault.save(one, SECRET, ORIGINS);
    vault.forget(one.connection);
    expect(await vault.state(one, ORIGINS)).toBe('absent');
  });
});

describe('a keyring that is there at last', () => {
  it('keeps what was typed while it was not, and changes nothing where it still cannot', async () => {
    const cipher = new FakeCipher();
    const { folder, vault, one, other } = setUp(cipher);
    await vault.save(other, 'kept before', ORIGINS);
    cipher.current = weak;
    await vault.save(one, SECRET, ORIGINS);
    await vault.save(other, 'typed to replace it', ORIGINS);
    await vault.keepSession();
    expect(await vault.state(one, ORIGINS)).toBe('session-only');
    cipher.current = good;
    await vault.keepSession();
    expect(await vault.state(one, ORIGINS)).toBe('saved');
    expect(await vault.state(other, ORIGINS)).toBe('saved');
    const { vault: restarted } = setUp(cipher, folder);
    expect(await restarted.reveal(one)).toEqual({ ok: true, value: SECRET });
    expect(await restarted.reveal(other)).toEqual({ ok: true, value: 'typed to replace it' });
  });

  it('encrypted anew under a newer key, a secret is as old as it was', async () => {
    const cipher = new FakeCipher();
    const { folder, store, vault, one } = setUp(cipher);
    await vault.save(one, SECRET, ORIGINS);
    const before = asSecretRecord(store.readSecret(one));
    cipher.shouldReEncrypt = true;
    const later = new Vault({ cipher, records: store, now: () => new Date('2027-01-05T08:00:00.000Z') });
    expect(await later.reveal(one)).toEqual({ ok: true, value: SECRET });
    const after = asSecretRecord(setUp(cipher, folder).store.readSecret(one));
    expect(after?.cipher).not.toBe(before?.cipher);
    expect(after?.savedAt).toBe('2026-01-05T08:00:00.000Z');
  });
});

describe('unreadable is not absent, and reading changes nothing', () => {
  async function unreadable(spoil: (set: ReturnType<typeof setUp>, cipher: FakeCipher) => void) {
    const cipher = new FakeCipher();
    const set = setUp(cipher);
    await set.vault.save(set.one, SECRET, ORIGINS);
    await set.vault.save(set.other, 'the other one', ORIGINS);
    spoil(set, cipher);
    const before = allFiles(set.folder);
    const state = await set.vault.state(set.one, ORIGINS);
    const reason = await set.vault.trouble(set.one);
    const revealed = await set.vault.reveal(set.one);
    expect((await set.vault.open(set.one, 'https://login.example')).ok).toBe(false);
    expect(allFiles(set.folder)).toEqual(before);
    return { ...set, cipher, state, reason, revealed };
  }
  const spoiled = (change: (cipher: Buffer) => void) => (set: ReturnType<typeof setUp>) => {
    const record = asSecretRecord(set.store.readSecret(set.one));
    if (record === null) throw new Error('no record');
    const bytes = Buffer.from(record.cipher, 'base64');
    change(bytes);
    set.store.writeSecret(set.one, { ...record, cipher: bytes.toString('base64') });
  };

  it.each([0, 3, 20, 40, 60, 80, 100])('one damaged bit in byte %i', async (at) => {
    const { state, revealed, vault, other } = await unreadable(
      spoiled((bytes) => bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)),
    );
    expect([state, revealed]).toEqual(['unreadable', { ok: false, failure: 'secret-unreadable' }]);
    expect(await vault.reveal(other)).toEqual({ ok: true, value: 'the other one' });
  });

  it('every single damaged bit is noticed even where the cipher does not notice', async () => {
    const cipher = new FakeCipher();
    cipher.authenticates = false;
    const set = setUp(cipher);
    await set.vault.save(set.one, SECRET, ORIGINS);
    const record = asSecretRecord(set.store.readSecret(set.one));
    if (record === null) throw new Error('no record');
    const bytes = Buffer.from(record.cipher, 'base64');
    let stored: unknown = record;
    const vault = new Vault({
      cipher,
      records: { ...noRecords, readSecret: () => stored },
      now,
    });
    expect(await vault.reveal(set.one)).toEqual({ ok: true, value: SECRET });
    for (let bit = 3 * 8; bit < bytes.length * 8; bit += 1) {
      const damaged = Buffer.from(bytes);
      damaged.writeUInt8(damaged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      stored = { ...record, cipher: damaged.toString('base64') };
      expect(await vault.reveal(set.one), `bit ${bit}`).toEqual({ ok: false, failure: 'secret-unreadable' });
      // Before that comes this cipher's prefix, where one flipped bit garbles the whole text.
      if (bit >= 19 * 8) expect(await vault.trouble(set.one), `bit ${bit}`).toEqual({ code: 'damaged' });
    }
  });

  it('another keyring than the one that wrote, both named', async () => {
    const { state, reason, vault, cipher, one } = await unreadable((_set, fake) => {
      fake.current = { ...good, backend: 'kwallet6' };
    });
    expect(state).toBe('unreadable');
    expect(reason).toEqual({ code: 'backend-changed', wroteBy: 'gnome_libsecret', now: 'kwallet6' });
    cipher.current = good;
    expect(await vault.reveal(one)).toEqual({ ok: true, value: SECRET });
  });

  it('KDE’s wallet after an update of KDE: opened where it has the key, else both are named', async () => {
    for (const [wroteBy, now] of [
      ['kwallet5', 'kwallet6'],
      ['kwallet6', 'kwallet5'],
    ] as const) {
      const cipher = new FakeCipher({ ...good, backend: wroteBy });
      const { folder, vault, one } = setUp(cipher);
      await vault.save(one, SECRET, ORIGINS);
      cipher.current = { ...good, backend: now };
      expect(await vault.reveal(one)).toEqual({ ok: true, value: SECRET });
      expect(await vault.trouble(one)).toBeNull();
      for (const authenticates of [true, false]) {
        const other = new FakeCipher({ ...good, backend: now });
        other.authenticates = authenticates;
        const { vault: withoutKey } = setUp(other, folder);
        expect(await withoutKey.trouble(one)).toEqual({ code: 'backend-changed', wroteBy, now });
      }
    }
  });

  it('a locked keyring: said as such, and readable again afterwards', async () => {
    const { state, revealed, reason, vault, cipher, one } = await unreadable((_set, fake) => {
      fake.current = { ...good, verdict: 'unavailable', reason: 'locked' };
    });
    expect([state, revealed]).toEqual(['unreadable', { ok: false, failure: 'keyring-locked' }]);
    expect(reason).toEqual({ code: 'keyring-unavailable', reason: 'locked' });
    cipher.current = good;
    expect(await vault.state(one, ORIGINS)).toBe('saved');
  });

  it.each([true, false])("another user's ciphertext; the cipher notices: %s", async (authenticates) => {
    const theirs = new FakeCipher();
    theirs.authenticates = authenticates;
    const envelope = { connection: 'maple', field: 'clientSecret', origins: ORIGINS, secret: 'theirs' };
    const bytes = await theirs.encrypt(sealEnvelope(envelope));
    if (!bytes.ok) throw new Error('not encrypted');
    const { state, reason } = await unreadable(({ store, one }, fake) => {
      fake.authenticates = authenticates;
      const record = asSecretRecord(store.readSecret(one));
      store.writeSecret(one, { ...record, cipher: bytes.value.toString('base64') });
    });
    expect([state, reason]).toEqual(['unreadable', { code: 'not-decryptable' }]);
  });

  it.each([
    null,
    'text',
    [],
    { format: 2 },
    { format: 1, backend: 'gnome_libsecret', savedAt: 'x', cipher: 'x' },
  ])('a record that is none (%j)', async (junk) => {
    const { state, store, one } = await unreadable((set) => set.store.writeSecret(set.one, junk));
    expect(state).toBe('unreadable');
    expect(store.readSecret(one)).toEqual(junk);
  });

  it('can be replaced', async () => {
    const { vault, one } = await unreadable(spoiled((bytes) => bytes.fill(0)));
    expect(await vault.save(one, 'a new one', ORIGINS)).toEqual({ ok: true, value: 'saved' });
    expect(await vault.reveal(one)).toEqual({ ok: true, value: 'a new one' });
  });
});

const noRecords = {
  writeTogether: () => ({ ok: false, failure: 'not-saved' }) as const,
  readSecret: (): unknown => undefined,
  writeSecret: () => ({ ok: false, failure: 'not-saved' }) as const,
  forgetSecrets: () => ({ ok: true, value: null }) as const,
};

describe('never more is claimed than was read back', () => {
  it('a disk that corrupts what it is given: not saved, and the state before stands', async () => {
    let stored: unknown = { before: true };
    const vault = new Vault({
      cipher: new FakeCipher(),
      records: {
        ...noRecords,
        readSecret: () => stored,
        writeSecret: (_ref, record) => {
          const given = asSecretRecord(record);
          stored = given === null ? record : { ...given, cipher: `${given.cipher.slice(0, -8)}AAAAAAA=` };
          return { ok: true, value: null };
        },
      },
      now,
    });
    expect(await vault.save({ connection: 'c', field: 'f' }, SECRET, ORIGINS)).toEqual({
      ok: false,
      failure: 'not-saved',
    });
    expect(stored).toEqual({ before: true });
  });

  it('a disk that takes nothing: not saved, and an older secret of this run still serves', async () => {
    const cipher = new FakeCipher(weak);
    const vault = new Vault({ cipher, records: noRecords, now });
    const ref = { connection: 'c', field: 'f' };
    await vault.save(ref, 'of this run', ORIGINS);
    cipher.current = good;
    expect(await vault.save(ref, SECRET, ORIGINS)).toEqual({ ok: false, failure: 'not-saved' });
    expect(await vault.reveal(ref)).toEqual({ ok: true, value: 'of this run' });
  });
});

describe('a digest', () => {
  it('tells whether two secrets are the same, on the disk or of this run, and holds neither', async () => {
    const cipher = new FakeCipher();
    const { vault, one, other } = setUp(cipher);
    await vault.save(one, SECRET, ORIGINS);
    cipher.current = weak;
    await vault.save(other, SECRET, []);
    cipher.current = good;
    const digest = await vault.digest(one);
    expect(digest).not.toBeNull();
    expect(await vault.digest(other)).toBe(digest);
    expect(vault.digestOf(SECRET)).toBe(digest);
    expect(Buffer.from(digest ?? '', 'base64').includes(SECRET)).toBe(false);
    for (const near of [`${SECRET} `, SECRET.toLowerCase(), '\ud800', '\ud801'])
      expect(vault.digestOf(near)).not.toBe(digest);
    expect(vault.digestOf('\ud800')).not.toBe(vault.digestOf('\ud801'));
  });

  it('is another one in every run, and none for what is absent or cannot be read', async () => {
    const cipher = new FakeCipher();
    const { folder, vault, one, other } = setUp(cipher);
    await vault.save(one, SECRET, ORIGINS);
    expect(setUp(cipher, folder).vault.digestOf(SECRET)).not.toBe(vault.digestOf(SECRET));
    expect(await vault.digest(other)).toBeNull();
    expect(await setUp(untouchableCipher(weak), folder).vault.digest(one)).toBeNull();
  });
});

describe('a rotated key', () => {
  it('has what was read encrypted and stored anew', async () => {
    const cipher = new FakeCipher();
    const { folder, store, vault, one } = setUp(cipher);
    await vault.save(one, SECRET, ORIGINS);
    const before = asSecretRecord(store.readSecret(one))?.cipher;
    cipher.shouldReEncrypt = true;
    expect(await vault.reveal(one)).toEqual({ ok: true, value: SECRET });
    cipher.shouldReEncrypt = false;
    expect(asSecretRecord(store.readSecret(one))?.cipher).not.toBe(before);
    expect(await setUp(cipher, folder).vault.open(one, 'https://login.example')).toMatchObject({ ok: true });
  });

  it('does not overwrite what was saved meanwhile', async () => {
    const cipher = new FakeCipher();
    const { vault, one } = setUp(cipher);
    await vault.save(one, 'old', ORIGINS);
    cipher.shouldReEncrypt = true;
    await Promise.all([vault.reveal(one), vault.save(one, 'new', ORIGINS), vault.reveal(one)]);
    cipher.shouldReEncrypt = false;
    expect(await vault.reveal(one)).toEqual({ ok: true, value: 'new' });
  });

  it('on a full disk the old bytes still open', async () => {
    const cipher = new FakeCipher();
    const { store, one, vault } = setUp(cipher);
    await vault.save(one, SECRET, ORIGINS);
    cipher.shouldReEncrypt = true;
    const full = new Vault({
      cipher,
      records: { ...noRecords, readSecret: (ref) => store.readSecret(ref) },
      now,
    });
    expect(await full.reveal(one)).toEqual({ ok: true, value: SECRET });
  });
});

it('the file itself swapped for another computer user’s is unreadable, not absent', async () => {
  const [mine, theirs] = [setUp(new FakeCipher()), setUp(new FakeCipher())];
  await theirs.vault.save(theirs.one, SECRET, ORIGINS);
  writeFileSync(join(mine.folder, 'connections.json'), readFileSync(join(theirs.folder, 'connections.json')));
  const { vault, one } = setUp(new FakeCipher(), mine.folder);
  expect(await vault.state(one, ORIGINS)).toBe('unreadable');
});
