import { startPracticeServer } from '../../electron/practice/practice-server';
import { fr } from '../support/window-words';
import { expect, test } from './app-fixture';

/* As a school deploys it: everything is set, and the technician enters one secret. */

test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'only root can put a file into /etc');

test('a technician enters one secret for a prepared connection and proves it', async ({ launch }) => {
  const server = await startPracticeServer({});
  try {
    const { values = {}, secrets = {} } = server.systems.powerschool ?? {};
    const [secret = ''] = Object.values(secrets);
    const { page, output } = await launch({
      policies: JSON.stringify({
        presets: [{ id: 'maple', system: 'powerschool', name: 'Érable', environment: 'test', values }],
        allowedSystems: [],
        certificateAuthorities: [server.ca],
        language: 'fr',
        forbidReveal: true,
        forbidExport: true,
      }),
    });
    await page.getByRole('button', { name: `Saisir le secret\u00a0: Érable` }).click();
    await expect(page.getByRole('region', { name: fr.wizard.enter.prepared })).toContainText(
      values.serverUrl ?? '',
    );
    await page.locator('form input').fill(secret);
    await page.getByRole('button', { name: fr.wizard.enter.test }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(fr.report.heading.proved);
    // The window's own bridge, past the buttons that are off.
    const refused = await page.evaluate(async () => {
      const started = await window.wizard.call('start', null);
      const id = started.ok ? (started.value.connections[0]?.id ?? '') : '';
      const field = 'clientSecret';
      return Promise.all([
        window.wizard.call('reveal-secret', { id, field }),
        window.wizard.call('copy-secret', { id, field }),
        window.wizard.call('set-language', { language: 'en' }),
      ]);
    });
    expect(refused).toEqual(refused.map(() => ({ ok: false, failure: { code: 'not-allowed' } })));
    expect(output()).not.toContain(secret);
  } finally {
    await server.stop();
  }
});

test('a broken file is told, and forbids everything it could have forbidden', async ({ launch }) => {
  const { page } = await launch({ policies: '{"forbidExport": tru' });
  await expect(page.getByText('/etc/school-api-setup-wizard/policies.json: it is not JSON')).toBeVisible();
  const asked = await page.evaluate(() =>
    window.wizard.call('create-connection', {
      system: 'onsis',
      name: 'A',
      environment: 'test',
      practice: false,
      boardNumber: '',
      redirect: 'sis-server',
    }),
  );
  expect(asked).toEqual({ ok: false, failure: { code: 'not-allowed' } });
});
