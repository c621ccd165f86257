import type { Page } from '@playwright/test';
import { expect, findingsOfAxe, test } from './app-fixture';
import { screens } from './screens';

/* What must hold on every screen alike, in both languages and themes and in every size of the window. */

/** The page itself never scrolls sideways, and no text is cut off at its edge. */
const sidewaysOverflow = (page: Page) =>
  page.evaluate(() => {
    const wider = [
      ...document.querySelectorAll<HTMLElement>(
        'html, body, #root, main, .page-scroll, .home-scroll, .dialog-body',
      ),
    ];
    return wider
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
      );
  });

/** Controls too small to hit (WCAG 2.2, 2.5.8: 24 px), by name. */
const smallTargets = (page: Page) =>
  page.evaluate(() =>
    [
      ...document.querySelectorAll<HTMLElement>(
        'button, [role=radio], input:not([type=radio]):not([type=checkbox]), textarea',
      ),
    ]
      .map((element) => ({
        box: element.getBoundingClientRect(),
        name: element.textContent || element.getAttribute('aria-label'),
      }))
      .filter(({ box }) => box.width > 2 && (box.width < 24 || box.height < 24))
      .map(({ box, name }) => `${name}: ${box.width}×${box.height}`),
  );

for (const { name, scenario, reach } of screens) {
  for (const language of ['en', 'fr'] as const) {
    test(`${name} (${language}): axe finds nothing, light or dark`, async ({ open, page }) => {
      await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
      await open({ ...scenario, language });
      await reach?.(page);
      expect(await findingsOfAxe(page)).toEqual([]);
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
      expect(await findingsOfAxe(page)).toEqual([]);
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'fr' ? 'fr-CA' : 'en-CA');
    });

    test(`${name} (${language}): nothing is lost at 800×600 and at 200 %`, async ({ open, page }) => {
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await open({ ...scenario, language }, { width: 800, height: 600 });
      await reach?.(page);
      expect(await sidewaysOverflow(page)).toEqual([]);
      expect(await smallTargets(page)).toEqual([]);
      const dialog = page.locator('[role=dialog], [role=alertdialog]');
      if ((await dialog.count()) === 0) {
        await expect(page.getByRole('button', { name: 'Français' })).toBeVisible();
        if (await page.locator('.frame').isVisible()) await expect(page.locator('.step-above')).toBeVisible();
      }
      await page.setViewportSize({ width: 640, height: 400 });
      expect(await sidewaysOverflow(page)).toEqual([]);
    });
  }
}
