import type { Page } from '@playwright/test';

/** Elements that overflow horizontally: they would be out of view, or off the page. */
export const sidewaysOverflow = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('html, body, #root, main, [role$=dialog] > div')]
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map(
        (element) =>
          `${element.tagName}.${element.className}: ${element.scrollWidth} > ${element.clientWidth}`,
      ),
  );

/** True if the window itself scrolls; only its content may. */
export const windowScrolls = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight + 1);
