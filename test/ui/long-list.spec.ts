import { expect, test } from './app-fixture';
import { maple } from './saved';

/* A list longer than any screen: shown at once, whole soon after. */

const connections = Array.from({ length: 400 }, (_, index) => ({
  ...maple,
  id: `6f1c1e1a-0000-4000-8000-${String(index).padStart(12, '0')}`,
  name: `Instance ${index + 1}`,
}));

test('every connection of a long list comes to be there, and the last one can be opened', async ({
  open,
}) => {
  const page = await open({ connections });
  await expect(page.getByRole('listitem')).toHaveCount(connections.length);
  await page
    .getByRole('button', { name: /Instance 400$/ })
    .last()
    .focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Instance 400');
});

test('a finding that only a newer version has words for leaves its row as it is', async ({ open }) => {
  const lastCheck = {
    at: '2026-01-12T09:00:00.000Z',
    outcome: 'failed',
    proved: false,
    step: 'sign-in',
    code: 'of-a-newer-version',
  } as const;
  const page = await open({ connections: [{ ...maple, name: 'Newer', lastCheck }] });
  // The words of findings have come once the others' row says its own.
  await expect(page.getByRole('listitem').getByRole('button', { name: /Newer$/ })).toHaveCount(2);
  await page.getByRole('button', { name: 'Français' }).click();
  await expect(page.getByRole('listitem')).toContainText('Newer');
});
