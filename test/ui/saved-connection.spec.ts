import { expect, test } from './app-fixture';
import { checked, maple, onThisComputer, reportOf, SECRET, withOne } from './saved';

const proved = withOne(checked(onThisComputer, 'proved'), {
  reports: { [maple.id]: reportOf(onThisComputer, 'proved', new Date().toISOString()) },
});

test('the eye shows the secret for a limited time, counted down', async ({ open, page }) => {
  await open({ ...proved, hideAfterSeconds: 2 });
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Show Client Secret' }).click();
  await expect(page.locator('.shown')).toHaveText(SECRET);
  await expect(page.locator('.shown .digit').first()).toHaveText('7');
  await expect(page.getByText(/Hidden again in \d s/)).toBeVisible();
  await expect(page.locator('.shown')).toHaveCount(0);
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
    await expect(page.locator('.shown')).toHaveText(SECRET);
    await page.evaluate(hide);
    await expect(page.locator('.shown')).toHaveCount(0);
  });
}

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
  await expect(page.locator('.situation')).toHaveText('The sign-in is proved');
});

test('Delete asks, names what is lost, and can be taken back', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('the 6 values you entered, not counting the secret');
  await expect(dialog).toContainText('Client Secret');
  await expect(dialog).toContainText('the test reports');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete this connection' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Set up a connection, and know that it works',
  );
});

test('Edit opens the values of a finished connection', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(page.locator('[name=clientId]')).toHaveValue('onsis-maple-4821');
});
