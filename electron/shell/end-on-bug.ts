import { homedir } from 'node:os';
import { type Language, preferredLanguage } from '@contract/languages';
import { traceOf } from '@contract/trace';
import { app, clipboard, dialog } from 'electron';
import { peekLanguage } from '../connections/peek';
import { commandLineBug, EX_SOFTWARE, endFatally } from '../log/fatal';
import { bugs, diary } from './diary';

/* How each of the two programs ends after a bug, or when a part of it is damaged or gone. */

let isEnding = false;
let clear = (): void => undefined;

/** Sets what has to be cleared before such an end, wherever it comes from: it brings no event of the ordinary one. */
export function beforeEnd(clearing: () => void): void {
  clear = clearing;
}

/** From now on, whatever nothing catches ends the program by `end`. */
export function endOnUncaught(end: (bug: unknown) => void): void {
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}

/** The program with a window: tells the person and quits. Once only: while they read, more may break. */
export function endOnBug(bug: unknown): void {
  if (isEnding) return;
  // Electron shows no message before it is ready.
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

/** The program without one: a line on standard error, and the end. */
export function endCommandLineOnBug(bug: unknown, language: Language | null): void {
  if (isEnding) return;
  isEnding = true;
  const exit = (): void => app.exit(EX_SOFTWARE);
  try {
    const { details, file } = noteAtOnce('command-line', bug);
    const line = commandLineBug(details, file === null ? null : withoutHome(file), language ?? languageNow());
    // A pipe that nobody reads any more must not keep the program from ending.
    process.stderr.on('error', exit);
    process.stderr.write(`${line}\n`, exit);
  } catch {
    exit();
  }
}

/** Written before this returns: the program ends next. */
function noteAtOnce(where: string, bug: unknown) {
  let file: string | null = null;
  const details = bugs().note({ where, trace: traceOf(bug) }, (event) => {
    if (diary().writeAtOnce(event)) file = diary().file;
  });
  return { details, file: file as string | null };
}

/** What a script says on standard error may be mailed on, and the home folder is named after the person. */
function withoutHome(file: string): string {
  const home = homedir();
  return file.startsWith(home)
    ? `${process.platform === 'win32' ? '%USERPROFILE%' : '~'}${file.slice(home.length)}`
    : file;
}

/** As saved, or else as the operating system has it. */
export const languageNow = (): Language =>
  peekLanguage(app.getPath('userData')) ?? preferredLanguage(app.getPreferredSystemLanguages());
