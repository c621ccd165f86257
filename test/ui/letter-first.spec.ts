import type { Page } from '@playwright/test';
import { expect, test } from './app-fixture';

/* A letter stands in its field before the screen makes anything of it, and nothing finds the screen not knowing. */

const margin = (page: Page) => page.locator('.rail-title p');

async function atTheName(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up a connection' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Name' }).focus();
}

/** From here on no frame and no timer comes before `runFor`. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
}

test('the letter is there at once, and the screen knows it some moments later', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await expect(margin(page)).toHaveText('New connection');
  await stopTheClock(page);
  await page.keyboard.press('M');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('M');
  await expect(margin(page)).toHaveText('New connection');
  await page.clock.runFor(100);
  await expect(margin(page)).toHaveText(/ · M$/);
});

test('the next key finds the screen knowing every letter before it', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await stopTheClock(page);
  await page.keyboard.press('M');
  await page.keyboard.press('a');
  await expect(margin(page)).toHaveText(/ · M$/);
  await page.keyboard.press('Shift');
  await expect(margin(page)).toHaveText(/ · Ma$/);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ma');
});

test('a press right after the letter finds the screen knowing it', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await page.getByText('A separate testing environment').click();
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await stopTheClock(page);
  await page.keyboard.press('M');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Give it a name, so that you find it again.')).toBeHidden();
  await page.clock.resume();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where does the Redirect URL belong?');
});

test('a page that goes away tells the letter first', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await stopTheClock(page);
  await page.keyboard.press('M');
  await page.evaluate(() => window.dispatchEvent(new Event('pagehide')));
  await expect(margin(page)).toHaveText(/ · M$/);
});
