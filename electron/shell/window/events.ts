import type { BrowserWindow } from 'electron';
import type { Tell } from '../../ipc/handlers';

export function teller(window: () => BrowserWindow | null): Tell {
  return (event, payload) => {
    const open = window();
    if (open !== null && !open.isDestroyed()) open.webContents.send(event, payload);
  };
}
