import { createServer as createHttps } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Probe } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Report } from '@contract/report';
import { ok } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runSavedCheck } from '../../../electron/check/run-saved-check';
import { savedSecrets, savedSubject } from '../../../electron/check/saved-connection';
import { SecretDigests } from '../../../electron/check/secret-digests';
import { checkConnection } from '../../../electron/cli/check-connection';
import type { NetworkPorts } from '../../../electron/http/network';
import { ProxyDesk } from '../../../electron/http/proxy-desk';
import { Trust } from '../../../electron/http/trust';
import { startSquid, startTinyproxy } from '../../app/faults/proxies';
import { Workshop } from '../../app/faults/workshop';
import { closedPort } from '../../servers/raw-servers';
import { makeAuthority } from '../../support/certificates';
import { testNames } from '../../support/checked';
import { loopbackNetwork } from '../../support/loopback-network';

/*
 * One network path: every request of a check uses the route and the trust of its first handshake. The proxies are
 * tinyproxy and squid, each with its own outgoing address, so that the server sees who came.
 */

const WAIT_MS = 2500;
const SECRET = '00000000-0000-4000-8000-00000000000b';
const BASIC = 'reader:proxy-password';

interface Seen {
  readonly from: string;
  readonly what: string;
  readonly signIn: string | undefined;
}

interface Origin {
  readonly url: string;
  readonly seen: Seen[];
  readonly stop: () => Promise<void>;
}

interface Way {
  readonly list: string;
  /** The address that the server must see for every request. */
  readonly from: string;
}

const canRun = process.platform === 'linux' && process.getuid?.() === 0;
if (!canRun) process.stdout.write('The network path’s matrix was not run: its proxies need root on Linux.\n');

const network = loopbackNetwork();
let authority: Awaited<ReturnType<typeof makeAuthority>>;
let proxyAuthority: Awaited<ReturnType<typeof makeAuthority>>;
/** A server for each path that is never answered; '' answers everything. */
const origins = new Map<string, Origin>();
const ways = new Map<string, Way>();

const answers: Readonly<Record<string, readonly [number, string, unknown]>> = {
  '/ws/v1/metadata': [200, 'application/json', { metadata: { powerschool_version: '23.7.2.0' } }],
  '/oauth/access_token': [
    200,
    'application/json',
    { access_token: 't', token_type: 'Bearer', expires_in: '60' },
  ],
  '/ws/v1/district': [200, 'application/json', { district: { uuid: 'd', name: 'Maple' } }],
  '/authorize': [200, 'text/html', '<title>Sign in</title>'],
  '/token': [400, 'application/json', { error: 'invalid_grant' }],
};

async function startOrigin(silentAt: string): Promise<Origin> {
  const leaf = await authority.leaf();
  const seen: Seen[] = [];
  const server = createHttps(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    (request, response) => {
      const path = new URL(request.url ?? '', 'https://origin.test').pathname;
      seen.push({
        from: request.socket.remoteAddress ?? '',
        what: `${request.method} ${path}`,
        signIn: request.headers['proxy-authorization'],
      });
      if (path === silentAt) return;
      const [status, type, body] = answers[path] ?? [404, 'application/json', {}];
      response.writeHead(status, { 'content-type': type });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    },
  );
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `https://127.0.0.1:${port}`, seen, stop };
}

const originSilentAt = (path: string): Origin => {
  const origin = origins.get(path);
  if (origin === undefined) throw new Error(path);
  return origin;
};

beforeAll(async () => {
  if (!canRun) return;
  authority = await makeAuthority('Maple Root');
  proxyAuthority = await makeAuthority('Proxy Root');
  for (const path of ['', ...Object.keys(answers)]) origins.set(path, await startOrigin(path));
  const allowed = [...origins.values()].map(({ url }) => `ConnectPort ${new URL(url).port}`);
  const [tinyFrom, signedInFrom, squidFrom] = [network.address(), network.address(), network.address()];
  const tiny = await startTinyproxy(network, 'tinyproxy', [`Bind ${tinyFrom}`, ...allowed]);
  const signedIn = await startTinyproxy(network, 'tinyproxy-basic', [
    `Bind ${signedInFrom}`,
    `BasicAuth ${BASIC.replace(':', ' ')}`,
    ...allowed,
  ]);
  const shop = await Workshop.open(network);
  const leaf = await proxyAuthority.leaf({ subject: 'CN=proxy.test', names: ['proxy.test'] });
  const squid = await startSquid(network, 'squid', {
    tls: shop.papers('proxy', leaf, [proxyAuthority.intermediate]),
    lines: [`tcp_outgoing_address ${squidFrom}`],
  });
  const at = (place: string) => place.split(':')[1] ?? '';
  ways.set('direct', { list: 'DIRECT', from: '127.0.0.1' });
  ways.set('tinyproxy', { list: `PROXY ${tiny.place}`, from: tinyFrom });
  ways.set('squid over TLS', { list: `HTTPS proxy.test:${at(squid.place)}`, from: squidFrom });
  ways.set('a script’s list: a dead proxy, then tinyproxy', {
    list: `PROXY 127.0.0.1:${await closedPort()}; PROXY ${tiny.place}; DIRECT`,
    from: tinyFrom,
  });
  ways.set('tinyproxy with Basic', { list: `PROXY ${signedIn.place}`, from: signedInFrom });
  addresses.set('proxy.test', squid.place.split(':')[0] ?? '');
});
afterAll(async () => {
  for (const { stop } of origins.values()) await stop();
  await network.stop();
});

const addresses = new Map<string, string>();

/** How the server's certificate is trusted. */
const trusts = ['by the system', 'by an added certificate', 'by --ca'] as const;
type Trusting = (typeof trusts)[number];

function portsFor(list: string, trusting: Trusting): NetworkPorts {
  const [user = '', password = ''] = BASIC.split(':');
  return {
    resolveProxy: async () => list,
    lookUp: (host) => {
      const address = addresses.get(host);
      return address === undefined ? testNames(host) : Promise.resolve([{ address, family: 4 }]);
    },
    trust: new Trust([
      proxyAuthority.root.pem,
      ...(trusting === 'by the system' ? [authority.root.pem] : []),
    ]),
    now: () => Date.now(),
    proxyDesk: new ProxyDesk(async () => ({ user, password, entry: 'kept' })),
  };
}

function connectionOf(
  system: 'powerschool' | 'onsis',
  trusting: Trusting,
  origin = originSilentAt('').url,
): Connection {
  const at = '2026-01-05T08:00:00.000Z';
  const onsis = {
    redirectUrl: 'https://sms.board.example/callback',
    clientId: 'throwaway-id',
    authenticationUrl: `${origin}/authorize`,
    tokenUrl: `${origin}/token`,
    apiUrl: `${origin}/api`,
    scopes: 'onsis.read',
  };
  const powerschool = { serverUrl: origin, clientId: '00000000-0000-4000-8000-00000000000a' };
  return {
    id: '6f1c1e1a-0000-4000-8000-000000000001',
    system,
    name: 'Maple',
    environment: 'test',
    practice: false,
    boardNumber: '',
    values: system === 'onsis' ? onsis : powerschool,
    ...(trusting === 'by an added certificate' && {
      extraCertificates: [{ pem: authority.root.pem.trim(), hosts: ['127.0.0.1'], addedAt: at }],
    }),
    setup: { step: 'finish', registrationSentOn: null, finishedAt: null },
    lastCheck: null,
    createdAt: at,
    updatedAt: at,
  };
}

const vault = { open: async () => ok(SECRET), digest: async () => 'digest', changes: () => 0 };
const digests = new SecretDigests(vault);

interface Asking {
  readonly what: string;
  readonly system: 'powerschool' | 'onsis';
  readonly probe: Probe;
  readonly by: 'window' | 'command line';
  readonly requests: readonly string[];
  /** The step of the last request. */
  readonly lastStep: string;
}

const powerschoolRequests = ['GET /ws/v1/metadata', 'POST /oauth/access_token', 'GET /ws/v1/district'];
const askings: readonly Asking[] = [
  {
    what: 'the window: probe, token, API',
    system: 'powerschool',
    probe: 'none',
    by: 'window',
    requests: powerschoolRequests,
    lastStep: 'permission',
  },
  {
    what: 'the command line: probe, token, API',
    system: 'powerschool',
    probe: 'none',
    by: 'command line',
    requests: powerschoolRequests,
    lastStep: 'permission',
  },
  {
    what: 'the window: OnSIS’s sign-in page',
    system: 'onsis',
    probe: 'authorize',
    by: 'window',
    requests: ['GET /authorize'],
    lastStep: 'sign-in',
  },
  {
    what: 'the window: OnSIS’s token endpoint',
    system: 'onsis',
    probe: 'token',
    by: 'window',
    requests: ['POST /token'],
    lastStep: 'sign-in',
  },
];

function run(
  { system: id, probe, by }: Asking,
  list: string,
  trusting: Trusting,
  { origin, waitMs }: { readonly origin: Origin; readonly waitMs: number },
): Promise<Report> {
  const connection = connectionOf(id, trusting, origin.url);
  const ports = portsFor(list, trusting);
  const signal = new AbortController().signal;
  const system = systemById(id);
  if (by === 'window') {
    return runSavedCheck(
      connection,
      system,
      { all: [connection], vault, digests, network: ports, practice: null, openBrowser: null },
      { probe, appVersion: '0.0.0', signal, waitMs },
    );
  }
  const checkable = {
    ...savedSubject(connection, [connection], system),
    ...savedSecrets(connection, [connection], vault, digests),
    leftOut: null,
  };
  const extraRoots = trusting === 'by --ca' ? [authority.root.pem] : [];
  return checkConnection(
    checkable,
    { extraRoots, timeoutMs: waitMs, withoutSecrets: false },
    { network: ports, appVersion: '0.0.0', signal },
  );
}

const wayNames = [
  'direct',
  'tinyproxy',
  'squid over TLS',
  'a script’s list: a dead proxy, then tinyproxy',
  'tinyproxy with Basic',
];
const wayOf = (name: string): Way => {
  const way = ways.get(name);
  if (way === undefined) throw new Error(name);
  return way;
};
const combinations = wayNames.flatMap((way) =>
  trusts.flatMap((trusting) =>
    askings
      // Only the command line has `--ca`.
      .filter(({ by }) => trusting !== 'by --ca' || by === 'command line')
      .map((asking) => ({ way, trusting, asking, what: asking.what })),
  ),
);

describe.runIf(canRun)('every request goes one way', () => {
  it.each(combinations)('$way, trusted $trusting, $what', async ({ way, trusting, asking }) => {
    const origin = originSilentAt('');
    const { seen } = origin;
    seen.length = 0;
    const { list, from } = wayOf(way);
    const report = await run(asking, list, trusting, { origin, waitMs: 8000 });
    expect(report.outcome, JSON.stringify(report.steps)).not.toBe('failed');
    const secured = report.steps.find(({ id }) => id === 'secure-connection');
    expect(secured?.facts.addedCertificate).toBe(trusting === 'by an added certificate' ? true : undefined);
    expect(seen.map(({ what }) => what)).toEqual(asking.requests);
    for (const request of seen) {
      expect(request.from, request.what).toBe(from);
      // The proxy sign-in must not reach the server.
      expect(request.signIn, request.what).toBeUndefined();
    }
  });

  // In parallel, since they only wait.
  it.concurrent.each(
    wayNames.flatMap((way) =>
      askings.flatMap((asking) =>
        asking.requests.map((request) => ({ way, asking, request, what: asking.what })),
      ),
    ),
  )('$way, $what: a silent $request is waited for no longer than said', async (row) => {
    const { way, asking, request } = row;
    const origin = originSilentAt(request.split(' ')[1] ?? '');
    const { list, from } = wayOf(way);
    const began = performance.now();
    const report = await run(asking, list, 'by an added certificate', { origin, waitMs: WAIT_MS });
    const took = performance.now() - began;
    const failed = report.steps.filter(({ outcome }) => outcome === 'failed');
    expect(failed.map(({ code }) => code)).toEqual(['timed-out']);
    expect(Number(failed[0]?.facts.waitSeconds)).toBeLessThanOrEqual(WAIT_MS / 1000);
    expect(origin.seen.filter((one) => one.what === request).map((one) => one.from)).toContain(from);
    // The window has this limit per request, the command line for all of them.
    expect(took).toBeGreaterThanOrEqual(asking.by === 'window' ? WAIT_MS - 50 : 0);
  });

  it('and an added certificate vouches for its own hosts alone, never for a proxy', async () => {
    const [asking] = askings;
    if (asking === undefined) throw new Error('nothing asked');
    const connection = connectionOf('powerschool', 'by an added certificate');
    const certificate = (pem: string, hosts: readonly string[]) => ({
      pem: pem.trim(),
      hosts: [...hosts],
      addedAt: connection.createdAt,
    });
    const tryOut = async (list: string, extraCertificates: Connection['extraCertificates'], trust: Trust) => {
      const report = await runSavedCheck(
        { ...connection, ...(extraCertificates && { extraCertificates }) },
        systemById('powerschool'),
        {
          all: [],
          vault,
          digests,
          network: { ...portsFor(list, 'by an added certificate'), trust },
          practice: null,
          openBrowser: null,
        },
        { probe: 'none', appVersion: '0.0.0', signal: new AbortController().signal },
      );
      return report.steps.find(({ outcome }) => outcome === 'failed')?.code ?? 'ok';
    };
    const { root } = authority;
    const nothing = new Trust([]);
    expect(await tryOut('DIRECT', [certificate(root.pem, ['127.0.0.1'])], nothing)).toBe('ok');
    expect(await tryOut('DIRECT', [certificate(root.pem, ['sis.test'])], nothing)).toBe('tls-untrusted-root');
    expect(await tryOut('DIRECT', [], nothing)).toBe('tls-untrusted-root');
    const both = [certificate(root.pem, ['127.0.0.1']), certificate(proxyAuthority.root.pem, ['127.0.0.1'])];
    expect(await tryOut(wayOf('squid over TLS').list, both, nothing)).toBe('proxy-unreachable');
  });

  it('and a wrong sign-in to tinyproxy, which it answers with 401, is said as such', async () => {
    const [asking] = askings;
    if (asking === undefined) throw new Error('nothing asked');
    const connection = connectionOf('powerschool', 'by an added certificate');
    const { seen } = originSilentAt('');
    seen.length = 0;
    const report = await runSavedCheck(
      connection,
      systemById('powerschool'),
      {
        all: [],
        vault,
        digests,
        network: {
          ...portsFor(wayOf('tinyproxy with Basic').list, 'by an added certificate'),
          proxyDesk: new ProxyDesk(async () => ({ user: 'reader', password: 'wrong', entry: 'kept' })),
        },
        practice: null,
        openBrowser: null,
      },
      { probe: 'none', appVersion: '0.0.0', signal: new AbortController().signal },
    );
    const failed = report.steps.find(({ outcome }) => outcome === 'failed');
    expect(failed).toMatchObject({ id: 'connect', code: 'proxy-sign-in-rejected', facts: { status: 401 } });
    expect(seen).toEqual([]);
    expect(JSON.stringify(report)).not.toContain('wrong');
  });
});
