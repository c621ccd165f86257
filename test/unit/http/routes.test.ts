import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { Network, type NetworkPorts, targetOf } from '../../../electron/http/network';
import { readRoutes } from '../../../electron/http/proxy';
import { Trust } from '../../../electron/http/trust';
import { startConnectProxy } from '../../servers/connect-proxy';
import { startDropping } from '../../servers/dropping-server';
import { closedPort, startHttps, startSilent, startTcp } from '../../servers/raw-servers';
import { type Issued, makeAuthority } from '../../support/certificates';
import { testNames } from '../../support/checked';

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Issued;
let proxyLeaf: Issued;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf();
  proxyLeaf = await authority.leaf({ subject: 'CN=proxy.test', names: ['proxy.test'] });
});
const stopLater: { stop: () => Promise<void> }[] = [];
const running = <Server extends { stop: () => Promise<void> }>(server: Server): Server => {
  stopLater.push(server);
  return server;
};
afterEach(async () => {
  for (const server of stopLater.splice(0)) await server.stop();
});

const shows = (one: Issued) => ({ key: one.key, cert: `${one.pem}\n${authority.intermediate.pem}` });
const startOrigin = async () =>
  running(await startHttps(shows(leaf), (_request, response) => void response.end('{}')));

interface Tried {
  readonly step: string;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

async function tryOut(
  port: number,
  proxies: string,
  waitMs = 2000,
  ports: Partial<NetworkPorts> = {},
  network = new Network(
    { resolveProxy: async () => proxies, lookUp: testNames, trust: new Trust([]), now: Date.now, ...ports },
    [authority.root.pem],
  ),
): Promise<Tried> {
  const waiting = { waitMs, signal: new AbortController().signal };
  const located = await network.locate(targetOf(new URL(`https://sis.test:${port}/`)), waiting);
  if (!located.ok) return { step: 'name-lookup', ...located.failure };
  const connected = await network.connect(located.value, waiting);
  if (!connected.ok) return { step: 'connect', ...connected.failure };
  const secured = await network.secure(connected.value, waiting);
  if (!secured.ok) return { step: 'secure-connection', ...secured.failure };
  network.release(secured.value);
  const { scriptFailed } = located.value;
  return { step: 'done', code: scriptFailed ? 'script-failed' : 'ok', facts: secured.value.facts };
}

describe('readRoutes', () => {
  it.each([
    ['DIRECT', [{ kind: 'direct' }]],
    ['', []],
    [
      'PROXY proxy.test:3128;DIRECT',
      [{ kind: 'proxy', tls: false, host: 'proxy.test', port: 3128 }, { kind: 'direct' }],
    ],
    [' proxy proxy.test ; ', [{ kind: 'proxy', tls: false, host: 'proxy.test', port: 80 }]],
    ['HTTPS proxy.test', [{ kind: 'proxy', tls: true, host: 'proxy.test', port: 443 }]],
    ['PROXY [::1]:8080', [{ kind: 'proxy', tls: false, host: '::1', port: 8080 }]],
    ['PROXY xn--schler-4ya.test:80', [{ kind: 'proxy', tls: false, host: 'xn--schler-4ya.test', port: 80 }]],
    ['SOCKS5 proxy.test:1080;PROXY', [{ kind: 'unsupported' }, { kind: 'unsupported' }]],
  ])('reads %j', (list, routes) => {
    expect(readRoutes(list)).toEqual(routes);
  });

  // In Chromium's lists of hosts, some would be patterns of other names.
  it.each(['*', '*.school.test', 'proxy.test,*', 'proxy.test,', 'jdoe@proxy.test', '%2A', 'a(b)'])(
    'takes no name that a proxy cannot have: %s',
    (host) => {
      expect(readRoutes(`PROXY ${host}:8080`)).toEqual([{ kind: 'unsupported' }]);
    },
  );
});

describe('a proxy', () => {
  it('carries the connection, and is told the name rather than the address', async () => {
    const origin = await startOrigin();
    const proxy = running(await startConnectProxy());
    const lookUp = vi.fn(testNames);
    const tried = await tryOut(origin.port, `PROXY proxy.test:${proxy.port}`, 2000, { lookUp });
    expect(tried).toMatchObject({
      step: 'done',
      facts: { host: 'sis.test', via: `proxy.test:${proxy.port}` },
    });
    expect(proxy.asked).toEqual([`sis.test:${origin.port}`]);
    // The proxy looks up the server's name.
    expect(lookUp.mock.calls).toEqual([['proxy.test']]);
  });

  it('is spoken to over TLS where it asks for that, and has to be trusted too', async () => {
    const origin = await startOrigin();
    const proxy = running(await startConnectProxy({ tls: shows(proxyLeaf) }));
    expect((await tryOut(origin.port, `HTTPS proxy.test:${proxy.port}`)).step).toBe('done');
    const stranger = running(await startConnectProxy({ tls: shows(leaf) }));
    const refused = await tryOut(origin.port, `HTTPS proxy.test:${stranger.port}`);
    expect(refused).toMatchObject({ code: 'proxy-unreachable', facts: { problem: 'tls-name-mismatch' } });
    expect(stranger.asked).toEqual([]);
  });

  it.each([
    [
      '407',
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: NTLM\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n',
      'proxy-sign-in-required',
      { status: 407, problem: 'basic ntlm' },
    ],
    [
      "tinyproxy's 401",
      'HTTP/1.0 401 Unauthorized\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n',
      'proxy-sign-in-required',
      { status: 401 },
    ],
    [
      '403',
      'HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n\r\n<p>No',
      'proxy-refused',
      { status: 403 },
    ],
    ['503', 'HTTP/1.1 503 Service Unavailable\r\n\r\n', 'host-unreachable', { status: 503 }],
    ['nonsense', 'hello\r\n\r\n', 'proxy-unreachable', { problem: 'not-a-proxy' }],
    [
      'an endless head',
      `HTTP/1.1 200 OK\r\n${'x: y\r\n'.repeat(10_000)}`,
      'proxy-unreachable',
      { problem: 'not-a-proxy' },
    ],
    ['nothing, and closes', '', 'proxy-unreachable', { problem: 'closed' }],
  ] as const)('that answers %s', async (_what, answer, code, facts) => {
    const origin = await startOrigin();
    const proxy = running(await startConnectProxy({ answer }));
    const via = `proxy.test:${proxy.port}`;
    // A proxy that refuses is not bypassed, whatever comes after it.
    const after = code === 'proxy-unreachable' ? '' : ';DIRECT';
    const tried = await tryOut(origin.port, `PROXY ${via}${after}`);
    expect(tried).toMatchObject({
      step: 'connect',
      code,
      facts: { host: 'sis.test', port: origin.port, via, ...facts },
    });
    expect(origin.connections()).toBe(0);
    await vi.waitFor(() => expect(proxy.open()).toBe(0));
  });

  it('is not vouched for by a certificate that was added to the connection, whatever hosts that is for', async () => {
    const origin = await startOrigin();
    const proxy = running(await startConnectProxy({ tls: shows(proxyLeaf) }));
    const list = `HTTPS proxy.test:${proxy.port}`;
    const added = { pem: authority.root.pem, hosts: ['sis.test', 'proxy.test'] };
    const ports = { resolveProxy: async () => list, lookUp: testNames, trust: new Trust([]), now: Date.now };
    const tried = await tryOut(origin.port, list, 2000, {}, new Network(ports, [], [added]));
    expect(tried).toMatchObject({
      step: 'connect',
      code: 'proxy-unreachable',
      facts: { problem: 'tls-untrusted-root' },
    });
    expect(proxy.asked).toEqual([]);
    // The same certificate does vouch for the server on another route.
    const direct = { ...ports, resolveProxy: async () => 'DIRECT' };
    expect((await tryOut(origin.port, '', 2000, {}, new Network(direct, [], [added]))).step).toBe('done');
  });

  it('that says nothing is waited for no longer than any other', async () => {
    const proxy = running(await startConnectProxy({ answer: null }));
    const tried = await tryOut(443, `PROXY proxy.test:${proxy.port}`, 150);
    expect(tried).toMatchObject({ step: 'connect', code: 'timed-out', facts: { waitSeconds: 0.2 } });
    await vi.waitFor(() => expect(proxy.open()).toBe(0));
  });

  it.each<[string, () => Promise<string>, string, string]>([
    ['is not there', async () => `proxy.test:${await closedPort()}`, 'connect', 'connection-refused'],
    ['has a name that does not exist', async () => 'proxy.nowhere:8080', 'name-lookup', 'name-not-found'],
  ])('that %s', async (_what, at, step, problem) => {
    const tried = await tryOut(443, `PROXY ${await at()}`);
    expect(tried).toMatchObject({
      step,
      code: 'proxy-unreachable',
      facts: { problem, host: 'sis.test', port: 443 },
    });
  });

  it('that is not there is stood in for by the next of the list', async () => {
    const origin = await startOrigin();
    const proxy = running(await startConnectProxy());
    const list = `PROXY proxy.nowhere:1; PROXY proxy.test:${await closedPort()}; PROXY proxy.test:${proxy.port}`;
    expect(await tryOut(origin.port, list)).toMatchObject({
      step: 'done',
      facts: { via: `proxy.test:${proxy.port}` },
    });
    expect((await tryOut(origin.port, 'SOCKS proxy.test:1; DIRECT')).facts).toMatchObject({ via: null });
  });

  it('of a kind this program does not speak is named as such', async () => {
    expect(await tryOut(443, 'SOCKS5 proxy.test:1080')).toMatchObject({
      code: 'proxy-unreachable',
      facts: { problem: 'unsupported' },
    });
  });
});

describe('the proxy script', () => {
  it.each(['PROXY proxy.test:99999', 'PROXY pro^xy.test:80', 'HTTPS [zz]:443'])(
    'that answers %s, which is no address, breaks nothing',
    async (list) => {
      expect(await tryOut(443, list)).toMatchObject({
        code: 'proxy-unreachable',
        facts: { problem: 'unsupported' },
      });
    },
  );

  it('that cannot be run leads the direct way, and is named when that leads nowhere', async () => {
    const origin = await startOrigin();
    expect(await tryOut(origin.port, '')).toMatchObject({ step: 'done', code: 'script-failed' });
    expect(await tryOut(await closedPort(), '')).toMatchObject({
      step: 'connect',
      code: 'proxy-script-failed',
      facts: { problem: 'connection-refused', host: 'sis.test' },
    });
  });

  it('that never comes to an end is named', async () => {
    const resolveProxy = () => new Promise<string>(() => undefined);
    expect(await tryOut(443, '', 100, { resolveProxy })).toMatchObject({ code: 'proxy-script-failed' });
  });
});

describe('names and addresses', () => {
  it('names a resolver that is silent, and one that cannot be reached', async () => {
    const silent = await tryOut(443, 'DIRECT', 100, { lookUp: () => new Promise(() => undefined) });
    expect(silent).toMatchObject({
      step: 'name-lookup',
      code: 'name-lookup-unavailable',
      facts: { waitSeconds: 0.1 },
    });
    const lookUp = () => Promise.reject(Object.assign(new Error('again'), { code: 'EAI_AGAIN' }));
    expect((await tryOut(443, 'DIRECT', 1000, { lookUp })).code).toMatch(
      /^(?:name-lookup-unavailable|offline)$/,
    );
  });

  it('tries every address of a name', async () => {
    const origin = await startOrigin();
    const lookUp = async () => [
      { address: '::1', family: 6 },
      { address: '127.0.0.1', family: 4 },
    ];
    expect((await tryOut(origin.port, 'DIRECT', 2000, { lookUp })).step).toBe('done');
    expect(await tryOut(await closedPort(), 'DIRECT', 2000, { lookUp })).toMatchObject({
      code: 'connection-refused',
    });
  });

  it.runIf(process.platform === 'linux')(
    'calls a port that drops everything a connection timeout',
    async () => {
      const dropping = running(await startDropping());
      expect(await tryOut(dropping.port, 'DIRECT', 300)).toMatchObject({
        step: 'connect',
        code: 'connection-timeout',
        facts: { host: 'sis.test', port: dropping.port, waitSeconds: 0.3 },
      });
      expect(await tryOut(443, `PROXY proxy.test:${dropping.port}`, 300)).toMatchObject({
        code: 'proxy-unreachable',
        facts: { problem: 'connection-timeout' },
      });
    },
  );

  it.runIf(process.platform === 'linux')(
    'waits for a connection no longer than it can be asked for again',
    async () => {
      const dropping = running(await startDropping());
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      try {
        let tried: Tried | null = null;
        void tryOut(dropping.port, 'DIRECT', 10_000).then((outcome) => {
          tried = outcome;
        });
        while (tried === null) {
          await vi.advanceTimersToNextTimerAsync();
          await new Promise((resolve) => setImmediate(resolve));
        }
        expect(tried).toMatchObject({ code: 'connection-timeout', facts: { waitSeconds: 8 } });
      } finally {
        vi.useRealTimers();
      }
    },
  );

  it('leaves no socket behind when the server is silent', async () => {
    const silent = running(await startSilent());
    await tryOut(silent.port, 'DIRECT', 100);
    await vi.waitFor(() => expect(silent.open()).toBe(0));
    const chatty = running(await startTcp((socket) => void socket.resume().write('x'.repeat(100))));
    await tryOut(chatty.port, 'DIRECT', 100);
    await vi.waitFor(() => expect(chatty.open()).toBe(0));
  });
});
