import type { Language } from '@contract/channels';
import { app, clipboard, dialog } from 'electron';
import { endFatally } from './log/fatal';

/* How the program with a window ends after a bug, or when a part of it is damaged or gone. */

let isEnding = false;
let clear = (): void => undefined;

/** Sets what has to be cleared before such an end, wherever it comes from: it brings no event of the ordinary one. */
export function beforeEnd(clearing: () => void): void {
  clear = clearing;
}

/** Tells the person and quits. Once only: while they read, more may break. */
export function endOnBug(bug: unknown, language: () => Language): void {
  if (isEnding) return;
  isEnding = true;
  endFatally(bug, aboutProgram(), {
    clear,
    language,
    ask: ({ title, body, buttons }) =>
      dialog.showMessageBoxSync({ type: 'warning', message: title, detail: body, buttons: [...buttons] }),
    copy: (text) => clipboard.writeText(text),
    exit: (code) => app.exit(code),
  });
}

/** What is told of the program itself wherever it is asked for. */
export const aboutProgram = () => ({
  version: app.getVersion(),
  electron: process.versions.electron,
  platform: process.platform,
});
