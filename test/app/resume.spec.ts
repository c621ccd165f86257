import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDay } from '@contract/formats';
import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import type { LaunchedApp } from '../support/launch-app';
import { isRunning } from '../support/processes';
import { runAppToEnd } from '../support/run-app';
import { stageApp } from '../support/staged-app';
import { waitFor } from '../support/wait-for';
import { ask, button, choose, fillIn, heading, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, frenchWords, onsisWords, words } from './walkthrough/words';

/* Nothing that was entered is ever lost: not by closing, not by a crash, not by waiting days for a reply. */

test.skip(process.platform !== 'linux', 'not for this OS');

const { common, connections, wizard } = words;
const goOn = filled(connections.action.named.replace('{{action}}', connections.action.goOn));
const redirectUrl = 'https://sms.maple.test/onsis/callback?x=%2F&Y=1';
const values = {
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://127.0.0.1:1/authorize',
  tokenUrl: 'https://127.0.0.1:1/token',
  apiUrl: 'https://127.0.0.1:1/onsis',
  scopes: 'onsis.read onsis.write',
};
const SECRET = 'Throwaway~resume/3c+%20=';

/** Kills the app: no event, no cleanup. */
async function kill({ processId }: LaunchedApp): Promise<void> {
  process.kill(processId, 'SIGKILL');
  await waitFor('the app to be gone', () => (isRunning(processId) ? undefined : true));
}

/** Waits until it is on disk; input is saved within a second of the last keystroke. */
async function waitUntilKept({ userData }: LaunchedApp, ...texts: readonly string[]): Promise<void> {
  await waitFor(`${texts.join(', ')} on the disk`, () => {
    const kept = readFileSync(join(userData, 'connections.json'), 'utf8');
    return texts.every((text) => kept.includes(JSON.stringify(text))) ? true : undefined;
  });
}

async function begin(page: Page): Promise<void> {
  await press(page, connections.setUp);
  await choose(page, /^OnSIS/);
  await press(page, common.action.goOn);
  await fillIn(page, { name: 'Maple DSB', boardNumber: 'B12345' });
  await choose(page, new RegExp(`^${common.environment.production}`));
  await press(page, common.action.goOn);
  await press(page, common.action.goOn);
  await expect(heading(page, onsisWords.registration.title)).toBeVisible();
}

async function resume(page: Page, step: keyof typeof common.step): Promise<void> {
  await expect(
    page.getByText(connections.row.unfinished.replace('{{step}}', common.step[step])),
  ).toBeVisible();
  await press(page, goOn);
}

test('killed at every step: the set-up is offered at the next start, complete, at that step', async ({
  launch,
}) => {
  const first = await launch();
  await begin(first.page);
  await fillIn(first.page, { redirectUrl });
  await waitUntilKept(first, redirectUrl);
  await kill(first);

  const second = await launch();
  await resume(second.page, 'register');
  await expect(second.page.locator('[name=redirectUrl]')).toHaveValue(redirectUrl);
  await press(second.page, common.action.goOn);
  await expect(heading(second.page, onsisWords.registration.received)).toBeVisible();
  await fillIn(second.page, values);
  await waitUntilKept(second, ...Object.values(values));
  await kill(second);

  const third = await launch();
  await resume(third.page, 'enter');
  for (const [field, value] of Object.entries(values)) {
    await expect(third.page.locator(`[name=${field}]`)).toHaveValue(value);
  }
  await fillIn(third.page, { clientSecret: SECRET });
  await expect(third.page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  // Leaving the field was enough; nothing else was pressed.
  await kill(third);

  const fourth = await launch();
  await resume(fourth.page, 'enter');
  await expect(fourth.page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  await press(fourth.page, wizard.enter.test);
  // Nothing answers there; what matters is that it got this far.
  await expect(heading(fourth.page, words.report.heading.stopped_one)).toBeVisible();
  await kill(fourth);

  const fifth = await launch();
  const [kept] = (await ask(fifth.page, 'start', null)).connections;
  if (kept === undefined) throw new Error('The connection is gone');
  const { connection, lastReport, secrets } = await ask(fifth.page, 'open-connection', { id: kept.id });
  expect(connection).toMatchObject({ name: 'Maple DSB', environment: 'production', boardNumber: 'B12345' });
  expect(connection.values).toMatchObject({ redirectUrl, ...values });
  expect(connection.setup.step).toBe('test');
  expect(lastReport?.outcome).toBe('failed');
  expect(secrets).toEqual({ clientSecret: 'saved' });
  expect(await ask(fifth.page, 'reveal-secret', { id: kept.id, field: 'clientSecret' })).toMatchObject({
    secret: SECRET,
  });
  await press(fifth.page, goOn);
  await expect(heading(fifth.page, words.report.heading.stopped_one)).toBeVisible();
});

test('a window that is closed right after a letter keeps the letter', async ({ launch }) => {
  const first = await launch();
  await begin(first.page);
  await fillIn(first.page, { redirectUrl });
  await waitUntilKept(first, redirectUrl);
  await first.page.locator('[name=redirectUrl]').press('End');
  await first.page.keyboard.press('Z');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await waitUntilKept(first, `${redirectUrl}Z`);
});

test('the day the e-mail was sent is remembered, and shown while the reply is awaited', async ({
  launch,
}) => {
  const sentOn = '2026-01-05';
  const dated = (text: string): string => text.replace('{{date}}', formatDay('en', sentOn));
  const first = await launch();
  await begin(first.page);
  await fillIn(first.page, { redirectUrl, sentOn });
  await press(first.page, wizard.register.markSent);
  const marked = (page: Page) =>
    page.locator('[data-tone]').getByText(dated(wizard.register.marked), { exact: true });
  await expect(marked(first.page)).toBeVisible();
  await press(first.page, common.action.later);
  await expect(first.page.getByText(dated(english.names.waiting.onsis))).toBeVisible();
  await first.close();

  const { page } = await launch();
  await expect(page.getByText(dated(english.names.waiting.onsis))).toBeVisible();
  await press(page, goOn);
  await expect(marked(page)).toBeVisible();
  await press(page, wizard.register.haveReply);
  await expect(page.getByText(dated(wizard.enter.helpSent))).toBeVisible();
});

test('a second start brings the first window to the front, and ends', async ({ desktop, launch }) => {
  const { app, page } = await launch();
  await expect(heading(page, connections.first.title)).toBeVisible();
  const isFocused = (): Promise<boolean> =>
    app.evaluate(({ BrowserWindow }) => {
      const [first] = BrowserWindow.getAllWindows().sort((one, other) => one.id - other.id);
      return first?.isFocused() === true;
    });
  await app.evaluate(({ BrowserWindow }) => {
    const other = new BrowserWindow({ width: 200, height: 200 });
    other.focus();
  });
  await expect.poll(isFocused).toBe(false);
  const second = await runAppToEnd(desktop, stageApp(desktop.user), []);
  expect(second.status).toBe(0);
  expect(second.said).toEqual([]);
  await expect.poll(isFocused).toBe(true);
  await expect(heading(page, connections.first.title)).toBeVisible();
});

test.describe('on a computer that speaks French', () => {
  test.use({ desktopOptions: { languages: 'fr_CA:fr:en' } });

  test('the first start is in French; English, once chosen, is remembered', async ({ launch }) => {
    const first = await launch();
    await expect(heading(first.page, frenchWords.connections.first.title)).toBeVisible();
    await expect(first.page.locator('html')).toHaveAttribute('lang', 'fr-CA');
    await press(first.page, 'English');
    await expect(heading(first.page, connections.first.title)).toBeVisible();
    await first.close();

    const second = await launch();
    await expect(heading(second.page, connections.first.title)).toBeVisible();
    await expect(button(second.page, connections.setUp)).toBeVisible();
  });
});
