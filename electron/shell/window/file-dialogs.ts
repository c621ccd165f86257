import { extname, join } from 'node:path';
import type { Language } from '@contract/languages';
import { ok, type Result, refuse } from '@contract/result';
import { app, type BrowserWindow, dialog, type FileFilter } from 'electron';
import { words } from './words';

/* The operating system's file dialogs: the page never specifies a path. */

interface NewFile {
  /** With its extension. */
  readonly name: string;
  /** The name of its format in the dialog. */
  readonly format: string;
}

/** The path for a new file; null if the user cancelled. */
export async function askWhereToSave(
  window: BrowserWindow | null,
  { name, format }: NewFile,
): Promise<string | null> {
  const options = {
    defaultPath: join(app.getPath('documents'), name),
    filters: [{ name: format, extensions: [extname(name).slice(1)] }],
  };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
}

/**
 * Lets the user choose a path and writes the file.
 *
 * @param write writes the whole text or throws, and never leaves a partial file
 * @returns the path; null if the user cancelled
 */
export async function saveAs(
  window: BrowserWindow | null,
  file: NewFile & { readonly text: string },
  write: (path: string, text: string) => void,
): Promise<Result<string | null, 'not-saved'>> {
  const path = await askWhereToSave(window, file);
  if (path === null) return ok(null);
  try {
    write(path, file.text);
    return ok(path);
  } catch {
    return refuse('not-saved');
  }
}

/** The exported file to read; null if the user cancelled. */
export function askForExport(window: BrowserWindow | null, language: Language): Promise<string | null> {
  const filters = [{ name: 'KeePass, JSON', extensions: ['kdbx', 'json'] }];
  return askForFile(window, filters, words[language].exportDialog.title);
}

/** The certificate to read; null if the user cancelled. */
export function askForCertificate(window: BrowserWindow | null, language: Language): Promise<string | null> {
  const { title, certificates } = words[language].certificateDialog;
  const filters = [
    { name: certificates, extensions: ['pem', 'crt', 'cer', 'der', 'p7b', 'p7c'] },
    everyFile(language),
  ];
  return askForFile(window, filters, title);
}

/** The report of another computer to read; null if the user cancelled. */
export function askForReport(window: BrowserWindow | null, language: Language): Promise<string | null> {
  const { title } = words[language].reportDialog;
  return askForFile(window, [{ name: 'JSON', extensions: ['json'] }, everyFile(language)], title);
}

const everyFile = (language: Language): FileFilter => ({
  name: words[language].certificateDialog.all,
  extensions: ['*'],
});

async function askForFile(
  window: BrowserWindow | null,
  filters: FileFilter[],
  title: string,
): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile', 'dontAddToRecent'],
    filters,
    title,
  };
  const { canceled, filePaths } =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}
