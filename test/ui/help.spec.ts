import help from '../../assets/locales/en/help.json' with { type: 'json' };
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { leftAt, someVendors, withOne } from './saved';

const titles = { name: en.common.help, level: 2, exact: true } as const;

test('F1 opens the help on its title; Escape and Close return to the field with what was typed', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter')));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const id = page.locator('[name=clientId]');
  await id.fill('half-typed');
  for (const close of ['Escape', 'Close']) {
    await page.keyboard.press('F1');
    await expect(page.getByRole('dialog').getByRole('heading', titles)).toBeFocused();
    if (close === 'Escape') await page.keyboard.press('Escape');
    else await page.getByRole('dialog').getByRole('button', { name: help.close }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(id).toBeFocused();
    await expect(id).toHaveValue('half-typed');
  }
});

test('the help opens from the menu, and from a button in the same place on every screen', async ({
  open,
  page,
}) => {
  await open();
  const button = page.getByRole('button', { name: en.common.help, exact: true });
  await button.press('Enter');
  await expect(page.getByRole('heading', titles)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
  await page.evaluate(() => window.fake.emit('show-help', 'keys'));
  await expect(page.getByRole('heading', titles)).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: en.connections.setUp }).click();
  await expect(button).toHaveCount(1);
});

test('About in the menu leads to the version, the support folder and the licences', async ({
  open,
  page,
}) => {
  await open();
  const button = page.getByRole('button', { name: en.common.help, exact: true });
  await button.focus();
  await page.evaluate(() => window.fake.emit('show-help', 'about'));
  await expect(page.getByRole('heading', { name: help.about, level: 3 })).toBeFocused();
  const section = page.locator('section section', { has: page.getByRole('heading', { name: help.about }) });
  await expect(section).toContainText('1.0.0');
  await expect(section).toContainText('“logs”');
  await section.getByRole('button', { name: help.licences }).click();
  await expect(section.getByRole('button', { name: /^left-pad/ })).toBeVisible();
  // Asked for again, it shows the other part.
  await page.evaluate(() => window.fake.emit('show-help', 'keys'));
  await expect(page.getByRole('dialog')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('the help stands over another dialog, which is there again after it', async ({ open, page }) => {
  await open(withOne(leftAt('enter')));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await page.getByRole('button', { name: en.wizard.enter.offer }).click();
  const box = page.getByRole('dialog').getByRole('textbox');
  await expect(box).toBeFocused();
  await page.keyboard.press('F1');
  await expect(page.getByRole('heading', titles)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(box).toBeFocused();
});

test('Ctrl+F brings up the search of a short list, and finds by it', async ({ open, page }) => {
  await open({ connections: someVendors(3) });
  await expect(page.getByRole('searchbox')).toHaveCount(0);
  await page
    .getByRole('button', { name: /^Open:/ })
    .first()
    .focus();
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('no such name');
  await expect(page.getByRole('status').filter({ hasText: 'no such name' })).toBeVisible();
  await page.getByRole('searchbox').fill('');
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('searchbox')).toHaveCount(1);
});
