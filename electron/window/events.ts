import type { EventName, Events } from '@contract/channels';
import type { BrowserWindow } from 'electron';

/** Tells the window something unasked; a window that is gone hears nothing. */
export type Tell = <Name extends EventName>(event: Name, payload: Events[Name]) => void;

export function teller(window: () => BrowserWindow | null): Tell {
  return (event, payload) => {
    const open = window();
    if (open !== null && !open.isDestroyed()) open.webContents.send(event, payload);
  };
}
