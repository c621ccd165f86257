import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture';
import { maple } from './saved';

/* A list longer than any screen: rows are created as the user approaches them. */

const connections = Array.from({ length: 400 }, (_, index) => ({
  ...maple,
  id: `6f1c1e1a-0000-4000-8000-${String(index).padStart(12, '0')}`,
  name: `Instance ${index + 1}`,
}));

const rows = (page: Page) => page.locator('li[aria-posinset]');
const lastButton = (page: Page, number: number) =>
  rows(page)
    .filter({ hasText: new RegExp(`Instance ${number}\\b`) })
    .getByRole('button')
    .last();

test('rows that nobody is near do not exist, and the place they will take does', async ({ open }) => {
  const page = await open({ connections });
  await expect(rows(page).first()).toBeVisible();
  await page.waitForTimeout(500);
  expect(await rows(page).count()).toBeLessThan(80);
  const height = await page.getByRole('main').evaluate((list) => list.scrollHeight);
  expect(height).toBeGreaterThan(connections.length * 85);
  // Rows that do not exist yet count as well.
  await expect(rows(page).first()).toHaveAttribute('aria-setsize', String(connections.length));
});

test('whoever jumps to the end of the list finds it there, and can open its last connection', async ({
  open,
}) => {
  const page = await open({ connections });
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole('main').evaluate((list) => list.scrollTo(0, list.scrollHeight));
  await expect(lastButton(page, 400)).toBeInViewport();
  await expect(rows(page)).toHaveCount(connections.length);
  await lastButton(page, 400).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Instance 400');
});

test('the keyboard goes from row to row without a gap', async ({ open }) => {
  const page = await open({ connections });
  await rows(page).first().getByRole('button').first().focus();
  for (let number = 1; number <= 150; number += 1) {
    for (const button of [0, 1]) {
      const focused = await page.evaluate(() => {
        const li = document.activeElement?.closest('li');
        return [
          li?.getAttribute('aria-posinset'),
          [...(li?.querySelectorAll('button') ?? [])].indexOf(document.activeElement as HTMLButtonElement),
        ];
      });
      expect(focused).toEqual([String(number), button]);
      await page.keyboard.press('Tab');
    }
  }
});

test('the keyboard comes back from below to the last row', async ({ open }) => {
  const page = await open({ connections });
  await page.getByRole('button', { name: /^Export or import/ }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(lastButton(page, 400)).toBeFocused();
  await expect(lastButton(page, 400)).toBeInViewport();
});

test('the keyboard that is faster than the rows goes on with the first of them', async ({ open }) => {
  const page = await open({ connections });
  await expect(rows(page).first()).toBeVisible();
  const before = await rows(page).count();
  await rows(page)
    .last()
    .getByRole('button')
    .last()
    .evaluate((button: HTMLElement) => button.focus({ preventScroll: true }));
  await page
    .locator('li[tabindex]')
    .last()
    .evaluate((place: HTMLElement) => place.focus({ preventScroll: true }));
  await expect(rows(page).nth(before).getByRole('button').first()).toBeFocused();
});

test('a finding that only a newer version has words for leaves its row as it is', async ({ open }) => {
  const lastCheck = {
    at: '2026-01-12T09:00:00.000Z',
    outcome: 'failed',
    proved: false,
    step: 'sign-in',
    code: 'of-a-newer-version',
  } as const;
  const page = await open({ connections: [{ ...maple, name: 'Newer', lastCheck }] });
  // The finding texts have loaded once the other row shows its own.
  await expect(page.getByRole('listitem').getByRole('button', { name: /Newer$/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('listitem')).toContainText('Newer');
});
