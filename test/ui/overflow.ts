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

/** Applies the widest text spacing that must not lose anything (WCAG 1.4.12); the page's policy admits no other style. */
export async function withSpacedText(page: Page, look: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    const widest =
      'line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important';
    sheet.replaceSync(`* { ${widest} } p { margin-bottom: 2em !important }`);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
  await look();
  await page.evaluate(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1);
  });
}

/** What holds more than it shows and does not scroll. The root is not asked: it stands still under a dialog. */
export const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element);
        const cuts = overflowX === 'hidden' || overflowY === 'hidden';
        const isMore =
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
        // What is only for screen readers is smaller than a letter.
        return cuts && isMore && element.clientHeight > 2;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

/** What is wholly hidden when it has the focus (WCAG 2.4.11), each thing focused in turn. */
export const coveredByBars = (page: Page) =>
  page.evaluate(() => {
    const scope = document.querySelector('[role$=dialog]') ?? document.body;
    const all = scope.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href], summary');
    return [...all].flatMap((element) => {
      // What is only drawn, such as a radio button's circle, stands in its label.
      const seen = element.closest('label') ?? element;
      if (seen.getClientRects().length === 0 || element.closest('[aria-hidden=true]') !== null) return [];
      // What has the focus already would not be scrolled to.
      element.blur();
      element.focus();
      if (document.activeElement !== element) return [];
      const { left, top, right, bottom } = seen.getBoundingClientRect();
      const x = (Math.max(left, 0) + Math.min(right, window.innerWidth)) / 2;
      // Wholly hidden: a tall choice may reach under a bar.
      const hits = [top + 4, (top + bottom) / 2, bottom - 4].map((y) => document.elementFromPoint(x, y));
      const isSeen = hits.some((hit) => hit !== null && (seen.contains(hit) || hit.contains(seen)));
      return isSeen ? [] : [`${seen.outerHTML.slice(0, 100)} under ${hits[1]?.outerHTML.slice(0, 60)}`];
    });
  });
