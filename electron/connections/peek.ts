import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection } from '@contract/connection';
import { environments, systemIds } from '@contract/connection-kinds';
import { isLanguage, type Language } from '@contract/languages';
import { LIMITS } from '@contract/limits';
import { CONNECTIONS_VERSION } from './connections-version';

/** What the first screen needs to know before the stores are loaded. */
export interface Peek {
  /** True when nobody has ever saved a connection here. */
  readonly isEmpty: boolean;
  /** The one that was chosen; null before that, and when it cannot be told. */
  readonly language: Language | null;
}

/**
 * A glance at the app's files, which the stores will read with care a moment later: whoever acts on it has to look
 * again once they have. Never throws.
 * @param folder the app's data folder, absolute
 */
export function peek(folder: string): Peek {
  const isEmpty = !['connections.json', 'generations'].some((name) => existsSync(join(folder, name)));
  return { isEmpty, language: peekLanguage(join(folder, 'settings.json')) };
}

function peekLanguage(file: string): Language | null {
  try {
    const settings: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof settings !== 'object' || settings === null || !('language' in settings)) return null;
    return isLanguage(settings.language) ? settings.language : null;
  } catch {
    return null;
  }
}

/** What a glance at the saved connections shows. */
export interface PeekedConnections {
  readonly count: number;
  /** The first of them, unchecked: nothing of them is sure to be what its type says. */
  readonly first: readonly { readonly connection: Connection; readonly savedAt: string | null }[];
}

/** A larger file is not read twice. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/**
 * The first connections as they lie in the file, and when the oldest secret in use of each was kept; null when that
 * cannot be told at a glance. As {@link peek}: whoever acts on it has to look again.
 */
export function peekConnections(folder: string, most: number): PeekedConnections | null {
  const file = join(folder, 'connections.json');
  try {
    if (statSync(file).size > LARGEST_BYTES) return null;
    const { version, connections, secrets } = JSON.parse(readFileSync(file, 'utf8'));
    if (version !== CONNECTIONS_VERSION) return null;
    const first: Connection[] = connections.slice(0, most);
    if (!first.every(isLikely)) return null;
    return {
      count: connections.length,
      first: first.map((connection) => ({
        connection,
        savedAt: oldestSecret(secrets[connection.id] ?? {}),
      })),
    };
  } catch {
    return null;
  }
}

/** By what is most visible of it; the stores look at all of it. */
const isLikely = ({ name, system, environment, practice }: Connection): boolean =>
  typeof name === 'string' &&
  name.length <= LIMITS.name &&
  systemIds.includes(system) &&
  environments.includes(environment) &&
  typeof practice === 'boolean';

/** @param records a connection's, by field; those beside one in use carry an `@` (secret-record.ts) */
function oldestSecret(records: Readonly<Record<string, { readonly savedAt: string }>>): string | null {
  const inUse = Object.entries(records).filter(([key]) => !key.includes('@'));
  return inUse.map(([, { savedAt }]) => savedAt).sort()[0] ?? null;
}

/**
 * safeStorage's name for the keyring that encrypted it, once for each saved secret, or for each proxy sign-in where no
 * secret is saved. Unchecked, as {@link peekConnections}.
 * @param names names or ids of the connections that count; null, and none that has a secret: all of them
 */
export function peekKeyrings(folder: string, names: readonly string[] | null): readonly string[] {
  const { connections, secrets } = parsed(join(folder, 'connections.json'));
  const records = asObject(secrets);
  const ids = membersOf(connections).flatMap((connection) => {
    const { id, name } = asObject(connection);
    return typeof id === 'string' && [id, name].some((word) => names?.includes(`${word}`)) ? [id] : [];
  });
  const named = keyringsOf(ids.flatMap((id) => membersOf(records[id])));
  if (named.length > 0) return named;
  const all = keyringsOf(membersOf(secrets).flatMap(membersOf));
  if (all.length > 0) return all;
  return keyringsOf(membersOf(parsed(join(folder, 'settings.json')).proxySignIns));
}

const keyringsOf = (records: readonly unknown[]): readonly string[] =>
  records.flatMap((record) => {
    const { backend } = asObject(record);
    return typeof backend === 'string' ? [backend] : [];
  });

function parsed(file: string): Readonly<Record<string, unknown>> {
  try {
    return statSync(file).size > LARGEST_BYTES ? {} : asObject(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

const asObject = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? { ...value } : {};

const membersOf = (value: unknown): readonly unknown[] => Object.values(asObject(value));
