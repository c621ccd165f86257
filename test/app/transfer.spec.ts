import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { filesHolding, findSecret } from '../support/canary';
import { type Desktop, startDesktop } from '../support/desktop';
import { keepassxc } from '../support/keepassxc';
import { type LaunchedApp, launchApp } from '../support/launch-app';
import { listenIn, overheard } from '../support/listen-in';
import { stagePackedAppWithInspectFuse } from '../support/packed-app';
import { answerDialogs, ask, button, heading, keepConnection, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, words } from './walkthrough/words';

/* Moves connections to another computer through the real window, as built and as shipped. */

test.skip(process.platform !== 'linux', 'not for this OS');

const CANARY = 'Canary~Move/8f3a1c+%20=Zq';
const PASSWORD = 'Passw0rd-canary lantern orchard velvet';
const { connections, transfer } = words;
const values = {
  redirectUrl: 'https://sms.maple.test/onsis/callback',
  clientId: 'onsis-maple-4821',
  authenticationUrl: 'https://127.0.0.1:1/authorize',
  tokenUrl: 'https://127.0.0.1:1/token',
  apiUrl: 'https://127.0.0.1:1/onsis',
  scopes: 'onsis.read',
};

/** Measures, from now on, the main process's longest unresponsive period. */
const watchMain = ({ app }: LaunchedApp): Promise<void> =>
  app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks');
    const away = monitorEventLoopDelay({ resolution: 5 });
    away.enable();
    Object.assign(globalThis, { away, watchedSince: performance.now() });
  });
/** The longest unresponsive period as a share of the elapsed time: work in one piece would take up most of it. */
const shareAway = ({ app }: LaunchedApp): Promise<number> =>
  app.evaluate(() => {
    const { max } = Reflect.get(globalThis, 'away') as { readonly max: number };
    return max / 1e6 / (performance.now() - Number(Reflect.get(globalThis, 'watchedSince')));
  });
const MOST_AWAY = 1 / 4;

const typeTwice = async (page: Page): Promise<void> => {
  await page.locator('input[type=password]').nth(0).fill(PASSWORD);
  await page.locator('input[type=password]').nth(1).fill(PASSWORD);
  // The dictionaries have loaded and rate it as strong.
  await expect(page.locator('[data-enough]')).toBeVisible();
};

async function exportAll({ page }: LaunchedApp): Promise<void> {
  await press(page, connections.move);
  await press(page, transfer.choose.databaseAction);
  await typeTwice(page);
  await press(page, filled(transfer.export.action_one));
  await expect(heading(page, transfer.exported.title)).toBeVisible();
}

async function bringIn({ page }: LaunchedApp, password = PASSWORD): Promise<void> {
  await press(page, connections.move);
  await press(page, transfer.choose.bringAction);
  await page.locator('input[type=password]').fill(password);
  await press(page, transfer.password.action);
}

/** A separate computer for the other end, with its own keyring. */
async function elsewhere(from: string, work: (there: Desktop, path: string) => Promise<void>): Promise<void> {
  const there = await startDesktop();
  try {
    const path = there.writeFile('carried.kdbx', '');
    writeFileSync(path, readFileSync(from));
    await work(there, path);
  } finally {
    await there.stop();
  }
}

async function expectImported(launched: LaunchedApp): Promise<void> {
  const { page } = launched;
  await expect(heading(page, transfer.preview.title)).toBeVisible();
  await press(page, transfer.preview.action_one);
  await expect(heading(page, transfer.imported.title)).toBeVisible();
  const [only] = (await ask(page, 'start', null)).connections;
  expect(only).toMatchObject({ name: 'Maple DSB', system: 'onsis', lastCheck: null });
  const id = only?.id ?? '';
  const opened = await ask(page, 'open-connection', { id });
  expect(opened.connection.values).toEqual(values);
  expect(opened.secrets).toEqual({ clientSecret: 'saved' });
  expect((await ask(page, 'reveal-secret', { id, field: 'clientSecret' })).secret).toBe(CANARY);
}

test('exported, opened by KeePassXC, brought in elsewhere and taken back; the main process stays free and no secret stands anywhere', async ({
  desktop,
  launch,
}) => {
  const here = await launch();
  await keepConnection(here.page, { name: 'Maple DSB', values, secret: CANARY });
  const path = join(desktop.home, 'carried.kdbx');
  await answerDialogs(here, path);
  await listenIn(here);
  await watchMain(here);
  await exportAll(here);
  // Sealing and opening takes seconds here, none of it in the main process.
  expect(await shareAway(here)).toBeLessThan(MOST_AWAY);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const shown = keepassxc(
    ['show', '-s', '-a', 'Password', path, 'OnSIS/Maple DSB (test)'],
    [PASSWORD],
    '/tmp',
  );
  expect(shown).toBe(`${CANARY}\n`);
  const history = await ask(here.page, 'read-history', { id: null });
  expect(history.entries[0]).toMatchObject({ field: 'clientSecret', action: 'exported' });

  // A second export under the same name replaces nothing.
  await press(here.page, transfer.imported.list);
  await press(here.page, connections.move);
  await press(here.page, transfer.choose.databaseAction);
  await typeTwice(here.page);
  await press(here.page, filled(transfer.export.action_one));
  await expect(here.page.getByText(transfer.export.alreadyThere)).toBeVisible();

  const said = await overheard(here);
  expect(said.map(({ channel }) => channel)).toContain('export-database');
  const open = said.filter(
    ({ text }) => findSecret(Buffer.from(text), CANARY) !== null || text.includes(PASSWORD),
  );
  expect(open).toEqual([]);
  await here.close();
  expect(findSecret(Buffer.from(here.output()), CANARY)).toBeNull();
  for (const secret of [CANARY, PASSWORD]) expect(filesHolding(desktop.folder, secret)).toEqual([]);

  await elsewhere(path, async (there, carried) => {
    const launched = await launchApp(there);
    await answerDialogs(launched, carried);
    await bringIn(launched, 'not this one');
    await expect(launched.page.getByText(transfer.problem['wrong-password'].title)).toBeVisible();
    expect((await ask(launched.page, 'start', null)).connections).toEqual([]);
    await watchMain(launched);
    await launched.page.locator('input[type=password]').fill(PASSWORD);
    await press(launched.page, transfer.password.action);
    await expectImported(launched);
    expect(await shareAway(launched)).toBeLessThan(MOST_AWAY);
    await press(launched.page, transfer.imported.takeBack);
    await expect(heading(launched.page, transfer.imported.takenBack)).toBeVisible();
    expect((await ask(launched.page, 'start', null)).connections).toEqual([]);
    await launched.close();
    for (const secret of [CANARY, PASSWORD]) expect(filesHolding(there.folder, secret)).toEqual([]);
  });
});

test('as it ships: the packed app exports, and brings in what was exported', async ({ desktop, launch }) => {
  const here = await launch({ program: stagePackedAppWithInspectFuse(desktop.user) });
  await keepConnection(here.page, { name: 'Maple DSB', values, secret: CANARY });
  const path = join(desktop.home, 'carried.kdbx');
  await answerDialogs(here, path);
  await exportAll(here);
  const [only] = (await ask(here.page, 'start', null)).connections;
  await ask(here.page, 'delete-connection', { id: only?.id ?? '' });
  await here.page.reload();
  await bringIn(here);
  await expectImported(here);
});

test('the settings of one connection: plain, without the secret, as the command line reads them', async ({
  desktop,
  launch,
}) => {
  const launched = await launch();
  const { page } = launched;
  await keepConnection(page, { name: 'Maple DSB', values, secret: CANARY });
  const path = join(desktop.home, 'settings.json');
  await answerDialogs(launched, path);
  await press(page, filled(connections.action.named.replace('{{action}}', connections.action.open)));
  await press(page, connections.action.export);
  await press(page, transfer.choose.settingsAction);
  await press(page, transfer.export.settingsAction_one);
  await expect(heading(page, transfer.exported.title)).toBeVisible();
  const text = readFileSync(path, 'utf8');
  expect(JSON.parse(text)).toEqual({ system: 'onsis', name: 'Maple DSB', environment: 'test', values });
  expect(findSecret(Buffer.from(text), CANARY)).toBeNull();
  await press(page, transfer.imported.list);
  // The same again: nothing to import.
  await press(page, connections.move);
  await press(page, transfer.choose.bringAction);
  await expect(heading(page, transfer.preview.nothing)).toBeVisible();
  await expect(button(page, transfer.preview.action_one)).toHaveCount(0);
});
