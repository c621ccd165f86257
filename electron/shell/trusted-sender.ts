import type { BrowserWindow, IpcMainInvokeEvent } from 'electron';
import { isOwnAddress } from './security/lock-down';

/** True only for the main frame of our own, open window, showing our own page. */
export function isTrustedSender(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  if (window === null || window.isDestroyed()) return false;
  const frame = event.senderFrame;
  return (
    frame !== null &&
    event.sender === window.webContents &&
    frame === window.webContents.mainFrame &&
    isOwnAddress(frame.url)
  );
}
