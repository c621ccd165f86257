import { languages } from '@contract/languages';
import type { Page } from '@playwright/test';
import { BUG_DETAILS } from '../fakes/bridge';
import { faultsFoundByAxe } from '../support/axe';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { callsTo } from './finders';
import { maple, withOne } from './saved';

/* A bug in the window itself: reported in plain words, over the current screen, and never with its message. */

const words = { en, fr };
const CANARY = 'canary-raw-text';

const breakDown = (page: Page, kind: 'RangeError' | 'TypeError' = 'TypeError') =>
  page.evaluate(
    ({ message, type }) => {
      setTimeout(() => {
        throw new { RangeError, TypeError }[type](message);
      });
    },
    { message: CANARY, type: kind },
  );

const told = (page: Page) => callsTo(page, 'report-bug');

for (const language of languages) {
  test(`is said over the screen, whose work goes on (${language})`, async ({ open, page }) => {
    const { stumbled, copy, copied, details } = words[language].common.fatal;
    await open({ language }, { width: 480, height: 400 });
    await breakDown(page);
    const said = page.getByRole('dialog', { name: stumbled.title });
    await expect(said).toContainText(stumbled.text);
    await expect(said).toContainText(details);
    expect(await faultsFoundByAxe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(480);

    await said.getByRole('button', { name: copy }).click();
    await expect(said.getByRole('button', { name: copied })).toBeVisible();
    expect(await page.evaluate(() => window.fake.clipboard)).toContain('TypeError');
    await said.getByRole('button', { name: stumbled.goOn }).click();
    await expect(said).toHaveCount(0);
    expect(JSON.stringify(await told(page))).not.toContain(CANARY);
    expect(await page.locator('body').innerText()).not.toContain(CANARY);
  });
}

test('over another dialog, which stays as it was; by keyboard alone', async ({ open, page }) => {
  const { stumbled } = en.common.fatal;
  await open(withOne(maple));
  await page.getByRole('button', { name: /^Open: / }).click();
  await page.getByRole('button', { name: en.connections.action.delete, exact: true }).click();
  const question = page.getByRole('alertdialog');
  await question.waitFor();
  await breakDown(page);
  const said = page.getByRole('dialog', { name: stumbled.title });
  await expect(said.getByRole('button', { name: stumbled.goOn })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(said.locator(':focus')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await expect(question).toBeVisible();
  await question.getByRole('button', { name: en.connections.deletion.keep }).click();
  await expect(question).toHaveCount(0);
});

test('one in a loop asks once and is told thirty times at most; another one asks anew', async ({
  open,
  page,
}) => {
  const { stumbled } = en.common.fatal;
  await open();
  const said = page.getByRole('dialog', { name: stumbled.title });
  await breakDown(page);
  await expect(said).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(said).toHaveCount(0);
  await breakDown(page, 'RangeError');
  await expect(said).toBeVisible();
  await said.getByRole('button', { name: stumbled.goOn }).click();
  for (let time = 0; time < 50; time += 1) await breakDown(page);
  await expect.poll(() => told(page)).toHaveLength(30);
  await expect(said).toHaveCount(0);
});

test('a rejected promise counts; a layout that settles later does not', async ({ open, page }) => {
  await open();
  await page.evaluate(() => {
    window.dispatchEvent(
      new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }),
    );
    void Promise.reject(new Error('x'));
  });
  await expect(page.getByRole('dialog', { name: en.common.fatal.stumbled.title })).toBeVisible();
  expect(await told(page)).toEqual([
    { kind: 'rejection', trace: [{ type: 'Error', frames: [] }], components: [] },
  ]);
});

test('main cannot be told: it is said all the same, with nothing to copy', async ({ open, page }) => {
  const { stumbled, copy } = en.common.fatal;
  await open({ refusals: { 'report-bug': 'refused-sender' } });
  await breakDown(page);
  const said = page.getByRole('dialog', { name: stumbled.title });
  await expect(said).toBeVisible();
  await expect(said.getByRole('button', { name: copy })).toHaveCount(0);
});

test('React itself can draw nothing more: the page says so without it', async ({ open, page }) => {
  const { title, action, copy } = en.common.fatal;
  await open(withOne(maple));
  await page.evaluate((message) => {
    for (const name of ['appendChild', 'insertBefore'] as const) {
      Node.prototype[name] = () => {
        throw new TypeError(message);
      };
    }
  }, CANARY);
  await page.getByRole('button', { name: /^Open: / }).click();
  const said = page.getByRole('alert');
  await expect(said.getByRole('heading', { level: 1 })).toHaveText(title);
  await expect(said.getByRole('button', { name: copy })).toBeVisible();
  await expect(said.getByRole('button', { name: action })).toBeVisible();
  const kinds = (await told(page)).map((bug) => (bug as { readonly kind: string }).kind);
  expect(kinds.at(-1)).toBe('uncaught');
  expect(JSON.stringify(await told(page)) + (await page.locator('body').innerText())).not.toContain(CANARY);
});

test('of main’s own bug, what was asked for can say the details', async ({ open, page }) => {
  await open({ ...withOne(maple), refusals: { 'delete-connection': 'unexpected' } });
  await page.getByRole('button', { name: /^Open: / }).click();
  await page.getByRole('button', { name: en.connections.action.delete, exact: true }).click();
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: /^Delete/ }).click();
  await expect(page.getByText(en.common.failure.unexpected.title).first()).toBeVisible();
  await page.getByRole('button', { name: en.common.fatal.copy }).click();
  expect(await page.evaluate(() => window.fake.clipboard)).toBe(BUG_DETAILS);
});
