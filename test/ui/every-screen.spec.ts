import type { Page } from '@playwright/test';
import { faultsFoundByAxe, onlyColour } from '../support/axe';
import { expect, testOnKeptPage as test } from './app-fixture';
import { sidewaysOverflow, windowScrolls } from './overflow';
import { screens } from './screens';
import { settled } from './settled';

/* What must hold on every screen alike, in both languages and themes and in every size of the window. */

/** Where words were not there when they were wanted, their key stands in their place. */
const wordlessKeys = async (page: Page) =>
  (await page.locator('body').innerText()).match(
    /\b(?:common|connections|wizard|reports?|search|secrets|trust|rotation|moving|several)\.(?!json\b)[a-zA-Z]+(?:\.[a-zA-Z_]+)*/g,
  ) ?? [];

/** Controls too small to hit (WCAG 2.2, 2.5.8: 24 px), by name. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, textarea, input:not([type=radio], [type=checkbox])')]
      .map((element) => ({
        box: element.getBoundingClientRect(),
        name: element.getAttribute('aria-label') ?? element.textContent,
      }))
      .filter(({ box }) => box.width > 2 && (box.width < 24 || box.height < 24))
      .map(({ box, name }) => `${name}: ${box.width}×${box.height}`),
  );

for (const { name, scenario, reach } of screens) {
  for (const language of ['en', 'fr'] as const) {
    test(`${name} (${language}): axe finds nothing in light or dark, nothing is lost in a small window or at 200 %`, async ({
      open,
      page,
    }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await open({ ...scenario, language });
      await reach?.(page);
      await settled(page);
      await page.locator('h1').waitFor();
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'fr' ? 'fr-CA' : 'en-CA');
      expect(await wordlessKeys(page)).toEqual([]);
      expect(await faultsFoundByAxe(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await faultsFoundByAxe(page, onlyColour)).toEqual([]);

      await page.setViewportSize({ width: 800, height: 600 });
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      expect(await windowScrolls(page), 'only what is inside the window scrolls').toBe(false);
      await expect(page.getByRole('group', { name: /^(Language|Langue)$/ })).toHaveCount(1);
      // In the wizard, what the rail says elsewhere stands in the page.
      if ((await page.locator('[aria-current=step]').count()) > 0) {
        await expect(page.locator('main div:has(> h1) > div')).toBeVisible();
        await expect(page.locator('main > div > p')).toBeVisible();
      }
      await page.setViewportSize({ width: 640, height: 400 });
      expect(await sidewaysOverflow(page)).toEqual([]);
    });
  }
}
