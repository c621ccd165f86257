import { expect, test } from '@playwright/test';
import { type Desktop, startDesktop } from '../support/desktop';
import { launchApp } from '../support/launch-app';
import { runAppToEnd } from '../support/run-app';
import { stageApp } from '../support/staged-app';

let desktop: Desktop;
test.beforeEach(async () => {
  desktop = await startDesktop();
});
test.afterEach(() => desktop.stop());

test('the window opens inside the sandbox and says where one is', async () => {
  // launchApp asserts the sandbox for this and every other test.
  const { page, close } = await launchApp(desktop);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page).toHaveTitle(/School API Setup Wizard$/);
  await close();
});

test('the program holds the licences of everything that is in it', async () => {
  const { page, close } = await launchApp(desktop);
  const read = await page.evaluate(() => window.wizard.call('read-licences', null));
  const all = read.ok ? read.value : [];
  expect(all.find(({ name }) => name === 'react')).toMatchObject({ licence: 'MIT' });
  expect(all.filter(({ text }) => text.trim() === '')).toEqual([]);
  await close();
});

test('the page reaches neither the network nor Node', async () => {
  const { page, close } = await launchApp(desktop);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const reached = await page.evaluate(async () => ({
    fetch: await fetch('https://127.0.0.1:9/').then(
      () => 'reached',
      () => 'refused',
    ),
    require: typeof (globalThis as Record<string, unknown>).require,
    process: typeof (globalThis as Record<string, unknown>).process,
  }));
  expect(reached).toEqual({ fetch: 'refused', require: 'undefined', process: 'undefined' });
  await close();
});

test('a second start leaves the first one alone and ends', async () => {
  const first = await launchApp(desktop);
  await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible();
  const second = await runAppToEnd(desktop, stageApp(desktop.user), []);
  expect(second.status).toBe(0);
  await expect(first.page.getByRole('heading', { level: 1 })).toBeVisible();
  await first.close();
});

test('the window does not open for root', async () => {
  test.skip(process.getuid?.() !== 0, 'only root can try');
  const root = { name: 'root', uid: 0, gid: 0, isOther: false };
  // Without this switch, Chromium itself refuses before the app runs.
  const { status, said } = await runAppToEnd(desktop, stageApp(desktop.user), ['--no-sandbox'], {
    user: root,
  });
  expect(status).toBe(1);
  expect(said).toEqual(['This program does not open its window as root. Start it as an ordinary user.']);
});
