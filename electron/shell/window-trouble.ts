import { type BugType, bugTypes, traceOf } from '@contract/trace';
import { type BrowserWindow, clipboard, dialog } from 'electron';
import { detailsText } from '../log/bugs';
import { windowQuestion } from '../log/fatal';
import { bugs } from './app-log';
import { languageNow } from './end-on-bug';

/*
 * The renderer process has crashed or does not respond. The main process is fine, and holds the session-only secrets,
 * so we reopen the window instead of exiting.
 */

export function watchWindow(window: BrowserWindow, quit: () => void): void {
  const contents = window.webContents;
  /** Closes the question when the window responds again or is gone. */
  let waiting: AbortController | null = null;
  /** We have ended the process ourselves in order to restart it. */
  let isReopening = false;

  const ask = async (
    what: 'gone' | 'unresponsive',
    details: string,
    taken: AbortController,
  ): Promise<number> => {
    const { title, body, buttons } = windowQuestion(what, languageNow());
    const { response } = await dialog.showMessageBox(window, {
      type: 'warning',
      message: title,
      detail: body,
      buttons: [...buttons],
      cancelId: 2,
      signal: taken.signal,
    });
    if (response === 1) clipboard.writeText(details);
    return response;
  };

  contents.on('preload-error', (_event, _file, bug) => {
    const { name, stack } = bug;
    bugs().note({ where: 'preload', trace: traceOf({ name, stack: namedPreload(stack ?? '') }) });
  });

  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    waiting?.abort();
    if (isReopening) {
      isReopening = false;
      contents.reload();
      return;
    }
    if (reason === 'clean-exit') return;
    const type = bugTypes.find((known) => known === `window-${reason}`) ?? 'window-gone';
    void ask('gone', noteEnd(type, exitCode), new AbortController()).then((answer) => {
      if (window.isDestroyed()) return;
      if (answer === 2) quit();
      else contents.reload();
    });
  });

  window.on('unresponsive', () => {
    if (waiting !== null || isReopening) return;
    waiting = new AbortController();
    void ask('unresponsive', noteEnd('window-unresponsive'), waiting).then((answer) => {
      waiting = null;
      if (window.isDestroyed() || answer === 2 || contents.isCrashed()) return;
      isReopening = true;
      contents.forcefullyCrashRenderer();
    });
  });
  window.on('responsive', () => waiting?.abort());
}

/** The sandbox runs the preload script as an unnamed text, after one line of its own. */
const namedPreload = (stack: string): string =>
  stack.replaceAll(/<anonymous>:(\d+):/g, (_, line: string) => `/preload/preload.cjs:${Number(line) - 1}:`);

function noteEnd(type: BugType, exitCode?: number): string {
  const bug = { where: 'window', trace: [{ type, frames: [] }] };
  return detailsText(bugs().note({ ...bug, ...(exitCode !== undefined && { exitCode }) }));
}
