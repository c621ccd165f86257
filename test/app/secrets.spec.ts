import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Desktop, startDesktop } from '../support/desktop';
import { type LaunchedApp, launchApp } from '../support/launch-app';
import { isRunning } from '../support/processes';
import { waitFor } from '../support/wait-for';
import { button, heading, keepConnection, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, words } from './walkthrough/words';

/* A kept secret: shown without any network, for a limited time, and on the clipboard no longer than needed. */

test.skip(process.platform !== 'linux', 'not for this OS');

const SECRET = 'Throwaway~reveal/9x+%20=';
const { common, connections, report } = words;
const CLIENT_SECRET = 'Client Secret';
const SHOW = common.action.show.replace('{{what}}', CLIENT_SECRET);
const HIDE = common.action.hide.replace('{{what}}', CLIENT_SECRET);
const COPY = common.action.copyNamed.replace('{{what}}', CLIENT_SECRET);
const values = {
  redirectUrl: 'https://sms.maple.test/onsis/callback',
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://127.0.0.1:1/authorize',
  tokenUrl: 'https://127.0.0.1:1/token',
  apiUrl: 'https://127.0.0.1:1/onsis',
  scopes: 'onsis.read',
};

/** On the page of a finished connection. */
async function openKept(page: Page): Promise<void> {
  await keepConnection(page, { name: 'Maple DSB', values, secret: SECRET });
  await openPage(page);
}

async function openPage(page: Page): Promise<void> {
  await press(page, filled(connections.action.named.replace('{{action}}', connections.action.open)));
  await expect(button(page, SHOW)).toBeEnabled();
}

const shown = (page: Page) => page.getByText(SECRET, { exact: true });
const isInPage = (page: Page): Promise<boolean> =>
  page.evaluate((text) => document.documentElement.textContent.includes(text), SECRET);
const clipboardOf = ({ app }: LaunchedApp): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

test('shown with no network at all, after a restart', async ({ launch }) => {
  const first = await launch();
  await keepConnection(first.page, { name: 'Maple DSB', values, secret: SECRET });
  await first.close();

  const { app, page } = await launch();
  await app.evaluate(() => {
    // The driver itself holds a connection to the app, so the network is cut inside it: nothing is connected to
    // any more but files, such as the session bus, behind which the keyring lives.
    const { Socket } = process.getBuiltinModule('node:net');
    const tried: string[] = [];
    Object.assign(globalThis, { tried });
    const connect = Socket.prototype.connect;
    Socket.prototype.connect = function (...args: unknown[]) {
      const [target] = args.flat();
      const isFile = typeof target === 'string' || (target as { readonly path?: string }).path !== undefined;
      if (isFile) return Reflect.apply(connect, this, args);
      tried.push(JSON.stringify(target));
      return this.destroy(Object.assign(new Error('There is no network'), { code: 'ENETUNREACH' }));
    };
  });
  const tried = (): Promise<readonly string[]> =>
    app.evaluate(() => Reflect.get(globalThis, 'tried') as string[]);
  await openPage(page);
  await press(page, SHOW);
  await expect(shown(page)).toBeVisible();
  await expect(page.getByText(filled(common.field.hiddenIn))).toBeVisible();
  await press(page, HIDE);
  await expect(shown(page)).toHaveCount(0);
  expect(await tried()).toEqual([]);

  // It really is cut: what needs the network does not get it, and the secret is shown all the same.
  await press(page, connections.page.testNow);
  await expect(page.getByText(report.heading.stopped_one, { exact: true }).first()).toBeVisible();
  expect(await tried()).not.toEqual([]);
  await press(page, SHOW);
  await expect(shown(page)).toBeVisible();
});

test('thirty seconds: hidden and counted down, and off the clipboard if it is still there', async ({
  desktop,
  launch,
}) => {
  test.setTimeout(120_000);
  // Beside it, somebody who copies something else meanwhile.
  const otherDesktop: Desktop = await startDesktop();
  const [here, there] = await Promise.all([launch(), launchApp(otherDesktop)]);
  expect(desktop.folder).not.toBe(otherDesktop.folder);
  await Promise.all([openKept(here.page), openKept(there.page)]);
  await press(there.page, COPY);
  await expect.poll(() => clipboardOf(there)).toBe(SECRET);
  await there.app.evaluate(({ clipboard }) => clipboard.writeText('something of the person’s own'));

  const { page } = here;
  await press(page, COPY);
  await expect.poll(() => clipboardOf(here)).toBe(SECRET);
  const copied = performance.now();
  await press(page, SHOW);
  await expect(shown(page)).toBeVisible();
  const shownAt = performance.now();
  const countdown = page.getByText(filled(common.field.hiddenIn));
  await expect(countdown).toHaveText(/\b(30|29|28)\b/);
  await expect(countdown).toHaveText(/\b2[0-5]\b/);

  await expect(shown(page)).toHaveCount(0, { timeout: 40_000 });
  const showed = performance.now() - shownAt;
  expect(showed).toBeGreaterThan(28_000);
  expect(showed).toBeLessThan(34_000);
  expect(await isInPage(page)).toBe(false);
  await expect.poll(() => clipboardOf(here), { timeout: 10_000 }).toBe('');
  expect(performance.now() - copied).toBeGreaterThan(29_000);
  expect(await clipboardOf(there)).toBe('something of the person’s own');
  await there.close();
  await otherDesktop.stop();
});

test('hidden when the window loses the focus, when it is left, and by its own button', async ({ launch }) => {
  const { app, page } = await launch();
  await openKept(page);
  const show = async (): Promise<void> => {
    await press(page, SHOW);
    await expect(shown(page)).toBeVisible();
    expect(await isInPage(page)).toBe(true);
  };

  await show();
  // Another window takes the focus, as another program's would.
  await app.evaluate(({ BrowserWindow }) => {
    const other = new BrowserWindow({ width: 200, height: 200 });
    other.focus();
  });
  await expect(shown(page)).toHaveCount(0);
  expect(await isInPage(page)).toBe(false);

  // The screen was locked.
  await show();
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await expect(shown(page)).toHaveCount(0);

  await show();
  await press(page, connections.page.back);
  await expect(heading(page, connections.title)).toBeVisible();
  expect(await isInPage(page)).toBe(false);
  await openPage(page);
  expect(await isInPage(page)).toBe(false);

  await show();
  await press(page, HIDE);
  await expect(shown(page)).toHaveCount(0);
});

/** Writes what the app does to the clipboard into a file, since nobody can ask it after it has quit. */
async function watchClipboard({ app }: LaunchedApp, file: string): Promise<void> {
  await app.evaluate(({ clipboard }, path) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs');
    const clear = clipboard.clear.bind(clipboard);
    clipboard.clear = (...args) => {
      clear(...args);
      appendFileSync(path, `cleared, now “${clipboard.readText()}”\n`);
    };
  }, file);
}

for (const [what, text, expected] of [
  ['a secret that is still there is taken off the clipboard', null, 'cleared, now “”\n'],
  ['what was copied since is left alone', 'something of the person’s own', ''],
] as const) {
  test(`on quitting, ${what}`, async ({ desktop, launch }) => {
    const file = desktop.writeFile('clipboard-log', '');
    const launched = await launch();
    await openKept(launched.page);
    await watchClipboard(launched, file);
    await press(launched.page, COPY);
    await expect.poll(() => clipboardOf(launched)).toBe(SECRET);
    if (text !== null) await launched.app.evaluate(({ clipboard }, own) => clipboard.writeText(own), text);
    await launched.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
    await waitFor('the app to quit', () => (isRunning(launched.processId) ? undefined : true));
    expect(readFileSync(file, 'utf8')).toBe(expected);
  });
}
