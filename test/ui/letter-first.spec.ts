import type { Page } from '@playwright/test';
import type { RequestOf } from '../../electron/contract/channels';
import { expect, test } from './app-fixture';
import { leftAt, maple } from './saved';
import { paste } from './screens';

/* A letter stands in its field before the screen makes anything of it, and nothing finds the screen not knowing. */

const margin = (page: Page) => page.locator('.rail-title p');

async function atTheName(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Set up a connection' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Name' }).focus();
}

/** What was kept last of the value. */
const keptClientId = (page: Page) =>
  page.evaluate(() => {
    const last = window.fake.calls.filter(({ channel }) => channel === 'save-connection').at(-1);
    return (last?.request as RequestOf<'save-connection'> | undefined)?.values.clientId;
  });

/** From here on no frame and no timer comes before `runFor`. */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.pauseAt(new Date(Date.now() + 60_000));
}

test('the letter is there at once, and the screen knows it some moments later', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await expect(margin(page)).toHaveText('New connection');
  await stopTheClock(page);
  await page.keyboard.press('M');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('M');
  await expect(margin(page)).toHaveText('New connection');
  await page.clock.runFor(100);
  await expect(margin(page)).toHaveText(/ · M$/);
});

test('the next key finds the screen knowing every letter before it', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await stopTheClock(page);
  await page.keyboard.press('M');
  await page.keyboard.press('a');
  await expect(margin(page)).toHaveText(/ · M$/);
  await page.keyboard.press('Shift');
  await expect(margin(page)).toHaveText(/ · Ma$/);
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Ma');
});

test('a press right after the letter finds the screen knowing it', async ({ open, page }) => {
  await page.clock.install();
  await open();
  await atTheName(page);
  await page.getByText('A separate testing environment').click();
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await stopTheClock(page);
  await page.keyboard.press('M');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Give it a name, so that you find it again.')).toBeHidden();
  await page.clock.resume();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where does the Redirect URL belong?');
});

test('the screen is drawn when it is told, and not some time later', async ({ open, page }) => {
  await open();
  await atTheName(page);
  const drawn = await page.evaluate(
    () =>
      new Promise((done) => {
        document.execCommand('insertText', false, 'M');
        requestAnimationFrame(() =>
          requestAnimationFrame(() => done(document.querySelector('.rail-title p')?.textContent)),
        );
      }),
  );
  expect(drawn).toMatch(/ · M$/);
});

test('a press of no pointer, as of a screen reader, finds the screen knowing the letter', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('register', { ...maple, values: {} })] });
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const box = page.getByRole('checkbox', { name: 'We also download PAE files' });
  await box.check({ force: true });
  await page.getByRole('textbox', { name: 'Redirect URL for PAE files' }).focus();
  await box.evaluate((input: HTMLElement) => {
    document.execCommand('insertText', false, 'M');
    input.dispatchEvent(new MouseEvent('mousedown', { bubbles: true }));
    input.click();
  });
  await expect(box).not.toBeChecked();
  await box.check({ force: true });
  await expect(page.getByRole('textbox', { name: 'Redirect URL for PAE files' })).toHaveValue('');
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

test('a click that a script makes finds the screen knowing the letter', async ({ open, page }) => {
  await open();
  await atTheName(page);
  await page.getByText('A separate testing environment').click();
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.getByRole('button', { name: 'Continue' }).evaluate((button: HTMLElement) => {
    document.execCommand('insertText', false, 'M');
    button.click();
  });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Where does the Redirect URL belong?');
});

test('a letter that a busy screen does not take goes again', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: 'Practise first' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Maple');
  await page.evaluate(() => {
    const { call } = window.wizard;
    window.wizard.call = (channel, request) =>
      channel === 'create-connection' ? new Promise(() => undefined) : call(channel, request);
  });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('textbox', { name: 'Name' }).focus();
  await page.keyboard.type('s');
  await expect(page.getByRole('textbox', { name: 'Name' })).toHaveValue('Maple');
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
  // Not by an event of our own, for which the browser keeps another order of those who listen.
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
  await page.getByRole('button', { name: 'Save and finish later' }).click();
  await stopTheClock(page);
  await page.locator('[name=clientId]').evaluate((input: HTMLInputElement) => {
    // Without the focus, which would be told of the end as well.
    input.value = 'M';
    input.dispatchEvent(new Event('input', { bubbles: true }));
    window.dispatchEvent(new Event('answered'));
  });
  await expect(page.locator('[name=clientId]')).toBeHidden();
  expect(await keptClientId(page)).toBe('M');
});
