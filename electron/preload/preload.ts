import type { Bridge } from '@contract/bridge';
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';

/** Replaced at build time with the contract's names, so that this file needs no schema library. */
declare const CHANNEL_NAMES: readonly string[];
declare const EVENT_NAMES: readonly string[];

const channels = new Set(CHANNEL_NAMES);
const events = new Set(EVENT_NAMES);

const bridge: Bridge = {
  call(channel, request) {
    if (!channels.has(channel)) throw new Error('No such channel');
    return ipcRenderer.invoke(channel, request);
  },
  on(event, listener) {
    if (!events.has(event)) throw new Error('No such event');
    // Do not pass on Electron's event object: it would give the page `ipcRenderer`.
    const forward = (_event: IpcRendererEvent, payload: Parameters<typeof listener>[0]) => listener(payload);
    ipcRenderer.on(event, forward);
    return () => {
      ipcRenderer.removeListener(event, forward);
    };
  },
};

contextBridge.exposeInMainWorld('wizard', bridge);
