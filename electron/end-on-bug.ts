import type { Language } from '@contract/channels';
import { app, clipboard, dialog } from 'electron';
import { endFatally, fatalDetails } from './log/fatal';

/* How the program with a window ends after a bug, or when a part of it is damaged or gone. */

let isEnding = false;

/**
 * Tells the person and quits. Once only: while they read, more may break.
 * @param beforeExit clears what the ordinary end would have cleared
 */
export function endOnBug(
  bug: unknown,
  language: () => Language,
  beforeExit: () => void = () => undefined,
): void {
  if (isEnding) return;
  isEnding = true;
  endFatally(fatalDetails(bug, aboutProgram()), {
    language,
    ask: ({ title, body, buttons }) =>
      dialog.showMessageBoxSync({ type: 'warning', message: title, detail: body, buttons: [...buttons] }),
    copy: (text) => clipboard.writeText(text),
    exit: (code) => {
      beforeExit();
      app.exit(code);
    },
  });
}

/** What is told of the program itself wherever it is asked for. */
export const aboutProgram = () => ({
  version: app.getVersion(),
  electron: process.versions.electron,
  platform: process.platform,
});
