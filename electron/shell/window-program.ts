import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HelpPart, StartView } from '@contract/channels';
import { preferredLanguage } from '@contract/languages';
import type { PoliciesInForce } from '@contract/policies';
import { traceOf } from '@contract/trace';
import { app, type BrowserWindow, clipboard, powerMonitor } from 'electron';
import { writeWhole } from '../connections/durable';
import { detailsText } from '../log/bugs';
import { makeProgram } from '../program';
import { aboutProgram, appLog, bugs } from './app-log';
import { beforeEnd } from './end-on-bug';
import { systemKeyring } from './keyring';
import { openNetwork } from './network';
import { registerIpc, silenceForeignChannels } from './register';
import { secretClipboard } from './secret-clipboard';
import { openFolder, openLink, openMail, openSignIn } from './security/outside';
import { systemRegion } from './system-region';
import { isTrustedSender } from './trusted-sender';
import { eventSender } from './window/events';
import { askForCertificate, askForExport, askForReport, askWhereToSave, saveAs } from './window/file-dialogs';
import { offerContextMenu, openMenuByF10, setMenu } from './window/menu';

/* Connects the program behind the window to Electron's APIs and events. */

/** A file next to this bundle, as laid out by the build. */
const databaseWorker = join(import.meta.dirname, 'database-worker.js');

/**
 * Starts everything behind the window, whose script is not running yet.
 * @param policies what the organization has set on this computer
 * @param isDrawn whether the window's page already shows exactly this
 */
export function startProgram(
  opened: BrowserWindow,
  policies: PoliciesInForce,
  isDrawn: (view: Omit<StartView, 'isDrawn'>) => boolean,
): void {
  const about = aboutProgram();
  const log = appLog();
  let window: BrowserWindow | null = opened;
  const keyring = systemKeyring();
  const sendEvent = eventSender(() => window);
  const help = {
    show: (part: HelpPart): void => sendEvent('show-help', part),
    // Where no program opens a folder, the help names it.
    openSupportFolder: async (): Promise<void> => {
      if (!(await openFolder(dirname(log.file)))) help.show('about');
    },
  };

  const program = makeProgram({
    folder: app.getPath('userData'),
    now: () => new Date(),
    policies,
    about,
    systemLanguage: () => preferredLanguage(app.getPreferredSystemLanguages()),
    region: systemRegion(),
    cipher: keyring,
    keyring,
    openNetwork,
    sendEvent,
    copyText: (text) => clipboard.writeText(text),
    secretClipboard: secretClipboard(),
    dialogs: {
      saveAs: (file) => saveAs(window, file, writeWhole),
      askWhereToSave: (file) => askWhereToSave(window, file),
      askForExport: (language) => askForExport(window, language),
      askForCertificate: (language) => askForCertificate(window, language),
      askForReport: (language) => askForReport(window, language),
    },
    scheduleFacts: async () => {
      const { scheduleFacts } = await import('../watch/schedule/this-computer');
      return scheduleFacts(app.isPackaged, app.getPath('userData'));
    },
    openMail,
    openLink,
    openSignIn,
    protectScreen: (on) => window?.setContentProtection(on),
    isAssisted: () => app.accessibilitySupportEnabled,
    onLanguageChosen: (language) => setMenu(language, help),
    licences: async () => {
      const { brotliDecompressSync } = await import('node:zlib');
      const list = await readFile(join(app.getAppPath(), 'licences.json.br'));
      return JSON.parse(brotliDecompressSync(list).toString('utf8'));
    },
    isDrawn,
    noteBug: (bug) => detailsText(bugs().note(bug)),
    log: (event) => log.write(event),
    loadDatabaseThread: async (onBug) =>
      (await import('../transfer/database-thread')).databaseThread(databaseWorker, onBug),
  });
  beforeEnd(() => program.secretClipboard.clearAtOnce());

  registerIpc(
    program.handlers,
    (event) => isTrustedSender(event, window),
    (channel, bug) => detailsText(bugs().note({ where: channel, trace: traceOf(bug) })),
  );
  silenceForeignChannels();

  app.on('second-instance', () => {
    if (window?.isMinimized() === true) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    program.stopChecks('cancelled');
    app.quit();
  });
  app.on('will-quit', (event) => {
    void program.stopPractice();
    if (!program.secretClipboard.holds) return;
    // Newer Electron versions read the clipboard asynchronously, so quitting waits for it. `app.quit()` takes effect
    // only after this event: a promise alone may settle earlier, and the app would keep running without a window.
    event.preventDefault();
    void program.secretClipboard.clearIfOurs().finally(() => setImmediate(() => app.quit()));
  });

  opened.on('closed', () => {
    window = null;
    program.onWindowClosed();
  });
  app.on('accessibility-support-changed', () => program.guard.refresh());
  opened.on('blur', () => sendEvent('hide-secrets', null));
  offerContextMenu(opened, program.language);
  openMenuByF10(opened);
  const onceShown = (): void => {
    setMenu(program.language(), help);
    powerMonitor.on('lock-screen', () => sendEvent('hide-secrets', null));
    const asleep = (): void => {
      sendEvent('hide-secrets', null);
      program.stopChecks('sleep');
    };
    powerMonitor.on('suspend', asleep);
    // For computers that did not announce the suspend: whatever is still running or shown is outdated.
    powerMonitor.on('resume', asleep);
    log.write({ event: 'started', ...about });
    for (const { file, kind } of program.notices) {
      log.write({ event: 'store-set-aside', file, kind });
    }
  };
  // The menu cannot be used before the window is shown, and none of this is worth delaying the first paint.
  if (opened.isVisible()) onceShown();
  else opened.once('show', onceShown);
}
