import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { edFiSteps } from './ed-fi-screens';
import { edFi, leftAt, withOne } from './saved';

/* What Ed-Fi requires of the window beyond other systems. */

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const calls = (page: Page, channel: string) =>
  page.evaluate(
    (wanted) => window.fake.calls.filter((call) => call.channel === wanted).map(({ request }) => request),
    channel,
  );
const NAMED = 'https://sign-in.state.example/v7.3/api/2027/oauth/token';
const elsewhere = edFiSteps(
  { reach: ['failed', 'address-elsewhere'] },
  { reach: { field: 'tokenUrl', from: 'https://edfi.maple.example/v7.3/api/2027', to: NAMED } },
);

test('an address on another server is entered by one click, and nothing is sent by it', async ({
  open,
  page,
}) => {
  await open(withOne(leftAt('enter', edFi), { steps: elsewhere }));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  const choice = page.getByRole('region', { name: en.report.addressChoice.title });
  await expect(choice.getByText(NAMED)).toBeVisible();
  await expect(choice.getByText('https://edfi.maple.example/v7.3/api/2027', { exact: true })).toBeVisible();
  const before = (await calls(page, 'run-check')).length;
  await button(page, en.report.addressChoice.use).click();
  await expect(page.locator('[name=tokenUrl]')).toHaveValue(NAMED);
  await expect
    .poll(async () => (await calls(page, 'save-connection')).at(-1))
    .toMatchObject({ values: { tokenUrl: NAMED } });
  expect(await calls(page, 'run-check')).toHaveLength(before);
});

test('the path may be kept on the server that was entered', async ({ open, page }) => {
  await open(withOne(leftAt('enter', edFi), { steps: elsewhere }));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await button(page, en.report.addressChoice.stay).click();
  await expect(page.locator('[name=tokenUrl]')).toHaveValue(
    'https://edfi.maple.example/v7.3/api/2027/oauth/token',
  );
});

test('from the page of a saved connection as well', async ({ open, page }) => {
  await open(withOne(edFi, { steps: elsewhere }));
  await button(page, /^Open:/).click();
  await button(page, en.wizard.enter.test).click();
  await button(page, en.report.addressChoice.use).click();
  await expect(page.locator('[name=tokenUrl]')).toHaveValue(NAMED);
  await expect
    .poll(async () => (await calls(page, 'save-connection')).at(-1))
    .toMatchObject({ values: { tokenUrl: NAMED } });
});

test('the test says whose key it is, and what it may do with each resource', async ({ open, page }) => {
  await open(withOne(leftAt('enter', edFi), { steps: edFiSteps() }));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await expect(page.getByText('This key is for Maple Unified School District.')).toBeVisible();
  await expect(page.getByText('Its claim set is “SIS Vendor”.')).toBeVisible();
  await button(page, 'What the key is allowed to do: 3 resources').click();
  const rights = page.getByRole('table', { name: 'What the key is allowed to do' });
  await expect(rights.getByRole('row', { name: /^ed-fi\/schools/ })).toHaveText('ed-fi/schoolsread');
});

test('the sheet for the SIS has the address that the service named', async ({ open, page }) => {
  await open(withOne(leftAt('enter', edFi), { steps: edFiSteps() }));
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await button(page, en.wizard.test.finish).click();
  await expect(page.getByText('Token URL (O-Auth URL)')).toBeVisible();
  await expect(page.getByText('https://edfi.maple.example/v7.3/api/2027/oauth/token')).toBeVisible();
});

test('the next school year is reminded of by one click', async ({ open, page }) => {
  await open(withOne(edFi));
  await button(page, /^Open:/).click();
  await button(page, /^Remind me before/).click();
  await expect(page.getByText(/^You will be reminded before July 1, \d{4}\.$/)).toBeVisible();
  expect(await calls(page, 'set-reminders')).toMatchObject([
    { reminders: { everyMonths: null, keyEndsOn: expect.stringMatching(/^\d{4}-07-01$/) } },
  ]);
});

test('a new school year begins with last year’s address, and needs no token URL', async ({ open, page }) => {
  await open(withOne(edFi));
  await button(page, /^Open:/).click();
  await button(page, english.systems['ed-fi'].rotation.begin).click();
  await button(page, en.rotation.before.begin).click();
  const baseUrl = page.locator('[name=baseUrl]');
  await expect(baseUrl).toHaveValue('https://edfi.maple.example/v7.3/api/2027');
  await baseUrl.fill('https://edfi.maple.example/v7.3/api/2028');
  await page.locator('[name=clientId]').fill('maple4822');
  await page.locator('[name=clientSecret]').fill('throwaway-secret-2028');
  await button(page, /^(Save|Keep|Continue|Next)/)
    .first()
    .click();
  await expect
    .poll(async () => (await calls(page, 'enter-new-values')).at(-1))
    .toMatchObject({
      values: { baseUrl: 'https://edfi.maple.example/v7.3/api/2028', clientId: 'maple4822', tokenUrl: '' },
    });
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(en.rotation.enter.title);
});

test('a new year’s service may name another server too: its address joins the new values', async ({
  open,
  page,
}) => {
  const values = { baseUrl: 'https://edfi.maple.example/v7.3/api/2028', clientId: 'maple4822', tokenUrl: '' };
  const beside = { phase: 'beside', begunAt: '2026-01-05T08:00:00.000Z', values, provedAt: null } as const;
  await open(
    withOne(
      { ...edFi, rotation: beside },
      { steps: elsewhere, secrets: { [edFi.id]: { clientSecret: 'old', 'clientSecret@next': 'new' } } },
    ),
  );
  await button(page, /^Open:/).click();
  await button(page, en.common.action.goOn).click();
  await button(page, en.rotation.test.start).click();
  await button(page, en.report.addressChoice.use).click();
  await expect
    .poll(async () => (await calls(page, 'enter-new-values')).at(-1))
    .toMatchObject({ values: { ...values, tokenUrl: NAMED } });
  await expect(page.locator('[name=tokenUrl]')).toHaveValue(NAMED);
});
