import { fileNames } from '@contract/file-names';
import { todayHere } from '@contract/formats';
import type { Language } from '@contract/languages';

/** The suggested name of an export, with the date, since exports never replace a file. */
export function exportFileName(kind: 'database' | 'settings', language: Language, now: Date): string {
  const name = `${fileNames[language].export} ${todayHere(now)}`;
  return `${name}.${kind === 'database' ? 'kdbx' : 'json'}`;
}
