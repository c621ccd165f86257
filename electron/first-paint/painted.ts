/** The part of Electron's window needed to tell when its page is on the screen. */
export interface PaintedWindow {
  once(event: 'show', listener: () => void): unknown;
  readonly webContents: {
    readonly mainFrame: { executeJavaScript(code: string): Promise<unknown> };
  };
}

/** By the second frame after the window is shown, the first is on the screen. */
const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/**
 * Resolves when the page is on the screen: anything loaded earlier would delay it. Also resolves after a time limit,
 * because a page that cannot be painted needs its script all the more.
 */
export function paintedOrLate(window: PaintedWindow): Promise<void> {
  const LATE_MS = 1_000;
  return new Promise((done) => {
    const goOn = (): void => done();
    window.once('show', () => {
      // Run it in the frame: `webContents.executeJavaScript` waits until the page has loaded, but the page's script
      // is held back until now.
      window.webContents.mainFrame.executeJavaScript(TWO_FRAMES).then(goOn, goOn);
    });
    setTimeout(goOn, LATE_MS);
  });
}
