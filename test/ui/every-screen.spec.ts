import type { Page } from '@playwright/test';
import { faultsFoundByAxe } from '../support/axe';
import { expect, testOnKeptPage as test } from './app-fixture';
import { coveredByBars, cutOff, sidewaysOverflow, windowScrolls, withSpacedText } from './overflow';
import { speak } from './said-on';
import { screens } from './screens';
import { settled } from './settled';

/*
 * What must hold on every screen, in both languages and themes and at every window size. A screen is opened once and
 * switched to French; axe sees English in the light theme and French in the dark one, since no rule needs all four.
 */

const languages = [
  { name: 'English', locale: 'en-CA', colorScheme: 'light' },
  { name: 'Français', locale: 'fr-CA', colorScheme: 'dark' },
] as const;

/** Keys shown instead of texts that were not loaded in time. */
const wordlessKeys = async (page: Page) =>
  (await page.locator('body').innerText()).match(
    /\b(?:common|connections|wizard|reports?|search|secrets|trust|rotation|transfer|testAll|sharing)\.(?!json\b)[a-zA-Z]+(?:\.[a-zA-Z_]+)*/g,
  ) ?? [];

/** Controls below the minimum target size (WCAG 2.2, 2.5.8: 24 px), by name. */
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

/** 1280×800 at 200 %, 1280×1024 at 400 % (WCAG 1.4.10), and 480×400 at 200 %. */
const sizes = [
  [640, 400],
  [320, 256],
  [240, 200],
] as const;

/** Window sizes for the widest text spacing of WCAG 2.2, 1.4.12. */
const spacedSizes = [
  [1240, 800],
  [320, 256],
] as const;

/** The share of the window's height left for content; fixed bars reduce it. */
const roomForContent = (page: Page) =>
  page.evaluate(() => {
    const content = document.querySelector('[role$=dialog] > div') ?? document.querySelector('main');
    if (content === null) return 0;
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY);
    let frame: Element | null = content;
    while (frame !== null && !scrolls(frame)) frame = frame.parentElement;
    // A short dialog is fully visible.
    if (frame !== null && frame.scrollHeight <= frame.clientHeight) return 1;
    // Only the window scrolls, so no bar is fixed.
    return (frame?.clientHeight ?? window.innerHeight) / window.innerHeight;
  });

for (const { name, scenario, reach } of screens) {
  test(`${name}: axe finds nothing in light or dark, nothing is lost in a small window or at 200 %`, async ({
    open,
    page,
  }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await open({ ...scenario, language: 'en' });
    await reach?.(page);
    await settled(page);
    for (const language of languages) {
      await test.step(language.name, async () => {
        await page.setViewportSize({ width: 1240, height: 800 });
        await page.emulateMedia({ colorScheme: language.colorScheme, reducedMotion: 'reduce' });
        if (language.locale !== 'en-CA') await speak(page, language);
        expect(await wordlessKeys(page)).toEqual([]);
        expect(await faultsFoundByAxe(page)).toEqual([]);

        await page.setViewportSize({ width: 800, height: 600 });
        expect(await sidewaysOverflow(page)).toEqual([]);
        expect(await smallTargets(page)).toEqual([]);
        expect(await windowScrolls(page), 'only what is inside the window scrolls').toBe(false);
        await expect(page.getByRole('group', { name: /^(Language|Langue)$/ })).toHaveCount(1);
        // In the wizard, the page shows what the rail says otherwise.
        if ((await page.locator('[aria-current=step]').count()) > 0) {
          await expect(page.locator('main div:has(> h1) > div')).toBeVisible();
          await expect(page.locator('main > div > p')).toBeVisible();
        }
        for (const [width, height] of sizes) {
          await page.setViewportSize({ width, height });
          expect(await sidewaysOverflow(page), `at ${width}×${height}`).toEqual([]);
          expect(await roomForContent(page), `at ${width}×${height}`).toBeGreaterThanOrEqual(0.5);
          await settled(page, 2);
          expect(await coveredByBars(page), `focused at ${width}×${height}`).toEqual([]);
        }
        await withSpacedText(page, async () => {
          for (const [width, height] of spacedSizes) {
            await page.setViewportSize({ width, height });
            expect(await sidewaysOverflow(page), `spaced, at ${width}×${height}`).toEqual([]);
            expect(await cutOff(page), `spaced, at ${width}×${height}`).toEqual([]);
          }
        });
      });
    }
  });
}
