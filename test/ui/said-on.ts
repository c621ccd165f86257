import type { Page } from '@playwright/test';
import { expect } from './app-fixture';
import { settled } from './settled';

/** Switches the language with the window's own control. */
export const speak = async (
  page: Page,
  { name, locale }: { name: string; locale: string },
  quietFrames?: number,
): Promise<void> => {
  // A dialog may cover the switch.
  await page
    .locator('[role=group] > button:has(> span[lang])', { hasText: name })
    .first()
    .evaluate((button: HTMLElement) => button.click());
  await expect(page.locator('html')).toHaveAttribute('lang', locale);
  await settled(page, quietFrames);
};

/** Everything the page says: text, accessible names, placeholders. */
export const saidOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const said: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      // User input, literal values, and the languages' own names.
      if (
        element?.closest(
          'script, style, code, kbd, [translate="no"], input, textarea, button > span[lang], [aria-live]',
        ) === null
      )
        said.push(node.textContent ?? '');
    }
    for (const name of ['aria-label', 'placeholder', 'title', 'alt', 'aria-description'])
      for (const element of document.querySelectorAll(`[${name}]`))
        said.push(element.getAttribute(name) ?? '');
    return said.filter((text) => text.trim() !== '');
  });
