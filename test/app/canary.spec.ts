import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startAuthorizationServer } from '../servers/authorization-server';
import { installBrowser } from '../support/browser';
import { filesHolding, holding as findIn, wordsOfProcesses } from '../support/canary';
import { makeAuthority } from '../support/certificates';
import type { LaunchedApp } from '../support/launch-app';
import { listenIn, overheard } from '../support/listen-in';
import { stageTrustingApp } from '../support/trusting-app';
import { ask, button, heading, lastReport, press } from '../support/window';
import { expect, test } from './app-fixture';
import { registerHere } from './register-here';
import { filled, frenchWords, words } from './walkthrough/words';

/*
 * Takes one secret through everything the app can do with it, then searches for it in every form, everywhere except
 * where it belongs: in the vault, on its way to the token endpoint, and in the answer to the reveal button.
 */

test.skip(process.platform !== 'linux', 'not for this OS');

const CANARY = 'Canary~Run/8f3a1c+%20=Zq';
const CLIENT = 'onsis-maple-4821';
const SCOPES = 'openid onsis.read';
const { common, connections, report, reports, wizard } = words;
const named = (action: string): RegExp => filled(connections.action.named.replace('{{action}}', action));
const eye = (label: string): string => label.replace('{{what}}', 'Client Secret');

const clipboardText = ({ app }: LaunchedApp): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

const holding = (places: Iterable<readonly [string, Buffer]>): string[] => findIn(places, CANARY);

test('after everything the app can do, the secret is nowhere it must not be', async ({ desktop, launch }) => {
  const { root, intermediate, leaf } = await makeAuthority('Throwaway Root');
  const browser = await installBrowser(desktop, { authorities: [desktop.writeFile('root.pem', root.pem)] });
  for (const folder of ['config', 'cache', 'state']) desktop.makeFolder(folder);
  const env = {
    XDG_CONFIG_HOME: join(desktop.folder, 'config'),
    XDG_CACHE_HOME: join(desktop.folder, 'cache'),
    XDG_STATE_HOME: join(desktop.folder, 'state'),
  };
  const launched = await launch({ program: stageTrustingApp(desktop, [root.pem]), env });
  const { app, page } = launched;
  await listenIn(launched);
  const pageHolds = (): Promise<string[]> =>
    page
      .evaluate(() =>
        [
          document.documentElement.outerHTML,
          // When revealed, it is split into coloured spans that only the text content joins.
          document.body.textContent,
          ...[...document.querySelectorAll('input,textarea')].map(
            (field) => (field as HTMLInputElement).value,
          ),
          JSON.stringify({ ...localStorage, ...sessionStorage }),
        ].join('\n'),
      )
      .then((text) => holding([['page', Buffer.from(text)]]));

  // Setup, with the whole reply pasted.
  const redirectUrl = await registerHere(page);
  const { key, pem } = await leaf();
  const client = { id: CLIENT, secret: CANARY, redirectUrl, scopes: SCOPES };
  const server = await startAuthorizationServer({ key, cert: `${pem}\n${intermediate.pem}` }, client);
  const reply = `Client ID: ${CLIENT}
Client Secret: ${CANARY}
Authentication URL/Board: ${server.authenticationUrl}
Authentication Token URL: ${server.tokenUrl}
API URL / Port: ${server.apiUrl}
Scopes: ${SCOPES}
`;
  await app.evaluate(({ clipboard }, text) => clipboard.writeText(text), reply);
  await press(page, wizard.enter.offer);
  await page.getByRole('textbox', { name: wizard.paste.box }).waitFor();
  await page.keyboard.press('ControlOrMeta+v');
  await press(page, filled(wizard.paste.fill_other));
  await expect(page.getByText(common.field.secretSaved, { exact: true })).toBeVisible();
  expect(await pageHolds()).toEqual([]);
  await app.evaluate(({ clipboard }) => clipboard.clear());

  // Test, through the browser and back.
  await press(page, wizard.enter.test);
  await desktop.waitForOpened();
  const signIn = await browser.page();
  await signIn.locator('[name=login]').fill('maple-administrator');
  await signIn.locator('[name=password]').fill('any');
  await signIn.getByRole('button', { name: 'Sign-in' }).click();
  await signIn.getByRole('button', { name: 'Continue' }).click();
  await expect(heading(page, report.heading.signInProved)).toBeVisible();
  const proof = await lastReport(page);
  await press(page, wizard.test.finish);
  await press(page, wizard.finish.toList);
  await press(page, named(connections.action.open));

  // Reveal, hide, copy.
  await press(page, eye(common.action.show));
  await expect(page.getByText(CANARY, { exact: true })).toBeVisible();
  // Sanity check: while it is revealed, this search finds it.
  expect(await pageHolds()).not.toEqual([]);
  await press(page, eye(common.action.hide));
  await expect.poll(pageHolds).toEqual([]);
  await press(page, eye(common.action.copyNamed));
  await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(CANARY);
  expect(holding(wordsOfProcesses(desktop))).toEqual([]);
  expect(await pageHolds()).toEqual([]);

  // Almost delete it; switch the language and back; then a failing test.
  await press(page, connections.action.delete);
  await expect(page.getByRole('alertdialog')).toBeVisible();
  await press(page, connections.deletion.keep);
  await press(page, 'Français');
  await expect(button(page, frenchWords.connections.page.testAgain)).toBeVisible();
  await press(page, 'English');
  await server.stop();
  await press(page, connections.page.testAgain);
  await expect(page.getByText(report.heading.stopped_one, { exact: true }).first()).toBeVisible();
  const failure = await lastReport(page);
  expect(failure.outcome).toBe('failed');

  // Read the report's details, copy it for support, save it as a page and as JSON; and the request to the network team.
  const made: [string, Buffer][] = [];
  await press(page, reports.sheet);
  await press(page, reports.copy);
  await expect.poll(() => clipboardText(launched)).toContain('127.0.0.1');
  made.push(['report on the clipboard', Buffer.from(await clipboardText(launched))]);
  for (const [kind, action] of [
    ['html', reports.savePage],
    ['json', reports.saveJson],
  ] as const) {
    const file = join(desktop.folder, `saved.${kind}`);
    await app.evaluate(({ dialog }, filePath) => {
      Object.assign(dialog, { showSaveDialog: async () => ({ canceled: false, filePath }) });
    }, file);
    await press(page, action);
    await expect(
      page.getByText(reports.savedTo.replace('{{file}}', file), { exact: true }).first(),
    ).toBeVisible();
    made.push([`saved ${kind}`, readFileSync(file)]);
  }
  await press(page, reports.network.fold);
  await press(page, reports.network.copy);
  await expect.poll(() => clipboardText(launched)).toContain('TCP');
  made.push(['request on the clipboard', Buffer.from(await clipboardText(launched))]);
  expect(made.every(([, bytes]) => bytes.includes('127.0.0.1'))).toBe(true);
  expect(holding(made)).toEqual([]);
  expect(await pageHolds()).toEqual([]);

  // Everything else a stored secret can go through: replacement by itself, export, history.
  const [{ id } = { id: '' }] = (await ask(page, 'start', null)).connections;
  await ask(page, 'act-on-rotation', { id, action: 'begin', unproved: false });
  const beside = await ask(page, 'enter-new-secret', { id, field: 'clientSecret', secret: CANARY });
  expect(beside.other).toEqual({ clientSecret: 'saved' });
  await ask(page, 'open-rotation', { id });
  await ask(page, 'act-on-rotation', { id, action: 'cancel', unproved: false });
  await ask(page, 'list-exportable', null);
  await ask(page, 'read-history', { id });
  await ask(page, 'extra-trust', { id });
  await ask(page, 'save-proxy-sign-in', {
    proxy: 'http://127.0.0.1:1',
    user: 'maple',
    password: CANARY,
    unencrypted: true,
  });
  await ask(page, 'extra-trust', { id });

  const said = await overheard(launched);
  const channels = new Set(said.map(({ channel }) => channel));
  for (const used of [
    'save-secret',
    'reveal-secret',
    'copy-secret',
    'run-check',
    'check-step',
    'set-language',
    'list-reports',
    'read-report',
    'copy-report',
    'save-report',
    'compare-reports',
    'network-request',
    'act-on-rotation',
    'enter-new-secret',
    'open-rotation',
    'list-exportable',
    'read-history',
    'extra-trust',
    'save-proxy-sign-in',
  ]) {
    expect(channels).toContain(used);
  }
  expect(holding(wordsOfProcesses(desktop))).toEqual([]);
  await browser.detach();
  await launched.close();

  const answers = said.map(({ channel, text }, index): [string, Buffer] => [
    `answer ${index} on ${channel}`,
    Buffer.from(text),
  ]);
  const [revealed, others] = [
    answers.filter(([name]) => name.endsWith('on reveal-secret')),
    answers.filter(([name]) => !name.endsWith('on reveal-secret')),
  ];
  expect(holding(revealed)).toHaveLength(1);
  expect(others.length).toBeGreaterThan(20);
  expect(holding(others)).toEqual([]);
  expect(
    holding([proof, failure].map((made, index) => [`report ${index}`, Buffer.from(JSON.stringify(made))])),
  ).toEqual([]);
  expect(holding([['what it printed', Buffer.from(launched.output())]])).toEqual([]);
  // Includes home, data folder, run and temporary folders, the XDG folders, and the browser's profile.
  expect(filesHolding(desktop.folder, CANARY)).toEqual([]);
});
