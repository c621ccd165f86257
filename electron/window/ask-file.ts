import { join } from 'node:path';
import type { Language } from '@contract/channels';
import { app, type BrowserWindow, dialog } from 'electron';

interface FileKind {
  /** How the system's dialog calls it. */
  readonly kind: string;
  readonly extension: string;
}

/** What an export is called until the person calls it something else: with the day, since none is ever replaced. */
export function fileToSave(kind: 'database' | 'settings', language: Language, now: Date) {
  const name = `${language === 'fr' ? 'connexions' : 'connections'} ${now.toLocaleDateString('en-CA')}`;
  return kind === 'database'
    ? { name, kind: 'KeePass', extension: 'kdbx' }
    : { name, kind: 'JSON', extension: 'json' };
}

/** Asks by the system's own dialog where to put a file; null when the person thought better of it. */
export async function askWhereToSave(
  window: BrowserWindow | null,
  { name, kind, extension }: FileKind & { readonly name: string },
): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), `${name}.${extension}`),
    filters: [{ name: kind, extensions: [extension] }],
  };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
}

/** Asks by the system's own dialog for a file to read; null when the person thought better of it. */
export async function askForFile(
  window: BrowserWindow | null,
  kind: { readonly kind: string; readonly extensions: readonly string[] },
): Promise<string | null> {
  const options = {
    properties: ['openFile' as const],
    filters: [{ name: kind.kind, extensions: [...kind.extensions] }],
  };
  const { canceled, filePaths } =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}
