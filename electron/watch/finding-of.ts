import type { Language } from '@contract/languages';
import { systemFor } from '@systems/catalogue';
import { type FindingWords, findingWords } from '@systems/finding-words';
import type { Entry } from './results';

/** The words of a result's finding; null if there is none. */
export function findingOf(entry: Entry, language: Language): FindingWords | null {
  const { code, subject, facts, connection, at } = entry;
  if (code === null || code === 'ok') return null;
  const { system, provider } = connection;
  const known = systemFor({ system, values: provider === undefined ? {} : { provider } });
  return findingWords({ code, subject, facts }, known, language, { at });
}
