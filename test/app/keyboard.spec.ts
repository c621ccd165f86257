import type { Page } from '@playwright/test';
import { faultsFoundByAxe } from '../support/axe';
import { installBrowser } from '../support/browser';
import { heading } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, frenchOnsisWords, frenchWords } from './walkthrough/words';

/*
 * A whole practice setup in the real app without a mouse, in French, on a dark desktop: where the focus goes, and axe's
 * findings on each screen.
 */

test.skip(process.platform !== 'linux', 'not for this OS');
test.use({ desktopOptions: { theme: 'dark', languages: 'fr_CA:fr' } });

const { common, connections, report, wizard } = frenchWords;
const MOST_STOPS = 80;

/** The focused element: its accessible name, as far as this window uses names, and whether it is the heading. */
const focused = (
  page: Page,
): Promise<{ readonly name: string; readonly tag: string; readonly ring: boolean }> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    const named = element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '';
    const ring = [element, element?.closest('.box'), element?.closest('label')].some((each) => {
      if (each === null || each === undefined) return false;
      const { outlineStyle, boxShadow } = getComputedStyle(each);
      return outlineStyle !== 'none' || boxShadow !== 'none';
    });
    return { name: named.trim(), tag: element?.tagName ?? '', ring };
  });

/** Tabs until the control with this name has the focus; the focus must be visible at every stop. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab');
    const at = await focused(page);
    if (at.tag === 'BODY') continue;
    expect(at.ring, `the focus on “${at.name}” is seen`).toBe(true);
    if (typeof name === 'string' ? at.name === name : name.test(at.name)) return;
  }
  throw new Error(`The keyboard does not reach ${String(name)}`);
}

async function enter(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** The screen is there, announces itself, and axe finds nothing. */
async function arrive(page: Page, title: string | RegExp): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  await expect(heading(page, title)).toBeFocused();
  expect(await faultsFoundByAxe(page)).toEqual([]);
}

test('the keyboard alone completes a practice set-up, in French and dark, and axe finds nothing', async ({
  desktop,
  launch,
}) => {
  const browser = await installBrowser(desktop);
  const { page } = await launch();
  await expect(heading(page, connections.first.title)).toBeVisible();
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
  expect(await faultsFoundByAxe(page)).toEqual([]);

  await enter(page, connections.practise);
  await arrive(page, wizard.system.title);
  await tabTo(page, /OnSIS/);
  await page.keyboard.press('Space');
  await enter(page, common.action.goOn);
  await arrive(page, wizard.instance.title);
  await tabTo(page, wizard.instance.name);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Conseil des Érables');
  await enter(page, common.action.goOn);
  await arrive(page, frenchOnsisWords.registration.practice.title);
  await enter(page, wizard.register.practiceCopy);
  await expect(page.locator('[data-tone]').getByText(wizard.register.practiceCopied)).toBeVisible();
  await enter(page, common.action.goOn);
  await arrive(page, frenchOnsisWords.registration.received);

  await enter(page, wizard.enter.offer);
  await expect(page.getByRole('textbox', { name: wizard.paste.box })).toBeFocused();
  expect(await faultsFoundByAxe(page)).toEqual([]);
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page.getByRole('button', { name: filled(wizard.paste.fill_other) })).toBeFocused();
  expect(await faultsFoundByAxe(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  expect(await faultsFoundByAxe(page)).toEqual([]);

  await enter(page, wizard.enter.test);
  await expect(page.getByRole('heading', { name: report.browser.title })).toBeVisible();
  await expect(heading(page, report.heading.running)).toBeFocused();
  expect(await faultsFoundByAxe(page)).toEqual([]);
  await browser.click();
  await arrive(page, report.heading.proved);
  await enter(page, wizard.test.finish);
  await arrive(page, wizard.finish.proved);
  await enter(page, wizard.finish.toList);
  await arrive(page, connections.title);

  const named = (action: string): RegExp => filled(connections.action.named.replace('{{action}}', action));
  await enter(page, named(connections.action.open));
  await arrive(page, /Conseil des Érables$/);
  await enter(page, filled(common.action.show));
  await expect(page.getByText(filled(common.field.hiddenIn))).toBeVisible();
  expect(await faultsFoundByAxe(page)).toEqual([]);

  await page.keyboard.press('Shift+Tab');
  for (let stop = 0; (await focused(page)).name !== connections.action.delete; stop += 1) {
    expect(stop).toBeLessThan(MOST_STOPS);
    await page.keyboard.press('Shift+Tab');
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await expect(page.getByRole('button', { name: connections.deletion.keep })).toBeFocused();
  expect(await faultsFoundByAxe(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  expect((await focused(page)).name).toBe(connections.action.delete);

  await enter(page, connections.page.back);
  await arrive(page, connections.title);
  await browser.detach();
});
