import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { someVendors } from './saved';
import { longList } from './search-screens';

const NAME = 'Search';

test('a long list is searched by anything written on its rows, with the keyboard alone', async ({
  open,
  page,
}) => {
  await open(longList());
  const field = page.getByRole('searchbox', { name: NAME });
  const rows = page.locator('li[aria-posinset]');
  await expect(field).toBeVisible();
  const all = longList().connections?.length ?? 0;
  const first = await rows.count();
  await page.keyboard.press('Control+f');
  await expect(field).toBeFocused();
  await page.keyboard.type('powerschool SCHOOL 12');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('School 12');
  await expect(page.getByRole('status').filter({ hasText: `1 of ${all} connections` })).toBeVisible();

  // Environment and state, as shown on the row. A row not painted yet has no inner text (content-visibility).
  await field.fill('production');
  for (const text of await rows.allTextContents()) expect(text).toContain(en.common.environment.production);
  await field.fill('stopped at');
  expect(await rows.count()).toBeGreaterThan(0);
  for (const text of await rows.allTextContents()) expect(text).toContain('Stopped at');

  await page.keyboard.press('Escape');
  await expect(field).toHaveValue('');
  await expect(rows).toHaveCount(first);
});

test('the list is searched while all are tested, and after', async ({ open, page }) => {
  const connections = someVendors(12);
  const [first, second] = connections;
  if (first === undefined || second === undefined) throw new Error('Too few');
  await open({ connections, testAll: { [first.id]: 'stopped', [second.id]: 'hangs' } });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  const rows = page.locator('li[aria-posinset]');
  await expect(rows).toHaveCount(12);
  await page.keyboard.press('Control+f');
  await expect(page.getByRole('searchbox', { name: NAME })).toBeFocused();
  await page.keyboard.type('being tested');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('School 2');
  // Found by its current state.
  await page.evaluate((id) => window.fake.endTest(id, 'stopped'), second.id);
  await expect(page.getByText('No connection matches “being tested”.')).toBeVisible();
  await page.getByRole('searchbox', { name: NAME }).fill('stopped at');
  await expect(rows).toHaveCount(2);
  await page.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('button', { name: 'Close' })).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: NAME })).toHaveValue('stopped at');
  await expect(rows).toHaveCount(2);
});

test('what was searched for before all are tested is searched for while they are', async ({ open, page }) => {
  // A name that no time of day contains, because rows show when they were tested.
  const connections = someVendors(12).map((connection, at) =>
    at === 11 ? { ...connection, name: 'Lakeside' } : connection,
  );
  const [first] = connections;
  if (first === undefined) throw new Error('Too few');
  await open({ connections, testAll: { [first.id]: 'hangs' } });
  const field = page.getByRole('searchbox', { name: NAME });
  const rows = page.locator('li[aria-posinset]');
  await field.fill('Lakeside');
  await expect(rows).toHaveCount(1);
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('progressbar')).toBeVisible();
  await expect(field).toHaveValue('Lakeside');
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText('Lakeside');
  await field.fill('');
  await expect(rows).toHaveCount(12);
});

test('nothing found is said, with the way back', async ({ open, page }) => {
  await open(longList());
  const field = page.getByRole('searchbox', { name: NAME });
  await field.fill('zzz');
  await expect(page.getByText('No connection matches “zzz”.')).toBeVisible();
  await expect(page.locator('li[aria-posinset]')).toHaveCount(0);
  await page.getByRole('button', { name: en.search.showAll }).click();
  await expect(field).toBeFocused();
  await expect(page.locator('li[aria-posinset]').first()).toBeVisible();
});

test('a short list has no field to search it', async ({ open, page }) => {
  await open({ connections: someVendors(7) });
  await expect(page.locator('li[aria-posinset]')).toHaveCount(7);
  await expect(page.getByRole('searchbox')).toHaveCount(0);
});

test('accents are not asked for', async ({ open, page }) => {
  const connections = someVendors(8).map((connection, at) =>
    at === 3 ? { ...connection, name: 'École secondaire de l’Érablière' } : connection,
  );
  await open({ connections });
  await page.getByRole('searchbox', { name: NAME }).fill('erabliere ecole');
  await expect(page.locator('li[aria-posinset]')).toHaveCount(1);
});
