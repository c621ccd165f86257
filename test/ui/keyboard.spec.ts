import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { title } from './finders';
import { paste } from './screens';

/* A whole practice setup, from the first screen to the list, without the mouse. */

/** Presses Tab until the control with this name has the focus; the focus ring must be visible at every stop. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement)) return null;
      const styles = [element, element.closest('.box'), element.closest('label')].map((each) =>
        each === null ? null : getComputedStyle(each),
      );
      return {
        name: element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '',
        label: element instanceof HTMLInputElement ? (element.labels?.[0]?.textContent ?? '') : '',
        ring: styles.some(
          (style) => style !== null && (style.outlineStyle !== 'none' || style.boxShadow !== 'none'),
        ),
      };
    });
    if (at === null) continue;
    expect(at.ring, `the focus on “${at.name || at.label}” is seen`).toBe(true);
    if ([at.name, at.label].some((each) => (typeof name === 'string' ? each === name : name.test(each))))
      return;
  }
  throw new Error(`The keyboard does not reach ${String(name)}`);
}

const press = async (page: Page, name: string | RegExp) => {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
};

test('the keyboard alone completes a set-up', async ({ open, page }) => {
  await open({ check: 'browser' });
  await press(page, en.connections.practise);
  await expect(title(page)).toBeFocused();
  await tabTo(page, /OnSIS/);
  await page.keyboard.press('Space');
  await press(page, en.common.action.goOn);
  await expect(title(page)).toBeFocused();
  await tabTo(page, 'Name');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('By keyboard');
  await press(page, en.common.action.goOn);
  await expect(title(page)).toHaveText(english.systems.onsis.registration.practice.title);
  await press(page, en.wizard.register.practiceCopy);
  await expect(page.getByTestId('announcements')).toContainText(en.wizard.register.practiceCopied);
  await press(page, en.common.action.goOn);
  await expect(title(page)).toBeFocused();
  await press(page, en.wizard.enter.offer);
  await expect(page.getByRole('textbox', { name: en.wizard.paste.box })).toBeFocused();
  await paste(page, await page.evaluate(() => window.fake.clipboard));
  await expect(page.getByRole('button', { name: 'Fill in 6 values' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await press(page, en.wizard.enter.test);
  await expect(page.getByText('If nothing opened, copy this address')).toBeVisible();
  await page.evaluate(() => window.fake.allowInBrowser());
  await expect(title(page)).toHaveText(en.report.heading.proved);
  await expect(title(page)).toBeFocused();
  await press(page, en.wizard.test.finish);
  await expect(title(page)).toHaveText(en.wizard.finish.proved);
  await press(page, en.wizard.finish.toList);
  await expect(title(page)).toHaveText(en.connections.title);
  await expect(page.getByText(/^Proved today/)).toBeVisible();
  await press(page, /^Open: /);
  await expect(title(page)).toBeFocused();
  await press(page, 'Show Client Secret');
  await expect(page.locator('[data-fixed] [translate=no]')).toBeVisible();
});
