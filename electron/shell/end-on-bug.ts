import { homedir } from 'node:os';
import { type Language, preferredLanguage } from '@contract/languages';
import { traceOf } from '@contract/trace';
import { app, clipboard, dialog } from 'electron';
import { peekLanguage } from '../connections/peek';
import { commandLineBug, EX_SOFTWARE, endFatally } from '../log/fatal';
import { appLog, bugs } from './app-log';

/* How the window and the command line exit after a bug, or if part of the app is damaged or missing. */

let isEnding = false;
let clear = (): void => undefined;

/** Sets what to clear before such an exit, which does not emit the events of a normal one. */
export function beforeEnd(clearing: () => void): void {
  clear = clearing;
}

/** From now on, uncaught errors and rejections end the program with `end`. */
export function endOnUncaught(end: (bug: unknown) => void): void {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** For the window: tells the user and exits. Runs only once, since more may fail while they read. */
export function endOnBug(bug: unknown): void {
  if (isEnding) return;
  // Electron cannot show a message before it is ready.
  if (!app.isReady()) {
    void app.whenReady().then(() => endOnBug(bug));
    return;
  }
  isEnding = true;
  endFatally(bug, {
    clear,
    note: (thrown) => noteAtOnce('main', thrown).details,
    language: languageNow,
    ask: ({ title, body, buttons }) =>
      dialog.showMessageBoxSync({ type: 'warning', message: title, detail: body, buttons: [...buttons] }),
    copy: (text) => clipboard.writeText(text),
    exit: (code) => app.exit(code),
  });
}

/** For the command line: writes one line to standard error and exits. */
export function endCommandLineOnBug(bug: unknown, language: Language | null): void {
  if (isEnding) return;
  isEnding = true;
  const exit = (): void => app.exit(EX_SOFTWARE);
  try {
    const { details, file } = noteAtOnce('command-line', bug);
    const line = commandLineBug(details, file === null ? null : withoutHome(file), language ?? languageNow());
    // A closed pipe must not keep the program from exiting.
    process.stderr.on('error', exit);
    process.stderr.write(`${line}\n`, exit);
  } catch {
    exit();
  }
}

/** Writes synchronously, because the program is about to exit. */
function noteAtOnce(where: string, bug: unknown) {
  let file: string | null = null;
  const details = bugs().note({ where, trace: traceOf(bug) }, (event) => {
    if (appLog().writeAtOnce(event)) file = appLog().file;
  });
  return { details, file: file as string | null };
}

/** A script's error output may be forwarded, and the home folder contains the user's name. */
function withoutHome(file: string): string {
  const home = homedir();
  return file.startsWith(home)
    ? `${process.platform === 'win32' ? '%USERPROFILE%' : '~'}${file.slice(home.length)}`
    : file;
}

/** The saved language, or else the operating system's. */
export const languageNow = (): Language =>
  peekLanguage(app.getPath('userData')) ?? preferredLanguage(app.getPreferredSystemLanguages());
