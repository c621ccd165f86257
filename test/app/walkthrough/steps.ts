import { readdirSync } from 'node:fs';
import type { Report } from '@contract/report';
import { type Locator, expect as quickExpect } from '@playwright/test';
import { filesHolding } from '../../support/canary';
import { WAIT_LIMIT_MS } from '../../support/limits';
import type { Walk } from './walk';
import { filled, words } from './words';

/* What every walk-through does, whichever system it sets up. */

/** Outside the test runner (`npm start -- --walkthrough`), the default would be five seconds. */
export const expect = quickExpect.configure({ timeout: WAIT_LIMIT_MS });

/** A careful new user needs no more than this from "the values are on the clipboard" to "proved". */
const MOST_ACTIONS = 10;

export const heading = (walk: Walk, text: string | RegExp): Locator =>
  walk.page.getByRole('heading', { level: 1, name: text, exact: true });
const button = (walk: Walk, name: string | RegExp): Locator =>
  walk.page.getByRole('button', { name, exact: true });
export const press = (walk: Walk, name: string | RegExp): Promise<void> =>
  walk.act(`Press “${typeof name === 'string' ? name : name.source}”`, () => button(walk, name).click());

/**
 * Pastes what is on the clipboard, and lets it fill the fields.
 * @param offered the button that opens the box for it, and the name of that box
 */
export async function pasteAndFill(
  walk: Walk,
  offered: { readonly offer: string; readonly box: string },
): Promise<void> {
  const { wizard, common } = words;
  await walk.step('Enter: what was copied is read', async () => {
    await press(walk, offered.offer);
    await walk.page.getByRole('textbox', { name: offered.box }).waitFor();
    await walk.act('Paste', () => walk.page.keyboard.press('Control+V'));
    await expect(button(walk, filled(wizard.paste.fill_other))).toBeVisible();
  });
  await walk.step('Enter: the values fill themselves', async () => {
    await press(walk, filled(wizard.paste.fill_other));
    await expect(walk.page.getByText(common.field.secretSaved)).toBeVisible();
  });
}

/** Ends the counting that began with the values on the clipboard. */
export const fewActions = (walk: Walk): Promise<void> =>
  walk.step(`At most ${MOST_ACTIONS} actions from the values to proved`, async () => {
    const actions = walk.stopCounting();
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
    return `it took ${actions}`;
  });

/** From the last screen to the list, where the connection stands as proved and its secret in no file. */
export async function toTheList(walk: Walk, secret: string): Promise<void> {
  const { wizard } = words;
  await walk.step('The list of connections', async () => {
    await press(walk, wizard.finish.toList);
    await proved(walk);
  });
  await walk.step('The secret is in no file but encrypted', async () => {
    expect(readdirSync(walk.app.userData).length).toBeGreaterThan(0);
    expect(filesHolding(walk.app.userData, secret)).toEqual([]);
    expect(walk.app.output()).not.toContain(secret);
  });
}

export const startAgain = (walk: Walk): Promise<void> =>
  walk.step('Started again: the connection is still there', async () => {
    await walk.quit();
    await walk.launch();
    await proved(walk);
  });

async function proved(walk: Walk): Promise<void> {
  const { connections } = words;
  await expect(heading(walk, connections.title)).toBeVisible();
  await expect(walk.page.getByText(filled(connections.row.proved))).toBeVisible();
}

/** Opens the only connection of the list. */
export const openIt = (walk: Walk): Promise<void> => {
  const { action } = words.connections;
  return walk.page
    .getByRole('button', { name: filled(action.named.replace('{{action}}', action.open)) })
    .click();
};

/** Reveals the secret of the connection on the screen. */
export async function reveal(walk: Walk, label: string, secret: string): Promise<void> {
  const { common } = words;
  await walk.page
    .getByRole('button', { name: common.action.show.replace('{{what}}', label) })
    .first()
    .click();
  await expect(walk.page.getByText(secret, { exact: true })).toBeVisible();
  await expect(walk.page.getByText(filled(common.field.hiddenIn))).toBeVisible();
}

/** The last check's report, requested from the app as its window does. */
export async function lastReport(walk: Walk): Promise<Report> {
  const report = await walk.page.evaluate(async () => {
    const started = await window.wizard.call('start', null);
    const [first] = started.ok ? started.value.connections : [];
    if (first === undefined) return null;
    const opened = await window.wizard.call('open-connection', { id: first.id });
    return opened.ok ? opened.value.lastReport : null;
  });
  if (report === null) throw new Error('The app kept no report of the check');
  return report;
}
