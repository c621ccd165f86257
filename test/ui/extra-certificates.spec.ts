import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { callsTo } from './finders';
import { maple } from './saved';
import { chosenKey, chosenRoot, filterRoot, stopped, withRoot } from './trust-screens';

test('a finding offers a certificate, shows it before it is trusted, and tests again with it', async ({
  open,
  page,
}) => {
  await open({ ...stopped, files: [chosenRoot] });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  const card = page.getByRole('article', { name: /filter is reading/ }).first();
  await expect(card).toContainText('Exempting the host is the better way');
  await card.getByRole('button', { name: en.trust.add }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('heading', { level: 2 })).toHaveText(en.trust.dialog.title_one);
  for (const shown of [
    filterRoot.subject,
    filterRoot.fingerprint.slice(0, 48),
    'March 1, 2024',
    'March 1, 2034',
  ])
    await expect(dialog).toContainText(shown);
  await expect(dialog).toContainText('auth.onsis.example and api.onsis.example');
  await expect(dialog.getByRole('list', { name: en.trust.dialog.leftOut })).toContainText(
    'certificate of one server',
  );
  // The safe answer has the focus.
  await expect(page.getByRole('button', { name: en.trust.dialog.no })).toBeFocused();
  await page.evaluate(() => window.fake.arrange({ check: 'proved' }));
  await page.getByRole('button', { name: en.trust.dialog.yesAndTest }).click();
  await expect(page.getByTestId('situation')).toHaveText(/is proved/);
  const accepted = await callsTo(page, 'accept-certificates');
  // The page sends main neither a path nor a certificate.
  expect(accepted).toEqual([{ id: maple.id, token: chosenRoot.kind === 'read' ? chosenRoot.token : '' }]);
});

test('declining keeps nothing, and tests nothing', async ({ open, page }) => {
  await open({ ...stopped, files: [chosenRoot] });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('article').getByRole('button', { name: en.trust.add }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const channels = await page.evaluate(() => window.fake.calls.map(({ channel }) => channel));
  expect(channels).not.toContain('accept-certificates');
  expect(channels).not.toContain('run-check');
});

test('a file of no use is explained, and another can be chosen at once', async ({ open, page }) => {
  await open({ ...stopped, files: [chosenKey, chosenRoot, null] });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('article').getByRole('button', { name: en.trust.add }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('Nothing from it was kept');
  await page.getByRole('button', { name: en.trust.dialog.another }).click();
  await expect(page.getByRole('dialog')).toContainText(filterRoot.subject);
  await page.getByRole('button', { name: en.trust.dialog.no }).click();
  // Cancelling the file dialog shows no message.
  await page.getByRole('article').getByRole('button', { name: en.trust.add }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('the connection’s page lists what was added, for which hosts, and takes it away', async ({
  open,
  page,
}) => {
  await open({ ...stopped, extraTrust: withRoot });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  const section = page.locator('section', {
    has: page.getByRole('heading', { name: en.trust.title }),
  });
  await expect(section).toContainText('Trusted for auth.onsis.example only');
  await expect(section).toContainText('Not used for api.onsis.example');
  await section.getByRole('button', { name: `Remove ${filterRoot.subject}` }).click();
  await expect(section.getByRole('list', { name: en.trust.title })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: en.trust.title })).toBeFocused();
  await expect(page.getByTestId('announcements')).toContainText('was removed');
  // The result on the page depended on it.
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page.getByText('Not tested yet', { exact: false })).toBeVisible();
});
