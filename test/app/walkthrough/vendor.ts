import type { SystemId } from '@contract/connection';
import type { Report } from '@contract/report';
import {
  expect,
  fewActions,
  heading,
  lastReport,
  openIt,
  pasteAndFill,
  press,
  reveal,
  startAgain,
  toTheList,
} from './steps';
import type { Walk, WalkThrough } from './walk';
import { filled, frenchWords, words } from './words';

/*
 * The walk-through for systems without registration: find the values, enter, test, hand over. Each system's specifics
 * are in its own file.
 */

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
  await pasteAndFill(walk, wizard.copied);
  await entered?.(walk);
  await walk.step('Test: proved', async () => {
    await press(walk, wizard.enter.test);
    await expect(heading(walk, check.heading.proved)).toBeVisible();
    await expect(walk.page.getByRole('heading', { name: check.limitsTitle })).toBeVisible();
  });
  await fewActions(walk);
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
  await toTheList(walk, secret);
}

/**
 * A later start: everything is still there, the secret is revealed without any network, and its rotation is explained.
 */
async function comeBack(walk: Walk, { secret: label }: VendorWay, secret: string): Promise<void> {
  const { connections } = words;
  await startAgain(walk);
  await walk.step('The secret is revealed, for thirty seconds', async () => {
    await openIt(walk);
    await expect(walk.page.getByRole('heading', { name: connections.page.replace })).toBeVisible();
    await reveal(walk, label, secret);
  });
  await walk.step('In French', async () => {
    await walk.page.getByRole('button', { name: 'Français' }).click();
    await expect(
      walk.page.getByRole('heading', { name: frenchWords.connections.page.replace }),
    ).toBeVisible();
  });
}

/** Opens the permissions row, whose table names every endpoint. */
export async function permissions(walk: Walk, rows: readonly RegExp[]): Promise<void> {
  await walk.step('Test: what may be read, and what was not tested', async () => {
    const table = walk.page.getByRole('table', { name: words.report.permissions.title });
    await table.scrollIntoViewIfNeeded();
    for (const row of rows) await expect(table.getByRole('row', { name: row })).toBeVisible();
  });
}
