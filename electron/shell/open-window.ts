import { join } from 'node:path';
import { preferredLanguage } from '@contract/languages';
import { app, Menu, session } from 'electron';
import { peekLanguage } from '../connections/peek';
import { FirstPaint } from '../first-paint/first-paint';
import { DEV_ORIGIN } from '../identity';
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

/**
 * Opens the window once Electron is ready.
 * @param isFirstPaintOn whether the first screen stands in the page before its script runs
 */
export function openWindow(isFirstPaintOn: boolean): void {
  lockDownContents(app);
  // Else Electron makes a menu of its own, which ours would replace.
  Menu.setApplicationMenu(null);
  void app
    .whenReady()
    .then(() => openNow(isFirstPaintOn))
    .catch(endOnBug);
}

function openNow(isFirstPaintOn: boolean): void {
  // In memory only: the app keeps no cookie, cache or history.
  const own = session.fromPartition('wizard');
  lockDownSession(own);
  const window = makeMainWindow(preloadFile, own);
  const dataFolder = app.getPath('userData');
  const firstPaint = new FirstPaint({
    isOn: isFirstPaintOn,
    rendererFolder,
    dataFolder,
    language: () => peekLanguage(dataFolder) ?? preferredLanguage(app.getPreferredSystemLanguages()),
    now: () => new Date(),
    window,
  });
  let program: Promise<void> | null = null;
  const startBehind = (): Promise<void> => {
    program ??= import('./window-program').then(({ startProgram }) => {
      if (!window.isDestroyed()) startProgram(window, (view) => firstPaint.isDrawn(view));
    });
    return program;
  };
  watchWindow(window, () => app.quit());
  // A dev server's page comes from elsewhere, and calls main without having asked it for a script.
  if (DEV_ORIGIN !== null) {
    void startBehind().then(() => loadPage(window), endOnBug);
    return;
  }
  serveApp(own, rendererFolder, {
    page: () => firstPaint.page(),
    beforeScript: () => firstPaint.shown().then(startBehind),
    // A damaged package must not leave a page there that is dead, without a word.
    onBroken: endOnBug,
  });
  loadPage(window);
}
