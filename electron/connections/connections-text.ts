import { createHash } from 'node:crypto';
import { type Connection, connectionSchema, LIMITS } from '@contract/connection';
import { isObject } from '@contract/is-object';
import { CONNECTIONS_VERSION, readConnectionsText } from './stored-format';

/** The whole content of the file. Immutable: each change creates a new one. */
export interface StoredState {
  readonly connections: ReadonlyMap<string, Connection>;
  /** Connection id → record key → the stored record, unvalidated: only the vault judges it. */
  readonly secrets: ReadonlyMap<string, ReadonlyMap<string, unknown>>;
}

export const emptyState: StoredState = { connections: new Map(), secrets: new Map() };

export type Judged =
  | { readonly kind: 'good'; readonly state: StoredState }
  /** Some entries are invalid; `state` has the rest. */
  | { readonly kind: 'partly'; readonly state: StoredState }
  | { readonly kind: 'newer' }
  | { readonly kind: 'damaged' };

/** Parses the file's text and validates all entries. */
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

/** A validated, frozen copy, or null if it does not match the contract. */
export function asConnection(value: unknown): Connection | null {
  const parsed = connectionSchema.safeParse(value);
  if (!parsed.success) return null;
  const connection = parsed.data;
  Object.freeze(connection.values);
  Object.freeze(connection.setup);
  Object.freeze(connection.lastCheck);
  return Object.freeze(connection);
}

/** The file's content, to be serialized as JSON. */
export function storedValue({ connections, secrets }: StoredState): object {
  return {
    version: CONNECTIONS_VERSION,
    connections: [...connections.values()],
    secrets: Object.fromEntries([...secrets].map(([id, fields]) => [id, Object.fromEntries(fields)])),
  };
}

/** A hash of a connection and its secrets that identifies their state, including absence. */
export function markOf({ connections, secrets }: StoredState, id: string): string {
  const own = [connections.get(id) ?? null, [...(secrets.get(id) ?? [])]];
  return createHash('sha256').update(JSON.stringify(own)).digest('hex');
}

/**
 * A generation's text in which these connections and their secrets are as in `state`, possibly absent. null if this
 * app did not write the text. Entries are not validated; that happens only when a generation is used for recovery.
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
  // A secret without its connection would count as damage.
  const own = [...secrets].filter(([key]) => ids.has(key) && kept.some((item) => idOf(item) === key));
  return JSON.stringify({
    version: CONNECTIONS_VERSION,
    connections: kept,
    secrets: Object.fromEntries([...others, ...own.map(([id, fields]) => [id, Object.fromEntries(fields)])]),
  });
}

/** True if only the results of the connections' last checks differ, nothing the user changed. */
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
