import type { Page } from '@playwright/test';

/** Nothing scrolls sideways: what would is out of sight, or off the page. */
export const sidewaysOverflow = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, #root, main, [role$=dialog] > div')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );

/** The window itself must not: only what is inside it scrolls. */
export const windowScrolls = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight + 1);
