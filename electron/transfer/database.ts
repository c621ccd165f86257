import { LIMITS } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { LeftOut, TransferProblem } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import { entryFields, readEntry, titleOf } from './entry';
import { type FoundEntry, type NewEntry, readKdbx, type Stretching, writeKdbx } from './kdbx';
import type { FileContents, PortableConnection } from './portable-connection';

/** What the database and its top group are called, and what is told to have made it. */
const DATABASE_NAME = 'School API Setup Wizard';

/** The connections as a KeePass database (KDBX 4, Argon2id): a group a system, an entry a connection. */
export function writeDatabase(
  connections: readonly PortableConnection[],
  password: string,
  stretching?: Stretching,
): Promise<Uint8Array> {
  const titles = new Map<string, number>();
  const entries = connections.map((connection): NewEntry => {
    const group = systemById(connection.system).texts.en.name;
    const title = titleOf(connection);
    const count = (titles.get(`${group}/${title}`) ?? 0) + 1;
    titles.set(`${group}/${title}`, count);
    return { group, fields: entryFields(connection, count === 1 ? title : `${title} ${count}`) };
  });
  return writeKdbx(DATABASE_NAME, entries, password, stretching);
}

/**
 * Reads the connections in a KeePass database, this program's own or one that KeePassXC wrote or edited. Never
 * throws, whatever the bytes are; what opening may cost is limited by `MOVING_LIMITS`, and takes up to a minute.
 */
export async function readDatabase(
  bytes: Uint8Array,
  password: string,
): Promise<Result<FileContents, TransferProblem>> {
  const entries = await readKdbx(bytes, password);
  return entries.ok ? portableOf(entries.value) : entries;
}

function portableOf(entries: readonly FoundEntry[]): Result<FileContents, TransferProblem> {
  const problem = (reason: TransferProblem['reason']) => refuse({ reason, field: null });
  const connections: PortableConnection[] = [];
  const leftOut: LeftOut[] = [];
  let otherEntries = 0;
  for (const { fields, changedAt } of entries) {
    const read = readEntry(fields, changedAt);
    if (read.kind === 'other') otherEntries += 1;
    else if (read.kind === 'left-out') leftOut.push(read.leftOut);
    else {
      connections.push(read.connection);
      leftOut.push(...read.leftOut);
    }
  }
  if (connections.length > LIMITS.connections) return problem('too-many');
  if (connections.length === 0 && leftOut.length === 0) return problem('nothing-inside');
  return ok({ connections, leftOut, otherEntries });
}
