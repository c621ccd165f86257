import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@contract/channels';

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
    return settings.language === 'en' || settings.language === 'fr' ? settings.language : null;
  } catch {
    return null;
  }
}
