import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { main as french } from '../../assets/locales/fr/main';
import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo, title } from './finders';
import { maple, powerschool, someVendors, withOne } from './saved';
import { paste } from './screens';

/* A message of another program: reached from everywhere, read by main, forgotten, and its secrets never shown. */

const SECRET = 'kP7vW2xQ9mZ4tB8rL1';
const JAVA = `javax.net.ssl.SSLHandshakeException: PKIX path building failed:
  sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
  at com.sis.Sync.run(Sync.java:88) client_secret=${SECRET}`;
const UNKNOWN =
  'Sync job 42 on 2026-11-03 ended: answer of https://sis.maple.example/v1 was odd (status 299)';

const { message } = en;
const dialog = (page: Page) => page.getByRole('dialog');

async function fromHelp(page: Page) {
  await page.keyboard.press('F1');
  await dialog(page).getByRole('button', { name: message.open }).click();
  await expect(dialog(page).getByRole('textbox', { name: message.box })).toBeFocused();
}

test('from the help, before anything is set up: told as a finding, with the letter, and forgotten', async ({
  open,
  page,
}) => {
  await open({});
  await fromHelp(page);
  await paste(page, JAVA);
  await expect(dialog(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expect(dialog(page)).toContainText(en.report.whose);
  await expect(dialog(page)).toContainText(english.names.steps['secure-connection']);
  await expect(dialog(page)).toContainText('seems to hold a secret');
  await expect(page.getByTestId('announcements')).toContainText('seems to hold a secret');
  expect(await page.content()).not.toContain(SECRET);
  await button(page, message.copyLetter).click();
  const letter = await page.evaluate(() => window.fake.clipboard);
  expect(letter).toMatch(/^Hello,/);
  expect(letter).not.toContain(SECRET);

  await button(page, message.another).click();
  await expect(dialog(page).getByRole('textbox')).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
  await expect(title(page)).toBeVisible();
});

test('from the first screen, without the help', async ({ open, page }) => {
  await open({});
  await button(page, en.connections.first.message).click();
  await expect(dialog(page).getByRole('textbox', { name: message.box })).toBeFocused();
  await paste(page, 'java.net.UnknownHostException: maple.powerschool.example');
  await expect(dialog(page)).toContainText('maple.powerschool.example');
  await page.keyboard.press('Escape');
  await expect(button(page, en.connections.first.message)).toBeFocused();
});

test('what is not recognized is said to be so, with what can be seen in it', async ({ open, page }) => {
  await open({ language: 'fr' });
  await page.keyboard.press('F1');
  await dialog(page).getByRole('button', { name: fr.message.open }).click();
  await dialog(page).getByRole('textbox').fill(UNKNOWN);
  await button(page, fr.message.read).click();
  await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText(fr.message.notRead);
  // Once, in the heading.
  await expect(dialog(page)).not.toContainText(french.explained.unknown);
  for (const seen of ['sis.maple.example', '299', '3 novembre 2026']) {
    await expect(dialog(page)).toContainText(seen);
  }
});

test('from a connection, in its system’s words, with the test that proves it one press away', async ({
  open,
  page,
}) => {
  await open(withOne(powerschool, { check: 'proved' }));
  await button(page, /^Open:/).click();
  await button(page, message.open).click();
  await expect(dialog(page).getByRole('textbox', { name: message.box })).toBeFocused();
  await paste(page, 'java.net.UnknownHostException: maple.powerschool.example');
  await expect(dialog(page)).toContainText('maple.powerschool.example');
  expect(await callsTo(page, 'explain-message')).toMatchObject([{ id: maple.id }]);
  await dialog(page).getByRole('button', { name: message.test }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect.poll(() => callsTo(page, 'run-check')).toHaveLength(1);
});

test('from the list, by searching for what the message says', async ({ open, page }) => {
  await open({ connections: someVendors(3) });
  await page.keyboard.press('ControlOrMeta+F');
  await page.getByRole('searchbox').fill('connect ECONNREFUSED 203.0.113.7:443');
  await button(page, en.search.asMessage).click();
  await expect(dialog(page).getByRole('heading', { level: 2 })).toHaveText(message.means);
  await expect(dialog(page)).toContainText(english.names.steps.connect);
});

test('a text longer than any message is not read, and one that main refuses is said to be', async ({
  open,
  page,
}) => {
  await open({});
  await fromHelp(page);
  await paste(page, 'x'.repeat(200_001));
  await expect(dialog(page)).toContainText(message.tooLong);
  expect(await callsTo(page, 'explain-message')).toEqual([]);
  await page.evaluate(() => window.fake.arrange({ refusals: { 'explain-message': 'unexpected' } }));
  await dialog(page).getByRole('textbox').fill('odd');
  await button(page, message.read).click();
  await expect(dialog(page).getByRole('alert')).toBeVisible();
});
