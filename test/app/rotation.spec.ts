import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesHolding } from '../support/canary';
import type { LaunchedApp } from '../support/launch-app';
import { isRunning } from '../support/processes';
import { waitFor } from '../support/wait-for';
import { ask, button, call, heading, inLetter, keepPractice, press } from '../support/window';
import { expect, test } from './app-fixture';
import { filled, words } from './walkthrough/words';

/*
 * Rotates a secret in practice, against a practice server that rejects the old one as soon as it has issued a new one.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const FIELD = 'clientSecret';
const { connections, rotation, report, wizard } = words;
const opened = filled(connections.action.named.replace('{{action}}', connections.action.open));

async function kill({ processId }: LaunchedApp): Promise<void> {
  process.kill(processId, 'SIGKILL');
  await waitFor('the app to be gone', () => (isRunning(processId) ? undefined : true));
}

const store = ({ userData }: LaunchedApp): string => readFileSync(join(userData, 'connections.json'), 'utf8');
const ciphers = (text: string): readonly string[] =>
  [...text.matchAll(/"cipher":"([^"]+)"/g)].map((match) => match[1] ?? '');

test('replaced beside the old one, killed at every step, and the old one goes only when the new is read back', async ({
  desktop,
  launch,
}) => {
  let app = await launch();
  const { id, secret: old } = await keepPractice(app.page);
  const [oldCipher = ''] = ciphers(store(app));

  // First the vendor's side; then the new secret, issued by the practice system.
  await press(app.page, opened);
  await press(app.page, rotation.notice.begin);
  await expect(app.page.getByText(/replace the old ones at once/)).toBeVisible();
  await press(app.page, rotation.before.begin);
  await press(app.page, rotation.enter.practiceMake);
  const clipboard = () => app.app.evaluate(({ clipboard: held }) => held.readText());
  await expect.poll(clipboard).toContain('Client Secret');
  await expect(app.page.locator('[data-tone]', { hasText: rotation.enter.practiceMade })).toBeVisible();
  const letter = await clipboard();
  const made = inLetter(letter, 'Client Secret');
  expect(made).not.toBe(old);
  // The whole letter is pasted, but only the rotated values are read from it.
  await press(app.page, wizard.copied.offer);
  await app.page.getByRole('textbox', { name: wizard.copied.box }).waitFor();
  await app.page.keyboard.press('ControlOrMeta+v');
  await expect(app.page.getByRole('dialog').getByText('Server URL')).toHaveCount(0);
  await press(app.page, filled(wizard.paste.fill_other));
  await app.app.evaluate(({ clipboard: held }) => held.clear());
  await expect(app.page.locator('[name=clientId]')).toHaveValue(inLetter(letter, 'Client ID'));
  await press(app.page, rotation.enter.keep);
  await expect(heading(app.page, rotation.test.title)).toBeVisible();
  await kill(app);

  // The old secret is still in use, though the practice system already rejects it; the new one is proved.
  app = await launch();
  expect(await ask(app.page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: old });
  await press(app.page, opened);
  await press(app.page, connections.page.testNow);
  await expect(app.page.getByText(report.heading.stopped_one, { exact: true }).first()).toBeVisible();
  await press(app.page, rotation.notice.goOn);
  await press(app.page, rotation.test.start);
  await expect(heading(app.page, rotation.test.titleProved)).toBeVisible();
  await kill(app);

  app = await launch();
  await press(app.page, opened);
  await press(app.page, rotation.notice.goOn);
  await press(app.page, rotation.test.switch);
  await expect(heading(app.page, rotation.switched.title)).toBeVisible();
  await expect(app.page.getByText(rotation.switched.notReadBack)).toBeVisible();
  await expect(button(app.page, rotation.switched.remove)).toHaveCount(0);
  expect(await call(app.page, 'act-on-rotation', { id, action: 'remove-old', unproved: true })).toEqual({
    ok: false,
    failure: { code: 'not-now' },
  });
  expect(ciphers(store(app))).toContain(oldCipher);
  await kill(app);

  // Read back after the restart: rolled back once, switched again, and only then is the old one removed.
  app = await launch();
  await press(app.page, opened);
  await press(app.page, rotation.notice.goOn);
  await expect(app.page.getByText(filled(rotation.switched.readBack))).toBeVisible();
  await press(app.page, rotation.undo.confirm);
  await app.page.getByRole('alert').getByRole('button', { name: rotation.undo.confirm }).click();
  await expect(heading(app.page, rotation.enter.title)).toBeVisible();
  expect(await ask(app.page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: old });
  await press(app.page, rotation.enter.keep);
  await press(app.page, rotation.test.start);
  await press(app.page, rotation.test.switch);
  await expect(heading(app.page, rotation.switched.title)).toBeVisible();
  await app.close();

  app = await launch();
  await press(app.page, opened);
  await press(app.page, rotation.notice.goOn);
  await press(app.page, rotation.switched.remove);
  await expect(button(app.page, rotation.notice.begin)).toBeVisible();
  expect(ciphers(store(app))).not.toContain(oldCipher);
  expect(ciphers(store(app))).toHaveLength(1);
  await press(app.page, connections.page.testAgain);
  await expect(app.page.getByText(report.heading.proved, { exact: true }).first()).toBeVisible();
  expect(await ask(app.page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: made });

  // The history lists all of it, and neither secret is anywhere.
  await press(app.page, words.secrets.history.link);
  for (const action of [
    'Shown',
    'New one entered beside it',
    'New one took its place',
    'Old one put back',
    'Old one removed',
  ])
    await expect(app.page.getByText(`${action} · Client Secret`).first()).toBeVisible();
  await app.close();
  for (const secret of [old, made]) expect(filesHolding(desktop.folder, secret)).toEqual([]);
});

test('a crash with a secret in memory leaves it in no file', async ({ desktop, launch }) => {
  const CANARY = 'Canary~dump/7q+%20=';
  const { page, processId } = await launch();
  const { id } = await keepPractice(page);
  await ask(page, 'save-secret', { id, field: FIELD, secret: CANARY });
  await ask(page, 'reveal-secret', { id, field: FIELD });
  // If the system writes core dumps at all, which its limits decide, they exclude memory.
  expect(readFileSync(`/proc/${processId}/coredump_filter`, 'utf8').trim()).toBe('00000000');
  process.kill(processId, 'SIGSEGV');
  await waitFor('the app to be gone', () => (isRunning(processId) ? undefined : true));
  const reports = readdirSync(desktop.folder, { recursive: true, encoding: 'utf8' });
  expect(reports.filter((name) => name.endsWith('.dmp'))).toEqual([]);
  expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
});

test.describe('without any keyring', () => {
  test.use({ desktopOptions: { keyring: 'none' } });

  test('the whole replacement works in memory, and no disk knows of it', async ({ desktop, launch }) => {
    const { page, close } = await launch();
    const { id, secret: old } = await keepPractice(page);
    await ask(page, 'act-on-rotation', { id, action: 'begin', unproved: false });
    const { text } = await ask(page, 'practice-reply', { id, language: 'en', renewed: true });
    const made = inLetter(text, 'Client Secret');
    await ask(page, 'enter-new-values', { id, values: { clientId: inLetter(text, 'Client ID') } });
    const view = await ask(page, 'enter-new-secret', { id, field: FIELD, secret: made });
    expect([view.current, view.other]).toEqual([{ [FIELD]: 'session-only' }, { [FIELD]: 'session-only' }]);
    const attempt = crypto.randomUUID();
    const tested = await ask(page, 'run-check', { id, attempt, probe: 'none', beside: true });
    expect(tested.report.outcome).toBe('passed');
    await ask(page, 'act-on-rotation', { id, action: 'switch', unproved: false });
    expect(await ask(page, 'reveal-secret', { id, field: FIELD })).toMatchObject({ secret: made });
    const ended = await ask(page, 'act-on-rotation', { id, action: 'remove-old', unproved: false });
    expect(ended.connection.rotation).toBeUndefined();
    await close();
    for (const secret of [old, made]) expect(filesHolding(desktop.folder, secret)).toEqual([]);
  });
});
