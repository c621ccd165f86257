import { en, fr } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo, title } from './finders';
import { preset } from './policy-screens';
import { maple, SECRET, withOne } from './saved';

/* What an organization has set is shown, said, and cannot be changed here. */

test('a prepared connection needs its secret alone, and shows first where it will go', async ({
  open,
  page,
}) => {
  await open({ policies: { presets: [preset] } });
  await expect(page.getByRole('heading', { name: en.connections.prepared.title })).toBeVisible();
  await button(page, 'Enter the secret: Maple DSB').click();
  const fixed = page.getByRole('region', { name: en.wizard.enter.prepared });
  await expect(fixed).toContainText('https://auth.example/token');
  await expect(fixed).toContainText('maple-4821');
  await expect(page.locator('form input')).toHaveCount(1);
  await page.locator('form input').fill(SECRET);
  await button(page, en.wizard.enter.test).click();
  expect(await callsTo(page, 'save-secret')).toMatchObject([{ field: 'clientSecret', secret: SECRET }]);
  // Nor can it be changed on the steps before.
  await page
    .getByRole('button', { name: /Choose/ })
    .first()
    .click();
  await expect(page.getByRole('radio')).toHaveCount(0);
  await expect(page.getByText(en.common.managed.set)).toBeVisible();
});

test('a prepared connection is offered until it is there', async ({ open, page }) => {
  await open({
    policies: { presets: [preset, { ...preset, id: 'other', name: 'Oak' }] },
    connections: [{ ...maple, preset: preset.id }],
  });
  await expect(button(page, 'Enter the secret: Oak')).toBeVisible();
  await expect(button(page, 'Enter the secret: Maple DSB')).toHaveCount(0);
});

test('what is forbidden is off, and says by whom', async ({ open, page }) => {
  await open({
    ...withOne(maple),
    policies: {
      forbidExport: true,
      forbidReveal: true,
      forbidPractice: true,
      supportContact: 'IT, 555-0100',
    },
  });
  await expect(button(page, en.connections.practise)).toHaveCount(0);
  await page.getByRole('button', { name: /^Open:/ }).click();
  for (const name of ['Show Client Secret', 'Copy Client Secret', en.connections.action.export]) {
    const off = page.getByRole('button', { name, exact: true }).first();
    await expect(off, name).toHaveAttribute('aria-disabled', 'true');
    await expect(off, name).toHaveAccessibleDescription(en.common.managed.set);
  }
  await page.keyboard.press('F1');
  const help = page.getByRole('dialog');
  await expect(help).toContainText('For help: IT, 555-0100');
  await expect(help).toContainText(en.policies.set.forbidExport);
  await expect(help).toContainText(en.policies.set.forbidReveal);
  await expect(help).not.toContainText(en.policies.set.language);
});

test('the language stays the organization’s', async ({ open, page }) => {
  await open({ language: 'fr', policies: { language: 'fr' } });
  await expect(title(page)).toHaveText(fr.connections.first.title);
  await button(page, 'English').click({ force: true });
  await expect(page.getByText(fr.common.managed.set).first()).toBeVisible();
  expect(await callsTo(page, 'set-language')).toEqual([]);
});

test('only what is allowed can be chosen', async ({ open, page }) => {
  await open({ policies: { allowedSystems: ['aeries-oneroster'] } });
  await button(page, en.connections.setUp).click();
  await page.getByRole('radio').first().waitFor();
  await expect(page.getByText('OnSIS', { exact: true })).toHaveCount(0);
  await expect(page.getByText('ClassLink', { exact: true })).toHaveCount(0);
});

test('nothing but prepared connections can be begun where no system is allowed', async ({ open, page }) => {
  await open({ policies: { allowedSystems: [], presets: [preset] } });
  await expect(button(page, en.connections.setUp)).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, 'Enter the secret: Maple DSB')).toBeEnabled();
});

test('a mistake in what is set is told on the first screen', async ({ open, page }) => {
  const place = '/etc/school-api-setup-wizard/policies.json';
  await open({
    policies: {
      forbidExport: true,
      problems: [
        { place, policy: null, reason: 'not-json', detail: null },
        { place, policy: 'forbidExprt', reason: 'mistyped-policy', detail: 'forbidExport' },
      ],
    },
  });
  await expect(page.getByText(en.policies.notice.title)).toBeVisible();
  await expect(page.getByText(`${place}: ${en.policies.reason['not-json']}`)).toBeVisible();
  await expect(page.getByText(/forbidExprt: .*forbidExport/)).toBeVisible();
});
