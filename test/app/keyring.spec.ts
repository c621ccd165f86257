import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesHolding } from '../support/canary';
import { type Desktop, startDesktop } from '../support/desktop';
import { give } from '../support/desktop-user';
import type { KeyringState } from '../support/keyring';
import { type LaunchedApp, launchApp } from '../support/launch-app';
import { endProcesses, processesWith, processStatus } from '../support/processes';
import { unlockKeyring } from '../support/unlock-keyring';
import { ask, button, call, fillIn, keepConnection, press } from '../support/window';
import { expect, test } from './app-fixture';
import { FIELD, standAtEnter, values } from './one-secret';
import { filled, words } from './walkthrough/words';

/* Real keyrings in every state: what is said, what is saved, and what never is. */

test.skip(process.platform !== 'linux', 'not for this OS');

const CANARY = 'Canary~keyring/5d+%20=';
const { common, connections } = words;
const opened = filled(connections.action.named.replace('{{action}}', connections.action.open));

const storeFile = ({ userData }: Pick<LaunchedApp, 'userData'>): string => join(userData, 'connections.json');

/** The ciphertext on disk, base64-decoded; null if there is none. */
function ciphertext(app: Pick<LaunchedApp, 'userData'>): Buffer | null {
  const cipher = /"cipher":"([^"]+)"/.exec(readFileSync(storeFile(app), 'utf8'))?.[1];
  return cipher === undefined ? null : Buffer.from(cipher, 'base64');
}

/** Main's response times to requests from this page: median and worst. */
async function answerTimes(page: Page): Promise<{ readonly middle: number; readonly worst: number }> {
  const times = await page.evaluate(async () => {
    const [loading] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const start = loading?.loadEventEnd ?? Number.NaN;
    const taken: number[] = [];
    for (let round = 0; round < 15; round += 1) {
      const asked = performance.now();
      await window.wizard.call('start', null);
      taken.push((performance.now() - asked) / start);
    }
    return taken.sort((one, other) => one - other);
  });
  return { middle: times[7] ?? Infinity, worst: times.at(-1) ?? Infinity };
}

async function expectAnswering(page: Page): Promise<void> {
  const { middle, worst } = await answerTimes(page);
  expect(middle).toBeLessThan(1);
  // A blocked main process would answer only after the user has dealt with a password prompt, or never.
  expect(worst).toBeLessThan(100);
}

test('unlocked: nothing needs to be said, and the keyring’s own key protects the secret', async ({
  launch,
}) => {
  const app = await launch();
  const { page } = app;
  await standAtEnter(page);
  await expect(page.getByText(common.kept.gnome).filter({ visible: true }).first()).toBeVisible();
  for (const { title } of Object.values<{ title: string }>(common.unprotected))
    await expect(page.getByText(title)).toHaveCount(0);
  await fillIn(page, { [FIELD]: CANARY });
  await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  // `v10` would be Chromium's public key.
  expect(ciphertext(app)?.subarray(0, 3).toString()).toBe('v11');
});

const unprotected: readonly [KeyringState, keyof typeof common.unprotected][] = [
  ['locked', 'locked'],
  ['not-created', 'not-created'],
  ['none', 'no-keyring'],
  ['no-bus', 'no-session-bus'],
];
for (const [state, reason] of unprotected) {
  test.describe(`keyring ${state}`, () => {
    test.use({ desktopOptions: { keyring: state } });

    test('said before typing; the secret stays in memory, on no disk, and is gone after a restart', async ({
      desktop,
      launch,
    }) => {
      const first = await launch();
      const { page } = first;
      const id = await standAtEnter(page);
      await expect(page.getByText(common.unprotected[reason].title, { exact: true })).toBeVisible();
      await expect(page.getByText(common.unprotected[reason].todo, { exact: true })).toBeVisible();
      await expect(page.locator(`input[name=${FIELD}]`)).toHaveValue('');
      await expectAnswering(page);

      await fillIn(page, { [FIELD]: CANARY });
      await expect(page.getByText(common.field.secretSession, { exact: true })).toBeVisible();
      await expectAnswering(page);
      // It is available in this session.
      expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
      expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
      expect(ciphertext(first)).toBeNull();

      await first.close();
      expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
      const second = await launch();
      await press(second.page, opened);
      await expect(second.page.getByText(connections.secretState.absent, { exact: true })).toBeVisible();
      expect(await call(second.page, 'reveal-secret', { id, field: FIELD })).toEqual({
        ok: false,
        failure: { code: 'secret-absent' },
      });
    });
  });
}

test('a desktop Chromium does not know, with a running keyring, is protected all the same', async ({
  launch,
}) => {
  const app = await launch({ env: { XDG_CURRENT_DESKTOP: 'i3' } });
  const { page } = app;
  await standAtEnter(page);
  await expect(page.getByText(common.kept.gnome).filter({ visible: true }).first()).toBeVisible();
  await fillIn(page, { [FIELD]: CANARY });
  await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  expect(ciphertext(app)?.subarray(0, 3).toString()).toBe('v11');
});

test('locked since: the secret is unreadable, its bytes stay, and it opens again once unlocked', async ({
  desktop,
  launch,
}) => {
  const first = await launch();
  const id = await keepConnection(first.page, { name: 'Maple DSB', values, secret: CANARY });
  const before = ciphertext(first);
  await first.close();
  await desktop.lockKeyring();

  const { page, userData } = await launch();
  await press(page, opened);
  await expect(page.getByText(common.unprotected.locked.title, { exact: true })).toBeVisible();
  await expect(page.getByText(connections.secretState.unreadable, { exact: true })).toBeVisible();
  expect(await call(page, 'reveal-secret', { id, field: FIELD })).toEqual({
    ok: false,
    failure: { code: 'keyring-locked' },
  });
  await expectAnswering(page);
  expect(ciphertext({ userData })).toEqual(before);

  await unlockKeyring(desktop);
  await press(page, common.action.unlock);
  await expect(page.getByText(common.unprotected.locked.title, { exact: true })).toHaveCount(0);
  expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
  expect(ciphertext({ userData })).toEqual(before);
});

test('unlocked elsewhere: it goes on by itself, and what was typed meanwhile is kept', async ({
  desktop,
  launch,
}) => {
  const first = await launch();
  const id = await keepConnection(first.page, { name: 'Maple DSB', values, secret: CANARY });
  await first.close();
  await desktop.lockKeyring();

  const app = await launch();
  const { page } = app;
  await press(page, opened);
  await expect(page.getByText(words.secrets.trouble['keyring-unavailable'].happened)).toBeVisible();
  const before = ciphertext(app);
  await unlockKeyring(desktop);
  await expect(page.getByText(common.unprotected.locked.title, { exact: true })).toHaveCount(0);
  await expect(page.getByText(words.secrets.trouble['keyring-unavailable'].happened)).toHaveCount(0);
  await expect(button(page, common.action.show.replace('{{what}}', 'Client Secret'))).toBeEnabled();
  expect(ciphertext(app)).toEqual(before);
  expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
});

test.describe('typed while the keyring was locked', () => {
  test.use({ desktopOptions: { keyring: 'locked' } });

  test('a secret is kept once it is unlocked, without being asked for again', async ({ desktop, launch }) => {
    const app = await launch();
    const { page } = app;
    const id = await standAtEnter(page);
    await expect(page.getByText(common.unprotected.locked.title, { exact: true })).toBeVisible();
    await fillIn(page, { [FIELD]: CANARY });
    await expect(page.getByText(common.field.secretSession, { exact: true })).toBeVisible();
    await unlockKeyring(desktop);
    await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
    expect(ciphertext(app)?.subarray(0, 3).toString()).toBe('v11');
    await app.close();
    const again = await launch();
    expect(await ask(again.page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
  });
});

const otherBackends: readonly [string, string, string][] = [
  ['kwallet6', 'KDE Wallet (kwallet6)', words.secrets.trouble['backend-changed'].happened],
  ['basic', 'basic_text', words.secrets.trouble['backend-changed'].noneNow],
];
for (const [store, name, happened] of otherBackends) {
  test(`another keyring than the one that wrote (${store}): both are named, nothing is erased`, async ({
    launch,
  }) => {
    const first = await launch();
    const id = await keepConnection(first.page, { name: 'Maple DSB', values, secret: CANARY });
    const before = ciphertext(first);
    await first.close();

    const app = await launch({ args: [`--password-store=${store}`] });
    const { page } = app;
    await press(page, opened);
    const said = happened.replace('{{wroteBy}}', 'GNOME Keyring (gnome_libsecret)').replace('{{now}}', name);
    await expect(page.getByText(said)).toBeVisible();
    await expectAnswering(page);
    expect(await call(page, 'reveal-secret', { id, field: FIELD })).toEqual({
      ok: false,
      failure: { code: 'secret-unreadable' },
    });
    expect(ciphertext(app)).toEqual(before);
    // And it offers a remedy: once re-entered, the secret works for this session, and the stored bytes stay.
    // `first`, because the guide further down has the same name.
    const replace = words.secrets.trouble.replace.replace('{{what}}', 'Client Secret');
    await page.getByRole('button', { name: replace, exact: true }).first().click();
    await fillIn(page, { [FIELD]: `${CANARY}anew` });
    await expect(page.getByText(common.field.secretSession, { exact: true })).toBeVisible();
    expect(ciphertext(app)).toEqual(before);
    await app.close();

    const back = await launch();
    expect(await ask(back.page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
  });
}

test('ciphertext of another user: said as such, nothing erased, the others stay readable', async ({
  desktop,
  launch,
}) => {
  const first = await launch();
  await keepConnection(first.page, { name: 'Maple DSB', values, secret: CANARY });
  await first.close();
  const other = await startDesktop({});
  try {
    const userData = other.makeFolder('user-data');
    other.writeFile('user-data/connections.json', readFileSync(storeFile(first), 'utf8'));
    const app = await launchApp(other, { userData });
    try {
      const { page } = app;
      const before = ciphertext(app);
      await press(page, opened);
      await expect(page.getByText(words.secrets.trouble['not-decryptable'].happened)).toBeVisible();
      const own = await keepConnection(page, { name: 'Oak DSB', values, secret: `${CANARY}own` });
      expect(await ask(page, 'reveal-secret', { id: own, field: FIELD })).toMatchObject({
        secret: `${CANARY}own`,
      });
      expect(readFileSync(storeFile(app), 'utf8')).toContain(before?.toString('base64'));
    } finally {
      await app.close();
    }
  } finally {
    await other.stop();
  }
  expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
});

test.describe('a keyring that goes away', () => {
  // Nothing may restart it during the test.
  test.use({ desktopOptions: { services: false } });

  test('under the running app nothing is weakened; at the next start nothing is erased', async ({
    desktop,
    launch,
  }) => {
    const first = await launch();
    const id = await keepConnection(first.page, { name: 'Maple DSB', values, secret: CANARY });
    const before = ciphertext(first);
    await endProcesses(daemonsOf(desktop));
    await expectAnswering(first.page);
    // This process read the key before and still has it.
    expect(await ask(first.page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: CANARY });
    expect(await ask(first.page, 'save-secret', { id, field: FIELD, secret: `${CANARY}2` })).toEqual({
      state: 'saved',
    });
    expect(ciphertext(first)?.subarray(0, 3).toString()).toBe('v11');
    expect(ciphertext(first)).not.toEqual(before);
    const kept = ciphertext(first);
    await first.close();

    const { page, userData } = await launch();
    await press(page, opened);
    await expect(page.getByText(common.unprotected['no-keyring'].title, { exact: true })).toBeVisible();
    await expect(page.getByText(connections.secretState.unreadable, { exact: true })).toBeVisible();
    await expectAnswering(page);
    expect(ciphertext({ userData })).toEqual(kept);
    expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
  });
});

const daemonsOf = (desktop: Desktop): number[] =>
  processesWith('WIZARD_TEST_DESKTOP', basename(desktop.folder)).filter((pid) =>
    processStatus(pid).get('Name')?.startsWith('gnome-keyring'),
  );

test('one flipped bit: unreadable, nothing erased, and entering it anew replaces it', async ({
  desktop,
  launch,
}) => {
  const first = await launch();
  const id = await keepConnection(first.page, { name: 'Maple DSB', values, secret: CANARY });
  const whole = ciphertext(first);
  await first.close();
  if (whole === null) throw new Error('Nothing was encrypted');
  const flipped = Buffer.from(whole);
  flipped[whole.length - 20] = (whole[whole.length - 20] ?? 0) ^ 1;
  const text = readFileSync(storeFile(first), 'utf8').replace(
    whole.toString('base64'),
    flipped.toString('base64'),
  );
  desktop.writeFile('user-data/connections.json', text);

  const app = await launch();
  const { page } = app;
  await press(page, opened);
  await expect(page.getByText(connections.secretState.unreadable, { exact: true })).toBeVisible();
  await expect(button(page, common.action.show.replace('{{what}}', 'Client Secret'))).toBeDisabled();
  expect(await call(page, 'reveal-secret', { id, field: FIELD })).toEqual({
    ok: false,
    failure: { code: 'secret-unreadable' },
  });
  expect(readFileSync(storeFile(app), 'utf8')).toBe(text);

  await press(page, connections.action.edit);
  await expect(page.getByText(common.field.secretUnreadable)).toBeVisible();
  expect(ciphertext(app)).toEqual(flipped);
  await fillIn(page, { [FIELD]: `${CANARY}anew` });
  await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: `${CANARY}anew` });
});

const damages: readonly [string, (good: string) => string, string][] = [
  ['corrupt', () => '{ "connections": [ not JSON', connections.notice.damaged.connections],
  ['empty', () => '', connections.notice.damaged.connections],
  ['truncated', (good) => good.slice(0, good.length / 2), connections.notice.damaged.connections],
  [
    'of a newer version',
    (good) => good.replace('"version":1', '"version":99'),
    connections.notice.newer.connections,
  ],
];

test('a store file that cannot be read is set aside whole, and the first screen says where', async ({
  desktop,
  launch,
}) => {
  const good = await launch();
  await keepConnection(good.page, { name: 'Maple DSB', values, secret: CANARY });
  await good.close();
  const text = readFileSync(storeFile(good), 'utf8');

  for (const [kind, damage, notice] of damages) {
    const damaged = damage(text);
    expect(damaged).not.toBe(text);
    const folder = `data ${kind}`;
    const userData = desktop.makeFolder(folder);
    desktop.writeFile(`${folder}/connections.json`, damaged);
    // The folder of generations exists, as it would.
    desktop.makeFolder(`${folder}/generations`);
    for (const name of readdirSync(join(good.userData, 'generations'))) {
      const copy = join(userData, 'generations', name);
      copyFileSync(join(good.userData, 'generations', name), copy);
      give(desktop.user, copy);
    }
    const { page, close } = await launch({ userData });
    await expect(page.locator('main').getByText(notice), kind).toBeVisible();
    const shown = page.locator('main [data-tone=warning] .value');
    const path = await shown.innerText();
    expect(path.startsWith(join(userData, 'connections'))).toBe(true);
    expect(readFileSync(path, 'utf8'), kind).toBe(damaged);
    const { connections: kept } = await ask(page, 'start', null);
    // A newer version's file is not damage: nothing older replaces it.
    expect(
      kept.map(({ name }) => name),
      kind,
    ).toEqual(kind === 'of a newer version' ? [] : ['Maple DSB']);
    await close();
  }
});
