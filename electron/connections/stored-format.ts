/*
 * The form of the app's own JSON files, as far as it can be told without a schema. The stores judge each part; the glances
 * before they are loaded (peek.ts, first-paint/glance.ts) use the same reading and believe nothing of it.
 */

/** The format of `connections.json` that this version writes. */
export const CONNECTIONS_VERSION = 1;
/** The format of `settings.json` that this version writes. */
export const SETTINGS_VERSION = 1;

export type Stored<Parts> =
  | { readonly kind: 'current' | 'newer'; readonly parts: Parts }
  | { readonly kind: 'damaged' };

export interface ConnectionsParts {
  readonly connections: readonly unknown[];
  /** Connection id → its records by key, whatever it is. */
  readonly secrets: ReadonlyMap<string, unknown>;
  /** Nothing else stands in the file. */
  readonly isAll: boolean;
}

/** A newer version's parts are there as far as they look like this one's. */
export function readConnectionsText(text: string): Stored<ConnectionsParts> {
  const stored = readStored(text, CONNECTIONS_VERSION);
  if (stored.kind === 'damaged') return stored;
  const connections = stored.parts.get('connections');
  const secrets = stored.parts.get('secrets');
  const isFit = Array.isArray(connections) && isObject(secrets);
  if (stored.kind === 'current' && !isFit) return { kind: 'damaged' };
  return {
    kind: stored.kind,
    parts: {
      connections: Array.isArray(connections) ? connections : [],
      secrets: membersOf(secrets),
      isAll: stored.parts.size === 3,
    },
  };
}

/** Setting → its value, whatever it is; without the version. */
export function readSettingsText(text: string): Stored<ReadonlyMap<string, unknown>> {
  const stored = readStored(text, SETTINGS_VERSION);
  if (stored.kind === 'damaged') return stored;
  const settings = new Map(stored.parts);
  settings.delete('version');
  return { kind: stored.kind, parts: settings };
}

/** Keys become Map keys, never properties, so that no name in a hostile file matters. */
function readStored(text: string, version: number): Stored<ReadonlyMap<string, unknown>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { kind: 'damaged' };
  }
  const parts = membersOf(json);
  const written = parts.get('version');
  if (written === version) return { kind: 'current', parts };
  return typeof written === 'number' && written > version ? { kind: 'newer', parts } : { kind: 'damaged' };
}

/** An object's members; none of anything else. */
export const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(isObject(value) ? Object.entries(value) : []);

export const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
