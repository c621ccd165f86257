import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { LETTERS, onWindows, watchedConnection, watchedList } from './nightly-screens';
import { checked, powerschool, someVendors } from './saved';

const { nightly } = en;

test('the list says of each connection since when it is so at night, and the search finds it', async ({
  open,
  page,
}) => {
  await open(watchedList());
  const rows = page.locator('li[aria-posinset]');
  await expect(rows.nth(0)).toContainText(/Proved .* · Has worked every night since/);
  await expect(rows.nth(1)).toContainText('Has stopped every night since');
  await expect(rows.nth(1).locator('[data-status=failed]')).toBeVisible();
  await expect(rows.nth(2)).toContainText('Could not be tested at night since');
  await expect(rows.nth(3)).toContainText('Was last tested at night on');
  await expect(rows.nth(4)).not.toContainText('night');
  await page.keyboard.press('Control+f');
  await page.getByRole('searchbox').fill('has stopped every night');
  await expect(rows).toHaveCount(1);
});

test('a newer test in the window that says otherwise is believed', async ({ open, page }) => {
  const connection = { ...powerschool, id: '6f1c1e1a-0000-4000-8000-000000000021' };
  const lastCheck = (at: string) =>
    ({ at, outcome: 'passed', proved: true, step: null, code: null }) as const;
  const other = { ...connection, id: '6f1c1e1a-0000-4000-8000-000000000022' };
  const at = new Date(Date.now() - 3_600_000).toISOString();
  const ill = {
    kind: 'ill',
    at,
    since: at,
    step: 'connect',
    code: 'connection-refused',
    notChecked: null,
  } as const;
  await open({
    connections: [
      { ...connection, lastCheck: lastCheck(new Date().toISOString()) },
      { ...other, lastCheck: lastCheck(new Date(Date.now() - 7_200_000).toISOString()) },
    ],
    watched: [
      { ...ill, id: connection.id },
      { ...ill, id: other.id },
    ],
  });
  const rows = page.locator('li[aria-posinset]');
  await expect(rows.nth(1)).toContainText(/stopped (in the last nightly test|every night since)/i);
  await expect(rows.nth(0)).not.toContainText('night');
});

test('where nothing is watched, the first screen has no word of it and loads nothing for it', async ({
  open,
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await open({ connections: someVendors(3).map((connection) => checked(connection, 'proved')) });
  await expect
    .poll(() => page.evaluate(() => window.fake.calls.map(({ channel }) => channel)))
    .toContain('watched');
  await expect(page.locator('body')).not.toContainText(/night/i);
  expect(asked.filter((url) => url.includes('watched'))).toEqual([]);
});

test('after a test of all, one switch sets the nightly test up and removes it, and says how it stands', async ({
  open,
  page,
}) => {
  await open({ connections: someVendors(3) });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  const control = page.getByRole('switch', { name: nightly.switch });
  await expect(control).not.toBeChecked();
  await expect(control).toHaveAccessibleDescription(nightly.off);
  await control.focus();
  await page.keyboard.press('Space');
  await expect(control).toBeChecked();
  await expect(control).toBeFocused();
  await expect(control).toHaveAccessibleDescription(/^Set up since .* between 1:00.* and 3:00.*signed in/);
  await expect(page.getByTestId('announcements')).toContainText('It starts between');
  await page.keyboard.press('Space');
  await expect(control).toHaveAccessibleDescription(nightly.off);
  const wishes = await page.evaluate(() =>
    window.fake.calls.filter(({ channel }) => channel === 'set-nightly').map(({ request }) => request),
  );
  expect(wishes).toEqual([{ on: true }, { on: false }]);
});

test('what cannot be set up is said with what to do, and the switch stays off', async ({ open, page }) => {
  await open({
    connections: someVendors(3),
    nightlyFailure: { why: 'failed', command: 'systemctl --user daemon-reload' },
  });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  const control = page.getByRole('switch');
  await control.click({ force: true });
  await expect(page.getByRole('alert')).toContainText(nightly.failure.on);
  await expect(page.getByRole('alert')).toContainText('systemctl --user daemon-reload');
  await expect(control).not.toBeChecked();
});

for (const why of ['checkout', 'system', 'no-systemd'] as const) {
  test(`the switch says why it cannot be turned on: ${why}`, async ({ open, page }) => {
    await open({ connections: someVendors(3), nightly: { state: 'unavailable', why } });
    await page.getByRole('button', { name: en.connections.testAll }).click();
    const control = page.getByRole('switch');
    await expect(control).toHaveAccessibleDescription(nightly.unavailable[why]);
    await control.focus();
    await page.keyboard.press('Space');
    await expect(control).not.toBeChecked();
    expect(await page.evaluate(() => window.fake.calls.map(({ channel }) => channel))).not.toContain(
      'set-nightly',
    );
    await page.getByRole('button', { name: nightly.more }).click();
    await expect(page.getByRole('heading', { name: en.help.nightly })).toBeFocused();
  });
}

test('on Windows, the command for nights without a sign-in can be copied', async ({ open, page }) => {
  await open({ connections: someVendors(3), nightly: onWindows });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('switch')).toHaveAccessibleDescription(/needs your password once/);
  await page.locator('.copy-line').getByRole('button').click();
  expect(await page.evaluate(() => window.fake.clipboard)).toBe(
    onWindows.state === 'on' ? onWindows.always : '',
  );
});

test('practice connections alone are offered no nightly test', async ({ open, page }) => {
  await open({ connections: someVendors(3).map((connection) => ({ ...connection, practice: true })) });
  await page.getByRole('button', { name: en.connections.testAll }).click();
  await expect(page.getByRole('button', { name: en.testAll.close })).toBeVisible();
  await expect(page.getByRole('switch')).toHaveCount(0);
});

test('a connection’s page shows its nights as a picture and says the same as text', async ({
  open,
  page,
}) => {
  await open(watchedConnection());
  await page
    .getByRole('button', { name: /^Open:/ })
    .first()
    .click();
  await expect(
    page.getByRole('img', {
      name: `The last 30 nights, the newest at the end: 22 worked, 2 worked with a note, 3 stopped, 1 could not be tested and 2 without a test`,
    }),
  ).toBeVisible();
  await expect(page.getByText('Has stopped every night since')).toBeVisible();
  await expect(
    page.getByText(/The last nightly test, .*, stopped at “Secure connection” · \S/),
  ).toBeVisible();
  const fold = page.getByRole('button', { name: nightly.fold });
  await fold.focus();
  await page.keyboard.press('Enter');
  const lines = page.locator(`#${await fold.getAttribute('aria-controls')} li`);
  const runs = LETTERS.match(/(.)\1*/g) ?? [];
  await expect(lines).toHaveCount(runs.length);
  await expect(lines.first()).toContainText(/ to .*: stopped$/);
  await expect(lines.last()).toContainText(/ to .*: worked$/);
});

test('a connection that no night has tested has no such section', async ({ open, page }) => {
  await open({ connections: [checked(powerschool, 'proved')] });
  await page
    .getByRole('button', { name: /^Open:/ })
    .first()
    .click();
  await expect
    .poll(() => page.evaluate(() => window.fake.calls.map(({ channel }) => channel)))
    .toContain('nights');
  await expect(page.getByRole('heading', { name: nightly.title, exact: true })).toHaveCount(0);
});
