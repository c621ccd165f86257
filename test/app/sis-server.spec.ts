import type { FindingCode } from '@contract/findings';
import type { Page } from '@playwright/test';
import { main as english } from '../../assets/locales/en/main';
import { systems } from '../../electron/systems/catalogue';
import { type RegisteredClient, startAuthorizationServer } from '../servers/authorization-server';
import { type RunningHttps, startHttps } from '../servers/raw-servers';
import { findSecret } from '../support/canary';
import { type Issued, makeAuthority } from '../support/certificates';
import { stageTrustingApp } from '../support/trusting-app';
import { heading, keepConnection, lastReport, press } from '../support/window';
import { test as appTest, expect } from './app-fixture';
import { filled, words } from './walkthrough/words';

/*
 * The usual case: the sign-in returns to the SMS server, so this computer can only probe around it, each probe on its
 * own click.
 */

appTest.skip(process.platform !== 'linux', 'not for this OS');

const SECRET = 'Throwaway~Probe/7+%20=';
const client: RegisteredClient = {
  id: 'onsis-maple-4821',
  secret: SECRET,
  redirectUrl: 'https://sms.maple.test/onsis/callback',
  scopes: 'openid onsis.read',
};

interface SetUp {
  /** Opens the app on a connection with these addresses, at the step “Enter”. */
  readonly openOn: (
    server: { readonly authenticationUrl: string; readonly tokenUrl: string; readonly apiUrl: string },
    change?: { readonly redirectUrl?: string; readonly secret?: string },
  ) => Promise<Page>;
  readonly identity: { readonly key: string; readonly cert: string };
}

const test = appTest.extend<{ readonly setUp: SetUp }>({
  setUp: async ({ desktop, launch }, use) => {
    const authority = await makeAuthority('Throwaway Root');
    const leaf: Issued = await authority.leaf();
    await use({
      identity: { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
      openOn: async ({ authenticationUrl, tokenUrl, apiUrl }, change = {}) => {
        const { page } = await launch({ program: stageTrustingApp(desktop, [authority.root.pem]) });
        await keepConnection(page, {
          name: 'Maple DSB',
          step: 'enter',
          secret: change.secret ?? SECRET,
          values: {
            redirectUrl: change.redirectUrl ?? client.redirectUrl,
            clientId: client.id,
            scopes: client.scopes,
            ...{ authenticationUrl, tokenUrl, apiUrl },
          },
        });
        const { action } = words.connections;
        await press(page, filled(action.named.replace('{{action}}', action.goOn)));
        await press(page, words.wizard.enter.test);
        await expect(heading(page, words.report.heading.notProved)).toBeVisible();
        return page;
      },
    });
  },
});

const { heading: headings, probe } = words.report;

async function expectFinding(page: Page, title: string, code: FindingCode, outcome: string): Promise<void> {
  await expect(heading(page, title)).toBeVisible();
  const words = systems.onsis.texts.en.findings[code]?.title ?? english.findings.general[code].title;
  await expect(page.getByRole('heading', { level: 3, name: words, exact: true })).toBeVisible();
  const { steps } = await lastReport(page);
  expect(steps.find(({ id }) => id === 'sign-in')).toMatchObject({ code, outcome });
}

test('each question is sent by its own click, and what it may conclude is said as what it is', async ({
  setUp,
}) => {
  const server = await startAuthorizationServer(setUp.identity, client);
  const page = await setUp.openOn(server);
  await expectFinding(page, headings.notProved, 'not-proved', 'warning');
  expect(server.requests).toEqual([]);

  await press(page, probe.authorizeGo);
  await expectFinding(page, english.systems.onsis.findings['not-refused'].title, 'not-refused', 'warning');
  expect(server.requests).toEqual(['GET /auth']);

  await press(page, probe.tokenGo);
  // The provider checks client and secret first, and rejects only the made-up code (invalid_grant).
  await expectFinding(page, headings.probablyAccepted, 'probably-accepted', 'warning');
  expect(server.requests).toEqual(['GET /auth', 'POST /token']);

  await press(page, words.wizard.test.finish);
  await expect(heading(page, String(systems.onsis.texts.en.unproved?.saved))).toBeVisible();
  await server.stop();
});

test('a Redirect URL that is not registered, and a secret that is not the client’s, are refused', async ({
  setUp,
}) => {
  const server = await startAuthorizationServer(setUp.identity, client);
  const redirectUrl = 'https://sms.maple.test/onsis/callback/';
  const page = await setUp.openOn(server, { redirectUrl, secret: 'not-the-secret' });
  await press(page, probe.authorizeGo);
  await expectFinding(page, headings.stopped_one, 'redirect-url-rejected', 'failed');

  await press(page, words.report.testAgain);
  await expect(heading(page, headings.notProved)).toBeVisible();
  await press(page, probe.tokenGo);
  await expectFinding(page, headings.stopped_one, 'credentials-rejected', 'failed');
  expect(server.requests).toEqual(['GET /auth', 'POST /token']);
  await server.stop();
});

test('without a click nothing but handshakes arrive; the secret goes once, to the token address alone', async ({
  setUp,
}) => {
  const answer = (status: number, value: unknown) => (): Promise<RunningHttps> =>
    startHttps(setUp.identity, (_request, response) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
    });
  const [authentication, token, api] = await Promise.all([
    startHttps(setUp.identity, (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Sign in</title>');
    }),
    answer(400, { error: 'invalid_grant' })(),
    answer(200, { ok: true })(),
  ]);
  const servers = [authentication, token, api];
  const requests = (): number[] => servers.map((server) => server.requests.length);
  const page = await setUp.openOn({
    authenticationUrl: `${authentication.origin}/authorize`,
    tokenUrl: `${token.origin}/token`,
    apiUrl: `${api.origin}/onsis`,
  });
  expect(requests()).toEqual([0, 0, 0]);
  for (const server of servers) expect(server.connections()).toBeGreaterThan(0);

  await press(page, probe.authorizeGo);
  await expect(heading(page, english.systems.onsis.findings['not-refused'].title)).toBeVisible();
  expect(requests()).toEqual([1, 0, 0]);

  await press(page, probe.tokenGo);
  await expect(heading(page, headings.probablyAccepted)).toBeVisible();
  expect(requests()).toEqual([1, 1, 0]);
  // As in RFC 6749 §2.3.1: form-encoded, then base64.
  const wanted = `${client.id}:${encodeURIComponent(SECRET).replaceAll('~', '%7E')}`;
  const [sent] = token.requests;
  const [, basic = ''] = sent?.headers.authorization?.split(' ') ?? [];
  expect(Buffer.from(basic, 'base64').toString()).toBe(wanted);
  expect(findSecret(Buffer.from(`${sent?.url} ${sent?.text}`), SECRET)).toBeNull();
  expect(findSecret(Buffer.from(JSON.stringify(authentication.requests)), SECRET)).toBeNull();

  // Testing again does not send it a second time.
  await press(page, words.report.testAgain);
  await expect(heading(page, headings.notProved)).toBeVisible();
  expect(requests()).toEqual([1, 1, 0]);
  for (const server of servers) await server.stop();
});
