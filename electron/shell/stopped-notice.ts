import { spawn } from 'node:child_process';
import type { Language } from '@contract/languages';
import { app, Notification } from 'electron';
import { APP_ID } from '../identity';
import type { Entry } from '../watch/results';
import { stoppedText } from '../watch/stopped-text';

/** Until somebody is there in the morning; the schedules allow the run a little more (electron/watch/schedule). */
const LONGEST_SHOWN_MS = 12 * 3_600_000;

/** As the packages name it (assets/installers/linux). */
const DESKTOP_ENTRY = 'school-api-setup-wizard.desktop';

/**
 * Says on the desktop that connections which worked have stopped; a click opens the window. Many desktops take the
 * notification away when the program that showed it ends, so this resolves when it was clicked or dismissed. Without a
 * desktop, it resolves at once.
 */
export async function showStopped(
  stopped: readonly Entry[],
  language: Language,
  stop: AbortSignal,
): Promise<void> {
  if (!hasDesktop() || stop.aborted || !Notification.isSupported()) return;
  // How the desktop knows whose notification it is.
  if (process.platform === 'linux') app.setDesktopName(DESKTOP_ENTRY);
  if (process.platform === 'win32') app.setAppUserModelId(APP_ID);
  const notice = new Notification({ ...stoppedText(stopped, language), timeoutType: 'never' });
  await new Promise<void>((done) => {
    const timer = setTimeout(done, LONGEST_SHOWN_MS);
    const end = (): void => {
      clearTimeout(timer);
      done();
    };
    notice.on('click', () => {
      openWindow();
      end();
    });
    notice.on('close', end);
    notice.on('failed', end);
    stop.addEventListener('abort', end, { once: true });
    notice.show();
  });
  notice.close();
}

/** Where nobody is signed in to a screen, libnotify would only complain. */
const hasDesktop = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

function openWindow(): void {
  const place = app.isPackaged ? [] : [app.getAppPath()];
  const folder = app.commandLine.getSwitchValue('user-data-dir');
  const words = folder === '' ? place : [...place, `--user-data-dir=${folder}`];
  spawn(process.execPath, words, { detached: true, stdio: 'ignore' }).unref();
}
