import { test as base, expect } from '@playwright/test';
import { type Desktop, type DesktopOptions, startDesktop } from '../support/desktop';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../support/launch-app';

export interface Fixtures {
  /** The kind of desktop for the test: `test.use({ desktopOptions: { keyring: 'locked' } })`. */
  readonly desktopOptions: DesktopOptions;
  /** A signed-in user's desktop, private to this test. */
  readonly desktop: Desktop;
  /** Starts the app there; it ends with the test. */
  readonly launch: (options?: LaunchOptions) => Promise<LaunchedApp>;
}

/** The real app on a private desktop. */
export const test = base.extend<Fixtures>({
  desktopOptions: [{}, { option: true }],
  desktop: async ({ desktopOptions }, use) => {
    const desktop = await startDesktop(desktopOptions);
    await use(desktop);
    await desktop.stop();
  },
  launch: async ({ desktop }, use, info) => {
    const launched: LaunchedApp[] = [];
    await use(async (options = {}) => {
      const app = await launchApp(desktop, options);
      launched.push(app);
      return app;
    });
    if (info.status !== info.expectedStatus) {
      for (const app of launched) process.stderr.write(`${await describeWindow(app)}\n`);
    }
    for (const app of launched) await app.close();
  },
});

/** The window's state after a failure: in a page that gets no frames, every click times out. */
async function describeWindow({ app, page, output }: LaunchedApp): Promise<string> {
  const limit = new Promise<string>((done) => setTimeout(() => done('no answer'), 3_000));
  const frame = page.evaluate(() => {
    const painted = new Promise<string>((done) => requestAnimationFrame(() => done('a frame')));
    const none = new Promise<string>((done) => setTimeout(() => done('no frame'), 2_000));
    return Promise.race([painted, none]).then((what) => `${document.visibilityState}, ${what}`);
  });
  const shown = app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .map((window) => (window.isVisible() ? 'shown' : 'not shown'))
      .join(),
  );
  const said = [frame, shown].map((asked) => Promise.race([asked.catch(() => 'gone'), limit]));
  return `Window: ${(await Promise.all(said)).join('; ')}. It printed: ${output() || 'nothing'}`;
}

export { expect };
