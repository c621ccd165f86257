import type { SharedRow } from '../../electron/contract/shared-store';
import type { Scenario } from '../fakes/bridge';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo, title } from './finders';
import { fullList, maple, powerschool, withOne } from './saved';
import {
  conflict,
  offerOf,
  openSharing,
  sharedRow,
  storeReady,
  storeSettings,
  storeStopped,
  written,
} from './sharing-screens';

/* What the window asks of shared connections, and what it never does unasked. */

const words = en.sharing;
const PASSWORD = 'orchard-lantern-9';

const signedIn = {
  settings: storeSettings,
  person: 'pat',
  listing: { asOf: '2026-03-02T15:10:00.000Z', otherEntries: 0 },
  steps: storeReady,
};
const mapleRow = (part: Partial<SharedRow>): SharedRow => ({
  ...sharedRow(0, part),
  id: maple.id,
  about: { system: 'powerschool', name: powerschool.name, environment: 'test' },
});
const shared = (part: Scenario['shared'], row: Partial<SharedRow> = {}): Scenario =>
  withOne(powerschool, { shared: { ...signedIn, rows: [mapleRow(row)], ...part } });

test('who shares nothing sees and loads nothing of it', async ({ open, page }) => {
  await open(fullList());
  await expect(page.getByRole('button', { name: en.connections.move })).toBeVisible();
  await expect.poll(() => callsTo(page, 'shared-marks')).toHaveLength(1);
  await expect(button(page, words.entry)).toHaveCount(0);
  await expect(page.getByText(words.standing['here-only'])).toHaveCount(0);
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
  expect(loaded.filter((name) => /shar(ing|ed)|standing/.test(name))).toEqual([]);
});

test('a store is set up one question at a time, and what is entered is sent once and gone', async ({
  open,
  page,
}) => {
  await open({ ...fullList(), shared: { steps: storeReady } });
  await button(page, en.connections.move).click();
  await button(page, words.open).click();
  await expect(title(page)).toHaveText(words.setUp.placeTitle);
  await page.locator('[name=storeAddress]').fill(' https://VAULT.maple.example:8200/ ');
  await page.locator('[name=storePrefix]').fill('/teams/school-api/');
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(words.setUp.signInTitle);
  await button(page, words.setUp.next).click();
  await expect(title(page)).toHaveText(words.signIn.title);
  await page.locator('[name=storeUser]').fill('pat');
  await page.locator('[name=storePassword]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(words.signIn.titleReady);
  await expect(title(page)).toBeFocused();
  await expect(page.getByTestId('announcements')).toContainText(words.signIn.titleReady);
  expect(await callsTo(page, 'set-up-store')).toEqual([{ ...storeSettings, prefix: 'teams/school-api' }]);
  expect(await callsTo(page, 'test-store')).toMatchObject([
    { credentials: { way: 'ldap', user: 'pat', password: PASSWORD } },
  ]);
  expect(await callsTo(page, 'sign-in-to-store')).toEqual([]);
  expect(await page.content()).not.toContain(PASSWORD);
  await button(page, words.signIn.toList).click();
  await expect(title(page)).toHaveText(words.title);
  await expect.poll(() => callsTo(page, 'refresh-shared')).toHaveLength(1);
});

test('a test that stops says it in a card, keeps no password, and wants it again', async ({ open, page }) => {
  await open({ shared: { settings: storeSettings, steps: storeStopped } });
  await openSharing(page);
  await page.locator('[name=storeUser]').fill('pat');
  await page.locator('[name=storePassword]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await expect(title(page)).toHaveText(words.signIn.titleStopped);
  await expect(page.getByRole('article').getByRole('heading')).toBeFocused();
  await expect(page.locator('[name=storePassword]')).toHaveValue('');
  await expect(page.locator('[name=storeUser]')).toHaveValue('pat');
  await page.locator('[name=storePassword]').press('Enter');
  expect(await callsTo(page, 'test-store')).toHaveLength(1);
});

test('a sign-in in the browser shows where it went, and can be cancelled', async ({ open, page }) => {
  const settings = { ...storeSettings, signIn: { way: 'oidc', mount: 'oidc', role: '' } } as const;
  await open({ shared: { settings, steps: storeReady, browser: true } });
  await openSharing(page);
  await button(page, words.signIn.action).click();
  await expect(page.getByRole('region', { name: en.report.browser.title })).toBeVisible();
  expect(await callsTo(page, 'test-store')).toMatchObject([{ credentials: { way: 'oidc' } }]);
  await button(page, en.report.cancel).click();
  await expect(title(page)).toHaveText(words.signIn.titleCancelled);
  expect(await callsTo(page, 'stop-asking-store')).toHaveLength(1);
  await expect(button(page, words.signIn.action)).toBeVisible();
});

test('a proxy that wants an account is signed in to from the test of the store', async ({ open, page }) => {
  const steps = storeStopped.map((step) =>
    step.outcome === 'failed'
      ? {
          ...step,
          code: 'proxy-sign-in-required' as const,
          facts: { proxy: 'http://proxy.maple.test:3128', problem: 'ntlm' },
        }
      : step,
  );
  await open({ shared: { settings: storeSettings, steps } });
  await openSharing(page);
  await page.locator('[name=storeUser]').fill('pat');
  await page.locator('[name=storePassword]').fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('article').getByRole('button', { name: en.trust.proxy.ask }).click();
  await page.locator('[name=proxyUser]').fill('MAPLE\\pat');
  await page.locator('[name=proxyPassword]').fill('lantern');
  await button(page, en.trust.proxy.yes).click();
  await expect.poll(() => callsTo(page, 'save-proxy-sign-in')).toHaveLength(1);
  // The password was not kept: it is asked for again before another test.
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('[name=storePassword]')).toHaveValue('');
  expect(await callsTo(page, 'test-store')).toHaveLength(1);
});

test('a store that the organization has set cannot be changed here', async ({ open, page }) => {
  await open({ ...fullList(), shared: { ...signedIn, isGiven: true } });
  await openSharing(page);
  await button(page, words.list.settings).click();
  await expect(page.getByText(words.setUp.given)).toBeVisible();
  await expect(page.getByText(storeSettings.address)).toBeVisible();
  await expect(button(page, words.settings.change)).toHaveCount(0);
  await expect(button(page, words.settings.takeDown)).toHaveCount(0);
});

test('a conflict is settled by answers to all questions, and not before', async ({ open, page }) => {
  await open(shared({ details: { [maple.id]: { conflict } } }, { standing: 'changed-both' }));
  await openSharing(page);
  await page.getByRole('button', { name: /^Compare:/ }).click();
  const groups = page.getByRole('radiogroup');
  await expect(groups).toHaveCount(4);
  await expect(groups.nth(2)).toContainText(words.conflict.secret);
  await groups.nth(0).getByRole('radio').nth(1).check({ force: true });
  await button(page, words.conflict.action).click();
  await expect(page.getByRole('alert')).toContainText('3 lines');
  await expect(groups.nth(1).getByRole('radio').first()).toBeFocused();
  expect(await callsTo(page, 'resolve-shared')).toEqual([]);
  for (const at of [1, 2, 3]) await groups.nth(at).getByRole('radio').first().check({ force: true });
  await button(page, words.conflict.action).click();
  await expect(page.getByTestId('standing')).toContainText(words.standing['in-step']);
  await expect(page.getByTestId('announcements')).toContainText(words.keeping.result.joined);
  expect(await callsTo(page, 'resolve-shared')).toEqual([
    {
      id: maple.id,
      version: 7,
      answers: {
        name: 'theirs',
        'value:serverUrl': 'mine',
        'secret:clientSecret': 'mine',
        replacement: 'mine',
      },
    },
  ]);
});

test('leaving a conflict changes nothing', async ({ open, page }) => {
  await open(shared({ details: { [maple.id]: { conflict } } }, { standing: 'changed-both' }));
  await openSharing(page);
  await page.getByRole('button', { name: /^Compare:/ }).click();
  await page.getByRole('radio').first().check({ force: true });
  await button(page, words.conflict.cancel).click();
  await expect(title(page)).toHaveText(words.title);
  expect(await callsTo(page, 'resolve-shared')).toEqual([]);
  expect(await callsTo(page, 'keep-in-step')).toEqual([]);
});

test('an address is confirmed as it was shown, with who changed it and a warning', async ({ open, page }) => {
  const there = 'https://maple-powerschool.example';
  const address = {
    id: maple.id,
    theirs: written('Sam Roy'),
    secrets: [{ field: 'clientSecret', confirmed: ['https://maple.powerschool.example'], there: [there] }],
    values: [],
  };
  await open(shared({ details: { [maple.id]: { address } } }, { standing: 'address-to-confirm' }));
  await openSharing(page);
  await page.getByRole('button', { name: /^Check the address:/ }).click();
  await expect(page.getByText(there)).toBeVisible();
  await expect(page.getByText('as the store says; by Sam Roy')).toBeVisible();
  await expect(page.getByText(words.address.warning).first()).toBeVisible();
  // No button is the one to press.
  await expect(page.locator('button[data-kind=primary]')).toHaveCount(0);
  await button(page, words.address.confirm).click();
  await expect(page.getByTestId('standing')).toContainText(words.standing['in-step']);
  expect(await callsTo(page, 'confirm-addresses')).toEqual([{ id: maple.id, version: 7, origins: [there] }]);
});

test('what is brought here is what was shown; if it changed meanwhile, it is shown anew', async ({
  open,
  page,
}) => {
  const row = sharedRow(7, { standing: 'not-here', asOf: null });
  const offer = offerOf(7);
  await open({ ...fullList(), shared: { ...signedIn, rows: [row], offer } });
  await openSharing(page);
  await page.getByRole('button', { name: /^Bring here:/ }).click();
  await expect(button(page, words.offer.action)).toBeVisible();
  await page.evaluate(
    (given) => window.fake.arrange({ shared: { ...given, refused: { code: 'changed-there' } } }),
    { ...signedIn, rows: [row], offer },
  );
  await button(page, words.offer.action).click();
  await expect(page.getByRole('alert')).toContainText(words.failure['changed-there'].title);
  await expect(button(page, words.offer.action)).toHaveCount(0);
  await expect.poll(() => callsTo(page, 'offer-shared')).toHaveLength(2);
  expect(await callsTo(page, 'bring-shared')).toEqual([
    { ref: offer.ref, version: 7, origins: ['https://maple.powerschool.example'] },
  ]);
});

test('a connection that is no longer shared can be shared again, from its own page', async ({
  open,
  page,
}) => {
  const [row, offer] = [sharedRow(7), offerOf(7)];
  await open({ ...fullList(), shared: { ...signedIn, rows: [row], offer } });
  await openSharing(page);
  await page.getByRole('button', { name: /^Open: .* Maple School 7$/ }).click();
  await button(page, words.one.stop).click();
  await button(page, words.one.stopYes).click();
  await expect(page.getByTestId('standing')).toContainText(words.standing.apart);
  await expect(button(page, words.one.stop)).toHaveCount(0);
  await expect(page.getByText(words.offer.leadAgain)).toBeVisible();
  await button(page, words.offer.titleAgain).click();
  await expect(page.getByTestId('standing')).toContainText(words.standing['in-step']);
  expect(await callsTo(page, 'bring-shared')).toEqual([
    { ref: offer.ref, version: 7, origins: [...offer.origins] },
  ]);
});

test('keeping in step goes a few at a time, says what came of each, and ends when cancelled', async ({
  open,
  page,
}) => {
  const rows = Array.from({ length: 20 }, (_, at) => sharedRow(at, { standing: 'changed-here' }));
  const last = rows[19]?.id ?? '';
  await open({ shared: { ...signedIn, rows, kept: { [rows[0]?.id ?? '']: 'pushed', [last]: 'hangs' } } });
  await page.keyboard.press('F1');
  await button(page, words.open).click();
  await button(page, words.list.keep).click();
  const bar = page.getByRole('progressbar', { name: words.keeping.progress });
  await expect(bar).toHaveAttribute('aria-valuetext', '16 of 20');
  await expect(page.locator('li[aria-posinset]').first()).toContainText(words.keeping.result.pushed);
  await button(page, en.common.action.cancel).click();
  await expect(page.getByRole('heading', { name: words.keeping.stopping })).toBeVisible();
  const asked = (await callsTo(page, 'keep-in-step')) as readonly { readonly ids: readonly string[] }[];
  expect(asked.map(({ ids }) => ids.length)).toEqual([8, 8, 4]);
});

test('the end of keeping in step is said', async ({ open, page }) => {
  const rows = [sharedRow(1, { standing: 'changed-there' }), sharedRow(2, { standing: 'changed-both' })];
  await open({
    shared: { ...signedIn, rows, kept: { [rows[0]?.id ?? '']: 'pulled', [rows[1]?.id ?? '']: 'asks' } },
  });
  await page.keyboard.press('F1');
  await button(page, words.open).click();
  await button(page, words.list.keep).click();
  await expect(page.getByTestId('announcements')).toContainText('1 changed here and 1 to decide');
});

test('who may only read has no button that changes the store, and is told why', async ({ open, page }) => {
  const rights = { read: true, write: false, delete: false };
  await open(shared({ details: { [maple.id]: { rights } } }, { standing: 'changed-there' }));
  await openSharing(page);
  await page.getByRole('button', { name: /^Open:/ }).click();
  await expect(page.getByText(words.rights.noWrite)).toBeVisible();
  await button(page, words.versions.show).click();
  await expect(page.getByText(words.versions.lead)).toBeVisible();
  await expect(page.getByRole('button', { name: /^Restore/ })).toHaveCount(0);
  await expect(button(page, words.one.delete)).toHaveCount(0);
  await expect(button(page, words.one.keep)).toBeVisible();
});

test('while a colleague replaces the secret, none is begun here', async ({ open, page }) => {
  const replacement = { by: 'Marie Tremblay', since: '2026-03-02T10:40:00.000Z', isHere: false };
  await open(shared({}, { replacement }));
  await page.getByRole('button', { name: /^Open:/ }).click();
  await expect(page.getByText('Marie Tremblay began to replace this secret').first()).toBeVisible();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: en.rotation.notice.begin }).click();
  await expect(page.getByText(words.replacement.text)).toBeVisible();
  await expect(button(page, en.rotation.before.begin)).toHaveCount(0);
});

test('a list of 2,000 has few rows at first, and is searched and filtered whole', async ({ open, page }) => {
  const rows = Array.from({ length: 2000 }, (_, at) => ({
    ...sharedRow(at % 100),
    id: `6f1c1e1a-0000-4000-8000-00000010${String(at).padStart(4, '0')}`,
    folder: at % 2 === 0 ? 'Maple' : 'Pine Valley',
    about: { system: 'powerschool' as const, name: `School ${at}`, environment: 'test' as const },
  }));
  await open({ shared: { ...signedIn, rows } });
  await page.keyboard.press('F1');
  await button(page, words.open).click();
  const shown = page.locator('li[aria-posinset]');
  await expect(shown.first()).toHaveAttribute('aria-setsize', '2000');
  expect(await shown.count()).toBeLessThan(100);
  await page.getByRole('searchbox').fill('school 1999');
  await expect(shown).toHaveCount(1);
  await page.getByRole('combobox').selectOption('Maple');
  await expect(page.getByText('No connection matches')).toBeVisible();
});
