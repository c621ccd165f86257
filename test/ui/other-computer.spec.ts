import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import type { Report } from '../../electron/contract/report';
import { interceptedSteps, passedSteps, reportWith } from '../fakes/reports';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo } from './finders';
import { checked, maple, powerschool, withOne } from './saved';

/* The check that another computer makes: carried there, brought back, and compared with one made here. */

const { otherComputer } = en;
const here = reportWith(passedSteps, new Date().toISOString());
const tested = withOne(checked(powerschool, 'proved'), { reports: { [maple.id]: here } });
const there: Report = {
  ...reportWith(
    interceptedSteps.map((step) =>
      step.id === 'name-lookup'
        ? { ...step, facts: { ...step.facts, addresses: ['203.0.113.7', '10.1.2.3'] } }
        : step,
    ),
    '2026-03-02T14:05:06.000Z',
  ),
  platform: 'win32',
};
const text = JSON.stringify(there);
const dialog = (page: Page) => page.getByRole('dialog');

async function openIt(page: Page) {
  await button(page, /^Open:/).click();
  await page.getByRole('heading', { name: otherComputer.title }).waitFor();
}

async function keepAs(page: Page, name: string) {
  await dialog(page).getByRole('textbox', { name: otherComputer.keep.name }).fill(name);
  await button(page, otherComputer.keep.keep).click();
}

test('the kit is written where the person chooses, and said to be', async ({ open, page }) => {
  await open(tested);
  await openIt(page);
  await button(page, otherComputer.kit.open).click();
  await expect(page.getByTestId('announcements')).toContainText('check from another computer.zip');
  expect(await callsTo(page, 'save-kit')).toEqual([{ id: maple.id, language: 'en' }]);
  await page.evaluate(() => window.fake.arrange({ refusals: { 'save-kit': 'not-saved' } }));
  await button(page, otherComputer.kit.open).click();
  await expect(page.getByRole('alert')).toBeVisible();
});

test('a practice connection has no kit: its server is on this computer', async ({ open, page }) => {
  await open(withOne({ ...powerschool, practice: true }));
  await openIt(page);
  await expect(button(page, otherComputer.carried.open)).toBeVisible();
  await expect(button(page, otherComputer.kit.open)).toHaveCount(0);
});

test('a chosen report is named, kept without inner addresses, and compared first of all', async ({
  open,
  page,
}) => {
  await open({ ...tested, chosenReport: text });
  await openIt(page);
  await button(page, otherComputer.carried.open).click();
  await expect(dialog(page)).toContainText('Windows, version 1.0.0');
  await keepAs(page, 'SMS server');
  await expect(page.getByTestId('announcements')).toContainText(otherComputer.carried.kept);
  const card = page.getByRole('article', { name: english.carried.difference.reason.inspected.title });
  await expect(card.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(card).toContainText('The network team of SMS server');
  await card.getByRole('button', { name: en.report.copyRequest }).click();
  const letter = await page.evaluate(() => window.fake.clipboard);
  for (const fact of [
    'SMS server, Windows',
    'Maple Filter Root',
    'Example Public CA',
    '203.0.113.7',
    '10.x.x.x',
  ])
    expect(letter).toContain(fact);
  expect(letter).not.toContain('10.1.2.3');

  await page.getByRole('button', { name: otherComputer.difference.steps }).click();
  await expect(page.getByRole('row', { name: /Secure connection.*Ends differently/ })).toBeVisible();
  await page.getByRole('button', { name: otherComputer.carried.whole }).click();
  await page.getByRole('button', { name: en.reports.copy }).first().click();
  await expect
    .poll(() => page.evaluate(() => window.fake.clipboard))
    .toContain('Made on another computer: SMS server, Windows');

  await button(page, otherComputer.carried.remove).click();
  await expect(page.getByTestId('announcements')).toContainText(otherComputer.carried.removed);
  await expect(card).toHaveCount(0);
});

test('a pasted one keeps inner addresses when the person ticks so', async ({ open, page }) => {
  await open(tested);
  await openIt(page);
  await button(page, otherComputer.carried.paste).click();
  await dialog(page).getByRole('textbox', { name: otherComputer.paste.box }).fill(text);
  await button(page, otherComputer.paste.read).click();
  await dialog(page).getByText(otherComputer.keep.inner).click();
  await keepAs(page, 'SMS server');
  expect(await callsTo(page, 'keep-carried')).toMatchObject([{ place: 'SMS server', innerAddresses: true }]);
  await expect(page.getByRole('figure').first()).toContainText('10.1.2.3');
});

test('one that is dropped is read, as Windows writes it', async ({ open, page }) => {
  await open(tested);
  await openIt(page);
  await page.evaluate((json) => {
    const data = new DataTransfer();
    const units = new Uint16Array([0xfeff, ...[...json].map((letter) => letter.charCodeAt(0))]);
    data.items.add(new File([units], 'result.json', { type: 'application/json' }));
    const target = [...document.querySelectorAll('button')].find((one) =>
      one.textContent?.startsWith('Open a report'),
    );
    for (const kind of ['dragover', 'drop'])
      target?.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer: data }));
  }, text);
  await expect(dialog(page)).toContainText('Windows, version 1.0.0');
});

test('what is no report is refused, and without a test here the person is asked for one', async ({
  open,
  page,
}) => {
  await open(withOne(powerschool, { chosenReport: '{"odd": true}' }));
  await openIt(page);
  await button(page, otherComputer.carried.open).click();
  await expect(page.getByRole('alert')).toContainText(otherComputer.refused['not-a-report']);
  await page.evaluate((chosenReport) => window.fake.arrange({ chosenReport }), text);
  await button(page, otherComputer.carried.open).click();
  await keepAs(page, 'SMS server');
  await expect(page.getByText(otherComputer.difference.testHere)).toBeVisible();
});

test('a practice connection has a server room, once it was tested here', async ({ open, page }) => {
  const practised = { ...powerschool, practice: true };
  await open(withOne(practised, { check: 'proved', steps: passedSteps }));
  await openIt(page);
  await expect(button(page, otherComputer.practice.bring)).toHaveAttribute('aria-disabled', 'true');
  await button(page, en.connections.page.testNow).click();
  await expect(page.getByTestId('situation')).toContainText('is proved');
  await page.getByRole('combobox', { name: otherComputer.practice.label }).selectOption('clock');
  await button(page, otherComputer.practice.bring).click();
  const card = page.getByRole('article', { name: english.carried.difference.reason.clock.title });
  await expect(card.getByRole('heading', { level: 3 })).toBeFocused();
  await expect(card).toContainText(english.carried.serverRoom);
});
