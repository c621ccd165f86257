import { join } from 'node:path';
import { FIRST_ROWS } from '@contract/drawn-page';
import { preferredLanguage } from '@contract/languages';
import { app, type BrowserWindow, Menu, session } from 'electron';
import { peek, peekConnections } from '../connections/peek';
import { summaryOf } from '../connections/summary';
import { drawnFirstPage, type Opening, openingOf, plainPage } from '../first-paint/first-page';
import { DEV_ORIGIN } from '../identity';
import { reminderOf } from '../rotation/reminder';
import { endOnBug } from './end-on-bug';
import { lockDownContents, lockDownSession } from './security/lock-down';
import { serveApp } from './window/app-protocol';
import { loadPage, makeMainWindow } from './window/main-window';
import { watchWindow } from './window-trouble';

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
  void app.whenReady().then(openNow).catch(endOnBug);
}

function openNow(): void {
  // In memory only: the app keeps no cookie, cache or history.
  const own = session.fromPartition('wizard');
  lockDownSession(own);
  /** What stands in the page as it was handed out last; null: nothing. */
  let drawn: Opening | null = null;
  let program: Promise<void> | null = null;
  const startBehind = (): Promise<void> => {
    program ??= import('./window-program').then(({ startProgram }) => {
      if (!window.isDestroyed()) startProgram(window, (view) => isSame(openingOf(view), drawn));
    });
    return program;
  };
  const window = makeMainWindow(preloadFile, own);
  watchWindow(window, () => app.quit());
  // A dev server's page comes from elsewhere, and calls main without having asked it for a script.
  if (DEV_ORIGIN !== null) {
    void startBehind().then(() => loadPage(window), endOnBug);
    return;
  }
  serveApp(own, rendererFolder, {
    page: () => {
      try {
        drawn = openingNow();
        if (drawn !== null) return drawnFirstPage(rendererFolder, drawn);
      } catch {
        // What the glance saw is nothing that a store has written: the stores will say what it is.
        drawn = null;
      }
      return plainPage(rendererFolder);
    },
    // What is drawn is painted first, without main being busy with anything else.
    beforeScript: () => (drawn === null ? startBehind() : painted.then(startBehind)),
    // A damaged package must not leave a page there that is dead, without a word.
    onBroken: endOnBug,
  });
  const painted = paintedOrLate(window);
  loadPage(window);
}

/** Both are made the same way, key by key. */
const isSame = (one: Opening | null, other: Opening | null): boolean =>
  one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);

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

/** By a glance at the files; null when there is more to show than that can tell. */
function openingNow(): Opening | null {
  const dataFolder = app.getPath('userData');
  const { isEmpty, language: chosen } = peek(dataFolder);
  const language = chosen ?? preferredLanguage(app.getPreferredSystemLanguages());
  if (isEmpty) return { language, dataFolder, count: 0, rows: [] };
  const saved = peekConnections(dataFolder, FIRST_ROWS);
  if (saved === null) return null;
  const now = new Date();
  const rows = saved.first.map(({ connection, savedAt }) =>
    summaryOf(connection, reminderOf(connection, savedAt, now)),
  );
  return { language, dataFolder, count: saved.count, rows };
}
