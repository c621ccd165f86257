import type { BrowserWindow } from 'electron';
import type { SendEvent } from '../../ipc/handlers';

export function eventSender(window: () => BrowserWindow | null): SendEvent {
  return (event, payload) => {
    const open = window();
    if (open !== null && !open.isDestroyed()) open.webContents.send(event, payload);
  };
}
