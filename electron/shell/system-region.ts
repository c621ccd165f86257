import { regionIn } from '@contract/languages';
import { app } from 'electron';

/**
 * The country whose dates and numbers the operating system writes; null if it names none. Electron answers once it is
 * ready. On Linux it does not know `LC_TIME` (docs/electron-notes.md#region).
 */
export function systemRegion(): string | null {
  const { LC_ALL = '', LC_TIME = '' } = process.platform === 'linux' ? process.env : {};
  return regionIn(LC_ALL || LC_TIME || app.getSystemLocale());
}
