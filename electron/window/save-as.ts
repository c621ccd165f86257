import { join } from 'node:path';
import { ok, type Result, refuse } from '@contract/result';
import { app, type BrowserWindow, dialog } from 'electron';

/**
 * Asks where to put a file, by the system's own dialog, and writes it there, for its owner alone.
 *
 * @param name with or without its extension
 * @param write puts the whole text there or throws; a half-written file is never left
 */
export async function saveAs(
  window: BrowserWindow | null,
  file: { readonly name: string; readonly kind: string; readonly extension: string; readonly text: string },
  write: (path: string, text: string) => void,
): Promise<Result<string | null, 'not-saved'>> {
  const options = {
    defaultPath: join(
      app.getPath('documents'),
      file.name.endsWith(`.${file.extension}`) ? file.name : `${file.name}.${file.extension}`,
    ),
    filters: [{ name: file.kind, extensions: [file.extension] }],
  };
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  if (canceled || filePath === '') return ok(null);
  try {
    write(filePath, file.text);
    return ok(filePath);
  } catch {
    return refuse('not-saved');
  }
}
