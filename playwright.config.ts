import { defineConfig } from '@playwright/test';

/*
 * Two tiers that need a browser: `ui`, the window's pages in Chromium with a pretended main process, and `app`, the
 * real app on a private desktop. A test that fails once has failed: nothing is retried.
 */
export default defineConfig({
  testDir: 'test',
  outputDir: 'out/test/playwright',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // Of the machine's cores; the app tier takes one at a time.
  workers: 2,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.TEST_COUNTS ?? 'out/test/playwright.json' }],
    ['./scripts/lib/running-tests.mjs'],
  ],
  expect: { timeout: 10_000 },
  projects: [
    {
      name: 'ui',
      testDir: 'test/ui',
      testMatch: '**/*.spec.ts',
      fullyParallel: true,
      timeout: 30_000,
    },
    {
      name: 'app',
      testDir: 'test/app',
      testMatch: '**/*.spec.ts',
      // Two at a time save three minutes, and the driver then misses up to nine starts in a run (launch-app.ts).
      workers: 1,
      timeout: 60_000,
    },
  ],
});
