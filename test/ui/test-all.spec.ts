import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { checked, fullList, leftAt, someVendors } from './saved';

test('Test all shows how far it is, and each result in its row as it comes', async ({ open, page }) => {
  const connections = someVendors(4);
  const [, second, third] = connections;
  if (second === undefined || third === undefined) throw new Error('Too few');
  await open({ connections, testAll: { [second.id]: 'stopped', [third.id]: 'hangs' } });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  const bar = page.getByRole('progressbar', { name: en.testAll.progress });
  await expect(bar).toHaveAttribute('aria-valuetext', '3 of 4');
  await expect(page.getByRole('heading', { name: en.testAll.testing })).toBeFocused();
  const rows = page.locator('li[aria-posinset]');
  await expect(rows.nth(0)).toContainText('Proved today');
  await expect(rows.nth(1)).toContainText('Stopped at');
  await expect(rows.nth(2)).toContainText('Being tested');
  await expect(page.getByRole('button', { name: 'What to do: PowerSchool · School 2' })).toBeVisible();

  await page.getByRole('button', { name: en.common.action.cancel }).click();
  await expect(page.getByRole('heading', { name: en.testAll.cancelled })).toBeVisible();
  await expect(page.locator('section[aria-labelledby=test-all-title]')).toContainText(
    '2 proved, 1 stopped and 1 not tested. What had ended by then is kept.',
  );
  await expect(rows.nth(2)).toContainText('Not tested this time');
});

test('a result that could not be saved is said, in its row and above, also after coming back', async ({
  open,
  page,
}) => {
  const [first, ...others] = someVendors(3);
  if (first === undefined) throw new Error('Too few');
  await open({ connections: [first, ...others], testAll: { [first.id]: 'stopped' }, diskFull: true });
  const sees = async () => {
    await expect(page.locator('section[aria-labelledby=test-all-title]')).toContainText(
      '3 results could not be saved',
    );
    const rows = page.locator('li[aria-posinset]');
    await expect(rows.nth(0)).toContainText(en.testAll.row.notSaved.stopped);
    await expect(rows.nth(1)).toContainText(en.testAll.row.notSaved.proved);
  };
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await sees();
  await expect(page.getByTestId('announcements')).toContainText('3 results could not be saved');
  await page.getByRole('button', { name: 'Open: PowerSchool · School 3' }).click();
  await page.getByRole('button', { name: en.connections.page.back }).click();
  await sees();
});

test('it can be left and come back to, and its end is said and stays until it is closed', async ({
  open,
  page,
}) => {
  const connections = someVendors(3);
  const [first] = connections;
  if (first === undefined) throw new Error('Too few');
  await open({ connections, testAll: { [first.id]: 'hangs' } });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 3');
  await page.getByRole('button', { name: 'Open: PowerSchool · School 3' }).click();
  await page.getByRole('button', { name: en.connections.page.back }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '2 of 3');
  await page.evaluate((id) => window.fake.endTest(id, 'proved'), first.id);
  await expect(page.getByRole('heading', { name: '3 proved', exact: true })).toBeVisible();
  await expect(page.getByTestId('announcements')).toContainText('3 proved');

  await page.getByRole('button', { name: 'Open: PowerSchool · School 3' }).click();
  await page.getByRole('button', { name: en.connections.page.back }).click();
  await expect(page.getByRole('heading', { name: '3 proved', exact: true })).toBeVisible();
  await page.getByRole('button', { name: en.testAll.close }).click();
  await expect(page.locator('section[aria-labelledby=test-all-title]')).toHaveCount(0);
  await expect(page.locator('li[aria-posinset]').first()).toContainText('Proved today');
});

test('refused credentials are left out, with words on the row and in the summary, and a way to test alone', async ({
  open,
  page,
}) => {
  const refused = someVendors(1).map((connection) => checked(connection, 'credentials-rejected'));
  await open({ ...fullList(), connections: [...refused, ...(fullList().connections ?? [])] });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('heading', { name: /2 proved and 4 left out/ })).toBeVisible();
  await expect(page.locator('section[aria-labelledby=test-all-title]')).toContainText(
    'One was left out: its credentials were refused',
  );
  await expect(page.locator('section[aria-labelledby=test-all-title]')).toContainText(
    '2 were left out because their values',
  );
  const row = page.locator('li[aria-posinset]').first();
  await expect(row).toContainText('Left out: the credentials were refused');
  await row.getByRole('button', { name: /^Test this one anyway:/ }).click();
  await expect(page.getByTestId('situation')).not.toHaveText('');
  expect(await page.evaluate(() => window.fake.calls.map(({ channel }) => channel))).toContain('run-check');
});

test('the computer’s sleep is named, and nothing is taken for the person’s wish', async ({ open, page }) => {
  const connections = someVendors(2);
  const [first] = connections;
  if (first === undefined) throw new Error('Too few');
  await open({ connections, testAll: { [first.id]: 'hangs' } });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '1 of 2');
  await page.evaluate(() => window.fake.sleep());
  await expect(page.getByRole('heading', { name: en.testAll.slept })).toBeVisible();
});

test('one connection alone is not offered a test of all', async ({ open, page }) => {
  await open({ connections: [leftAt('enter')] });
  await expect(page.getByRole('button', { name: en.connections.setUp })).toBeVisible();
  await expect(page.getByRole('button', { name: en.connections.testAll })).toHaveCount(0);
});
