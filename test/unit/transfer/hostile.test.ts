import { LIMITS } from '@contract/connection';
import { MOVING_LIMITS } from '@contract/transfer';
import { describe, expect, it } from 'vitest';
import { beginUnpacking, gunzipSync, gzipSync } from '../../../electron/transfer/bounded-gzip';
import { readDatabase, writeDatabase } from '../../../electron/transfer/database';
import { type EntryField, entryFields } from '../../../electron/transfer/entry';
import { everySystem } from '../../fakes/portable-connection';
import { kdbxOf, withField, withParameter } from '../../support/kdbx-kinds';
import { quick } from '../../support/quick-thread';

const PASSWORD = 'a password';
const [one = everySystem[0]] = everySystem;
if (one === undefined) throw new Error('There is no system');

const reasonOf = async (bytes: Uint8Array, password = PASSWORD): Promise<string> => {
  const read = await readDatabase(bytes, password);
  return read.ok ? 'read' : read.failure.reason;
};
const textField = (name: string, text: string): EntryField => ({ name, text, isSecret: false });

describe('a database that is not as it should be', () => {
  it.each([
    ['KDBX 4', { version: 4, kdf: 'Argon2id', memory: 64 * 1024 }],
    ['KDBX 3.1', { version: 3 }],
  ] as const)('%s: cut short anywhere', async (_name, kind) => {
    const bytes = await kdbxOf(kind, [entryFields(one)], PASSWORD);
    for (let length = 0; length < bytes.length; length += length < 320 ? 1 : 7) {
      const reason = await reasonOf(bytes.slice(0, length));
      expect(['not-ours', 'damaged', 'unsupported', 'wrong-password'], `${length} bytes`).toContain(reason);
    }
  });

  it.each([
    // Its last block is empty and kdbxweb does not check it: 32 bytes of HMAC and 4 of length.
    ['KDBX 4', { version: 4, kdf: 'Argon2id', memory: 64 * 1024 }, 36],
    // Padding, and header fields that nothing depends on.
    ['KDBX 3.1', { version: 3 }, 40],
  ] as const)(
    '%s: a bit of it turned is noticed, or changes nothing that is read',
    async (_name, kind, harmless) => {
      const bytes = await kdbxOf(kind, [entryFields(one)], PASSWORD);
      const whole = await readDatabase(bytes, PASSWORD);
      // A 3.1 file's rounds: field 6, eight bytes. More of them only take longer to derive a wrong key.
      const rounds = Buffer.from(bytes).indexOf(Buffer.from([6, 8, 0])) + 3;
      const isMerelySlow = (changed: Uint8Array): boolean => {
        const count = Buffer.from(changed).readBigUInt64LE(rounds);
        return kind.version === 3 && count > 10_000n && count <= BigInt(MOVING_LIMITS.aesRounds);
      };
      let unnoticed = 0;
      for (let at = 0; at < bytes.length; at += at < 320 ? 1 : 9) {
        const changed = bytes.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8));
        if (isMerelySlow(changed)) continue;
        const read = await readDatabase(changed, PASSWORD);
        if (!read.ok) continue;
        unnoticed += 1;
        expect(read, `byte ${at}`).toEqual(whole);
      }
      expect(unnoticed).toBeLessThanOrEqual(harmless);
    },
  );

  it('a wrong password, an empty one, one that only looks the same', async () => {
    const bytes = await writeDatabase([one], 'caf\u00e9', quick);
    expect(await reasonOf(bytes, 'cafe\u0301')).toBe('wrong-password');
    expect(await reasonOf(bytes, '')).toBe('wrong-password');
    expect(await reasonOf(bytes, 'caf\u00e9')).toBe('read');
  });

  it('is not waited for: memory, work, lanes and rounds are judged before anything begins', async () => {
    const argon = await writeDatabase([one], PASSWORD, quick);
    const aes = await kdbxOf({ kdf: 'Aes' }, [entryFields(one)], PASSWORD);
    const KIB = 1024n;
    for (const bytes of [
      await withParameter(argon, 'M', BigInt(MOVING_LIMITS.argonMemory + 1) * KIB),
      await withParameter(argon, 'M', 2n ** 63n),
      await withParameter(argon, 'I', 2n ** 40n),
      await withParameter(argon, 'I', BigInt(MOVING_LIMITS.argonWork / quick.memory + 1)),
      await withParameter(argon, 'P', BigInt(MOVING_LIMITS.argonLanes + 1)),
      await withParameter(aes, 'R', BigInt(MOVING_LIMITS.aesRounds + 1)),
      await withParameter(aes, 'R', 2n ** 64n - 1n),
      // After a 3.1 file's rounds, which nothing in a version 4 file reads.
      await withField(
        await withParameter(aes, 'R', BigInt(MOVING_LIMITS.aesRounds + 1)),
        6,
        new Uint8Array([10, 0, 0, 0, 0, 0, 0, 0]),
      ),
    ]) {
      expect(await reasonOf(bytes)).toBe('too-costly');
    }
    for (const bytes of [
      await withParameter(argon, 'M', 0n),
      await withParameter(argon, 'I', 0n),
      await withParameter(argon, 'P', 0n),
      await withParameter(aes, 'R', 0n),
    ]) {
      expect(await reasonOf(bytes)).toBe('damaged');
    }
    const old = await kdbxOf({ version: 3 }, [entryFields(one)], PASSWORD, ({ header }) => {
      header.keyEncryptionRounds = 10;
    });
    // The rounds of a 3.1 file: field 6, eight bytes.
    const at = Buffer.from(old).indexOf(Buffer.from([6, 8, 0]));
    Buffer.from(old.buffer, old.byteOffset).writeBigUInt64LE(2n ** 40n, at + 3);
    expect(await reasonOf(old)).toBe('too-costly');
  });

  it('is not unpacked beyond the limit, whatever size it claims', async () => {
    const bomb = await kdbxOf(
      {},
      [[...entryFields(one), textField('Notes', 'x'.repeat(MOVING_LIMITS.unpacked))]],
      PASSWORD,
    );
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect(await reasonOf(bomb)).toBe('damaged');
    expect(await reasonOf(new Uint8Array(MOVING_LIMITS.database + 1))).toBe('too-large');
  });

  it('is not unpacked beyond the limit in many parts either, and the next one begins anew', () => {
    beginUnpacking();
    const part = gzipSync(new Uint8Array(MOVING_LIMITS.unpacked / 2));
    expect(gunzipSync(part)).toHaveLength(MOVING_LIMITS.unpacked / 2);
    expect(gunzipSync(part)).toHaveLength(MOVING_LIMITS.unpacked / 2);
    expect(() => gunzipSync(gzipSync(new Uint8Array(100)))).toThrow(RangeError);
    beginUnpacking();
    expect(gunzipSync(part)).toHaveLength(MOVING_LIMITS.unpacked / 2);
  });

  it('is of another kind', async () => {
    const entries = [entryFields(one)];
    const good = await writeDatabase([one], PASSWORD, quick);
    expect(await reasonOf(Buffer.from(good).fill(5, 10, 11))).toBe('unsupported');
    expect(await reasonOf(new Uint8Array(Buffer.from('03d9a29a65fb4bb500000000', 'hex')))).toBe('not-ours');
    expect(await reasonOf(new Uint8Array(0))).toBe('damaged');
    expect(await reasonOf(await kdbxOf({}, [[textField('Title', 'Mail')]], PASSWORD))).toBe('nothing-inside');
    expect(await reasonOf(await kdbxOf({}, entries, PASSWORD))).toBe('read');
  });
});

describe('entries that are not as they should be', () => {
  const base = new Map(entryFields(one).map((field) => [field.name, field]));
  const entry = (...changes: EntryField[]) => [
    ...new Map([...base, ...changes.map((field): [string, EntryField] => [field.name, field])]).values(),
  ];
  const readOf = async (...entries: (readonly EntryField[])[]) => {
    const read = await readDatabase(await kdbxOf({}, entries, PASSWORD), PASSWORD);
    if (!read.ok) throw new Error(read.failure.reason);
    return read.value;
  };

  it.each([
    ['a newer format', textField('wizard.format', '2'), 'newer-version'],
    ['no format at all', textField('wizard.format', 'x'), 'not-understood'],
    ['another system', textField('wizard.system', 'toString'), 'unknown-system'],
    ['another environment', textField('wizard.environment', 'staging'), 'incomplete'],
  ] as const)('%s: left out and told, the others taken', async (_what, field, reason) => {
    const { connections, leftOut } = await readOf(entry(field), entry());
    expect(connections).toHaveLength(1);
    expect(leftOut).toEqual([{ title: 'Maple onsis (test)', field: null, reason }]);
  });

  it('a title that turns the order of words is told without doing so', async () => {
    const { leftOut } = await readOf(entry(textField('Title', 'Maple \u202egnp.exe')), entry());
    expect(leftOut).toEqual([{ title: 'Maple ?gnp.exe', field: null, reason: 'invisible-characters' }]);
  });

  it('single fields that cannot be taken are left out by name', async () => {
    const { connections, leftOut } = await readOf(
      entry(
        { name: 'Password', text: '{REF:P@I:46C9B1FFBD4ABC4BBB260C6190BAD20C}', isSecret: true },
        textField('scopes', 'x'.repeat(LIMITS.value + 1)),
        textField('wizard.boardNumber', 'x'.repeat(LIMITS.boardNumber + 1)),
        textField('wizard.more', '["not", "an object"]'),
        textField('wizard.id', '../../etc/passwd'),
        textField('__proto__', 'x'),
        textField('constructor', 'x'),
        textField('TimeOtp-Secret', 'x'),
      ),
    );
    expect(connections).toMatchObject([{ id: null, boardNumber: null, name: one.name }]);
    expect(connections[0]?.secrets.size).toBe(0);
    expect(leftOut.map(({ field, reason }) => `${field} ${reason}`).sort()).toEqual([
      'TimeOtp-Secret not-understood',
      '__proto__ not-understood',
      'boardNumber too-long',
      'clientSecret reference',
      'constructor not-understood',
      'scopes too-long',
      'wizard.more not-understood',
    ]);
    expect(({} as { x?: string }).x).toBeUndefined();
  });

  it('further members are handed on as they are, whatever they are called', async () => {
    const more = '{"extraCertificates":[{"pem":"x"}],"__proto__":{"polluted":1},"later":{"deep":[1]}}';
    const { connections } = await readOf(entry(textField('wizard.more', more)));
    expect([...(connections[0]?.more.keys() ?? [])]).toEqual(['extraCertificates', '__proto__', 'later']);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});
