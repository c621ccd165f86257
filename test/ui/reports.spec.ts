import { interceptedSteps, passedSteps, reportWith } from '../fakes/reports';
import { expect, test } from './app-fixture';
import { checked, maple, powerschool, withOne } from './saved';

const NEWEST = '2026-03-02T14:05:06.000Z';
const stopped = withOne(checked(powerschool, 'tls-intercepted', NEWEST), {
  reports: { [maple.id]: reportWith(interceptedSteps, NEWEST) },
  olderReports: { [maple.id]: [reportWith(passedSteps, '2026-02-20T09:30:00.000Z')] },
});

test('a connection that worked before says what changed, without being asked', async ({ open, page }) => {
  await open(stopped);
  await page.getByRole('button', { name: /^What to do:/ }).click();
  const changes = page.getByRole('region', { name: 'What changed since it last worked' });
  await expect(changes.getByText(/then “Example Public CA”, now “Maple Filter Root”/)).toBeVisible();
});

test('nothing is offered where nothing ever worked', async ({ open, page }) => {
  await open({ ...stopped, olderReports: {} });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await expect(page.getByRole('heading', { name: 'Reports and network' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What changed since it last worked' })).toHaveCount(0);
});

test('the network team’s request stands where the finding is theirs, and can be copied', async ({
  open,
  page,
}) => {
  await open(stopped);
  await page.getByRole('button', { name: /^What to do:/ }).click();
  const panel = page.getByRole('region', { name: 'For your network team' });
  await panel.getByRole('button', { name: 'Copy the request' }).click();
  await expect.poll(() => page.evaluate(() => window.fake.clipboard)).toContain('TCP port 443, HTTPS');
});

test('an older report can be opened, copied, saved and compared', async ({ open, page }) => {
  await open(stopped);
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('button', { name: '2 kept reports' }).click();
  await page
    .getByRole('button', { name: /^Open: test/ })
    .nth(1)
    .click();
  const row = page.locator('li:has(button[aria-expanded][aria-label])').nth(1);
  await expect(row.getByRole('table', { name: 'Where the time went' })).toBeVisible();
  const signIn = row.getByRole('region', { name: 'Sign-in' });
  await expect(signIn).toContainText('POST /oauth/access_token');
  await expect(signIn).toContainText('200 · application/json');
  await expect(signIn).toContainText('Certain: it was measured.');
  await expect(row.getByText(/these hold personal data/)).toBeVisible();
  await row.getByRole('button', { name: 'Copy for support' }).click();
  await expect.poll(() => page.evaluate(() => window.fake.clipboard)).toContain('Step by step');
  await row.getByRole('button', { name: 'Save as a page' }).click();
  await expect(
    row.getByText('Saved: /home/pat/Documents/connection-report-maple-district-2026-02-20-0930.html'),
  ).toBeVisible();
  await row.getByRole('button', { name: 'What changed from this one to the newest' }).click();
  await expect(row.getByText(/The certificate of .+ was issued by another authority/)).toBeVisible();
});

test('a file that could not be written is told in a sentence', async ({ open, page }) => {
  await open({ ...stopped, refusals: { 'save-report': 'not-saved' } });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('button', { name: 'Step by step, and for support' }).click();
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  await expect(page.getByRole('alert')).toContainText('The file was not written');
});

test('the text is copied in the language of the window', async ({ open, page }) => {
  await open({ ...stopped, language: 'fr' });
  await page.getByRole('button', { name: /^Que faire/ }).click();
  await page.getByRole('button', { name: 'Étape par étape, et pour le soutien technique' }).click();
  await page.getByRole('button', { name: 'Copier pour le soutien technique' }).click();
  await expect.poll(() => page.evaluate(() => window.fake.clipboard)).toContain('Non vérifié');
});
