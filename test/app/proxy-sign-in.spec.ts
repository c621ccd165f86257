import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Report } from '@contract/report';
import type { Page } from '@playwright/test';
import { startHttps } from '../servers/raw-servers';
import { filesHolding } from '../support/canary';
import { makeAuthority } from '../support/certificates';
import { loopbackNetwork } from '../support/loopback-network';
import { stageTrustingApp } from '../support/trusting-app';
import { ask, beginCheck, keepPowerschool } from '../support/window';
import { expect, test } from './app-fixture';
import { startTinyproxy } from './faults/proxies';

/*
 * A school whose proxy script leads to a proxy that requires Basic sign-in, for real: Chromium fetches and runs the
 * script, tinyproxy asks, the keyring stores the answer, and the check passes. Only the proxy can resolve the server's
 * name.
 */

const canRun = process.platform === 'linux' && process.getuid?.() === 0;
if (!canRun) process.stdout.write('The proxy sign-in was not tried: its proxy needs root on Linux.\n');
test.skip(!canRun, 'needs root on Linux: the proxy gets a list of names of its own');

const HOST = 'sis.school.test';
const USER = 'reader';
/** Letters and digits only: tinyproxy's configuration allows no others. */
const PASSWORD = 'ThrowawayProxyPassword4';

const answers: Readonly<Record<string, unknown>> = {
  '/ws/v1/metadata': { metadata: { powerschool_version: '23.7.2.0' } },
  '/oauth/access_token': { access_token: 't', token_type: 'Bearer', expires_in: '60' },
  '/ws/v1/district': { district: { uuid: 'd', name: 'Maple' } },
};

async function checked(page: Page, id: string): Promise<Report> {
  const answer = await beginCheck(page, id);
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value.report;
}

const stoppedAt = ({ steps }: Report) => steps.find(({ outcome }) => outcome === 'failed');

test('a proxy of a script is signed in to with what the keyring keeps, after a restart too', async ({
  desktop,
  launch,
}) => {
  const authority = await makeAuthority('Throwaway Root');
  const leaf = await authority.leaf({ names: [HOST] });
  const server = await startHttps(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    ({ url }, response) =>
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[url ?? ''])),
  );
  const network = loopbackNetwork();
  const names = network.writeFile('hosts', `127.0.0.1 localhost\n127.0.0.1 ${HOST}\n`);
  const ownNames = ['--mount', '--propagation', 'private', 'sh', '-c'];
  const withNames: typeof network = {
    ...network,
    start: (program, args) =>
      network.start('unshare', [
        ...ownNames,
        'mount --bind "$0" /etc/hosts && exec "$@"',
        names,
        program,
        ...args,
      ]),
  };
  const { place } = await startTinyproxy(
    withNames,
    'tinyproxy-basic',
    [`BasicAuth ${USER} ${PASSWORD}`],
    server.port,
  );
  let scriptAskedFor = 0;
  const scripts = createServer((_request, response) => {
    scriptAskedFor += 1;
    response.setHeader('content-type', 'application/x-ns-proxy-autoconfig');
    response.end(
      `function FindProxyForURL(url, host) { return host === "${HOST}" ? "PROXY ${place}" : "DIRECT"; }`,
    );
  });
  scripts.listen(0, '127.0.0.1');
  await once(scripts, 'listening');
  const { port } = scripts.address() as AddressInfo;
  try {
    const start = () =>
      launch({
        program: stageTrustingApp(desktop, [authority.root.pem]),
        args: [`--proxy-pac-url=http://127.0.0.1:${port}/proxy.pac`],
      });
    const first = await start();
    const { page } = first;
    const id = await keepPowerschool(page, `https://${HOST}:${server.port}`, 'Throwaway~behind/2');

    const proxy = `http://${place}`;
    const asked = stoppedAt(await checked(page, id));
    expect(asked).toMatchObject({
      id: 'connect',
      code: 'proxy-sign-in-required',
      facts: { proxy, problem: 'basic' },
    });
    expect(scriptAskedFor).toBeGreaterThan(0);

    await ask(page, 'save-proxy-sign-in', {
      proxy,
      user: USER,
      password: 'Throwaway~wrong/3',
      unencrypted: true,
    });
    expect(stoppedAt(await checked(page, id))).toMatchObject({
      id: 'connect',
      code: 'proxy-sign-in-rejected',
    });
    expect(server.connections()).toBe(0);

    const { state } = await ask(page, 'save-proxy-sign-in', {
      proxy,
      user: USER,
      password: PASSWORD,
      unencrypted: true,
    });
    expect(state).toBe('saved');
    expect((await checked(page, id)).outcome).toBe('passed');
    await first.close();

    const second = await start();
    const report = await checked(second.page, id);
    expect(report.outcome).toBe('passed');
    expect(report.steps.find((step) => step.id === 'connect')?.facts.via).toContain(place);
    expect(server.requests.map(({ headers }) => headers['proxy-authorization'])).toEqual(
      server.requests.map(() => undefined),
    );
    expect(filesHolding(first.userData, PASSWORD)).toEqual([]);
    expect(JSON.stringify(report)).not.toContain(USER);
  } finally {
    scripts.closeAllConnections();
    scripts.close();
    await network.stop();
    await server.stop();
  }
});
