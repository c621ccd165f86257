import { fileNames } from '@contract/file-names';
import { todayHere } from '@contract/formats';
import type { Language } from '@contract/languages';

/** What an export is called until the person calls it something else: with the day, since none is ever replaced. */
export function exportFileName(kind: 'database' | 'settings', language: Language, now: Date): string {
  const name = `${fileNames[language].export} ${todayHere(now)}`;
  return `${name}.${kind === 'database' ? 'kdbx' : 'json'}`;
}
