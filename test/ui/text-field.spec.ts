import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import type { RequestOf } from '../../electron/contract/channels';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { leftAt, maple } from './saved';
import { paste } from './screens';

/* Whatever happens right after a keystroke, the screen already knows the new value; rejected input disappears again. */

const margin = (page: Page) => page.locator('aside p').first();

/** The value last saved. */
const keptClientId = (page: Page) =>
  page.evaluate(() => {
    const last = window.fake.calls.filter(({ channel }) => channel === 'save-connection').at(-1);
    return (last?.request as RequestOf<'save-connection'> | undefined)?.values.clientId;
  });

/** From here on no frame or timer fires before `runFor`. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
}

test('a press of no pointer, as of a screen reader, finds the screen knowing the letter', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('register', { ...maple, values: {} })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const box = page.getByRole('checkbox', { name: 'We also download PAE files' });
  await box.check({ force: true });
  await page.getByRole('textbox', { name: english.systems.onsis.fields.paeRedirectUrl.label }).focus();
  await box.evaluate((input: HTMLElement) => {
    document.execCommand('insertText', false, 'M');
    input.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    input.click();
  });
  await expect(box).not.toBeChecked();
  await box.check({ force: true });
  await expect(
    page.getByRole('textbox', { name: english.systems.onsis.fields.paeRedirectUrl.label }),
  ).toHaveValue('');
});

test('a field that is left without a key or a press is left with its letters', async ({ open, page }) => {
  const setup = { ...maple.setup, registrationSentOn: null };
  await open({ connections: [leftAt('register', { ...maple, setup })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const day = page.getByRole('textbox', { name: /^Sent on/ });
  await day.fill('2026010');
  await day.evaluate((input: HTMLElement) => {
    document.execCommand('insertText', false, '5');
    input.blur();
  });
  await expect(day).toHaveValue('2026-01-05');
});

test('a letter that a busy screen does not take goes again', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.practise }).click();
  await page.getByRole('button', { name: en.common.action.goOn }).click();
  await page.getByRole('textbox', { name: en.wizard.instance.name }).fill('Maple');
  await page.evaluate(() => {
    const { call } = window.wizard;
    window.wizard.call = (channel, request) =>
      channel === 'create-connection' ? new Promise(() => undefined) : call(channel, request);
  });
  await page.getByRole('button', { name: en.common.action.goOn }).click();
  await page.getByRole('textbox', { name: en.wizard.instance.name }).focus();
  await page.keyboard.type('s');
  await expect(page.getByRole('textbox', { name: en.wizard.instance.name })).toHaveValue('Maple');
  await expect(margin(page)).toHaveText(/ · Maple$/);
});

test('what is pasted with line breaks stands where the caret was, twice', async ({ open, page }) => {
  await open({ connections: [leftAt('enter', { ...maple, values: {} })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const field = page.locator('[name=apiUrl]');
  await field.focus();
  await page.keyboard.type('https:');
  await paste(page, '//api.\nonsis');
  await paste(page, '.\nexample');
  await expect(field).toHaveValue('https://api.onsis.example');
});

test('a page that goes away keeps the letter first', async ({ open, page }) => {
  await page.clock.install();
  await open({ connections: [leftAt('enter', { ...maple, values: {} })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await page.locator('[name=clientId]').focus();
  await stopTheClock(page);
  await page.keyboard.press('M');
  await page.evaluate(() => {
    const { call } = window.wizard;
    window.wizard.call = (channel, request) => {
      sessionStorage.setItem(channel, JSON.stringify(request));
      return call(channel, request);
    };
  });
  // Not with a synthetic event, whose listeners the browser calls in another order.
  await page.reload();
  expect(await page.evaluate(() => sessionStorage.getItem('save-connection'))).toContain('"clientId":"M"');
});

test('a screen that goes away by itself keeps the letter first', async ({ open, page }) => {
  await page.clock.install();
  await open({ connections: [leftAt('enter', { ...maple, values: {} })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await page.evaluate(() => {
    const { call } = window.wizard;
    window.wizard.call = async (channel, request) => {
      if (channel === 'start') await new Promise((done) => window.addEventListener('answered', done));
      return call(channel, request);
    };
  });
  await page.getByRole('button', { name: en.common.action.later }).click();
  await stopTheClock(page);
  await page.locator('[name=clientId]').evaluate((input: HTMLInputElement) => {
    // Without focus, because losing it would also report the change; and with the native setter, bypassing React's.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, 'M');
    input.dispatchEvent(new Event('input', { bubbles: true }));
    window.dispatchEvent(new Event('answered'));
  });
  await expect(page.locator('[name=clientId]')).toBeHidden();
  expect(await keptClientId(page)).toBe('M');
});
