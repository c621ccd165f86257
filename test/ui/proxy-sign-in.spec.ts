import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { callsTo } from './finders';
import { maple, withOne } from './saved';
import { isForbidden, PLAIN_PROXY, turnedAway, wantsAccount, wantsSignIn, withRoot } from './trust-screens';

const PASSWORD = 'proxy-pa55word-0OlI1';

test('a plain proxy is warned of before anything can be typed; then the sign-in is kept and tested', async ({
  open,
  page,
}) => {
  await open(wantsSignIn());
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('button', { name: en.trust.proxy.ask }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('is not encrypted');
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('button', { name: en.trust.proxy.no })).toBeFocused();
  await page.getByRole('button', { name: en.trust.proxy.goOn }).click();
  await expect(page.getByRole('textbox', { name: en.trust.proxy.user })).toBeFocused();
  await page.keyboard.type('reader');
  await page.keyboard.press('Tab');
  await page.keyboard.type(PASSWORD);
  await expect(page.locator('[name=proxyPassword]')).toHaveAttribute('type', 'password');
  await page.getByRole('button', { name: /^Show Password/ }).click();
  await expect(dialog.locator('[data-fixed]')).toHaveText(PASSWORD);
  await expect(page.locator('[name=proxyPassword]')).toHaveAttribute('type', 'password');
  await page.evaluate(() => window.fake.arrange({ check: 'proved' }));
  await page.locator('[name=proxyPassword]').press('Enter');
  await expect(page.getByTestId('situation')).toHaveText(/is proved/);
  expect(await callsTo(page, 'save-proxy-sign-in')).toEqual([
    { proxy: PLAIN_PROXY, user: 'reader', password: PASSWORD, unencrypted: true },
  ]);
  expect(await page.content()).not.toContain(PASSWORD);
});

test('an encrypted proxy needs no warning, and what cannot be kept is said first', async ({ open, page }) => {
  await open({
    ...wantsSignIn('https://proxy.maple.example:3128'),
    protection: { verdict: 'unavailable', reason: 'no-keyring', backend: 'basic_text' },
  });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('button', { name: en.trust.proxy.ask }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('textbox', { name: en.trust.proxy.user })).toBeVisible();
  await expect(dialog.locator('[data-tone]')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
});

test('a wrong sign-in is said as such, and can be entered anew', async ({ open, page }) => {
  await open(turnedAway());
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await expect(page.getByRole('article')).toContainText('were not tried twice');
  await expect(page.getByRole('button', { name: en.trust.proxy.askAgain })).toHaveAttribute(
    'data-kind',
    'primary',
  );
});

test('where the proxy takes no password, none is asked for', async ({ open, page }) => {
  await open(wantsSignIn(PLAIN_PROXY, 'digest'));
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await expect(page.getByRole('article')).toContainText('A password does not help here');
  await expect(page.getByRole('button', { name: en.trust.proxy.ask })).toHaveCount(0);
});

test('a Windows account is asked for in its own form, without the warning, since it is not sent as it is', async ({
  open,
  page,
}) => {
  await open(wantsAccount());
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await expect(page.getByRole('article')).toContainText('this program asks you first');
  await expect(page.getByRole('button', { name: en.trust.proxy.own.ask })).toHaveCount(0);
  await page.getByRole('button', { name: en.trust.proxy.ask }).click();
  const user = page.getByRole('textbox', { name: en.trust.proxy.user });
  await expect(user).toHaveAccessibleDescription(en.trust.proxy.windowsUser);
  await user.fill('SCHOOL\\reader');
  await page.locator('[name=proxyPassword]').fill(PASSWORD);
  await page.locator('[name=proxyPassword]').press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await callsTo(page, 'save-proxy-sign-in')).toEqual([
    { proxy: PLAIN_PROXY, user: 'SCHOOL\\reader', password: PASSWORD, unencrypted: false },
  ]);
});

test('where the organization forbids it, none is asked for', async ({ open, page }) => {
  await open(isForbidden());
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await expect(page.getByRole('article')).toContainText('signs in to no proxy');
  await expect(page.getByRole('button', { name: en.trust.proxy.ask })).toHaveCount(0);
});

test('the user’s own Windows sign-in is asked for once, is listed, and can be taken back', async ({
  open,
  page,
}) => {
  await open(wantsAccount(true));
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('button', { name: en.trust.proxy.own.ask }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Agree only if this proxy belongs to your own network');
  await expect(page.getByRole('button', { name: en.trust.proxy.own.no })).toBeFocused();
  await page.keyboard.press('Escape');
  expect(await callsTo(page, 'use-own-sign-in')).toEqual([]);
  await page.getByRole('button', { name: en.trust.proxy.own.ask }).click();
  await page.evaluate(() => window.fake.arrange({ check: 'proved' }));
  await page.getByRole('button', { name: en.trust.proxy.own.yes }).click();
  await expect(page.getByTestId('situation')).toHaveText(/is proved/);
  expect(await callsTo(page, 'use-own-sign-in')).toEqual([{ proxy: PLAIN_PROXY }]);
  const list = page.getByRole('list', { name: en.trust.proxy.listTitle });
  await expect(list).toContainText(en.trust.proxy.stateOwn);
  await page.getByRole('button', { name: `Forget the sign-in to ${PLAIN_PROXY}` }).click();
  expect(await callsTo(page, 'forget-proxy-sign-in')).toEqual([{ proxy: PLAIN_PROXY }]);
});

test('a kept sign-in is listed without its password, and forgotten by a click', async ({ open, page }) => {
  await open({ ...withOne(maple), extraTrust: withRoot });
  await page.getByRole('button', { name: /^Open:/ }).click();
  const list = page.getByRole('list', { name: en.trust.proxy.listTitle });
  await expect(list).toContainText(PLAIN_PROXY);
  await page.getByRole('button', { name: `Forget the sign-in to ${PLAIN_PROXY}` }).click();
  await expect(list).toHaveCount(0);
  await expect(page.getByRole('heading', { name: en.trust.title })).toBeFocused();
  const calls = await page.evaluate(() => window.fake.calls);
  expect(calls.at(-1)).toEqual({ channel: 'forget-proxy-sign-in', request: { proxy: PLAIN_PROXY } });
});
