import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { LaunchedApp } from '../support/launch-app';
import { isRunning } from '../support/processes';
import { waitFor } from '../support/wait-for';
import { button, heading, keepConnection, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, words } from './walkthrough/words';

/* A stored secret: revealed without any network, for a limited time, and on the clipboard no longer than needed. */

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

/** Opens a finished connection's page. */
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
    // The driver needs its own connection to the app, so the network is cut inside it: it can connect only to files,
    // such as the session bus, through which it reaches the keyring.
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

  // It really is cut: a test fails, and the secret can still be revealed.
  await press(page, connections.page.testNow);
  await expect(page.getByText(report.heading.stopped_one, { exact: true }).first()).toBeVisible();
  expect(await tried()).not.toEqual([]);
  await press(page, SHOW);
  await expect(shown(page)).toBeVisible();
});

/** Holds back main's timers of ten seconds or more until `waited` releases them. */
async function holdTime({ app }: LaunchedApp) {
  await app.evaluate(() => {
    const { setTimeout: start, clearTimeout: stop } = globalThis;
    const late = new Map<unknown, { readonly work: () => void; readonly ms: number }>();
    Object.assign(globalThis, {
      late,
      setTimeout: (work: () => void, ms = 0, ...rest: unknown[]) => {
        if (ms < 10_000) return start(work, ms, ...rest);
        const timer = start(() => undefined, 0);
        late.set(timer, { work, ms });
        return timer;
      },
      clearTimeout: (timer: NodeJS.Timeout) => {
        late.delete(timer);
        stop(timer);
      },
    });
  });
  return {
    /** Their delays, ms. */
    waited: (): Promise<readonly number[]> =>
      app.evaluate(() => {
        const late = Reflect.get(globalThis, 'late') as Map<unknown, { work: () => void; ms: number }>;
        const due = [...late.values()];
        late.clear();
        for (const { work } of due) work();
        return due.map(({ ms }) => ms);
      }),
  };
}

test('thirty seconds: hidden and counted down, and off the clipboard if it is still there', async ({
  launch,
}) => {
  const launched = await launch();
  const { app, page } = launched;
  await openKept(page);
  const main = await holdTime(launched);
  await page.clock.install();

  await press(page, SHOW);
  await expect(shown(page)).toBeVisible();
  const countdown = page.getByText(filled(common.field.hiddenIn));
  await expect(countdown).toHaveText(/\b(30|29|28)\b/);
  await page.clock.fastForward(20_000);
  await expect(countdown).toHaveText(/\b([5-9]|10)\b/);
  await expect(shown(page)).toBeVisible();
  await page.clock.fastForward(11_000);
  await expect(shown(page)).toHaveCount(0);
  expect(await isInPage(page)).toBe(false);

  await press(page, COPY);
  await expect.poll(() => clipboardOf(launched)).toBe(SECRET);
  expect(await main.waited()).toEqual([30_000]);
  await expect.poll(() => clipboardOf(launched)).toBe('');

  await press(page, COPY);
  await expect.poll(() => clipboardOf(launched)).toBe(SECRET);
  await app.evaluate(({ clipboard }) => clipboard.writeText('something of the person’s own'));
  expect(await main.waited()).toEqual([30_000]);
  // Everything scheduled afterwards has run.
  await app.evaluate(() => new Promise<void>((done) => setImmediate(done)));
  expect(await clipboardOf(launched)).toBe('something of the person’s own');
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
  // Another window takes the focus, as another program would.
  await app.evaluate(({ BrowserWindow }) => {
    const other = new BrowserWindow({ width: 200, height: 200 });
    other.focus();
  });
  await expect(shown(page)).toHaveCount(0);
  expect(await isInPage(page)).toBe(false);

  // The screen is locked; the computer goes to sleep, or has woken up without notice.
  for (const event of ['lock-screen', 'suspend', 'resume'] as const) {
    await show();
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    await expect(shown(page), event).toHaveCount(0);
    expect(await isInPage(page)).toBe(false);
  }

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

/** Logs the app's clipboard calls to a file, because it cannot be queried after it has quit. */
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

test('when a damaged page ends the program, the secret is taken off the clipboard, and the details stay there', async ({
  desktop,
  launch,
}) => {
  const file = desktop.writeFile('clipboard-log', '');
  const launched = await launch();
  const { app, page, processId } = launched;
  await openKept(page);
  await press(page, COPY);
  await expect.poll(() => clipboardOf(launched)).toBe(SECRET);
  await app.evaluate(({ app, clipboard, dialog }, path) => {
    const fs = process.getBuiltinModule('node:fs');
    const { appendFileSync, readFileSync } = fs;
    const note = (when: string) => appendFileSync(path, `${when} “${clipboard.readText()}”\n`);
    const exit = app.exit.bind(app);
    app.exit = (code) => {
      note('at the end');
      exit(code);
    };
    // As if the user chose to copy the details.
    dialog.showMessageBoxSync = () => {
      note('asked');
      return 0;
    };
    // The page's script becomes unreadable.
    Reflect.set(fs, 'readFileSync', (...args: Parameters<typeof readFileSync>) => {
      if (/begin-[^/]+\.js/.test(String(args[0]))) throw new Error('damaged');
      return readFileSync(...args);
    });
    process.getBuiltinModule('node:module').syncBuiltinESMExports();
  }, file);
  await page.reload().catch(() => undefined);
  await waitFor('the app to end', () => (isRunning(processId) ? undefined : true));
  const log = readFileSync(file, 'utf8');
  expect(log).toMatch(/^asked “”\nat the end “\{\n {2}"version"/);
  expect(log).not.toContain(SECRET);
});

test('X11’s selection clipboard takes only dots from a masked field, on which a typed secret relies', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await page.evaluate(() => {
    for (const [at, type] of ['text', 'password'].entries()) {
      const field = document.createElement('input');
      Object.assign(field, { type, id: `a-${type}-field`, value: 'typed' });
      field.style.cssText = `position: fixed; z-index: 9; top: ${at * 60}px; left: 0`;
      document.body.append(field);
    }
  });
  const version = await app.evaluate(() => Number.parseInt(process.versions.electron, 10));
  test.skip(version >= 44, 'Electron’s new clipboard reads no selection');
  const selected = () =>
    app.evaluate(({ clipboard }): string => Reflect.apply(clipboard.readText, clipboard, ['selection']));
  await page.locator('#a-text-field').click({ clickCount: 3 });
  // An ordinary field gives its content.
  await expect.poll(selected).toBe('typed');
  await page.locator('#a-password-field').click({ clickCount: 3 });
  await expect.poll(selected).toBe('•••••');
});
