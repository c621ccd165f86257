import { isObject } from '@contract/is-object';

/*
 * The outer structure of the app's JSON files, without a schema. The stores validate each part. The early readers
 * (peek.ts, first-paint/glance.ts) use the same functions, but do not trust the result.
 */

/** The `connections.json` format this version writes. */
export const CONNECTIONS_VERSION = 1;
/** The `settings.json` format this version writes. */
export const SETTINGS_VERSION = 1;

export type Stored<Parts> =
  | { readonly kind: 'current' | 'newer'; readonly parts: Parts }
  | { readonly kind: 'damaged' };

export interface ConnectionsParts {
  readonly connections: readonly unknown[];
  /** Connection id → its records by key, unvalidated. */
  readonly secrets: ReadonlyMap<string, unknown>;
  /** The file contains nothing else. */
  readonly isAll: boolean;
}

/** For a newer format, returns the parts that look like this version's. */
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

/** Setting → its unvalidated value, without the version. */
export function readSettingsText(text: string): Stored<ReadonlyMap<string, unknown>> {
  const stored = readStored(text, SETTINGS_VERSION);
  if (stored.kind === 'damaged') return stored;
  const settings = new Map(stored.parts);
  settings.delete('version');
  return { kind: stored.kind, parts: settings };
}

/** Keys become Map keys, never properties, so that no name in a malicious file matters. */
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

/** An object's members; empty for any other value. */
export const membersOf = (value: unknown): ReadonlyMap<string, unknown> =>
  new Map(isObject(value) ? Object.entries(value) : []);
