import { LIMITS } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { LeftOut, TransferProblem } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import { entryFields, readEntry, titleOf } from './entry';
import { type FoundEntry, type NewEntry, readKdbx, type Stretching, writeKdbx } from './kdbx';
import type { FileContents, PortableConnection } from './portable-connection';

/** The name of the database and its top group, and of the program that created it. */
const DATABASE_NAME = 'School API Setup Wizard';

/** Writes the connections to a KeePass database (KDBX 4, Argon2id): one group per system, one entry per connection. */
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
 * Reads the connections from a KeePass database that this program or KeePassXC wrote. Never throws, whatever the
 * bytes are. `MOVING_LIMITS` limits what opening may cost; it can take up to a minute.
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
