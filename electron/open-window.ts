import { join } from 'node:path';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { peek } from './connections/peek';
import { languageOf } from './language';
import { lockDownContents, lockDownSession } from './security/lock-down';
import { serveApp } from './window/app-protocol';
import { firstPage, type Opening } from './window/first-page';
import { openMainWindow } from './window/main-window';

/*
 * The window first, and what is behind it after: main has time while the page is brought up in a process of its own.
 * The page's script is handed out only when everything is there that it may call.
 */

/** Files beside this bundle, as the build lays them out. */
const preloadFile = join(import.meta.dirname, '../preload/preload.cjs');
const rendererFolder = join(import.meta.dirname, '../renderer');

/** Opens the window once Electron is ready. */
export function openWindow(): void {
  lockDownContents(app);
  // Else Electron makes a menu of its own, which ours would replace.
  Menu.setApplicationMenu(null);
  void app.whenReady().then(() => {
    // In memory only: the app keeps no cookie, cache or history.
    const own = session.fromPartition('wizard');
    lockDownSession(own);
    let program: Promise<void> | null = null;
    const startBehind = (): Promise<void> => {
      program ??= import('./window-program').then(({ startProgram }) => {
        if (!window.isDestroyed()) startProgram(window);
      });
      return program;
    };
    let isDrawn = false;
    serveApp(own, rendererFolder, {
      page: () => {
        const opening = openingNow();
        isDrawn = opening.isFirstRun;
        return firstPage(rendererFolder, opening);
      },
      // A drawn page is painted first, without main being busy with anything else. A plain one gets the rest of its
      // files first, and compiles them while main loads what it will show.
      beforeScript: () => (isDrawn ? painted : filesAskedFor()).then(startBehind),
    });
    const window = openMainWindow(preloadFile, own);
    const painted = paintedOrLate(window);
  });
}

/** The page asks for its files in one go, its script first: by then they are answered. */
const filesAskedFor = (): Promise<void> => new Promise((done) => setTimeout(done, 10));

/** By the second frame after the window was shown, the first one is on the screen. */
const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/**
 * Once the page stands on the screen: what main loads then would hold the picture back until it is done. Not for
 * ever: a page that could not be painted needs its script all the more.
 */
function paintedOrLate(window: BrowserWindow): Promise<void> {
  const LATE_MS = 1_000;
  return new Promise((done) => {
    const goOn = (): void => done();
    window.once('show', () => {
      // The frame's own, since a page without its script counts as loading, and the window's would wait for that.
      window.webContents.mainFrame.executeJavaScript(TWO_FRAMES).then(goOn, goOn);
    });
    setTimeout(goOn, LATE_MS);
  });
}

function openingNow(): Opening {
  const dataFolder = app.getPath('userData');
  const { isEmpty, language } = peek(dataFolder);
  return {
    isFirstRun: isEmpty,
    language: language ?? languageOf(app.getPreferredSystemLanguages()),
    dataFolder,
  };
}
