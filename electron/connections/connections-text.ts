import { createHash } from 'node:crypto';
import { type Connection, connectionSchema, LIMITS } from '@contract/connection';
import { CONNECTIONS_VERSION } from './connections-version';

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

/** Reads the file's text. Keys become Map keys, never properties, so that no name in a hostile file matters. */
export function judgeConnectionsText(text: string): Judged {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  if (!isObject(json)) return { kind: 'damaged' };
  const top = new Map(Object.entries(json));
  const version = top.get('version');
  if (typeof version === 'number' && version > CONNECTIONS_VERSION) return { kind: 'newer' };
  const list = top.get('connections');
  const records = top.get('secrets');
  if (version !== CONNECTIONS_VERSION || !Array.isArray(list) || !isObject(records)) {
    return { kind: 'damaged' };
  }
  let isWhole = top.size === 3;
  const connections = new Map<string, Connection>();
  for (const item of list) {
    const connection = asConnection(item);
    if (connection === null || connections.has(connection.id)) isWhole = false;
    else connections.set(connection.id, connection);
  }
  const secrets = new Map<string, ReadonlyMap<string, unknown>>();
  for (const [id, fields] of Object.entries(records)) {
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
  try {
    const json: unknown = JSON.parse(text);
    if (!isObject(json) || !('connections' in json && 'secrets' in json)) return null;
    if (!Array.isArray(json.connections) || !isObject(json.secrets)) return null;
    const kept = json.connections.flatMap((item) =>
      isObject(item) && 'id' in item && ids.has(String(item.id))
        ? (connections.get(String(item.id)) ?? [])
        : [item],
    );
    const others = Object.entries(json.secrets).filter(([key]) => !ids.has(key));
    // A secret of a connection that was not there yet would be damage.
    const own = [...secrets].filter(([key]) => ids.has(key) && kept.some(({ id }) => id === key));
    return JSON.stringify({
      ...json,
      connections: kept,
      secrets: Object.fromEntries([
        ...others,
        ...own.map(([id, fields]) => [id, Object.fromEntries(fields)]),
      ]),
    });
  } catch {
    return null;
  }
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

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
