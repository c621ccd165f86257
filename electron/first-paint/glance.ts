import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { environments, systemIds } from '@contract/connection-kinds';
import { LIMITS } from '@contract/limits';
import { peekText } from '../connections/peek';
import { membersOf, readConnectionsText } from '../connections/stored-format';
import { isInUse, savedAtOf } from '../secrets/record-facts';

/** What a first look at the saved connections shows. */
export interface Glance {
  readonly count: number;
  /** The first connections, unvalidated: their members need not have the types declared here. */
  readonly first: readonly { readonly connection: Connection; readonly savedAt: string | null }[];
}

/**
 * The first connections in the file, and when the oldest secret in use of each was saved; null if this cannot be told
 * without the store. Unlike the store, it loads no schema. Never throws.
 * @param folder the app's data folder, absolute
 */
export function glanceAtConnections(folder: string, most: number): Glance | null {
  const file = join(folder, 'connections.json');
  // No connection was ever saved here. If the file had been lost, there would be generations.
  if (!existsSync(file) && !existsSync(join(folder, 'generations'))) return { count: 0, first: [] };
  const text = peekText(file);
  const stored = text === null ? null : readConnectionsText(text);
  if (stored?.kind !== 'current') return null;
  const { connections, secrets } = stored.parts;
  const first = connections.slice(0, most);
  if (!first.every(isLikely)) return null;
  return {
    count: connections.length,
    first: first.map((connection) => ({ connection, savedAt: oldestSecret(secrets.get(connection.id)) })),
  };
}

/** Checks the most visible members; the store validates all of them. */
function isLikely(value: unknown): value is Connection {
  const { name, system, environment, practice } = Object.fromEntries(membersOf(value));
  return (
    typeof name === 'string' &&
    name.length <= LIMITS.name &&
    systemIds.some((known) => known === system) &&
    environments.some((known) => known === environment) &&
    typeof practice === 'boolean'
  );
}

/** @param records the connection's records, by key */
function oldestSecret(records: unknown): string | null {
  const inUse = [...membersOf(records)].filter(([key]) => isInUse(key));
  return inUse.flatMap(([, record]) => savedAtOf(record) ?? []).sort()[0] ?? null;
}
