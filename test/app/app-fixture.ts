import { test as base, expect } from '@playwright/test';
import { type Desktop, type DesktopOptions, startDesktop } from '../support/desktop';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../support/launch-app';

interface Fixtures {
  /** What kind of desktop the test wants: `test.use({ desktopOptions: { keyring: 'locked' } })`. */
  readonly desktopOptions: DesktopOptions;
  /** A signed-in person's desktop of this test alone. */
  readonly desktop: Desktop;
  /** Starts the app there; ended with the test. */
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
  launch: async ({ desktop }, use) => {
    const launched: LaunchedApp[] = [];
    await use(async (options = {}) => {
      const app = await launchApp(desktop, options);
      launched.push(app);
      return app;
    });
    for (const app of launched) await app.close();
  },
});

export { expect };
