import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { vendorSteps } from '../fakes/vendor-steps';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo, title } from './finders';
import { aeries, classlink, leftAt, oneroster, powerschool, SECRET, withOne } from './saved';
import { paste } from './screens';

/* What vendors' systems require of the window beyond OnSIS. */

const startTest = async (page: Page) => {
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
};

test('a system without registration is found, in the rail and in the list', async ({ open, page }) => {
  await open({ connections: [leftAt('register', { ...aeries, values: {} })] });
  await expect(page.getByText('Not finished: the next step is “Find”')).toBeVisible();
  await button(page, /^Continue:/).click();
  await expect(page.locator('[aria-current=step]')).toContainText(en.common.stepFind);
});

test('what is made of an address is shown while it is typed, and nothing is changed', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('enter', { ...aeries, values: {} })] });
  await button(page, /^Continue:/).click();
  const url = page.locator('[name=aeriesUrl]');
  await url.fill('https://maple.aeries.example/aeries/Login.aspx?page=1');
  const made = 'Will be used: https://maple.aeries.example/aeries Left out: /Login.aspx?page=1';
  await expect(page.getByText(/^Will be used:/)).toHaveText(made);
  await expect(url).toHaveAccessibleDescription(new RegExp(`${made.replace(/[.?]/g, '\\$&')}$`));
  await url.fill('https://maple.aeries.example/aeries');
  await expect(page.getByText(/^Will be used:/)).toHaveCount(0);
  await url.fill('https://maple.aeries.example/');
  await url.blur();
  await expect(page.getByText('This address has no part after the name.')).toBeVisible();
});

test('a certificate pasted as the secret is recognized before it is kept, and the person decides', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('enter', aeries)] });
  await button(page, /^Continue:/).click();
  const certificate = '0123456789abcdef'.repeat(2);
  await page.locator('[name=consumerSecret]').fill(certificate);
  await page.locator('[name=consumerId]').focus();
  await expect(page.getByText(/like the Aeries certificate \(AERIES-CERT\)/)).toBeVisible();
  expect(await callsTo(page, 'save-secret')).toEqual([]);
  await button(page, en.common.action.keep).click();
  await page.locator('[name=consumerId]').focus();
  await expect(page.getByText(en.common.field.secretSaved)).toBeVisible();
  expect(await callsTo(page, 'save-secret')).toEqual([
    { id: aeries.id, field: 'consumerSecret', secret: certificate },
  ]);
});

test('choices have names, decide which fields there are, and offer the smallest scope', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('enter', { ...oneroster, values: {} })] });
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.enter.test).click();
  await expect(page.getByRole('radiogroup', { name: 'Sign-in' })).toContainText(en.common.note.required);
  await page.getByText('OAuth 2', { exact: true }).click();
  await page.getByText('OneRoster 1.2', { exact: true }).click();
  await expect(page.getByText('Token URL · optional')).toHaveCount(0);
  await button(page, en.common.action.take).click();
  await expect(page.locator('[name=scopes]')).toHaveValue(/\/or\/v1p2\/scope\/roster-core\.readonly$/);
  await expect(button(page, en.common.action.take)).toHaveCount(0);
  await page.getByText('OAuth 1', { exact: true }).click();
  await expect(page.locator('[name=tokenUrl], [name=scopes]')).toHaveCount(0);
  await expect(page.getByRole('radio', { name: /^HMAC-SHA256/ })).toBeChecked();
  await expect(page.getByText('OneRoster 1.2 allows only OAuth 2.')).toBeVisible();
});

test('what was pasted decides which fields it fills', async ({ open, page }) => {
  await open({ connections: [leftAt('enter', { ...oneroster, values: {} })] });
  await button(page, /^Continue:/).click();
  await button(page, en.wizard.copied.offer).click();
  await page.getByRole('textbox', { name: en.wizard.copied.box }).waitFor();
  await paste(page, 'Sign-in: OAuth 1.0a\nSignature method: HMAC-SHA1\nClient ID: maple-4821');
  await expect(page.getByRole('dialog')).toContainText('OAuth 1');
  await expect(page.getByRole('dialog')).not.toContainText('Token URL');
  await button(page, 'Fill in 3 values').click();
  await expect(page.getByRole('radio', { name: /^OAuth 1/ })).toBeChecked();
  await expect(page.getByRole('radio', { name: /^HMAC-SHA1/ })).toBeChecked();
});

test('every refused endpoint is named with its box, and what was not tested is listed', async ({
  open,
  page,
}) => {
  await open(
    withOne(leftAt('enter', aeries), {
      steps: vendorSteps(aeries, {
        'permission/courses': ['failed', 'permission-missing'],
        'permission/classes': ['failed', 'permission-missing'],
      }),
    }),
  );
  await startTest(page);
  const table = page.getByRole('table', { name: en.report.permissions.title });
  for (const row of [
    'orgs School Information › Schools Can be read',
    'courses Scheduling › Course Data Refused',
    'classes Scheduling › Master Schedule Refused',
    'students Student Data › Student Data',
  ])
    await expect(table.getByRole('row', { name: row, exact: true })).toBeVisible();
  const card = page.getByRole('article');
  await expect(card).toHaveCount(1);
  await expect(card).toContainText('Scheduling › Course Data and Scheduling › Master Schedule');
  await expect(page.locator('[data-kind=primary]')).toHaveText(en.report.testAgain);
});

test('a pass says what it does not prove, and sends no secret it did not send', async ({ open, page }) => {
  await open(withOne(leftAt('enter', classlink), { steps: vendorSteps(classlink) }));
  await startTest(page);
  await expect(title(page)).toHaveText(en.report.heading.proved);
  await expect(page.locator('main div:has(> h1)')).toContainText('It went with each request');
  await expect(page.getByRole('heading', { name: en.report.limitsTitle })).toBeVisible();
  await expect(page.getByText('Your application reaches the proxy by another route.')).toBeVisible();
});

test('what a reply names beside the new values is pointed out while a secret is replaced', async ({
  open,
  page,
}) => {
  const begunAt = '2026-01-05T08:00:00.000Z';
  await open(withOne({ ...oneroster, rotation: { phase: 'beside', begunAt, values: {}, provedAt: null } }));
  await button(page, /^Open:/).click();
  await button(page, en.common.action.goOn).click();
  await button(page, en.wizard.copied.offer).click();
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await paste(
    page,
    'Server URL: https://sis.maple.example\nToken URL: https://login.maple.example/token\nClient ID: fresh-1\nClient Secret: fresh-s3cret',
  );
  const words = page.locator('[data-tone]', { hasText: 'values that differ from those saved' });
  await expect(words).toContainText('https://login.maple.example/token');
  await expect(words).not.toContainText('https://sis.maple.example');
  await expect(words).not.toContainText('fresh');
  await button(page, /^Fill in 2 values/).click();
  await expect(words).toContainText('https://login.maple.example/token');
  await expect(page.getByTestId('announcements')).toContainText('values that differ from those saved');
});

test('another way to ask is offered beside its finding, asked once by its own click, and said', async ({
  open,
  page,
}) => {
  await open(
    withOne(leftAt('enter', aeries), {
      steps: vendorSteps(aeries, { 'sign-in': ['failed', 'not-restarted'] }),
      otherSteps: vendorSteps(aeries),
    }),
  );
  await startTest(page);
  await expect(page.getByRole('article')).toContainText('/v2/oauth/token');
  await button(page, english.systems['aeries-oneroster'].alternatives['older-token-path'].action).click();
  await expect(title(page)).toHaveText(en.report.heading.proved);
  await expect(
    page.getByText('This result came from another way to ask: “Try the older address”'),
  ).toBeVisible();
  const asked = (await callsTo(page, 'run-check')) as { alternative?: string }[];
  expect(asked.map(({ alternative }) => alternative)).toEqual([undefined, 'older-token-path']);
});

test('another way that got through can be kept, is said wherever the connection is, and let go again', async ({
  open,
  page,
}) => {
  await open(
    withOne(leftAt('enter', aeries), {
      steps: vendorSteps(aeries, { 'sign-in': ['failed', 'not-restarted'] }),
      otherSteps: vendorSteps(aeries),
    }),
  );
  await startTest(page);
  await expect(button(page, en.report.otherWay.keep)).toHaveCount(0);
  await button(page, english.systems['aeries-oneroster'].alternatives['older-token-path'].action).click();
  await button(page, en.report.otherWay.keep).click();
  const kept = page.getByText('This connection asks in another way: “Try the older address”');
  await expect(kept).toBeVisible();
  await button(page, en.connections.page.testAgain).click();
  await expect(title(page)).toHaveText(en.report.heading.proved);
  await button(page, en.wizard.test.finish).click();
  await button(page, en.wizard.finish.toList).click();
  await button(page, /^Open:/).click();
  await expect(kept).toBeVisible();
  await button(page, en.report.otherWay.letGo).click();
  await expect(page.getByRole('article')).toContainText('/v2/oauth/token');
  await expect(kept).toHaveCount(0);
  const said = (await callsTo(page, 'keep-alternative')) as { alternative: string | null }[];
  expect(said.map(({ alternative }) => alternative)).toEqual(['older-token-path', null]);
  const asked = (await callsTo(page, 'run-check')) as { alternative?: string }[];
  expect(asked.map(({ alternative }) => alternative)).toEqual([
    undefined,
    'older-token-path',
    undefined,
    undefined,
  ]);
});

test('a way that did not get through either is not offered to be kept', async ({ open, page }) => {
  const steps = vendorSteps(aeries, { 'sign-in': ['failed', 'not-restarted'] });
  await open(withOne(leftAt('enter', aeries), { steps, otherSteps: steps }));
  await startTest(page);
  await button(page, english.systems['aeries-oneroster'].alternatives['older-token-path'].action).click();
  await expect(page.getByText('This result came from another way to ask')).toBeVisible();
  await expect(button(page, en.report.otherWay.keep)).toHaveCount(0);
});

test('the way to replace a secret fits the version the test learned', async ({ open, page }) => {
  await open(
    withOne(leftAt('enter', powerschool), {
      steps: vendorSteps(powerschool, { 'sign-in': ['failed', 'credentials-rejected'] }),
    }),
  );
  await startTest(page);
  await button(page, english.systems.powerschool.instructions.reinstall.title).click();
  await expect(page.getByText('Install the plugin again.')).toBeVisible();
  await expect(button(page, /21\.11\.2\.0 and later/)).toHaveCount(0);
});

test('the values are handed over as they are used, the secret by its own click', async ({ open, page }) => {
  await open(withOne(aeries));
  await button(page, /^Open:/).click();
  const sheet = page.locator('section', {
    has: page.getByRole('heading', { name: english.systems['aeries-oneroster'].handOver.title }),
  });
  await sheet.getByRole('button', { name: 'Copy Aeries URL' }).click();
  expect(await page.evaluate(() => window.fake.clipboard)).toBe('https://maple.aeries.example/aeries');
  await sheet.getByRole('button', { name: 'Copy the Consumer Secret Key' }).click();
  await expect.poll(() => page.evaluate(() => window.fake.clipboard)).toBe(SECRET);
  expect(await page.content()).not.toContain(SECRET);
  await expect(sheet).toContainText('Never share them with another vendor');
});

test('a rehearsal takes its values from the practice PowerSchool', async ({ open, page }) => {
  await open();
  await button(page, en.connections.practise).click();
  await page.getByRole('searchbox').fill('powerschool');
  await page.getByRole('radio', { name: /^PowerSchool SIS \(/ }).click({ force: true });
  await button(page, en.common.action.goOn).click();
  await button(page, en.common.action.goOn).click();
  await expect(page.getByText(/made for you by the practice PowerSchool/)).toBeVisible();
  await button(page, en.wizard.register.practiceTake).click();
  await expect(page.locator('[data-tone]')).toContainText(en.wizard.register.practiceTaken);
  const copied = await page.evaluate(() => window.fake.clipboard);
  await button(page, en.common.action.goOn).click();
  await button(page, en.wizard.copied.offer).click();
  await page.getByRole('textbox', { name: en.wizard.copied.box }).waitFor();
  await paste(page, copied);
  await button(page, 'Fill in 3 values').click();
  await expect(page.getByText(en.common.field.secretSaved)).toBeVisible();
});
