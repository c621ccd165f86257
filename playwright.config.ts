import { defineConfig } from '@playwright/test';
import { TEST_LIMIT_MS, WAIT_LIMIT_MS } from './test/support/limits';

/*
 * The two tiers that need a browser: `ui`, the window's pages in Chromium against a fake main process, and `app`, the
 * real app on its own desktop. A test that fails once has failed: nothing is retried.
 */
export default defineConfig({
  testDir: 'test',
  // Vite does not build the tests, so import.meta.glob is replaced (test/support/words-on-disk.ts).
  tsconfig: './test/playwright.tsconfig.json',
  outputDir: 'out/test/playwright',
  globalSetup: './scripts/lib/build-first.mjs',
  forbidOnly: process.env.CI !== undefined,
  retries: 0,
  // One more than the two cores of a small computer: for a third of their time, pages wait for frames.
  workers: 3,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.TEST_COUNTS ?? 'out/test/playwright.json' }],
    ['./scripts/lib/running-tests.mjs'],
  ],
  timeout: TEST_LIMIT_MS,
  expect: { timeout: WAIT_LIMIT_MS },
  // A missing button fails its test after this, not after the whole test's limit.
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
      // A third app would starve the others.
      workers: 2,
    },
  ],
});
