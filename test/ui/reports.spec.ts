import { main as english } from '../../assets/locales/en/main';
import { interceptedSteps, passedSteps, reportWith } from '../fakes/reports';
import { en, fr } from '../support/window-words';
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
  const changes = page.getByRole('region', { name: en.reports.sinceTitle });
  await expect(changes.getByText(/then “Example Public CA”, now “Maple Filter Root”/)).toBeVisible();
});

test('nothing is offered where nothing ever worked', async ({ open, page }) => {
  await open({ ...stopped, olderReports: {} });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await expect(page.getByRole('heading', { name: en.reports.section })).toBeVisible();
  await expect(page.getByRole('region', { name: en.reports.sinceTitle })).toHaveCount(0);
});

test('the network team’s request stands where the finding is theirs, and can be copied', async ({
  open,
  page,
}) => {
  await open(stopped);
  await page.getByRole('button', { name: /^What to do:/ }).click();
  const panel = page.getByRole('region', { name: en.reports.network.title });
  await panel.getByRole('button', { name: en.reports.network.copy }).click();
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
  await expect(row.getByRole('table', { name: english.renderedReport.timeline.title })).toBeVisible();
  const signIn = row.getByRole('region', { name: 'Sign-in' });
  await expect(signIn).toContainText('POST /oauth/access_token');
  await expect(signIn).toContainText('200 · application/json');
  await expect(signIn).toContainText(english.renderedReport.sure.certain);
  await expect(row.getByText(/these hold personal data/)).toBeVisible();
  await row.getByRole('button', { name: en.reports.copy }).click();
  await expect.poll(() => page.evaluate(() => window.fake.clipboard)).toContain('Step by step');
  await row.getByRole('button', { name: en.reports.savePage }).click();
  await expect(
    row.getByText('Saved: /home/pat/Documents/connection-report-maple-district-2026-02-20-0930.html'),
  ).toBeVisible();
  await row.getByRole('button', { name: en.reports.compare }).click();
  await expect(row.getByText(/The certificate of .+ was issued by another authority/)).toBeVisible();
});

test('a file that could not be written is told in a sentence', async ({ open, page }) => {
  await open({ ...stopped, refusals: { 'save-report': 'not-saved' } });
  await page.getByRole('button', { name: /^What to do:/ }).click();
  await page.getByRole('button', { name: en.reports.sheet }).click();
  await page.getByRole('button', { name: en.reports.saveJson }).click();
  await expect(page.getByRole('alert')).toContainText(en.reports.notWritten.title);
});

test('the text is copied in the language of the window', async ({ open, page }) => {
  await open({ ...stopped, language: 'fr' });
  await page.getByRole('button', { name: /^Que faire/ }).click();
  await page.getByRole('button', { name: fr.reports.sheet }).click();
  await page.getByRole('button', { name: fr.reports.copy }).click();
  await expect.poll(() => page.evaluate(() => window.fake.clipboard)).toContain('Non vérifié');
});
