import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Report } from '@contract/report';
import type { ElectronApplication, Page } from '@playwright/test';
import { startHttps } from '../servers/raw-servers';
import { filesHolding } from '../support/canary';
import { makeAuthority } from '../support/certificates';
import type { Desktop } from '../support/desktop';
import { spawnAs } from '../support/desktop-user';
import { tellResult } from '../support/long-result';
import type { StagedApp } from '../support/staged-app';
import { stageTrustingApp } from '../support/trusting-app';
import { ask, beginCheck, call, keepPowerschool } from '../support/window';
import { expect, test } from './app-fixture';
import {
  ACCOUNT,
  CLOSED_HOST,
  canRun,
  type ProxyName,
  serverBehind,
  serverNames,
  startWindowsSchool,
} from './windows-school/school';

/*
 * A school whose proxies want a Windows account, for real: tickets of a Kerberos domain, and NTLM that is verified.
 * Chromium makes the tokens, squid judges them. Windows itself is not here: docs/trying-a-windows-proxy.md.
 */

if (!canRun) process.stdout.write('Windows sign-ins to proxies were not tried: they need root on Linux.\n');
test.skip(!canRun, 'needs root on Linux: the proxies get names and accounts of their own');

const answers: Readonly<Record<string, unknown>> = {
  '/ws/v1/metadata': { metadata: { powerschool_version: '23.7.2.0' } },
  '/oauth/access_token': { access_token: 't', token_type: 'Bearer', expires_in: '60' },
  '/ws/v1/district': { district: { uuid: 'd', name: 'Maple' } },
};
const TICKET_USER = 'jdoe@SCHOOL.TEST';
const NTLM_USER = 'SCHOOL\\\\jdoe';

/** `npm run test:long` makes more. */
const HANDSHAKES = Number(process.env.HANDSHAKES ?? 12);

/** How long each tunnel of a check took to open. */
const tunnelsOf = ({ steps }: Report): readonly number[] =>
  steps.flatMap(({ id, durationMs, facts }) =>
    id === 'connect' ? [durationMs] : typeof facts.connectMs === 'number' ? [facts.connectMs] : [],
  );

/** Of the main process and of Chromium's network process, in MB. */
async function memoryOf(app: ElectronApplication): Promise<number> {
  const sizes = await app.evaluate(({ app: own }) =>
    own
      .getAppMetrics()
      .filter(({ type, name }) => type === 'Browser' || name === 'Network Service')
      .map(({ memory }) => memory.workingSetSize),
  );
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

/** `passed`, or what stopped it. */
function cameTo({ outcome, steps }: Report): string {
  const stop = steps.find((step) => step.outcome === 'failed');
  if (stop === undefined) return outcome;
  const { why, identity } = stop.facts;
  return [`${stop.id} ${stop.code}`, why, identity].filter((part) => part !== undefined).join(' ');
}

async function checked(page: Page, id: string): Promise<string> {
  const answer = await beginCheck(page, id);
  if (!answer.ok) throw new Error(answer.failure.code);
  return cameTo(answer.value.report);
}

/** What a check without a window comes to. */
async function checkedByScript(
  desktop: Desktop,
  program: StagedApp,
  given: {
    readonly userData: string;
    readonly words: readonly string[];
    readonly env: Readonly<Record<string, string>>;
    readonly args?: readonly string[];
  },
): Promise<string> {
  const child = spawnAs(
    desktop.user,
    program.executable,
    [
      ...['--ozone-platform=headless', '--log-level=3', '--disable-gpu'],
      ...(given.args ?? []),
      `--user-data-dir=${given.userData}`,
      ...program.appArguments,
      ...['--', 'check', ...given.words, '--json'],
    ],
    { env: given.env, cwd: desktop.home, stdio: 'pipe' },
  );
  let said = '';
  child.stdout?.on('data', (part) => {
    said += part;
  });
  child.stdin?.end('{"clientSecret":"Throwaway~behind/2"}');
  await once(child, 'close');
  return cameTo(JSON.parse(said));
}

test('a school’s proxies get tickets and Windows accounts, each rightly, and wrong ones once', async ({
  desktop,
  launch,
}) => {
  test.setTimeout(240_000 + HANDSHAKES * 2_000);
  const authority = await makeAuthority('Throwaway Root');
  const stranger = await makeAuthority('Stranger Root');
  const serve = async ({ leaf, intermediate }: typeof authority) => {
    const own = await leaf({ names: [CLOSED_HOST, ...serverNames] });
    return startHttps({ key: own.key, cert: `${own.pem}\n${intermediate.pem}` }, ({ url }, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[url ?? ''])),
    );
  };
  const [server, untrusted] = [await serve(authority), await serve(stranger)];
  const school = await startWindowsSchool(authority);
  const scripts = createServer((_request, response) => {
    response.setHeader('content-type', 'application/x-ns-proxy-autoconfig');
    response.end(school.script);
  });
  scripts.listen(0, '127.0.0.1');
  await once(scripts, 'listening');
  try {
    const program = stageTrustingApp(desktop, [authority.root.pem], undefined, school.names);
    const { port } = scripts.address() as AddressInfo;
    const script = `--proxy-pac-url=http://127.0.0.1:${port}/proxy.pac`;
    const { app, page, output, userData } = await launch({
      program,
      env: school.env,
      args: [script],
    });
    const keep = (host: string, at = server.port) =>
      keepPowerschool(page, `https://${host}:${at}`, 'Throwaway~behind/2');
    const ids = Object.fromEntries(
      await Promise.all(
        (['tickets', 'all', 'secure', 'ntlm', 'stranger'] as const).map(async (name) => [
          name,
          await keep(serverBehind(name)),
        ]),
      ),
    ) as Readonly<Record<ProxyName, string>>;
    const save = (name: ProxyName, password: string) =>
      ask(page, 'save-proxy-sign-in', {
        proxy: school.origin(name),
        user: ACCOUNT.user,
        password,
        unencrypted: false,
      });
    const through = (name: ProxyName) => checked(page, ids[name]);
    const byScript = (id: string) =>
      checkedByScript(desktop, program, {
        userData,
        words: ['--saved', id],
        env: { ...desktop.env, ...school.env },
        args: [script],
      });
    const required = (why: string) => `connect proxy-sign-in-required ${why}`;

    await test.step('without a ticket or an account', async () => {
      expect(await through('tickets')).toBe(required('no-ticket'));
      expect(await through('ntlm')).toBe(required('account-wanted'));
      expect(await through('all')).toBe(required('account-wanted'));
      expect(await through('secure')).toBe(required('account-wanted'));
      expect(server.connections()).toBe(0);
    });

    await test.step('a wrong password is sent once', async () => {
      await save('ntlm', 'Throwaway~wrong/3');
      const before = school.users('ntlm').length;
      expect(await through('ntlm')).toBe('connect proxy-sign-in-rejected account');
      expect(await through('ntlm')).toBe('connect proxy-sign-in-rejected account');
      expect(school.wrongPasswords()).toBe(1);
      // Asked, first leg, second leg; then only asked.
      expect(school.users('ntlm').slice(before)).toEqual(['-', '-', '-', '-']);
      // A script would be a new program each time.
      for (const _ of [1, 2]) expect(await byScript(ids.ntlm)).toBe('connect proxy-sign-in-rejected account');
      expect(school.wrongPasswords()).toBe(1);
    });

    await test.step('a right one is used by NTLM, Basic or not, over TLS or not', async () => {
      for (const name of ['ntlm', 'all', 'secure'] as const) {
        await save(name, ACCOUNT.password);
        expect(await through(name), name).toBe('passed');
        expect(school.users(name), name).toContain(NTLM_USER);
      }
      expect(school.wrongPasswords()).toBe(0);
    });

    await test.step('a ticket is used before any account, unasked', async () => {
      await school.signIn();
      for (const name of ['tickets', 'all', 'secure'] as const) {
        // An account that was accepted a moment ago is used again; a new entry is judged anew.
        if (name !== 'tickets') await save(name, ACCOUNT.password);
        expect(await through(name), name).toBe('passed');
        expect(school.users(name).at(-1), name).toBe(TICKET_USER);
      }
      expect(await through('stranger')).toBe(required('proxy-not-known-to-domain'));
    });

    await test.step('what is behind the proxy is told as without one', async () => {
      const closed = await keep(CLOSED_HOST);
      expect(await checked(page, closed)).toBe('connect proxy-refused');
      const dead = await keep(serverBehind('tickets'), 1);
      expect(await checked(page, dead)).toBe('connect host-unreachable');
      const refused = await keep(serverBehind('tickets'), untrusted.port);
      expect(await checked(page, refused)).toBe('secure-connection tls-untrusted-root');
      expect(untrusted.requests).toEqual([]);
    });

    await test.step('eight checks at once', async () => {
      const eight = await Promise.all(
        (['tickets', 'all', 'ntlm', 'secure'] as const).flatMap((name) => [
          keep(serverBehind(name)),
          keep(serverBehind(name)),
        ]),
      );
      expect(await Promise.all(eight.map((id) => checked(page, id)))).toEqual(eight.map(() => 'passed'));
    });

    await test.step(`${HANDSHAKES} handshakes in a row, with a ticket and an account in turn`, async () => {
      const took = { tickets: [] as number[], ntlm: [] as number[] };
      const before = await memoryOf(app);
      while (took.tickets.length + took.ntlm.length < HANDSHAKES) {
        for (const name of ['tickets', 'ntlm'] as const) {
          const answer = await beginCheck(page, ids[name]);
          if (!answer.ok) throw new Error(answer.failure.code);
          expect(cameTo(answer.value.report), name).toBe('passed');
          took[name].push(...tunnelsOf(answer.value.report));
        }
      }
      const after = await memoryOf(app);
      for (const [name, all] of Object.entries(took)) {
        const sorted = all.toSorted((one, other) => one - other);
        const figures = {
          medianMs: sorted[Math.floor(sorted.length / 2)] ?? 0,
          slowestMs: sorted.at(-1) ?? 0,
        };
        tellResult(name, null, { handshakes: all.length, ...figures });
      }
      tellResult('memory', null, { beforeMB: before, afterMB: after });
      expect(after).toBeLessThan(before * 1.25);
      expect(school.wrongPasswords()).toBe(0);
    });

    await test.step('the proxy is restarted, then the domain is gone: the tickets that are there still do', async () => {
      await school.restartProxy();
      expect(await through('tickets')).toBe('passed');
      await school.stopDomain();
      expect(await through('tickets')).toBe('passed');
    });

    await test.step('cancelled in the middle of a handshake', async () => {
      await save('ntlm', ACCOUNT.password);
      school.freezeAccounts();
      const attempt = await page.evaluate(() => crypto.randomUUID());
      const before = school.users('ntlm').length;
      const check = call(page, 'run-check', { id: ids.ntlm, attempt, probe: 'none' });
      // Asked, and the first leg; the second one hangs.
      await expect.poll(() => school.users('ntlm').length).toBe(before + 2);
      await ask(page, 'cancel-check', { attempt });
      const answer = await check;
      expect(answer.ok ? cameTo(answer.value.report) : answer.failure.code).toBe('connect cancelled');
    });

    await test.step('nothing of it is kept or printed', async () => {
      for (const secret of [ACCOUNT.password, 'TlRMTVNTUA', 'NTLMSSP'])
        expect(filesHolding(desktop.folder, secret), secret).toEqual([]);
      expect(output()).not.toContain(ACCOUNT.password);
      expect(userData).toContain(desktop.folder);
      expect(server.requests.map(({ headers }) => headers['proxy-authorization'])).toEqual(
        server.requests.map(() => undefined),
      );
    });
  } finally {
    scripts.closeAllConnections();
    scripts.close();
    await school.stop();
    await server.stop();
    await untrusted.stop();
  }
});

test.describe('without a window', () => {
  test.use({ desktopOptions: { keyring: 'no-bus' } });

  test('a ticket is used, an expired one is named, and so is a clock that is off', async ({ desktop }) => {
    const authority = await makeAuthority('Throwaway Root');
    const leaf = await authority.leaf({ names: serverNames });
    const server = await startHttps(
      { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
      ({ url }, response) =>
        response
          .writeHead(200, { 'content-type': 'application/json' })
          .end(JSON.stringify(answers[url ?? ''])),
    );
    const school = await startWindowsSchool(authority);
    try {
      const program = stageTrustingApp(desktop, [authority.root.pem], undefined, school.names);
      const url = `https://${serverBehind('tickets')}:${server.port}`;
      const connection = {
        system: 'powerschool',
        name: 'Maple',
        environment: 'test',
        values: { serverUrl: url, clientId: '00000000-0000-4000-8000-000000000000' },
      };
      desktop.writeFile('home/maple.json', JSON.stringify(connection));
      // A known desktop has settings of its own for proxies.
      const { DISPLAY: _, XAUTHORITY: __, XDG_CURRENT_DESKTOP: ___, ...base } = desktop.env;
      const checkIn = (env: Readonly<Record<string, string>>) =>
        checkedByScript(desktop, program, {
          userData: desktop.makeFolder('user-data'),
          words: ['--connection', 'maple.json', '--secrets-stdin'],
          env: { ...base, ...school.env, ...env },
        });
      const check = () => checkIn({ https_proxy: school.origin('tickets') });
      await school.signIn();
      expect(await check()).toBe('passed');
      // Squid writes it down when the tunnel has ended.
      await expect.poll(() => school.users('tickets')).toContain(TICKET_USER);

      // GNOME's settings, in a file of their own.
      const { hostname, port } = new URL(school.origin('tickets'));
      const settings = desktop.makeFolder('settings');
      for (const name of ['settings/glib-2.0', 'settings/glib-2.0/settings']) desktop.makeFolder(name);
      const gnome = { XDG_CURRENT_DESKTOP: 'GNOME', GSETTINGS_BACKEND: 'keyfile', XDG_CONFIG_HOME: settings };
      desktop.writeFile(
        'settings/glib-2.0/settings/keyfile',
        `[system/proxy]\nmode='manual'\n[system/proxy/https]\nhost='${hostname}'\nport=${port}\n`,
      );
      const before = school.users('tickets').length;
      expect(await checkIn(gnome)).toBe('passed');
      await expect.poll(() => school.users('tickets').slice(before)).toContain(TICKET_USER);

      await school.signIn('briefly');
      expect(await check()).toBe('connect proxy-sign-in-required ticket-expired');
      await school.signIn();
      await school.moveDomainClock();
      expect(await check()).toBe('connect proxy-sign-in-required clock');
    } finally {
      await school.stop();
      await server.stop();
    }
  });
});
