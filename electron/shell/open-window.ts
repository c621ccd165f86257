import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatForRegion } from '@contract/formats';
import { preferredLanguage } from '@contract/languages';
import { app, Menu, session } from 'electron';
import { peekLanguage } from '../connections/peek';
import { FirstPaint } from '../first-paint/first-paint';
import { DEV_ORIGIN } from '../identity';
import { policyFile } from '../policies/policy-file';
import { endOnBug } from './end-on-bug';
import { lockDownContents, lockDownSession } from './security/lock-down';
import { systemRegion } from './system-region';
import { serveApp } from './window/app-protocol';
import { loadPage, makeMainWindow } from './window/main-window';
import { watchWindow } from './window-trouble';

/*
 * Opens the window first and loads the program behind it afterwards: the main process has time while the page loads
 * in its own process. The page's script is served only when everything it may call is ready.
 */

/** Files next to this bundle, as laid out by the build. */
const preloadFile = join(import.meta.dirname, '../preload/preload.cjs');
const rendererFolder = join(import.meta.dirname, '../renderer');

/**
 * Opens the window once Electron is ready.
 * @param isFirstPaintOn whether the page contains the first screen before its script runs
 */
export function openWindow(isFirstPaintOn: boolean): void {
  lockDownContents(app);
  // Otherwise Electron creates a default menu, which ours would replace.
  Menu.setApplicationMenu(null);
  void app
    .whenReady()
    .then(() => openNow(isFirstPaintOn))
    .catch(endOnBug);
}

function openNow(isFirstPaintOn: boolean): void {
  formatForRegion(systemRegion());
  // In memory only: the app keeps no cookies, cache or history.
  const own = session.fromPartition('wizard');
  lockDownSession(own);
  const window = makeMainWindow(preloadFile, own);
  const dataFolder = app.getPath('userData');
  const firstPaint = new FirstPaint({
    // A policy may show something else there; whether it does takes longer to tell.
    isOn: isFirstPaintOn && !existsSync(policyFile(process.platform, dirname(process.execPath))),
    rendererFolder,
    dataFolder,
    language: () => peekLanguage(dataFolder) ?? preferredLanguage(app.getPreferredSystemLanguages()),
    now: () => new Date(),
    window,
  });
  let program: Promise<void> | null = null;
  const startBehind = (): Promise<void> => {
    program ??= Promise.all([
      import('./window-program'),
      import('../policies/here').then(({ policiesHere }) => policiesHere()),
    ]).then(([{ startProgram }, policies]) => {
      if (!window.isDestroyed()) startProgram(window, policies, (view) => firstPaint.isDrawn(view));
    });
    return program;
  };
  watchWindow(window, () => app.quit());
  // A page from the dev server calls the main process without requesting its script here.
  if (DEV_ORIGIN !== null) {
    void startBehind().then(() => loadPage(window), endOnBug);
    return;
  }
  serveApp(own, rendererFolder, {
    page: () => firstPaint.page(),
    beforeScript: () => firstPaint.shown().then(startBehind),
    // If the package is damaged, do not leave a dead page without a message.
    onBroken: endOnBug,
  });
  loadPage(window);
}
