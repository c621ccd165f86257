/** What of Electron's window is needed to know that its page stands on the screen. */
export interface PaintedWindow {
  once(event: 'show', listener: () => void): unknown;
  readonly webContents: {
    readonly mainFrame: { executeJavaScript(code: string): Promise<unknown> };
  };
}

/** By the second frame after the window was shown, the first one is on the screen. */
const TWO_FRAMES =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

/**
 * Once the page stands on the screen: what main loads then would hold the picture back until it is done. Not for
 * ever: a page that could not be painted needs its script all the more.
 */
export function paintedOrLate(window: PaintedWindow): Promise<void> {
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
