import { createHash } from 'node:crypto';
import { type Connection, connectionSchema, LIMITS } from '@contract/connection';
import { CONNECTIONS_VERSION, isObject, readConnectionsText } from './stored-format';

/** Everything in the file. Treated as unchangeable: a change makes a new one. */
export interface StoredState {
  readonly connections: ReadonlyMap<string, Connection>;
  /** Connection id → field id → the record as it lies on the disk, whatever it is: only the vault judges it. */
  readonly secrets: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

export const emptyState: StoredState = { connections: new Map(), secrets: new Map() };

export type Judged =
  | { readonly kind: 'good'; readonly state: StoredState }
  /** Some of it is not as it should be; `state` is the rest. */
  | { readonly kind: 'partly'; readonly state: StoredState }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Reads the file's text and judges all that is in it. */
export function judgeConnectionsText(text: string): Judged {
  const stored = readConnectionsText(text);
  if (stored.kind !== 'current') return { kind: stored.kind };
  const { connections: list, secrets: records, isAll } = stored.parts;
  let isWhole = isAll;
  const connections = new Map<string, Connection>();
  for (const item of list) {
    const connection = asConnection(item);
    if (connection === null || connections.has(connection.id)) isWhole = false;
    else connections.set(connection.id, connection);
  }
  const secrets = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [id, fields] of records) {
    const entries = isObject(fields) ? Object.entries(fields) : [];
    const known = entries.filter(([field]) => field.length <= LIMITS.fieldId);
    if (!connections.has(id) || !isObject(fields) || known.length < entries.length) isWhole = false;
    if (connections.has(id) && known.length > 0) secrets.set(id, new Map(known));
  }
  return { kind: isWhole ? 'good' : 'partly', state: { connections, secrets } };
}

/** A checked copy nobody can change any more, or null when it does not fit the contract. */
export function asConnection(value: unknown): Connection | null {
  const parsed = connectionSchema.safeParse(value);
  if (!parsed.success) return null;
  const connection = parsed.data;
  Object.freeze(connection.values);
  Object.freeze(connection.setup);
  Object.freeze(connection.lastCheck);
  return Object.freeze(connection);
}

/** The file's content, to be written as JSON. */
export function storedValue({ connections, secrets }: StoredState): object {
  return {
    version: CONNECTIONS_VERSION,
    connections: [...connections.values()],
    secrets: Object.fromEntries([...secrets].map(([id, fields]) => [id, Object.fromEntries(fields)])),
  };
}

/** Tells one state of a connection and its secrets from any other, also of it not being there. */
export function markOf({ connections, secrets }: StoredState, id: string): string {
  const own = [connections.get(id) ?? null, [...(secrets.get(id) ?? [])]];
  return createHash('sha256').update(JSON.stringify(own)).digest('hex');
}

/**
 * A generation's text with these connections and their secrets as they are in `state`, which may be: not at all. null
 * when it is not what this app wrote. Not judged in full: that is done, if ever, when a generation has to heal.
 */
export function textWith(
  text: string,
  ids: ReadonlySet<string>,
  { connections, secrets }: StoredState,
): string | null {
  if (![...ids].some((id) => text.includes(id))) return text;
  const stored = readConnectionsText(text);
  if (stored.kind !== 'current') return null;
  const idOf = (item: unknown): string => (isObject(item) && 'id' in item ? String(item.id) : '');
  const kept = stored.parts.connections.flatMap((item) =>
    ids.has(idOf(item)) ? (connections.get(idOf(item)) ?? []) : [item],
  );
  const others = [...stored.parts.secrets].filter(([key]) => !ids.has(key));
  // A secret of a connection that was not there yet would be damage.
  const own = [...secrets].filter(([key]) => ids.has(key) && kept.some((item) => idOf(item) === key));
  return JSON.stringify({
    version: CONNECTIONS_VERSION,
    connections: kept,
    secrets: Object.fromEntries([...others, ...own.map(([id, fields]) => [id, Object.fromEntries(fields)])]),
  });
}

/** True when all that is different is how the connections' last checks ended: nothing that a person made. */
export function onlyResultsDiffer(before: StoredState, after: StoredState): boolean {
  const { connections, secrets } = before;
  return (
    secrets.size === after.secrets.size &&
    connections.size === after.connections.size &&
    [...after.secrets].every(([id, fields]) => secrets.get(id) === fields) &&
    [...after.connections].every(([id, connection]) => {
      const old = connections.get(id);
      return old === connection || (old !== undefined && unchecked(old) === unchecked(connection));
    })
  );
}

const unchecked = (connection: Connection): string => JSON.stringify({ ...connection, lastCheck: null });
