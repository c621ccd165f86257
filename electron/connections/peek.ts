import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isLanguage, type Language } from '@contract/languages';
import { backendOf } from '../secrets/record-facts';
import { membersOf, readConnectionsText, readSettingsText } from './stored-format';

/*
 * Reads the app's files before the stores are loaded. The stores validate them a moment later, so check again then.
 * Never throws. `folder` is the app's data folder, absolute.
 */

/** The language the user chose; null if none was chosen or it cannot be read. */
export function peekLanguage(folder: string): Language | null {
  const language = peekSettings(folder).get('language');
  return isLanguage(language) ? language : null;
}

/**
 * safeStorage's name for the keyring that encrypted it, once per saved secret; if there are none, once per proxy
 * sign-in.
 * @param names names or ids of the relevant connections; null, or if none of them has a secret: all connections
 */
export function peekKeyrings(folder: string, names: readonly string[] | null): readonly string[] {
  const text = peekText(join(folder, 'connections.json'));
  const stored = text === null ? null : readConnectionsText(text);
  if (stored !== null && stored.kind !== 'damaged') {
    const { connections, secrets } = stored.parts;
    const ids = connections.map(membersOf).flatMap((members) => {
      const [id, name] = [members.get('id'), members.get('name')];
      return typeof id === 'string' && [id, name].some((word) => names?.includes(`${word}`)) ? [id] : [];
    });
    const named = keyringsOf(ids.flatMap((id) => [...membersOf(secrets.get(id)).values()]));
    if (named.length > 0) return named;
    const all = keyringsOf([...secrets.values()].flatMap((fields) => [...membersOf(fields).values()]));
    if (all.length > 0) return all;
  }
  return keyringsOf([...membersOf(peekSettings(folder).get('proxySignIns')).values()]);
}

const keyringsOf = (records: readonly unknown[]): readonly string[] =>
  records.flatMap((record) => backendOf(record) ?? []);

function peekSettings(folder: string): ReadonlyMap<string, unknown> {
  const text = peekText(join(folder, 'settings.json'));
  const stored = text === null ? null : readSettingsText(text);
  return stored === null || stored.kind === 'damaged' ? new Map() : stored.parts;
}

/** Do not read a larger file twice. */
const LARGEST_BYTES = 16 * 1024 * 1024;

/** A file's text; null if it cannot be read or is too large. */
export function peekText(file: string): string | null {
  try {
    return statSync(file).size > LARGEST_BYTES ? null : readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
