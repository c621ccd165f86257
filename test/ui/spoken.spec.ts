import type { Page } from '@playwright/test';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { checked, leftAt, maple, onThisComputer, reportOf, someVendors, withOne } from './saved';

/* What a screen reader gets: announcements made once, and a focus that is always on something. */

const proved = withOne(checked(onThisComputer, 'proved'), {
  reports: { [maple.id]: reportOf(onThisComputer, 'proved', new Date().toISOString()) },
});

const announcements = (page: Page) => page.getByTestId('announcements');

test('an announcement is said once: it is gone after a while, and heard over an open dialog', async ({
  open,
  page,
}) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Copy Client Secret' }).click();
  await expect(announcements(page)).toContainText('The clipboard is cleared in 30 s.');
  await expect(announcements(page)).toBeEmpty();
  await page.getByRole('button', { name: en.connections.action.delete }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
  expect(
    await announcements(page).evaluate((region) => region.closest('[aria-hidden], [inert]') === null),
  ).toBe(true);
});

test('nothing announced outlives a change of the language', async ({ open, page }) => {
  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await page.getByRole('button', { name: 'Copy Client Secret' }).click();
  await expect(announcements(page)).toContainText('The clipboard is cleared in 30 s.');
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr-CA');
  expect(await announcements(page).innerText()).toBe('');
});

test('what is announced at the same moment is all to be heard', async ({ open, page }) => {
  await open({ ...proved, check: 'proved' });
  await page.getByRole('button', { name: /^Test:/ }).click();
  await expect(announcements(page)).toContainText(en.report.heading.signInProved);
  await expect(announcements(page)).toContainText('Address: Passed');
});

test('a test that stopped says what stopped it, and puts the focus right before what to do', async ({
  open,
  page,
}) => {
  await open({ ...proved, check: 'credentials-rejected' });
  await page.getByRole('button', { name: /^Test:/ }).click();
  await expect(announcements(page)).toContainText('One thing stands in the way.');
  await expect(announcements(page)).toContainText(/Whose job: .+ What to do: .+/);
  const title = page.getByRole('article').getByRole('heading', { level: 3 });
  await expect(title).toBeFocused();
  await expect(announcements(page)).toContainText((await title.textContent()) ?? '');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('article') !== null)).toBe(true);
});

test('waiting for the browser is not silent: what to press, what else can be done, how long', async ({
  open,
  page,
}) => {
  await page.clock.install();
  await open({ ...proved, check: 'browser' });
  await page.getByRole('button', { name: /^Test:/ }).click();
  await page.clock.runFor(1000);
  for (const words of [
    'allow the access',
    'If no page comes up, copy',
    'press “Cancel the test”',
    'minutes left',
  ]) {
    await expect(announcements(page)).toContainText(words);
  }
  await page.clock.runFor(20_000);
  await expect(announcements(page)).toBeEmpty();
  const heard = new Set<string>();
  for (let second = 0; second < 280; second += 2) {
    await page.clock.runFor(2000);
    const said = await announcements(page).innerText();
    if (said !== '') heard.add(said);
  }
  expect([...heard].at(-1)).toBe('Waiting for 30 more seconds');
  expect(heard.size).toBeLessThanOrEqual(5);
});

test('a new screen’s heading has the focus before anybody can find it on nothing', async ({ open, page }) => {
  await open(proved);
  // What a screen reader would report: the focused element and the window's title, on each render.
  await page.evaluate(() => {
    const seen: string[] = [];
    const look = (): void => {
      const at = document.activeElement;
      const now = `${at === document.body ? 'nothing' : at?.tagName} ${document.title}`;
      if (seen.at(-1) !== now) seen.push(now);
    };
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true });
    Object.assign(window, { seen });
  });
  await page.getByRole('button', { name: /^Open:/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Maple/ })).toBeFocused();
  await page.getByRole('button', { name: en.connections.page.back }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: en.connections.title })).toBeFocused();
  const seen = await page.evaluate(() => (window as unknown as { seen: readonly string[] }).seen);
  expect(seen.filter((each) => each.startsWith('nothing'))).toEqual([]);
  expect(seen.filter((each) => /^H1 /.test(each)).every((each) => / · /.test(each))).toBe(true);
});

test('the focus never drops onto the page when what had it closes', async ({ open, page }) => {
  const dropped = () => page.evaluate(() => document.activeElement === document.body);
  await open({ connections: someVendors(3) });
  await page.getByRole('button', { name: en.connections.testAll }).press('Enter');
  await page.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(page.locator('section[aria-labelledby=test-all-title]')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();

  await open(proved);
  await page.getByRole('button', { name: /^Open:/ }).press('Enter');
  const stages = page.getByRole('button', { name: /^(Steps|Show the steps|The steps)/ });
  if ((await stages.count()) > 0) {
    await stages.press('Enter');
    await stages.press('Enter');
    expect(await dropped()).toBe(false);
  }
  await page.getByRole('button', { name: en.connections.action.delete }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: en.connections.action.delete })).toBeFocused();
});

test('Enter in a field goes on, and says what is missing where it cannot', async ({ open, page }) => {
  await open(withOne(leftAt('enter'), { check: 'proved' }));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const id = page.locator('[name=clientId]');
  const value = await id.inputValue();
  await id.fill('');
  await id.press('Enter');
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(id).toBeFocused();
  await id.fill(value);
  await id.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/is proved/);
});

test('a button says what it replaces', async ({ open, page }) => {
  await open(withOne(leftAt('enter')));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await page.getByRole('button', { name: 'Replace Client Secret' }).press('Enter');
  await expect(page.getByLabel('Client Secret', { exact: true })).toBeFocused();
});

test('what is wrong beside a field names the field and is tied to it', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.setUp }).click();
  await page.getByRole('button', { name: en.connections.action.goOn }).click();
  await page.getByRole('textbox', { name: en.wizard.instance.name }).press('Enter');
  const problems = page.getByRole('alert');
  await expect(problems.first()).toHaveText(/^Name: ./);
  await expect(problems.last()).toHaveText(/^What is it for\? ./);
  for (const field of [
    page.getByRole('textbox', { name: en.wizard.instance.name }),
    page.getByRole('radiogroup'),
  ]) {
    await expect(field).toHaveAccessibleDescription(/(Name: |What is it for\? )./);
  }
});

test('a button that is not ready keeps the focus, and a press says and shows what is missing', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter')));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  await page.getByRole('button', { name: en.wizard.enter.offer }).click();
  const find = page.getByRole('button', { name: en.wizard.paste.find });
  const reason = en.wizard.paste.boxEmpty;
  await expect(find).toBeDisabled();
  await expect(find).toHaveAccessibleDescription(reason);
  await find.focus();
  await page.keyboard.press('Enter');
  await expect(find).toBeFocused();
  await expect(announcements(page)).toContainText(reason);
  const shown = page.getByRole('dialog').getByText(reason);
  expect((await shown.boundingBox())?.height).toBeGreaterThan(10);
  await page.getByRole('dialog').getByRole('textbox').fill('Client ID: maple');
  await expect(find).toBeEnabled();
  await expect(shown).toHaveCount(0);
});

test('what cannot be exported says so before it is pressed', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.move }).click();
  const write = page.getByRole('button', { name: en.transfer.choose.databaseAction });
  await expect(write).toHaveAccessibleDescription(/no connection here yet/);
  await write.press('Enter');
  await expect(write).toBeFocused();
  await expect(announcements(page)).toContainText('no connection here yet');
});

test('an icon that has nothing to show keeps the focus, and a press says why', async ({ open, page }) => {
  await open(withOne(leftAt('enter', { ...maple, values: {} }), { secrets: { [maple.id]: {} } }));
  await page.getByRole('button', { name: /^Continue:/ }).click();
  const show = page.getByRole('button', { name: 'Show Client Secret' });
  const reason = 'Client Secret is still empty';
  await expect(show).toBeDisabled();
  await expect(show).toHaveAccessibleDescription(reason);
  await show.focus();
  await page.keyboard.press('Enter');
  await expect(show).toBeFocused();
  await expect(announcements(page)).toContainText(reason);
});

test('while a test runs, what is off can be reached and says that a test runs', async ({ open, page }) => {
  await page.clock.install();
  await open({ ...withOne({ ...checked(onThisComputer, 'proved'), practice: true }), check: 'browser' });
  await page.getByRole('button', { name: /^Test:/ }).click();
  await page.clock.runFor(6000);
  const reason = en.report.notDuringTest;
  const remove = page.getByRole('button', { name: en.connections.action.delete });
  await expect(remove).toBeDisabled();
  await remove.focus();
  await page.keyboard.press('Enter');
  await page.clock.runFor(1000);
  await expect(announcements(page)).toContainText(reason);
  await page.clock.runFor(6000);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  const fault = page.getByRole('combobox', { name: en.report.practiceFault.label });
  await expect(fault).toHaveAccessibleDescription(reason);
  for (const act of [() => page.keyboard.press('ArrowDown'), () => fault.click({ force: true })]) {
    await fault.focus();
    await act();
    await expect(fault).toHaveValue('');
    await page.clock.runFor(1000);
    await expect(announcements(page)).toContainText(reason);
    await page.clock.runFor(6000);
    await expect(announcements(page)).toBeEmpty();
  }
  await page.keyboard.press('Tab');
  await expect(fault).not.toBeFocused();
});

test('in forced colours the focus of a field, a list and a button is seen', async ({ open, page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  const ring = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const ringed = at?.closest('.box') ?? at;
      return ringed === null ? '' : getComputedStyle(ringed).outlineStyle;
    });
  await open(withOne({ ...checked(onThisComputer, 'proved'), practice: true }));
  await page.getByRole('button', { name: /^Open:/ }).press('Enter');
  await page.getByRole('combobox', { name: en.report.practiceFault.label }).focus();
  expect(await ring()).toBe('solid');
  await page.keyboard.press('Tab');
  expect(await ring()).toBe('solid');
  await open();
  await page.getByRole('button', { name: en.connections.setUp }).press('Enter');
  await page.getByRole('button', { name: en.common.action.goOn }).press('Enter');
  await page.getByRole('textbox', { name: 'Name' }).focus();
  expect(await ring()).toBe('solid');
});

test('a file that was set aside is told at the first screen, whose heading has the focus below it', async ({
  open,
  page,
}) => {
  await open({
    ...proved,
    notices: [
      { kind: 'damaged', file: 'connections', copiedTo: '/data/connections.damaged.json' },
      { kind: 'newer-version', file: 'settings', copiedTo: '/data/settings.newer.json' },
    ],
  });
  await expect(announcements(page)).toContainText(
    `${en.connections.notice.damaged.connections}. ${en.connections.notice.newer.settings}`,
  );
  await expect(announcements(page)).toBeEmpty();
});

for (const reason of ['locked', 'not-created', 'no-keyring'] as const)
  test(`a keyring that keeps nothing (${reason}) is told before anything is typed`, async ({
    open,
    page,
  }) => {
    await open(withOne(leftAt('enter'), { protection: { verdict: 'unavailable', backend: 'x', reason } }));
    await page.getByRole('button', { name: /^Continue:/ }).click();
    await expect(announcements(page)).toContainText(en.common.unprotected[reason].title);
    await expect(announcements(page)).toContainText(en.common.unprotected[reason].todo);
  });

test('a choice has a short name, and its line describes it', async ({ open, page }) => {
  await open();
  await page.getByRole('button', { name: en.connections.setUp }).click();
  const { name, hint } = en.wizard.system.families.sis;
  const choice = page.getByRole('radio', { name, exact: true });
  await expect(choice).toHaveCount(1);
  await expect(choice).toHaveAccessibleDescription(new RegExp(hint.slice(0, 20)));
});

test('where less motion is asked for, nothing moves', async ({ open, page }) => {
  /** What turns by itself, and what would move when it changes. */
  const moving = () =>
    page.evaluate(() => ({
      turning: document.getAnimations().length,
      sliding: [...document.querySelectorAll('body *')].filter((element) =>
        getComputedStyle(element)
          .transitionDuration.split(', ')
          .some((duration) => duration !== '0s'),
      ).length,
    }));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open({ ...proved, check: 'browser' });
  await page.getByRole('button', { name: /^Test:/ }).click();
  await expect(page.locator('[data-status=running]').first()).toBeVisible();
  const usual = await moving();
  expect(usual.turning).toBeGreaterThan(0);
  expect(usual.sliding).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(moving).toEqual({ turning: 0, sliding: 0 });
});
