import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProtectionReason } from '@contract/keyring';
import type { ElectronApplication, Page } from '@playwright/test';
import { filesHolding } from '../support/canary';
import type { Desktop } from '../support/desktop';
import {
  answerWallet,
  closeWallet,
  createWallet,
  enterWalletPassword,
  openWallet,
  walletBackend,
  walletDialogs,
  walletUsers,
} from '../support/kwallet';
import type { LaunchedApp } from '../support/launch-app';
import { runAppToEnd } from '../support/run-app';
import { stageApp } from '../support/staged-app';
import { waitFor } from '../support/wait-for';
import { ask, button, fillIn, keepPowerschool, press } from '../support/window';
import { expect, test } from './app-fixture';
import { FIELD, standAtEnter } from './one-secret';
import { words } from './walkthrough/words';

/* KDE's real wallet daemon in every state; its dialogs are answered by keyboard. */

test.skip(process.platform !== 'linux', 'not for this OS');

const CANARY = 'Canary~kwallet/5d+%20=';
const { common } = words;

const place = ({ user, env, home }: Desktop) => ({ user, env, cwd: home });

/** The record on disk; null if there is none. */
function record({ userData }: Pick<LaunchedApp, 'userData'>) {
  const text = readFileSync(join(userData, 'connections.json'), 'utf8');
  const backend = /"backend":"([^"]+)"/.exec(text)?.[1];
  const cipher = /"cipher":"([^"]+)"/.exec(text)?.[1];
  return backend === undefined || cipher === undefined
    ? null
    : { backend, prefix: Buffer.from(cipher, 'base64').subarray(0, 3).toString() };
}

async function expectSaid(page: Page, reason: Exclude<ProtectionReason, 'ready'>): Promise<void> {
  await expect(page.getByText(common.unprotected[reason].title, { exact: true })).toBeVisible();
  await expect(page.getByText(common.unprotected[reason].todo, { exact: true })).toBeVisible();
}

/** Types a secret and expects it to be saved through KWallet. */
async function expectKept(app: LaunchedApp): Promise<void> {
  await fillIn(app.page, { [FIELD]: CANARY });
  await expect(app.page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  expect(record(app)).toEqual({ backend: walletBackend(), prefix: 'v11' });
}

async function expectForThisRunOnly(app: LaunchedApp, desktop: Desktop): Promise<void> {
  await fillIn(app.page, { [FIELD]: CANARY });
  await expect(app.page.getByText(common.field.secretSession, { exact: true })).toBeVisible();
  expect(record(app)).toBeNull();
  expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
}

/** How many times a timer in the main process fired within a period. */
const heartbeats = (app: ElectronApplication): Promise<number> =>
  app.evaluate(
    () =>
      new Promise<number>((done) => {
        let beats = 0;
        const timer = setInterval(() => {
          beats += 1;
        }, 20);
        setTimeout(() => {
          clearInterval(timer);
          done(beats);
        }, 1_000);
      }),
  );

test.describe('a wallet that signing in opened', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'open' } } });

  test('protects the secret without a word, and is handed back', async ({ desktop, launch }) => {
    const app = await launch();
    const id = await standAtEnter(app.page);
    await expect(app.page.getByText(common.kept.kde).filter({ visible: true }).first()).toBeVisible();
    await expectKept(app);
    expect(await walletDialogs(place(desktop))).toEqual([]);
    // KWallet counts no users any more, so it may close when idle.
    expect(await walletUsers(place(desktop))).not.toContain('School');
    await app.close();
    const { page } = await launch();
    expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
  });

  test('still opens what it encrypted under the name of another generation', async ({ desktop, launch }) => {
    const app = await launch();
    const id = await standAtEnter(app.page);
    await expectKept(app);
    await app.close();
    const other = walletBackend() === 'kwallet5' ? 'kwallet6' : 'kwallet5';
    const text = readFileSync(join(app.userData, 'connections.json'), 'utf8');
    desktop.writeFile('user-data/connections.json', text.replaceAll(walletBackend(), other));
    expect(record(app)?.backend).toBe(other);
    const { page } = await launch();
    expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
  });

  // KDE starts some programs without the desktop's version; Chromium then looks for KDE 4's wallet.
  const sessions = [
    ['KDE without the desktop’s version', { KDE_SESSION_VERSION: '' }],
    ['a desktop that Chromium does not know', { XDG_CURRENT_DESKTOP: 'i3', KDE_SESSION_VERSION: '' }],
  ] as const;
  for (const [session, env] of sessions) {
    test(`is found on ${session}`, async ({ launch }) => {
      const app = await launch({ env });
      await standAtEnter(app.page);
      await expect(app.page.getByText(common.kept.kde).filter({ visible: true }).first()).toBeVisible();
      await expectKept(app);
    });
  }
});

test.describe('a wallet that asks about each program', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'open', promptOnOpen: true } } });

  test('asks when told to, main stays free meanwhile, and “Allow Always” is asked once', async ({
    desktop,
    launch,
  }) => {
    const app = await launch();
    const { page } = app;
    await standAtEnter(page);
    await expectSaid(page, 'needs-permission');
    const free = await heartbeats(app.app);
    expect(await walletDialogs(place(desktop))).toEqual([]);

    await press(page, common.action.askWallet);
    await waitFor('the dialog', async () => (await walletDialogs(place(desktop)))[0]);
    expect(await heartbeats(app.app)).toBeGreaterThan(free / 2);
    await expect(button(page, common.action.unlocking)).toBeVisible();
    // What is typed meanwhile is session-only, and is saved once the wallet is open.
    await expectForThisRunOnly(app, desktop);
    await answerWallet(place(desktop), 'allow always');
    await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
    expect(record(app)).toEqual({ backend: walletBackend(), prefix: 'v11' });
    await expect(page.getByText(common.unprotected['needs-permission'].title, { exact: true })).toHaveCount(
      0,
    );
    await app.close();

    const again = await launch();
    expect(await ask(again.page, 'keyring', null)).toMatchObject({ reason: 'ready' });
    expect(await walletDialogs(place(desktop))).toEqual([]);
  });

  test('“Allow Once” is enough for this run, and is asked again in the next', async ({ desktop, launch }) => {
    const app = await launch();
    await standAtEnter(app.page);
    await press(app.page, common.action.askWallet);
    await answerWallet(place(desktop), 'allow once');
    await expectKept(app);
    await app.close();
    const { page } = await launch();
    expect(await ask(page, 'keyring', null)).toMatchObject({ reason: 'needs-permission' });
  });

  test('“Deny” is told as a refusal, and can be asked again', async ({ desktop, launch }) => {
    const app = await launch();
    await standAtEnter(app.page);
    await press(app.page, common.action.askWallet);
    await answerWallet(place(desktop), 'deny');
    await expectSaid(app.page, 'access-denied');
    await expectForThisRunOnly(app, desktop);
    await press(app.page, common.action.askWalletAgain);
    await answerWallet(place(desktop), 'allow once');
    await expect(app.page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  });

  test('“Deny Forever” is told with how to undo it, also after the next start', async ({
    desktop,
    launch,
  }) => {
    const app = await launch();
    await standAtEnter(app.page);
    await press(app.page, common.action.askWallet);
    await answerWallet(place(desktop), 'deny forever');
    await expectSaid(app.page, 'access-blocked');
    await expect(button(app.page, common.action.askWalletAgain)).toHaveCount(0);
    await expectForThisRunOnly(app, desktop);
    await app.close();
    const { page } = await launch();
    expect(await ask(page, 'keyring', null)).toMatchObject({ reason: 'access-blocked' });
  });

  test('a dialog that nobody answers can be left, and main never waits for it', async ({
    desktop,
    launch,
  }) => {
    const app = await launch();
    const { page } = app;
    await standAtEnter(page);
    await press(page, common.action.askWallet);
    await waitFor('the dialog', async () => (await walletDialogs(place(desktop)))[0]);
    await press(page, common.action.cancel);
    await expect(button(page, common.action.askWallet)).toBeEnabled();
    await expectForThisRunOnly(app, desktop);
    // The dialog belongs to KDE and stays; answering it late admits nobody who has gone.
    await answerWallet(place(desktop), 'allow once');
    expect(await ask(page, 'keyring', null)).toMatchObject({ reason: 'needs-permission' });
  });
});

test.describe('a closed wallet', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'locked' } } });

  test('is told as locked, and the secret is kept once it is opened elsewhere', async ({
    desktop,
    launch,
  }) => {
    const app = await launch();
    await standAtEnter(app.page);
    await expectSaid(app.page, 'locked');
    await expectForThisRunOnly(app, desktop);
    await press(app.page, common.action.unlock);
    await answerWallet(place(desktop), 'cancel');
    await expect(button(app.page, common.action.unlock)).toBeEnabled();
    await openWallet(place(desktop));
    await expect(app.page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
    expect(record(app)).toEqual({ backend: walletBackend(), prefix: 'v11' });
  });
});

test.describe('a person without a wallet', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'none' } } });

  test('makes one in KDE’s own dialogs, and opens it by its password after it was closed', async ({
    desktop,
    launch,
  }) => {
    const app = await launch();
    const id = await standAtEnter(app.page);
    await expectSaid(app.page, 'not-created');
    await press(app.page, common.action.createKeyring);
    await createWallet(place(desktop));
    await expectKept(app);
    await app.close();
    await closeWallet(place(desktop));
    const { page } = await launch();
    expect(await ask(page, 'keyring', null)).toMatchObject({ reason: 'locked' });
    const unlocked = ask(page, 'unlock-keyring', null);
    await enterWalletPassword(place(desktop));
    expect(await unlocked).toMatchObject({ reason: 'ready' });
    expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
  });
});

test.describe('a wallet that is switched off', () => {
  // The bus starts the daemon, which exits at once without answering.
  test.use({ desktopOptions: { wallet: { wallet: 'none', enabled: false }, services: true } });

  test('is told as such, with what helps on KDE', async ({ desktop, launch }) => {
    const app = await launch();
    await standAtEnter(app.page);
    await expectSaid(app.page, 'switched-off');
    await expectForThisRunOnly(app, desktop);
  });
});

test.describe('a KDE session without a wallet daemon', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'none', daemon: false } } });

  test('is told as such, with what helps on KDE', async ({ desktop, launch }) => {
    const app = await launch();
    await standAtEnter(app.page);
    await expectSaid(app.page, 'no-wallet');
    await expectForThisRunOnly(app, desktop);
  });
});

test.describe('a session whose Secret Service is KDE’s wallet', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'open' } } });

  test('is never offered a second wallet, whatever keyring the program is told to use', async ({
    desktop,
    launch,
  }) => {
    const app = await launch({ args: ['--password-store=gnome-libsecret'] });
    await standAtEnter(app.page);
    await expectSaid(app.page, 'not-shared');
    await expect(button(app.page, common.action.createKeyring)).toHaveCount(0);
    await expectForThisRunOnly(app, desktop);
  });
});

/** cron's environment, plus the bus address that the user put into the crontab. */
function cron(desktop: Desktop, words: readonly string[]) {
  const kept = ['HOME', 'PATH', 'DBUS_SESSION_BUS_ADDRESS', 'WIZARD_TEST_DESKTOP'];
  const env = Object.fromEntries(Object.entries(desktop.env).filter(([name]) => kept.includes(name)));
  const switches = ['--ozone-platform=headless', '--log-level=3', '--disable-gpu', '--'];
  return runAppToEnd({ ...desktop, env }, stageApp(desktop.user), [...switches, 'check', ...words]);
}
/** Nobody listens there: a check that has its secret ends at the connection step. */
const SERVER = 'https://127.0.0.1:9';

test.describe('the command line from cron', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'open' } } });

  test('opens a secret with the wallet that wrote it', async ({ desktop, launch }) => {
    const app = await launch();
    const id = await keepPowerschool(app.page, SERVER, CANARY);
    expect(record(app)?.backend).toBe(walletBackend());
    await app.close();
    const { status, output } = await cron(desktop, ['--saved', id, '--lang', 'en']);
    expect(output).not.toContain('secret');
    expect(status).toBe(1);
  });
});

test.describe('the command line from cron, where both keyrings run', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'open' }, keyring: 'unlocked' } });

  test('with secrets of two keyrings: each alone is opened, together the other one is named', async ({
    desktop,
    launch,
  }) => {
    const wallet = await launch();
    const ofWallet = await keepPowerschool(wallet.page, SERVER, CANARY);
    await keepPowerschool(wallet.page, SERVER, CANARY, { environment: 'production' });
    await wallet.close();
    // The same user on another desktop.
    const keyring = await launch({ args: ['--password-store=gnome-libsecret'] });
    const ofKeyring = await keepPowerschool(keyring.page, SERVER, CANARY);
    expect(await ask(keyring.page, 'keyring', null)).toMatchObject({ reason: 'ready' });
    await keyring.close();
    for (const id of [ofWallet, ofKeyring]) {
      expect((await cron(desktop, ['--saved', id])).status).toBe(1);
    }
    const { status, said } = await cron(desktop, ['--saved', ofWallet, ofKeyring, '--lang', 'en']);
    expect(status).toBe(3);
    expect(said.filter((line) => line.includes('was kept by GNOME Keyring'))).toHaveLength(1);
  });
});

test.describe('the command line from cron, with a wallet that asks about each program', () => {
  test.use({ desktopOptions: { wallet: { wallet: 'open', promptOnOpen: true } } });

  test('brings up no dialog, and says what to do in the window', async ({ desktop, launch }) => {
    const app = await launch();
    const id = await keepPowerschool(app.page, SERVER, CANARY);
    expect(await ask(app.page, 'keyring', null)).toMatchObject({ reason: 'needs-permission' });
    const unlocked = ask(app.page, 'unlock-keyring', null);
    await answerWallet(place(desktop), 'allow once');
    expect(await unlocked).toMatchObject({ reason: 'ready' });
    await waitFor('the secret to be kept', () => record(app) ?? undefined);
    await app.close();
    const { status, said } = await cron(desktop, ['--saved', id, '--lang', 'en']);
    expect(status).toBe(3);
    expect(said.join('\n')).toContain('Allow Always');
    expect(await walletDialogs(place(desktop))).toEqual([]);
  });
});
