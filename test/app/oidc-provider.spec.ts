import { once } from 'node:events';
import { get } from 'node:http';
import { createServer } from 'node:net';
import type { FindingCode } from '@contract/findings';
import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { systems } from '../../electron/systems/catalogue';
import { type AuthorizationServer, startAuthorizationServer } from '../servers/authorization-server';
import { installBrowser, type PersonsBrowser } from '../support/browser';
import { makeAuthority } from '../support/certificates';
import type { Desktop } from '../support/desktop';
import { stageTrustingApp } from '../support/trusting-app';
import { fillIn, heading, keepConnection, lastReport, press } from '../support/window';
import { test as appTest, expect } from './app-fixture';
import { registerHere } from './register-here';
import { filled, onsisWords, words } from './walkthrough/words';

/*
 * A real connection, not a practice one, signs in at a third-party authorization server, in the user's browser, and
 * returns to this computer.
 */

appTest.skip(process.platform !== 'linux', 'not for this OS');

const SECRET = 'throwaway~Secret/2+%';
const CLIENT = 'onsis-maple-4821';
const SCOPES = 'openid onsis.read';
/** The server knows it, but this client may not request it. */
const OTHER_SCOPE = 'onsis.write';

interface SetUp {
  readonly page: Page;
  readonly desktop: Desktop;
  readonly browser: PersonsBrowser;
  readonly server: AuthorizationServer;
  readonly redirectUrl: string;
}

const test = appTest.extend<{ readonly setUp: SetUp; readonly withoutHeader: boolean }>({
  withoutHeader: [false, { option: true }],
  /** A connection set up as far as the step “Enter”, filled in, nothing sent yet. */
  setUp: async ({ desktop, launch, withoutHeader }, use) => {
    const { root, intermediate, leaf } = await makeAuthority('Throwaway Root');
    const browser = await installBrowser(desktop, {
      authorities: [desktop.writeFile('root.pem', root.pem)],
    });
    const { page } = await launch({ program: stageTrustingApp(desktop, [root.pem]) });
    const redirectUrl = await registerHere(page);
    const { key, pem } = await leaf();
    const server = await startAuthorizationServer(
      { key, cert: `${pem}\n${intermediate.pem}` },
      { id: CLIENT, secret: SECRET, redirectUrl, scopes: SCOPES, withoutHeader },
    );
    await enter(page, server);
    await use({ page, desktop, browser, server, redirectUrl });
    await browser.detach();
    await server.stop();
  },
});

async function enter(page: Page, server: AuthorizationServer): Promise<void> {
  await expect(heading(page, onsisWords.registration.received)).toBeVisible();
  const { authenticationUrl, tokenUrl, apiUrl } = server;
  await fillIn(page, { clientId: CLIENT, authenticationUrl, tokenUrl, apiUrl, scopes: SCOPES });
  await fillIn(page, { clientSecret: SECRET });
  await expect(page.getByText(words.common.field.secretSaved)).toBeVisible();
}

/** Starts the test and waits until the browser is opened. */
async function testUntilBrowser({ page, desktop }: SetUp): Promise<URL> {
  const before = desktop.opened().length;
  await press(page, words.wizard.enter.test);
  await expect(page.getByRole('heading', { name: words.report.browser.title })).toBeVisible();
  return new URL(await desktop.waitForOpened(before + 1));
}

/** The user's actions on the provider's pages: a name, a password, and consent. */
async function signIn(browser: PersonsBrowser): Promise<void> {
  const page = await browser.page();
  await page.locator('[name=login]').fill('maple-administrator');
  await page.locator('[name=password]').fill('any');
  await page.getByRole('button', { name: 'Sign-in' }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** The screen shows the finding's text, and the report its code. */
async function expectStop(page: Page, code: FindingCode): Promise<void> {
  const title = systems.onsis.texts.en.findings[code]?.title ?? english.findings.general[code].title;
  await expect(heading(page, words.report.heading.stopped_one)).toBeVisible();
  await expect(page.getByRole('heading', { level: 3, name: title, exact: true })).toBeVisible();
  const report = await lastReport(page);
  expect(report.outcome).toBe('failed');
  expect(report.steps.find(({ id }) => id === 'sign-in')).toMatchObject({ code, outcome: 'failed' });
}

const portIsFree = (port: number): Promise<boolean> =>
  new Promise((done) => {
    const server = createServer();
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });

test('signs in with code and PKCE, and is proved', async ({ setUp }) => {
  const { page, browser, server } = setUp;
  const asked = await testUntilBrowser(setUp);
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    client_id: CLIENT,
    redirect_uri: setUp.redirectUrl,
    response_type: 'code',
    scope: SCOPES,
    code_challenge_method: 'S256',
  });
  await signIn(browser);
  await expect(heading(page, words.report.heading.signInProved)).toBeVisible();
  const report = await lastReport(page);
  expect(report.outcome).toBe('passed');
  expect(report.steps.map(({ id, outcome }) => `${id} ${outcome}`).slice(-3)).toEqual([
    'sign-in passed',
    'permission skipped',
    'data skipped',
  ]);
  expect(server.requests.filter((line) => line === 'POST /token')).toHaveLength(1);
  // Nothing public is known about the real API, so it is never called.
  expect(server.requests.filter((line) => line.includes('/api'))).toEqual([]);
  const closing = await browser.page();
  await expect(closing.locator('body')).not.toBeEmpty();
  await press(page, words.wizard.test.finish);
  await expect(heading(page, words.wizard.finish.proved)).toBeVisible();
});

test('a wrong secret is told as such, and mended', async ({ setUp }) => {
  const { page, browser, server } = setUp;
  await press(page, filled(words.common.action.replaceNamed));
  await fillIn(page, { clientSecret: 'another-throwaway-secret' });
  await expect(page.getByText(words.common.field.secretSaved)).toBeVisible();
  await testUntilBrowser(setUp);
  await signIn(browser);
  await expectStop(page, 'credentials-rejected');
  expect(server.requests.filter((line) => line === 'POST /token')).toHaveLength(1);

  await press(page, words.report.changeValues);
  await press(page, filled(words.common.action.replaceNamed));
  await fillIn(page, { clientSecret: SECRET });
  await expect(page.getByText(words.common.field.secretSaved)).toBeVisible();
  await testUntilBrowser(setUp);
  await signIn(browser);
  await expect(heading(page, words.report.heading.signInProved)).toBeVisible();
});

test.describe('a server whose gateway drops the Authorization header', () => {
  test.use({ withoutHeader: true });

  test('gets ID and secret in the body once that is chosen, and then while it is kept', async ({ setUp }) => {
    const { page, desktop, browser, server } = setUp;
    const { otherWay } = words.report;
    const action = systems.onsis.texts.en.alternatives?.['credentials-in-body']?.action ?? '';
    await testUntilBrowser(setUp);
    await signIn(browser);
    await expectStop(page, 'request-rejected');
    expect(server.tokensWithHeader).toEqual([true]);

    await press(page, action);
    await desktop.waitForOpened(2);
    await signIn(browser);
    await expect(heading(page, words.report.heading.signInProved)).toBeVisible();
    expect((await lastReport(page)).alternative).toBe('credentials-in-body');
    expect(server.tokensWithHeader).toEqual([true, false]);

    await press(page, otherWay.keep);
    await expect(page.getByRole('button', { name: otherWay.letGo })).toBeVisible();
    await press(page, words.report.testAgain);
    await desktop.waitForOpened(3);
    await signIn(browser);
    await expect(heading(page, words.report.heading.signInProved)).toBeVisible();
    expect(server.tokensWithHeader).toEqual([true, false, false]);
  });
});

test('a scope that this client may not ask for', async ({ setUp }) => {
  const { page, desktop, server } = setUp;
  await fillIn(page, { scopes: `${SCOPES} ${OTHER_SCOPE}` });
  const before = desktop.opened().length;
  await press(page, words.wizard.enter.test);
  await desktop.waitForOpened(before + 1);
  // The provider refuses before it shows any page.
  await expectStop(page, 'scope-rejected');
  expect(server.requests).not.toContain('POST /token');
});

test('the person refuses in the browser', async ({ setUp }) => {
  const { page, browser, server } = setUp;
  await testUntilBrowser(setUp);
  await browser.click('a[href$="/abort"]');
  await expectStop(page, 'sign-in-cancelled');
  expect(server.requests).not.toContain('POST /token');
});

test('an answer with another state is not taken, and does not end the sign-in', async ({ setUp }) => {
  const { page, browser, server, redirectUrl } = setUp;
  await testUntilBrowser(setUp);
  const [answer] = await once(get(`${redirectUrl}?code=stolen&state=foreign`, { agent: false }), 'response');
  answer.resume();
  expect(answer.statusCode).toBe(404);
  expect(server.requests).not.toContain('POST /token');
  await signIn(browser);
  await expect(heading(page, words.report.heading.signInProved)).toBeVisible();
  expect(server.requests.filter((line) => line === 'POST /token')).toHaveLength(1);
});

test('cancelled while the browser waits: it ends at once and the port is free again', async ({ setUp }) => {
  const { page, redirectUrl } = setUp;
  const port = Number(new URL(redirectUrl).port);
  await testUntilBrowser(setUp);
  expect(await portIsFree(port)).toBe(false);
  await press(page, words.report.cancel);
  await expect(heading(page, words.report.heading.cancelled)).toBeVisible();
  expect(await portIsFree(port)).toBe(true);
});

test('another program holds the port of the sign-in', async ({ setUp }) => {
  const { page, desktop, redirectUrl } = setUp;
  const other = createServer();
  other.listen(Number(new URL(redirectUrl).port), '127.0.0.1');
  await once(other, 'listening');
  await press(page, words.wizard.enter.test);
  await expectStop(page, 'callback-port-in-use');
  // No browser is opened for a sign-in that could not return.
  expect(desktop.opened()).toEqual([]);
  await new Promise((done) => other.close(done));
});

test('a computer that does not know the authority stops before a single request', async ({
  setUp,
  desktop,
  launch,
}) => {
  const { server } = setUp;
  const { authenticationUrl, tokenUrl, apiUrl } = server;
  const { page } = await launch({ userData: desktop.makeFolder('other-data') });
  const values = { clientId: CLIENT, authenticationUrl, tokenUrl, apiUrl, scopes: SCOPES };
  await keepConnection(page, {
    name: 'Maple DSB',
    redirect: 'this-computer',
    step: 'enter',
    values,
    secret: SECRET,
  });
  await press(
    page,
    filled(words.connections.action.named.replace('{{action}}', words.connections.action.goOn)),
  );
  await press(page, words.wizard.enter.test);
  await expect(heading(page, words.report.heading.stopped_one)).toBeVisible();
  const { steps } = await lastReport(page);
  expect(steps.find(({ outcome }) => outcome === 'failed')).toMatchObject({
    id: 'secure-connection',
    code: 'tls-untrusted-root',
  });
  expect(server.requests).toEqual([]);
  expect(desktop.opened()).toEqual([]);
});
