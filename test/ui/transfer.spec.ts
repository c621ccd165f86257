import type { Page } from '@playwright/test';
import type { Scenario } from '../fakes/bridge';
import { en, fr, type Words } from '../support/window-words';
import { expect, test } from './app-fixture';
import { callsTo } from './finders';
import { fullList, SECRET } from './saved';
import { GOOD_PASSWORD, preview } from './transfer-screens';

/* Moving connections: each click sends exactly what it announced. */

const list = fullList();
const ids = (list.connections ?? []).map(({ id }) => id);
const secrets = Object.fromEntries(ids.map((id) => [id, { clientSecret: SECRET }]));
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true }).click();

test('an export sends the secrets it named and no others; the password does not stay in the window', async ({
  open,
  page,
}) => {
  await open({
    ...list,
    secrets,
    transfer: { states: { [ids[1] ?? '']: { clientSecret: 'unreadable' } } },
  });
  await press(page, en.connections.move);
  await press(page, en.transfer.choose.databaseAction);
  const ticks = page.getByRole('checkbox');
  await expect(ticks).toHaveCount(5);
  await expect(page.getByText('With the Client Secret')).toHaveCount(3);
  await expect(page.getByText(/is not in it: it cannot be opened here now/)).toBeVisible();
  // The third is not exported.
  await ticks.nth(3).press('Space');
  const action = page.getByRole('button', { name: 'Export 3 connections with 2 secrets' });
  await action.click();
  await expect(page.getByText('At least 8 characters.')).toBeVisible();
  await page.getByRole('textbox', { name: en.transfer.export.password, exact: true }).fill(GOOD_PASSWORD);
  await page.getByRole('textbox', { name: en.transfer.export.repeat, exact: true }).fill(`${GOOD_PASSWORD}x`);
  await expect(page.getByText('Very strong')).toBeVisible();
  await action.click();
  await expect(page.getByText(en.transfer.export.differs)).toBeVisible();
  expect(await callsTo(page, 'export-database')).toEqual([]);
  await page.getByRole('textbox', { name: en.transfer.export.repeat, exact: true }).fill(GOOD_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: en.transfer.exported.title })).toBeFocused();
  expect(await callsTo(page, 'export-database')).toEqual([
    {
      connections: [ids[0], ids[1], ids[3]],
      secrets: [ids[0], ids[3]].map((id) => ({ id, field: 'clientSecret' })),
      password: GOOD_PASSWORD,
    },
  ]);
  expect(await page.content()).not.toContain(GOOD_PASSWORD);
});

test('an import takes what is new, and what is changed only when it is ticked', async ({ open, page }) => {
  await open({
    ...list,
    secrets,
    transfer: {
      chosen: { kind: 'database', fileName: 'x.kdbx' },
      opened: [
        { kind: 'refused', problem: { reason: 'wrong-password', field: null } },
        { kind: 'preview', preview },
      ],
    },
  });
  await press(page, en.connections.move);
  await press(page, en.transfer.choose.bringAction);
  await page.getByRole('textbox', { name: en.transfer.password.label, exact: true }).fill('not this one');
  await page.keyboard.press('Enter');
  await expect(page.getByText(en.transfer.problem['wrong-password'].title)).toBeVisible();
  await expect(page.getByRole('textbox', { name: en.transfer.password.label, exact: true })).toHaveValue('');
  await page.getByRole('textbox', { name: en.transfer.password.label, exact: true }).fill(GOOD_PASSWORD);
  await press(page, 'Open');
  await expect(page.getByRole('heading', { level: 1, name: en.transfer.preview.title })).toBeFocused();
  const ticks = page.getByRole('checkbox');
  await expect(ticks).toHaveCount(3);
  expect(await ticks.evaluateAll((all) => all.map((tick) => (tick as HTMLInputElement).checked))).toEqual([
    true,
    false,
    false,
  ]);
  await ticks.nth(1).press('Space');
  await press(page, 'Import 2 connections');
  await expect(page.getByRole('heading', { level: 1, name: en.transfer.imported.title })).toBeFocused();
  expect(await callsTo(page, 'apply-import')).toEqual([{ attempt: preview.attempt, items: [0, 1] }]);
  await press(page, en.transfer.imported.takeBack);
  await expect(page.getByRole('heading', { level: 1, name: /^Import undone/ })).toBeFocused();
  expect(await callsTo(page, 'forget-import')).toEqual([]);
  await press(page, en.transfer.imported.list);
  await expect(page.getByRole('heading', { level: 1, name: en.transfer.export.which })).toBeVisible();
  expect(await callsTo(page, 'forget-import')).toEqual([null]);
});

test('a database that takes long to open is not waited for: Cancel goes back, and main stops', async ({
  open,
  page,
}) => {
  await open({ ...list, transfer: { chosen: { kind: 'database', fileName: 'x.kdbx' }, slow: true } });
  await press(page, en.connections.move);
  await press(page, en.transfer.choose.bringAction);
  await page.getByRole('textbox', { name: en.transfer.password.label, exact: true }).fill(GOOD_PASSWORD);
  await page.keyboard.press('Enter');
  await expect(page.getByText(en.transfer.password.busy)).toBeVisible();
  await press(page, en.common.action.cancel);
  await expect(page.getByRole('heading', { level: 1, name: en.transfer.choose.title })).toBeFocused();
  expect(await callsTo(page, 'forget-import')).toEqual([null]);
});

test('an import that fails half-way says that nothing was changed, and can be tried again', async ({
  open,
  page,
}) => {
  await open({
    ...list,
    refusals: { 'apply-import': 'not-saved' },
    transfer: { chosen: { kind: 'preview', preview } },
  });
  await press(page, en.connections.move);
  await press(page, en.transfer.choose.bringAction);
  await press(page, en.transfer.preview.action_one);
  await expect(page.getByText(en.common.failure['not-saved'].title)).toBeVisible();
  await expect(page.getByText(/What was saved before is untouched/)).toBeVisible();
  await page.evaluate(() => window.fake.arrange({ refusals: {} }));
  await press(page, en.transfer.preview.action_one);
  await expect(page.getByRole('heading', { level: 1, name: en.transfer.imported.title })).toBeVisible();
});

const notUndone = (
  language: 'en' | 'fr',
  canTakeBackAll: boolean,
  refusal: 'not-saved' | 'not-found',
): Scenario => ({
  ...list,
  language,
  transfer: {
    chosen: { kind: 'preview', preview },
    imported: { kind: 'not-undone', added: 1, changed: 0, secrets: 1, canTakeBackAll },
  },
  refusals: { 'take-back-import': refusal },
});

/** The buttons from the list to an import's result. */
const importing = ({ connections, transfer }: Words): readonly string[] => [
  connections.move,
  transfer.choose.bringAction,
  transfer.preview.action_one,
];

for (const [language, say] of [
  ['en', en],
  ['fr', fr],
] as const) {
  test(`an import that could be neither proved nor undone says so, and can be undone later (${language})`, async ({
    open,
    page,
  }) => {
    await open(notUndone(language, true, 'not-saved'));
    for (const step of importing(say)) await press(page, step);
    const { imported } = say.transfer;
    await expect(page.getByRole('heading', { level: 1, name: imported.notUndone })).toBeFocused();
    // The focused heading leads to it; as an alert it would be read twice.
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText(imported.notUndoneWhy)).toBeVisible();
    await expect(page.getByText(imported.notUndoneTodo)).toBeVisible();
    await expect(page.getByText(imported.title)).toHaveCount(0);
    await press(page, imported.takeBack);
    await expect(page.getByRole('alert')).toHaveText(imported.stillNotUndone);
    await page.evaluate(() => window.fake.arrange({ refusals: {} }));
    await press(page, imported.takeBack);
    await expect(page.getByRole('heading', { level: 1, name: imported.takenBack })).toBeFocused();
  });

  test(`an import that was not undone and was changed since cannot be undone any more (${language})`, async ({
    open,
    page,
  }) => {
    await open(notUndone(language, false, 'not-found'));
    for (const step of importing(say)) await press(page, step);
    const { imported } = say.transfer;
    await press(page, imported.takeBack);
    await expect(page.getByRole('alert')).toHaveText(imported.notTakenBack);
    await expect(page.getByRole('heading', { level: 1, name: imported.notUndone })).toBeFocused();
    await expect(page.getByText(imported.notUndoneTrust)).toBeVisible();
    await expect(page.getByText(imported.notUndoneTodo)).toHaveCount(0);
    await expect(page.getByRole('button', { name: imported.takeBack })).toHaveCount(0);
  });

  test(`an import that was undone but for what was changed meanwhile says no more than that (${language})`, async ({
    open,
    page,
  }) => {
    await open({
      ...list,
      language,
      transfer: {
        chosen: { kind: 'preview', preview },
        imported: { kind: 'not-undone', added: 1, changed: 0, secrets: 1, canTakeBackAll: false },
      },
    });
    await press(page, say.connections.move);
    await press(page, say.transfer.choose.bringAction);
    await press(page, say.transfer.preview.action_one);
    const { imported } = say.transfer;
    await press(page, imported.takeBack);
    await expect(page.getByRole('heading', { level: 1, name: imported.takenBackRest })).toBeFocused();
  });
}
