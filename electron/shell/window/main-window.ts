import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { DEV_ORIGIN, PAGE_ORIGIN, PRODUCT_NAME } from '../../identity';

/** The background before the first paint, so that a dark desktop shows no white flash (look tokens). */
const background = () => (nativeTheme.shouldUseDarkColors ? '#12171d' : '#f6f7f9');

/** The window's options. All are explicit, so that a changed default of Electron has no effect. */
function windowOptions(preload: string, session: Session): Electron.BrowserWindowConstructorOptions {
  return {
    title: PRODUCT_NAME,
    width: 1240,
    height: 800,
    minWidth: 480,
    minHeight: 400,
    show: false,
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      plugins: false,
      navigateOnDragDrop: false,
      // Dictionaries would be downloaded, and secrets may be typed.
      spellcheck: false,
      enableWebSQL: false,
      devTools: DEV_ORIGIN !== null,
    },
  };
}

/** Creates the window, which shows itself when the page is ready for its first paint. */
export function makeMainWindow(preload: string, session: Session): BrowserWindow {
  const window = new BrowserWindow(windowOptions(preload, session));
  window.once('ready-to-show', () => window.show());
  return window;
}

export const loadPage = (window: BrowserWindow): void => void window.loadURL(`${PAGE_ORIGIN}/index.html`);
