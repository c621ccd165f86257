import type { Connection } from '@contract/connection';
import type { Page } from '@playwright/test';
import { storedValue } from '../../electron/connections/connections-text';
import { aConnection } from '../fakes/connections';
import type { Desktop } from '../support/desktop';
import { isFirstPaintOff } from '../support/first-paint-switch';
import { entryOf, resultsOf } from '../support/watch-results';
import { press } from '../support/window';
import { expect, test } from './app-fixture';
import { words } from './walkthrough/words';

/* The list is in the page before its script runs (docs/first-paint.md): main drew it from a glance at the file. */

test.skip(process.platform !== 'linux', 'not for this OS');

const { connections: say } = words;
const at = '2026-01-12T09:00:00.000Z';
const setup = { step: 'finish', registrationSentOn: null, finishedAt: at } as const;
const saved: readonly Connection[] = [
  aConnection({
    name: 'Maple & <b>Oak</b>',
    setup,
    lastCheck: { at, outcome: 'passed', proved: true, step: null, code: null },
  }),
  aConnection({
    name: 'Birch',
    setup,
    lastCheck: { at, outcome: 'failed', proved: false, step: 'sign-in', code: 'credentials-rejected' },
    reminders: { everyMonths: null, keyEndsOn: '2026-01-20' },
  }),
  aConnection({ name: 'Elm' }),
];

function save(desktop: Desktop, connections: readonly object[]): void {
  const state = { connections: new Map(connections.entries()), secrets: new Map() };
  const text = JSON.stringify(storedValue(state as never));
  desktop.makeFolder('user-data');
  desktop.writeFile('user-data/connections.json', text);
}

/** React marks what it has hydrated or rendered. */
async function waitUntilAlive(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const row = document.querySelector('li[aria-posinset]');
    return row !== null && Object.keys(row).some((key) => key.startsWith('__react'));
  });
}

/** Buttons rendered by React have ids; those drawn by main do not. */
const drawnByMain = (page: Page) => page.locator('li[aria-posinset] button:not([id])');

test('the list is taken over as main drew it', async ({ desktop, launch }) => {
  test.skip(isFirstPaintOff, 'nothing is drawn ahead');
  save(desktop, saved);
  const { page } = await launch();
  await waitUntilAlive(page);
  await expect(page.locator('li[aria-posinset]')).toHaveCount(saved.length);
  await expect(drawnByMain(page)).toHaveCount(2 * saved.length);
  await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Maple & <b>Oak</b>');
  await press(page, new RegExp(`^${say.action.whatToDo}`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Birch');
});

test('what the nights found comes to the rows that main drew, and leaves the focus where it is', async ({
  desktop,
  launch,
}) => {
  test.skip(isFirstPaintOff, 'nothing is drawn ahead');
  save(desktop, saved);
  const lastNight = new Date().toISOString();
  const entries = saved.map(({ id, name }) =>
    entryOf(name, { connection: { ...entryOf(name).connection, id }, at: lastNight }),
  );
  desktop.makeFolder('user-data/watch');
  desktop.writeFile('user-data/watch/results.json', JSON.stringify(resultsOf(entries)));
  const { page } = await launch();
  await page.locator('li[aria-posinset] button').first().focus();
  await expect(page.locator('li[aria-posinset]').first()).toContainText('Has worked every night since');
  await expect(page.locator('li[aria-posinset] button').first()).toBeFocused();
  await expect(drawnByMain(page)).toHaveCount(2 * saved.length);
});

test('a long list is taken over as well, with its search field and the place of the rows to come', async ({
  desktop,
  launch,
}) => {
  test.skip(isFirstPaintOff, 'nothing is drawn ahead');
  save(
    desktop,
    Array.from({ length: 200 }, (_, index) => aConnection({ name: `Board ${index + 1}` })),
  );
  const { page } = await launch();
  await waitUntilAlive(page);
  await expect(drawnByMain(page)).toHaveCount(2 * 24);
  await page.getByRole('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(page.locator('li[aria-posinset]')).toHaveCount(200);
  await page.getByRole('searchbox').fill('Board 117');
  await expect(page.locator('li[aria-posinset]')).toHaveCount(1);
});

test('a button pressed before the list is taken over opens its own connection', async ({
  desktop,
  launch,
}) => {
  test.skip(isFirstPaintOff, 'nothing is drawn ahead');
  save(desktop, saved);
  const { page } = await launch();
  await page.addInitScript(() => {
    // By then the page's script is running and waits for the paint.
    document.addEventListener('DOMContentLoaded', () => {
      document.querySelectorAll<HTMLElement>('li[aria-posinset]')[1]?.querySelector('button')?.click();
    });
  });
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Birch');
});

test('what was typed before the list is taken over is searched for', async ({ desktop, launch }) => {
  test.skip(isFirstPaintOff, 'nothing is drawn ahead');
  save(
    desktop,
    Array.from({ length: 30 }, (_, index) => aConnection({ name: `Board ${index + 1}` })),
  );
  const { page } = await launch();
  await page.addInitScript(() => {
    const whenThere = new MutationObserver(() => {
      const field = document.querySelector('input');
      if (field === null) return;
      field.value = 'Board 17';
      whenThere.disconnect();
    });
    whenThere.observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  await waitUntilAlive(page);
  await expect(page.getByRole('searchbox')).toHaveValue('Board 17');
  await expect(page.locator('li[aria-posinset]')).toHaveCount(1);
});

test('a glance that was wrong is put right', async ({ desktop, launch }) => {
  save(desktop, [...saved, { ...aConnection({ name: 'Willow' }), updatedAt: 'yesterday' }]);
  const { page } = await launch();
  await expect(page.locator('main').getByText(say.notice.damaged.connections)).toBeVisible();
  await expect(page.locator('li[aria-posinset]')).toHaveCount(saved.length);
  await expect(page.getByText('Willow')).toHaveCount(0);
});

test('without the first paint the script draws the same list', async ({ desktop, launch }) => {
  save(desktop, saved);
  const { page } = await launch({ args: ['--first-paint=off'] });
  await waitUntilAlive(page);
  await expect(page.locator('li[aria-posinset]')).toHaveCount(saved.length);
  await expect(drawnByMain(page)).toHaveCount(0);
  await press(page, new RegExp(`^${say.action.whatToDo}`));
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Birch');
});
