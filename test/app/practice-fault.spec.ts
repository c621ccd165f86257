import { main as english } from '../../assets/locales/en/main';
import { systems } from '../../electron/systems/catalogue';
import { ask, call, lastReport, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, words } from './walkthrough/words';

/* A practice fault in the real window: the test reports what the practice server answers. */

test.skip(process.platform !== 'linux', 'not for this OS');

const { connections, report } = words;
const instance = {
  name: 'Maple District',
  environment: 'test',
  boardNumber: '',
  redirect: 'sis-server',
} as const;
const inLetter = (text: string, label: string): string =>
  new RegExp(`^${label}: (.+)$`, 'm').exec(text)?.[1]?.trim() ?? '';

test('a fault that is chosen is met, told, and over when none is chosen', async ({ launch }) => {
  const { page } = await launch();
  const make = (practice: boolean) =>
    ask(page, 'create-connection', { ...instance, system: 'powerschool', practice });
  const { connection } = await make(true);
  const { id } = connection;
  const { text } = await ask(page, 'practice-reply', { id, language: 'en' });
  const values = { serverUrl: inLetter(text, 'Server URL'), clientId: inLetter(text, 'Client ID') };
  const saved = {
    ...instance,
    id,
    values,
    step: 'finish',
    registrationSentOn: null,
    finished: true,
  } as const;
  await ask(page, 'save-connection', saved);
  await ask(page, 'save-secret', { id, field: 'clientSecret', secret: inLetter(text, 'Client Secret') });
  await page.reload();

  await press(page, filled(connections.action.named.replace('{{action}}', connections.action.open)));
  const fault = page.getByRole('combobox', { name: report.practiceFault.label });
  await fault.selectOption('token/refused-403');
  const chosen = report.practiceFault.chosen.replace('{{place}}', english.faults.where['sign-in']);
  await expect(page.getByText(chosen, { exact: true }).and(page.locator('main p'))).toBeVisible();
  await press(page, connections.page.testNow);
  const title =
    systems.powerschool.texts.en.findings.refused?.title ?? english.findings.general.refused.title;
  await expect(page.getByRole('heading', { level: 3, name: title, exact: true })).toBeVisible();
  const steps = (await lastReport(page)).steps;
  expect(steps.find((step) => step.id === 'sign-in')).toMatchObject({ code: 'refused', outcome: 'failed' });

  // Another page and back: it stays chosen until it is cleared.
  await press(page, connections.page.back);
  await press(page, filled(connections.action.named.replace('{{action}}', connections.action.open)));
  await expect(fault).toHaveValue('token/refused-403');
  await fault.selectOption('');
  await press(page, connections.page.testAgain);
  await expect(page.getByText(report.heading.proved, { exact: true })).toBeVisible();

  // Real connections have none.
  const inEarnest = (await make(false)).connection.id;
  const refused = await call(page, 'practice-fault', {
    id: inEarnest,
    language: 'en',
    choose: 'token/refused-403',
  });
  expect(refused).toEqual({ ok: false, failure: { code: 'not-found' } });
});
