import { readdirSync } from 'node:fs';
import type { SystemId } from '@contract/connection';
import type { Report } from '@contract/report';
import { type Locator, expect as quickExpect } from '@playwright/test';
import { filesHolding } from '../../support/canary';
import { WAIT_LIMIT_MS } from '../../support/limits';
import type { Walk, WalkThrough } from './walk';
import { filled, frenchWords, words } from './words';

/*
 * The walk-through for systems without registration: find the values, enter, test, hand over. Each system's specifics
 * are in its own file.
 */

/** Outside the test runner (`npm start -- --walkthrough`), the default would be five seconds. */
export const expect = quickExpect.configure({ timeout: WAIT_LIMIT_MS });

/** A careful new user needs no more than this from "the values are on the clipboard" to "proved". */
const MOST_ACTIONS = 10;

export interface VendorWay {
  readonly system: SystemId;
  readonly title: string;
  /** The id of the product, for one of another system's. */
  readonly product?: string;
  /** What is searched for on the choice screen. */
  readonly search: string;
  /** How the name of the system or product then begins. */
  readonly name: RegExp;
  /** The form's label for the secret, which the practice letter uses as well. */
  readonly secret: string;
  /** The letter's label, where the product has its own. */
  readonly secretInLetter?: string;
  /** System-specific steps once the values are in the form. */
  readonly entered?: (walk: Walk) => Promise<void>;
  /** System-specific steps once the test has passed. */
  readonly proved?: (walk: Walk) => Promise<void>;
  /** The handover sheet's heading. */
  readonly sheet: string;
}

export const vendorWalk = (way: VendorWay): WalkThrough => ({
  system: way.system,
  ...(way.product === undefined ? {} : { product: way.product }),
  title: way.title,
  run: async (walk) => {
    const secret = await takeTheValues(walk, way);
    const report = await enterAndProve(walk, way);
    await handOver(walk, way, secret);
    await comeBack(walk, way, secret);
    return report;
  },
});

export const heading = (walk: Walk, text: string | RegExp): Locator =>
  walk.page.getByRole('heading', { level: 1, name: text, exact: true });
export const button = (walk: Walk, name: string | RegExp): Locator =>
  walk.page.getByRole('button', { name, exact: true });
export const press = (walk: Walk, name: string | RegExp): Promise<void> =>
  walk.act(`Press “${typeof name === 'string' ? name : name.source}”`, () => button(walk, name).click());

const clipboard = (walk: Walk): Promise<string> =>
  walk.app.app.evaluate(({ clipboard: board }) => board.readText());

/** Chooses the system and copies the practice values to the clipboard. Returns the secret in them. */
async function takeTheValues(walk: Walk, way: VendorWay): Promise<string> {
  const { search, name, secret: label } = way;
  const { connections, wizard, common } = words;
  await walk.step('The wizard opens', async () => {
    await walk.launch();
    await expect(heading(walk, connections.first.title)).toBeVisible();
  });
  await walk.step('Choose: practise first', async () => {
    await press(walk, connections.practise);
    await expect(walk.page.getByText(common.practiceBanner)).toBeVisible();
    await walk.act(`Search for “${search}”`, () => walk.page.getByRole('searchbox').fill(search));
    await walk.page.getByRole('radio', { name }).check({ force: true });
  });
  await walk.step('Choose: name the instance', async () => {
    await press(walk, common.action.goOn);
    await expect(heading(walk, wizard.instance.title)).toBeVisible();
  });
  await walk.step('Find: where the values are', async () => {
    await press(walk, common.action.goOn);
    await expect(heading(walk, filled(wizard.register.guideTitle))).toBeVisible();
    await expect(
      walk.page
        .getByText(new RegExp(`${words.common.stepFind}$`))
        .filter({ visible: true })
        .first(),
    ).toBeVisible();
    await press(walk, wizard.register.guidePart);
    await expect(walk.page.locator('main ol > li').first()).toBeVisible();
  });
  let secret = '';
  await walk.step('Find: the practice values are taken', async () => {
    await press(walk, wizard.register.practiceTake);
    await expect(walk.page.getByText(wizard.register.practiceTaken).first()).toBeVisible();
    secret =
      new RegExp(`^${way.secretInLetter ?? label}: (\\S+)$`, 'm').exec(await clipboard(walk))?.[1] ?? '';
    expect(secret.length).toBeGreaterThan(8);
  });
  return secret;
}

async function enterAndProve(walk: Walk, { entered, proved }: VendorWay): Promise<Report> {
  const { wizard, report: check, common } = words;
  walk.startCounting();
  await walk.step('Enter: nothing typed yet', async () => {
    await press(walk, common.action.goOn);
    await expect(heading(walk, wizard.enter.titleVendor)).toBeVisible();
  });
  await walk.step('Enter: what was copied is read', async () => {
    await press(walk, wizard.copied.offer);
    await walk.page.getByRole('textbox', { name: wizard.copied.box }).waitFor();
    await walk.act('Paste', () => walk.page.keyboard.press('Control+V'));
    await expect(button(walk, filled(wizard.paste.fill_other))).toBeVisible();
  });
  await walk.step('Enter: the values fill themselves', async () => {
    await press(walk, filled(wizard.paste.fill_other));
    await expect(walk.page.getByText(common.field.secretSaved)).toBeVisible();
  });
  await entered?.(walk);
  await walk.step('Test: proved', async () => {
    await press(walk, wizard.enter.test);
    await expect(heading(walk, check.heading.proved)).toBeVisible();
    await expect(walk.page.getByRole('heading', { name: check.limitsTitle })).toBeVisible();
  });
  await walk.step(`At most ${MOST_ACTIONS} actions from the values to proved`, async () => {
    const actions = walk.stopCounting();
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
    return `it took ${actions}`;
  });
  await proved?.(walk);
  const report = await lastReport(walk);
  expect(report.outcome).toBe('passed');
  return report;
}

async function handOver(walk: Walk, { sheet, secret: label }: VendorWay, secret: string): Promise<void> {
  const { wizard, connections } = words;
  await walk.step('Finish: saved and proved, ready to hand over', async () => {
    await press(walk, wizard.test.finish);
    await expect(heading(walk, wizard.finish.proved)).toBeVisible();
    await expect(walk.page.getByRole('heading', { name: sheet })).toBeVisible();
  });
  await walk.step('Finish: the secret is copied by its own click', async () => {
    expect(await clipboard(walk)).not.toBe(secret);
    await press(walk, connections.handOver.copySecret.replace('{{secret}}', label));
    await expect.poll(() => clipboard(walk)).toBe(secret);
  });
  await walk.step('The list of connections', async () => {
    await press(walk, wizard.finish.toList);
    await expect(heading(walk, connections.title)).toBeVisible();
    await expect(walk.page.getByText(filled(connections.row.proved))).toBeVisible();
  });
  await walk.step('The secret is in no file but encrypted', async () => {
    expect(readdirSync(walk.app.userData).length).toBeGreaterThan(0);
    expect(filesHolding(walk.app.userData, secret)).toEqual([]);
    expect(walk.app.output()).not.toContain(secret);
  });
}

/**
 * A later start: everything is still there, the secret is revealed without any network, and its rotation is explained.
 */
async function comeBack(walk: Walk, { secret: label }: VendorWay, secret: string): Promise<void> {
  const { connections, common } = words;
  await walk.step('Started again: the connection is still there', async () => {
    await walk.quit();
    await walk.launch();
    await expect(heading(walk, connections.title)).toBeVisible();
    await expect(walk.page.getByText(filled(connections.row.proved))).toBeVisible();
  });
  await walk.step('The secret is revealed, for thirty seconds', async () => {
    const open = connections.action.named.replace('{{action}}', connections.action.open);
    await walk.page.getByRole('button', { name: filled(open) }).click();
    await expect(walk.page.getByRole('heading', { name: connections.page.replace })).toBeVisible();
    await walk.page
      .getByRole('button', { name: common.action.show.replace('{{what}}', label) })
      .first()
      .click();
    await expect(walk.page.getByText(secret, { exact: true })).toBeVisible();
    await expect(walk.page.getByText(filled(common.field.hiddenIn))).toBeVisible();
  });
  await walk.step('In French', async () => {
    await walk.page.getByRole('button', { name: 'Français' }).click();
    await expect(
      walk.page.getByRole('heading', { name: frenchWords.connections.page.replace }),
    ).toBeVisible();
  });
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

/** Opens the permissions row, whose table names every endpoint. */
export async function permissions(walk: Walk, rows: readonly RegExp[]): Promise<void> {
  await walk.step('Test: what may be read, and what was not tested', async () => {
    const table = walk.page.getByRole('table', { name: words.report.permissions.title });
    await table.scrollIntoViewIfNeeded();
    for (const row of rows) await expect(table.getByRole('row', { name: row })).toBeVisible();
  });
}
