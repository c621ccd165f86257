import { ok, type Result, refuse } from '@contract/result';
import { MOVING_LIMITS, type TransferProblem, type TransferReason } from '@contract/transfer';
import { DOMParser, onErrorStopParsing, XMLSerializer } from '@xmldom/xmldom';
import { argon2d, argon2id } from 'hash-wasm';
import {
  BinaryStream,
  ByteUtils,
  Consts,
  Credentials,
  CryptoEngine,
  Int64,
  Kdbx,
  KdbxContext,
  KdbxError,
  type KdbxGroup,
  KdbxHeader,
  ProtectedValue,
  VarDictionary,
} from 'kdbxweb';
import { beginUnpacking } from './bounded-gzip';

/*
 * KeePass databases with kdbxweb, plus what it leaves to its user: Argon2, an XML parser, and the limits without
 * which a malicious file takes all memory or runs for days. Only `database-worker.ts` and tests load this, because it
 * is large.
 */

export interface FoundEntry {
  /** All fields by their names in the database, secret or not. */
  readonly fields: ReadonlyMap<string, string>;
  /** When the entry was last changed (ISO 8601), if known. */
  readonly changedAt: string | null;
}

export interface NewEntry {
  readonly group: string;
  readonly fields: readonly { readonly name: string; readonly text: string; readonly isSecret: boolean }[];
}

/** The cost of key derivation; tests use less to be fast. */
export interface Stretching {
  /** KiB. */
  readonly memory: number;
  readonly iterations: number;
}
const STRETCHING: Stretching = { memory: 64 * 1024, iterations: 10 };

class TooCostly extends Error {}
class Unsupported extends Error {}

CryptoEngine.setArgon2Impl(
  async (password, salt, memorySize, iterations, hashLength, parallelism, type, version) => {
    if (!isAffordable(memorySize, iterations, parallelism)) throw new TooCostly();
    // hash-wasm supports only the version in use since 2016.
    if (version !== 0x13) throw new Unsupported();
    const derive = type === CryptoEngine.Argon2TypeArgon2id ? argon2id : argon2d;
    const key = await derive({
      password: new Uint8Array(password),
      salt: new Uint8Array(salt),
      memorySize,
      iterations,
      hashLength,
      parallelism,
      outputType: 'binary',
    });
    return ByteUtils.arrayToBuffer(key);
  },
);

// kdbxweb expects the browser's; xmldom's is set to stop at the first error.
Object.assign(globalThis, {
  DOMParser: class {
    parseFromString(text: string) {
      return new DOMParser({ onError: onErrorStopParsing, locator: false }).parseFromString(text, 'text/xml');
    }
  },
  XMLSerializer,
});

/** Creates a KDBX 4 database: AES-256, Argon2id. */
export async function writeKdbx(
  name: string,
  entries: readonly NewEntry[],
  password: string,
  stretching: Stretching = STRETCHING,
): Promise<Uint8Array> {
  const database = Kdbx.create(credentialsOf(password), name);
  database.setKdf(Consts.KdfId.Argon2id);
  const kdf = database.header.kdfParameters;
  const { UInt32, UInt64 } = VarDictionary.ValueType;
  kdf?.set('M', UInt64, Int64.from(stretching.memory * 1024));
  kdf?.set('I', UInt64, Int64.from(stretching.iterations));
  kdf?.set('P', UInt32, 2);
  const root = database.getDefaultGroup();
  const groups = new Map<string, KdbxGroup>();
  for (const { group, fields } of entries) {
    const into = groups.get(group) ?? database.createGroup(root, group);
    groups.set(group, into);
    const entry = database.createEntry(into);
    for (const { name: field, text, isSecret } of fields) {
      entry.fields.set(field, isSecret ? ProtectedValue.fromString(text) : text);
    }
  }
  return new Uint8Array(await database.save());
}

/** All entries of a KDBX 3.1 or 4 database, except those in its recycle bin. Never throws. */
export async function readKdbx(
  bytes: Uint8Array,
  password: string,
): Promise<Result<readonly FoundEntry[], TransferProblem>> {
  const problem = (reason: TransferReason) => refuse({ reason, field: null });
  if (bytes.length > MOVING_LIMITS.database) return problem('too-large');
  beginUnpacking();
  try {
    const data = ByteUtils.arrayToBuffer(bytes);
    assertAffordable(data);
    const database = await Kdbx.load(data, credentialsOf(password));
    return ok(entriesOf(database));
  } catch (failure) {
    return problem(reasonOf(failure));
  }
}

const credentialsOf = (password: string): Credentials => new Credentials(ProtectedValue.fromString(password));

/** Checks the unencrypted header before any key is derived. */
function assertAffordable(data: ArrayBuffer): void {
  const header = KdbxHeader.read(new BinaryStream(data), new KdbxContext({ kdbx: new Kdbx() }));
  const { kdfParameters: kdf, keyEncryptionRounds } = header;
  const [memory, iterations, parallelism] = [
    numberOf(kdf?.get('M')),
    numberOf(kdf?.get('I')),
    numberOf(kdf?.get('P')),
  ];
  if (!isAffordable(memory / 1024, iterations, parallelism)) throw new TooCostly();
  // A file of either version can set either version's field. The check below also rejects NaN.
  const rounds = Math.max(numberOf(keyEncryptionRounds), numberOf(kdf?.get('R')));
  // kdbxweb queues all rounds at once.
  if (!(rounds <= MOVING_LIMITS.aesRounds)) throw new TooCostly();
}

/** 0 if absent; infinite if the value does not fit into a number. */
function numberOf(value: unknown): number {
  if (value === undefined) return 0;
  try {
    return Number(value);
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

const isAffordable = (memory: number, iterations: number, parallelism: number): boolean =>
  memory <= MOVING_LIMITS.argonMemory &&
  memory * iterations <= MOVING_LIMITS.argonWork &&
  parallelism <= MOVING_LIMITS.argonLanes;

function entriesOf(database: Kdbx): readonly FoundEntry[] {
  const bin = database.meta.recycleBinUuid;
  const found: FoundEntry[] = [];
  const waiting: KdbxGroup[] = [...database.groups];
  for (let group = waiting.pop(); group !== undefined; group = waiting.pop()) {
    if (bin !== undefined && !bin.empty && group.uuid.equals(bin)) continue;
    for (const { fields, times } of group.entries) {
      found.push({
        fields: new Map(
          [...fields].map(([name, text]) => [name, typeof text === 'string' ? text : text.getText()]),
        ),
        changedAt: instant(times.lastModTime),
      });
    }
    waiting.push(...group.groups.toReversed());
  }
  return found;
}

const instant = (date: Date | undefined): string | null =>
  date === undefined || Number.isNaN(date.getTime()) ? null : date.toISOString();

function reasonOf(failure: unknown): TransferReason {
  if (failure instanceof TooCostly) return 'too-costly';
  if (failure instanceof Unsupported) return 'unsupported';
  if (!(failure instanceof KdbxError)) return 'damaged';
  switch (failure.code) {
    case Consts.ErrorCodes.InvalidKey:
      return 'wrong-password';
    case Consts.ErrorCodes.BadSignature:
      return 'not-ours';
    case Consts.ErrorCodes.InvalidVersion:
    case Consts.ErrorCodes.Unsupported:
      return 'unsupported';
    default:
      return 'damaged';
  }
}
