import { stepsOf } from '../fakes/check-scripts';
import { en } from '../support/window-words';
import { expect, test } from './app-fixture';
import { button, callsTo, title } from './finders';
import { checked, leftAt, maple, powerschool, reportOf, withOne } from './saved';

/* A check of the way alone, from a connection and from a setup in which no secret exists yet. */

const { wayOnly } = en.report;

test('a connection’s way is checked without its secret, and its last result stays', async ({
  open,
  page,
}) => {
  const tested = checked(maple, 'credentials-rejected');
  await open(
    withOne(tested, {
      reports: { [maple.id]: reportOf(maple, 'credentials-rejected', '2026-03-02T14:05:06.000Z') },
      check: 'proved',
    }),
  );
  await button(page, /^Open:/).click();
  await button(page, wayOnly.action).click();
  await expect(page.getByTestId('situation')).toHaveText(en.report.heading.wayClear);
  await expect(page.getByTestId('announcements')).toContainText(en.report.lead.wayClear);
  expect(await callsTo(page, 'run-check')).toMatchObject([{ withoutSecrets: true }]);
  await button(page, en.connections.page.back).click();
  await expect(page.getByText(/Stopped at/)).toBeVisible();
});

test('what is in the way is tested again in the same manner', async ({ open, page }) => {
  const steps = stepsOf('name-not-found', 'none', false).map((step) =>
    step.outcome === 'failed' ? { ...step, code: 'offline' as const } : step,
  );
  await open(withOne(maple, { steps }));
  await button(page, /^Open:/).click();
  await button(page, wayOnly.action).click();
  await expect(page.getByTestId('situation')).toHaveText(/One thing/);
  await page.getByRole('article').getByRole('button', { name: en.report.testAgain }).first().click();
  await expect(page.getByTestId('situation')).toHaveText(/One thing/);
  expect(await callsTo(page, 'run-check')).toMatchObject([
    { withoutSecrets: true },
    { withoutSecrets: true },
  ]);
});

test('before any secret exists, the setup checks the way and leads back to the values', async ({
  open,
  page,
}) => {
  await open({ connections: [leftAt('enter', powerschool)] });
  await button(page, /^Continue:/).click();
  await button(page, wayOnly.action).click();
  await expect(title(page)).toHaveText(en.report.heading.wayClear);
  expect(await callsTo(page, 'run-check')).toMatchObject([{ withoutSecrets: true }]);
  await button(page, wayOnly.enter).click();
  await expect(page.locator('[name=clientSecret]')).toBeVisible();
});
