import { defineConfig } from '@playwright/test';
import { TEST_LIMIT_MS, WAIT_LIMIT_MS } from './test/support/limits';

/*
 * Two tiers that need a browser: `ui`, the window's pages in Chromium with a pretended main process, and `app`, the
 * real app on a private desktop. A test that fails once has failed: nothing is retried.
 */
export default defineConfig({
  testDir: 'test',
  // Vite does not build the tests: what only it can read is read from the disk (test/support/words-on-disk.ts).
  tsconfig: './test/playwright.tsconfig.json',
  outputDir: 'out/test/playwright',
  globalSetup: './scripts/lib/build-first.mjs',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // Of the machine's cores; the app tier takes one at a time.
  workers: 2,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.TEST_COUNTS ?? 'out/test/playwright.json' }],
    ['./scripts/lib/running-tests.mjs'],
  ],
  timeout: TEST_LIMIT_MS,
  expect: { timeout: WAIT_LIMIT_MS },
  // A button that is not there ends its test after this, not after the limit of the whole test.
  use: { actionTimeout: WAIT_LIMIT_MS },
  projects: [
    {
      name: 'ui',
      testDir: 'test/ui',
      testMatch: '**/*.spec.ts',
      fullyParallel: true,
    },
    {
      name: 'app',
      testDir: 'test/app',
      testMatch: '**/*.spec.ts',
      // Two at a time save three minutes, and the driver then misses up to nine starts in a run (launch-app.ts).
      workers: 1,
    },
  ],
});
