import { Consts, Credentials, Int64, Kdbx, KdbxUuid, ProtectedValue, VarDictionary } from 'kdbxweb';
import type { EntryField } from '../../electron/transfer/entry';
import '../../electron/transfer/kdbx';

/* Databases in every variant that KeePass programs write, and some that only an attacker would. */

export interface Kind {
  readonly version?: 3 | 4;
  readonly kdf?: 'Aes' | 'Argon2d' | 'Argon2id';
  readonly cipher?: 'Aes' | 'ChaCha20';
  readonly compression?: 'None' | 'GZip';
  /** KDF parameters, as in the header. */
  readonly memory?: number;
  readonly iterations?: number;
  readonly lanes?: number;
  readonly rounds?: number;
}

export async function kdbxOf(
  kind: Kind,
  entries: readonly (readonly EntryField[])[],
  password: string,
  change: (database: Kdbx) => void = () => undefined,
): Promise<Uint8Array> {
  const database = Kdbx.create(new Credentials(ProtectedValue.fromString(password)), 'Somebody’s');
  database.setVersion(kind.version ?? 4);
  if (kind.version !== 3) database.setKdf(Consts.KdfId[kind.kdf ?? 'Argon2id']);
  database.header.dataCipherUuid = new KdbxUuid(Consts.CipherId[kind.cipher ?? 'Aes']);
  database.header.compression = Consts.CompressionAlgorithm[kind.compression ?? 'GZip'];
  const { UInt32, UInt64 } = VarDictionary.ValueType;
  const parameters = database.header.kdfParameters;
  if (kind.kdf === 'Aes') parameters?.set('R', UInt64, Int64.from(kind.rounds ?? 10));
  else {
    parameters?.set('M', UInt64, Int64.from(kind.memory ?? 64 * 1024));
    parameters?.set('I', UInt64, Int64.from(kind.iterations ?? 1));
    parameters?.set('P', UInt32, kind.lanes ?? 1);
  }
  if (kind.version === 3) database.header.keyEncryptionRounds = kind.rounds ?? 10;
  const group = database.createGroup(database.getDefaultGroup(), 'Work');
  for (const fields of entries) {
    const entry = database.createEntry(group);
    for (const { name, text, isSecret } of fields) {
      entry.fields.set(name, isSecret ? ProtectedValue.fromString(text) : text);
    }
  }
  change(database);
  return new Uint8Array(await database.save());
}

/** Changes KDF parameters in a KDBX 4 file's plaintext header and fixes the checksum, as an attacker would. */
export async function withParameter(
  bytes: Uint8Array,
  key: 'M' | 'I' | 'P' | 'R',
  value: bigint,
): Promise<Uint8Array> {
  const changed = Buffer.from(bytes);
  // Type (1 byte), length of the key (4), the key, length of the value (4), the value.
  const size = key === 'P' ? 4 : 8;
  const head = Buffer.concat([
    Buffer.from([size === 4 ? 0x04 : 0x05, 1, 0, 0, 0]),
    Buffer.from(key),
    Buffer.from([size, 0, 0, 0]),
  ]);
  const at = changed.indexOf(head);
  if (at < 0) throw new Error(`No parameter ${key} in the header`);
  if (size === 4) changed.writeUInt32LE(Number(value), at + head.length);
  else changed.writeBigUInt64LE(value, at + head.length);
  return withChecksum(changed);
}

/** Inserts a field before the others in a KDBX 4 file's plaintext header. */
export function withField(bytes: Uint8Array, id: number, data: Uint8Array): Promise<Uint8Array> {
  const head = Buffer.from([id, data.length, 0, 0, 0]);
  return withChecksum(Buffer.concat([bytes.subarray(0, 12), head, data, bytes.subarray(12)]));
}

async function withChecksum(changed: Buffer<ArrayBuffer>): Promise<Uint8Array> {
  const end = headerEnd(changed);
  const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', changed.subarray(0, end)));
  changed.set(sum, end);
  return new Uint8Array(changed);
}

/** Where a KDBX 4 file's plaintext header ends: after field 0. */
function headerEnd(bytes: Buffer): number {
  for (let at = 12; at < bytes.length; ) {
    const isLast = bytes[at] === 0;
    at += 5 + bytes.readUInt32LE(at + 1);
    if (isLast) return at;
  }
  throw new Error('The header has no end');
}
