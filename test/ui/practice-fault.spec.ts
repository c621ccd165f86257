import type { Page } from '@playwright/test';
import { vendorSteps } from '../fakes/vendor-steps';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { callsTo } from './finders';
import { checked, powerschool, withOne } from './saved';

const rehearsal = withOne(
  { ...checked(powerschool, 'proved'), practice: true },
  {
    steps: vendorSteps(powerschool, { 'sign-in': ['failed', 'refused'] }),
  },
);
const fault = (page: Page) => page.getByRole('combobox', { name: en.report.practiceFault.label });
const asked = (page: Page) => callsTo(page, 'practice-fault');

test('a fault is chosen with the keyboard, said, and met at the next test', async ({ open, page }) => {
  await open(rehearsal);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await fault(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(fault(page)).toHaveValue('token/refused-403');
  await expect(page.getByTestId('announcements')).toContainText('At the sign-in, the practice server');
  await expect(fault(page)).toHaveAccessibleDescription(/^At the sign-in, .* until you choose “None”/);
  expect((await asked(page)).at(-1)).toMatchObject({ language: 'en', choose: 'token/refused-403' });

  await page
    .getByRole('button', { name: /^Test (again|the connection)$/ })
    .first()
    .click();
  await expect(page.getByRole('article').first()).toBeVisible();
  await expect(fault(page)).toHaveValue('token/refused-403');
  await fault(page).selectOption('');
  await expect(page.getByTestId('announcements')).toContainText('as it should again');
  expect((await asked(page)).at(-1)).toMatchObject({ choose: null });
});

test('a choice that is refused is said, and the one before stays', async ({ open, page }) => {
  await open(rehearsal);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await fault(page).waitFor();
  await page.evaluate(() => window.fake.arrange({ refusals: { 'practice-fault': 'bad-request' } }));
  await fault(page).selectOption('token/refused-403');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(fault(page)).toHaveValue('');
});

test('the names follow the language', async ({ open, page }) => {
  await open(rehearsal);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await fault(page).selectOption('token/refused-403');
  await page.getByRole('button', { name: 'Français' }).click();
  const inFrench = page.getByRole('combobox', { name: fr.report.practiceFault.label });
  await expect(inFrench.locator('option:checked')).toHaveText('Refus sans raison (403)');
});

test('a connection in earnest has no faults to choose', async ({ open, page }) => {
  await open(withOne(checked(powerschool, 'proved')));
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByRole('button', { name: /^Test/ }).first().waitFor();
  await expect(page.getByRole('combobox')).toHaveCount(0);
  expect(await asked(page)).toEqual([]);
});
