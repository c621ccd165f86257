import type { Page } from '@playwright/test';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { checked, maple, onThisComputer, reportOf, SECRET, withOne } from './saved';

const proved = withOne(checked(onThisComputer, 'proved'), {
  reports: { [maple.id]: reportOf(onThisComputer, 'proved', new Date().toISOString()) },
});

const shown = (page: Page) => page.locator('[data-fixed] [translate=no]');

test('the eye shows the secret for a limited time, counted down', async ({ open, page }) => {
  await open({ ...proved, hideAfterSeconds: 2 });
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Show Client Secret' }).click();
  await expect(shown(page)).toHaveText(SECRET);
  // Digits are highlighted separately.
  await expect(shown(page).locator('span', { hasText: /^\d/ }).first()).toHaveText('7');
  await expect(page.getByText(/Hidden again in \d s/)).toBeVisible();
  await expect(shown(page)).toHaveCount(0);
  expect(await page.content()).not.toContain(SECRET);
});

for (const [why, hide] of [
  ['the window loses the focus', () => void window.dispatchEvent(new Event('blur'))],
  ['main asks for it', () => window.fake.emit('hide-secrets', null)],
] as const) {
  test(`a shown secret is hidden when ${why}`, async ({ open, page }) => {
    await open(proved);
    await page.getByRole('button', { name: /^Open:/ }).click();
    await page.getByRole('button', { name: 'Show Client Secret' }).click();
    await expect(shown(page)).toHaveText(SECRET);
    await page.evaluate(hide);
    await expect(shown(page)).toHaveCount(0);
  });
}

test('a shown secret is copied by its button alone: no selection holds it', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Show Client Secret' }).click();
  await expect(shown(page)).toHaveText(SECRET);
  await shown(page).click({ clickCount: 2 });
  await page.keyboard.press('ControlOrMeta+A');
  const selected = await page.evaluate(() => window.getSelection()?.toString() ?? '');
  expect(selected).not.toBe('');
  expect(selected).not.toContain(SECRET.slice(0, 4));
});

test('Copy takes the secret without showing it, and says how long it stays', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Copy Client Secret' }).click();
  await expect(page.getByTestId('announcements')).toContainText('The clipboard is cleared in 30 s.');
  expect(await page.evaluate(() => window.fake.clipboard)).toBe(SECRET);
  expect(await page.content()).not.toContain(SECRET);
});

test('a secret that cannot be opened is said to be there still', async ({ open, page }) => {
  await open({ ...proved, refusals: { 'reveal-secret': 'secret-unreadable' } });
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Show Client Secret' }).click();
  await expect(page.getByRole('alert')).toContainText('nothing was erased');
});

test('Test in the list opens the connection and tests it', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Test:/ }).click();
  await expect(page.getByTestId('situation')).toHaveText(en.report.heading.signInProved);
});

test('a result that could not be saved is shown all the same, and said to be so', async ({ open, page }) => {
  const words = /^This result could not be saved/;
  await open({ ...proved, check: 'proved', diskFull: true });
  await page.getByRole('button', { name: /^Test:/ }).click();
  await expect(page.getByTestId('situation')).toContainText('is proved');
  await expect(page.getByText(words)).toBeVisible();
  await expect(page.getByTestId('announcements')).toContainText('This result could not be saved');
  await page.evaluate(() => window.fake.arrange({ diskFull: false }));
  await page.getByRole('button', { name: en.connections.page.testAgain }).click();
  await expect(page.getByTestId('situation')).toContainText('is proved');
  await expect(page.getByText(words)).toHaveCount(0);
});

test('Delete asks, names what is lost, and can be taken back', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: en.connections.action.delete }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('the 6 values you entered, not counting the secret');
  await expect(dialog).toContainText('Client Secret');
  await expect(dialog).toContainText(en.connections.deletion.report);
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: en.connections.action.delete }).click();
  await page.getByRole('button', { name: en.connections.deletion.confirm }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(en.connections.first.title);
});

test('Edit opens the values of a finished connection', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: en.connections.action.edit }).click();
  await expect(page.locator('[name=clientId]')).toHaveValue('onsis-maple-4821');
});

test('a time is written as the computer’s region writes it', async ({ open, page }) => {
  const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Open:/ }) });
  for (const [region, time] of [
    ['CA', /\d{1,2}:\d\d\s[ap]\.m\./],
    ['US', /\d{1,2}:\d\d\s[AP]M/],
    ['GB', /at \d\d:\d\d(?!\s?[ap])/],
  ] as const) {
    await open({ ...proved, region });
    await expect(row).toHaveText(time);
  }
});

test('a notice that comes late is shown on returning to the list, above it', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.evaluate(() =>
    window.fake.arrange({
      notices: [{ kind: 'damaged', file: 'connections', copiedTo: '/data/connections.damaged.json' }],
    }),
  );
  await page.getByRole('button', { name: en.connections.page.back }).click();
  const notice = page.locator('main [data-tone=warning]');
  await expect(notice).toContainText(en.connections.notice.damaged.connections);
  await expect(notice).toContainText('/data/connections.damaged.json');
  // Shown once: it does not reappear with every return to the list.
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: en.connections.page.back }).click();
  await expect(page.getByRole('button', { name: /^Open:/ })).toBeVisible();
  await expect(notice).toHaveCount(0);
});

test('a dialog stays inside a small window, its buttons in sight', async ({ open, page }) => {
  await open(proved, { width: 640, height: 400 });
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: en.connections.action.delete }).click();
  const dialog = page.getByRole('alertdialog');
  const frame = await dialog.locator('..').boundingBox();
  const foot = await dialog.locator('> div').last().boundingBox();
  const body = await dialog.locator('> div').first().boundingBox();
  if (frame === null || foot === null || body === null) throw new Error('The dialog is not there');
  expect(frame.y).toBeGreaterThanOrEqual(0);
  expect(frame.y + frame.height).toBeLessThanOrEqual(400);
  expect(foot.y).toBeGreaterThanOrEqual(body.y + body.height - 1);
  expect(foot.y + foot.height).toBeLessThanOrEqual(400);
});
