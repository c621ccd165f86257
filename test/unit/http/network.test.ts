import type { TlsOptions } from 'node:tls';
import type { StepId } from '@contract/findings';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { NameLookup } from '../../../electron/http/name-lookup';
import { type Connected, Network, type Secured, targetOf } from '../../../electron/http/network';
import { Trust } from '../../../electron/http/trust';
import type { Waiting } from '../../../electron/http/waiting';
import {
  closedPort,
  type RunningServer,
  startResetting,
  startSilent,
  startTcp,
  startTls,
} from '../../servers/raw-servers';
import {
  chainThatBreaks,
  days,
  type Issued,
  issue,
  issueWithOpenssl,
  lacksOpenssl,
  makeAuthority,
  type Pair,
} from '../../support/certificates';
import { TEST_LIMIT_MS } from '../../support/limits';

/** This file's own small internet; other names do not exist. */
const lookUp: NameLookup = (host) =>
  host.endsWith('.test')
    ? Promise.resolve([{ address: '127.0.0.1', family: 4 }])
    : Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' }));

const trust = new Trust([]);
const waiting = (waitMs = 2000): Waiting => ({ waitMs, signal: new AbortController().signal });

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let good: Issued;
const stopLater: { stop: () => Promise<void> }[] = [];
const running = <Server extends RunningServer>(server: Server): Server => {
  stopLater.push(server);
  return server;
};

beforeAll(async () => {
  authority = await makeAuthority();
  good = await authority.leaf();
});
afterEach(async () => {
  for (const server of stopLater.splice(0)) await server.stop();
});

const shows = (leaf: Pair, ...issuers: Pair[]): TlsOptions => ({
  key: leaf.key,
  cert: [leaf, ...issuers].map(({ pem }) => pem).join('\n'),
});
const wellKept = () => shows(good, authority.intermediate);

interface Tried {
  readonly step: StepId;
  readonly code: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** Runs the phases in order and returns where they ended. */
async function tryOut(
  url: string,
  { proxy = 'DIRECT', wait = waiting(), roots = [authority.root.pem] as readonly string[] } = {},
): Promise<Tried> {
  const network = new Network(
    { resolveProxy: async () => proxy, lookUp, trust, now: () => Date.now() },
    roots,
  );
  const located = await network.locate(targetOf(new URL(url)), wait);
  if (!located.ok) return { step: 'name-lookup', ...located.failure };
  const connected = await network.connect(located.value, wait);
  if (!connected.ok) return { step: 'connect', ...connected.failure };
  const held: Connected | Secured = connected.value;
  const secured = await network.secure(held, wait);
  if (!secured.ok) return { step: 'secure-connection', ...secured.failure };
  network.release(secured.value);
  return { step: 'secure-connection', code: secured.value.remark, facts: secured.value.facts };
}

interface Fault {
  readonly name: string;
  readonly step: StepId;
  readonly code: string;
  readonly facts?: Readonly<Record<string, unknown>>;
  /** Starts what is needed and returns the address to try. */
  readonly at: () => Promise<string>;
  readonly proxy?: () => Promise<string>;
  readonly wait?: number;
  readonly roots?: () => readonly string[];
}

const tlsAt = async (options: TlsOptions, host = 'sis.test') => {
  const server = running(await startTls(options));
  return `https://${host}:${server.port}/`;
};

const faults: readonly Fault[] = [
  {
    name: 'all well',
    step: 'secure-connection',
    code: 'none',
    facts: {
      host: 'sis.test',
      subject: 'sis.test',
      issuer: 'Test Root Intermediate',
      protocol: 'TLSv1.3',
      via: null,
    },
    at: () => tlsAt(wellKept()),
  },
  {
    name: 'all well with TLS 1.2',
    step: 'secure-connection',
    code: 'none',
    facts: { protocol: 'TLSv1.2' },
    at: () => tlsAt({ ...wellKept(), maxVersion: 'TLSv1.2' }),
  },
  {
    name: 'all well by a literal address',
    step: 'secure-connection',
    code: 'none',
    at: () => tlsAt(wellKept(), '127.0.0.1'),
  },
  {
    name: 'chain in the wrong order, root too',
    step: 'secure-connection',
    code: 'none',
    at: () => tlsAt(shows(good, authority.root, authority.intermediate)),
  },
  {
    name: 'name not found',
    step: 'name-lookup',
    code: 'name-not-found',
    facts: { host: 'sis.nowhere' },
    at: async () => 'https://sis.nowhere/',
  },
  {
    name: 'port closed',
    step: 'connect',
    code: 'connection-refused',
    facts: { host: 'sis.test' },
    at: async () => `https://sis.test:${await closedPort()}/`,
  },
  {
    name: 'closed during the handshake',
    step: 'secure-connection',
    code: 'connection-reset',
    at: async () =>
      `https://sis.test:${running(await startTcp((socket) => void socket.once('data', () => socket.end()))).port}/`,
  },
  {
    name: 'TCP accepted, then silence',
    step: 'secure-connection',
    code: 'timed-out',
    wait: 150,
    at: async () => `https://sis.test:${running(await startSilent()).port}/`,
  },
  {
    name: 'plain HTTP on the port',
    step: 'secure-connection',
    code: 'not-tls',
    at: async () =>
      `https://sis.test:${running(await startTcp((socket) => void socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')))).port}/`,
  },
  {
    name: 'an SSH server',
    step: 'secure-connection',
    code: 'not-tls',
    at: async () =>
      `https://sis.test:${running(await startTcp((socket) => void socket.write('SSH-2.0-OpenSSH_9.2\r\n'))).port}/`,
  },
  {
    name: 'expired',
    step: 'secure-connection',
    code: 'tls-expired',
    facts: { also: [] },
    at: async () =>
      tlsAt(shows(await authority.leaf({ from: days(-40), to: days(-2) }), authority.intermediate)),
  },
  {
    name: 'expired, of an unknown root',
    step: 'secure-connection',
    code: 'tls-expired',
    facts: { also: ['tls-untrusted-root'] },
    roots: () => [],
    at: async () =>
      tlsAt(shows(await authority.leaf({ from: days(-40), to: days(-2) }), authority.intermediate)),
  },
  {
    name: 'not yet valid',
    step: 'secure-connection',
    code: 'tls-not-yet-valid',
    at: async () =>
      tlsAt(shows(await authority.leaf({ from: days(2), to: days(40) }), authority.intermediate)),
  },
  {
    name: 'wrong name',
    step: 'secure-connection',
    code: 'tls-name-mismatch',
    facts: { names: ['other.test'], also: [] },
    at: async () =>
      tlsAt(
        shows(
          await authority.leaf({ subject: 'CN=other.test', names: ['other.test'] }),
          authority.intermediate,
        ),
      ),
  },
  {
    name: 'wrong name, hidden behind an unknown root',
    step: 'secure-connection',
    code: 'tls-name-mismatch',
    facts: { also: ['tls-untrusted-root'] },
    roots: () => [],
    at: async () =>
      tlsAt(
        shows(
          await authority.leaf({ subject: 'CN=other.test', names: ['other.test'] }),
          authority.intermediate,
        ),
      ),
  },
  {
    name: 'self-signed',
    step: 'secure-connection',
    code: 'tls-self-signed',
    at: async () => tlsAt(shows(await issue({ subject: 'CN=sis.test', names: ['sis.test'] }))),
  },
  {
    name: 'self-signed and expired',
    step: 'secure-connection',
    code: 'tls-self-signed',
    facts: { also: ['tls-expired'] },
    at: async () =>
      tlsAt(
        shows(await issue({ subject: 'CN=sis.test', names: ['sis.test'], from: days(-40), to: days(-2) })),
      ),
  },
  {
    name: 'unknown root, chain sent',
    step: 'secure-connection',
    code: 'tls-untrusted-root',
    roots: () => [],
    at: () => tlsAt(wellKept()),
  },
  {
    name: 'unknown root, root sent',
    step: 'secure-connection',
    code: 'tls-untrusted-root',
    roots: () => [],
    at: () => tlsAt(shows(good, authority.intermediate, authority.root)),
  },
  {
    name: 'leaf only',
    step: 'secure-connection',
    code: 'tls-incomplete-chain',
    facts: { chainLength: 1 },
    at: () => tlsAt(shows(good)),
  },
  {
    name: 're-signed by a filter, leaf only',
    step: 'secure-connection',
    code: 'tls-intercepted',
    facts: { issuer: 'School Filter Root' },
    at: async () => {
      const filter = await issue({ subject: 'CN=School Filter Root', authority: true });
      return tlsAt(shows(await authority.leaf({ issuer: filter })));
    },
  },
  {
    name: 're-signed by a known product, root sent, wrong name beside it',
    step: 'secure-connection',
    code: 'tls-intercepted',
    facts: { also: ['tls-name-mismatch', 'tls-untrusted-root'] },
    at: async () => {
      const product = await issue({ subject: 'CN=Netsweeper CA', authority: true });
      return tlsAt(shows(await authority.leaf({ issuer: product, names: ['x.test'] }), product));
    },
  },
  {
    name: 're-signed by a filter whose root is trusted here',
    step: 'secure-connection',
    code: 'inspected',
    facts: { issuer: 'School Filter Root' },
    at: async () => {
      filterRoot = await issue({ subject: 'CN=School Filter Root', authority: true });
      return tlsAt(shows(await authority.leaf({ issuer: filterRoot })));
    },
    roots: () => (filterRoot === null ? [] : [filterRoot.pem]),
  },
  {
    name: 'ends within 30 days',
    step: 'secure-connection',
    code: 'expires-soon',
    facts: { daysLeft: 12 },
    at: async () => tlsAt(shows(await authority.leaf({ to: days(12.5) }), authority.intermediate)),
  },
  {
    name: 'a short RSA key',
    step: 'secure-connection',
    code: 'tls-weak',
    at: async () =>
      tlsAt({
        ...shows(await authority.leaf({ rsaBits: 1024 }), authority.intermediate),
        ciphers: 'DEFAULT:@SECLEVEL=0',
      }),
  },
  {
    name: 'TLS 1.1 only',
    step: 'secure-connection',
    code: 'tls-old-protocol',
    at: () =>
      tlsAt({ ...wellKept(), minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT:@SECLEVEL=0' }),
  },
  {
    name: 'no common cipher',
    step: 'secure-connection',
    code: 'tls-no-common-cipher',
    at: () => tlsAt({ ...wellKept(), maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES256-CCM8:@SECLEVEL=0' }),
  },
  {
    name: 'client certificate wanted, TLS 1.2',
    step: 'secure-connection',
    code: 'tls-client-certificate-required',
    at: () => tlsAt({ ...wellKept(), maxVersion: 'TLSv1.2', requestCert: true, rejectUnauthorized: true }),
  },
  {
    name: 'client certificate wanted, TLS 1.3',
    step: 'secure-connection',
    code: 'tls-client-certificate-required',
    at: () => tlsAt({ ...wellKept(), requestCert: true, rejectUnauthorized: true }),
  },
];
let filterRoot: Issued | null = null;

describe('Network', () => {
  it.each(faults)('$name: $code at $step', async (fault) => {
    const url = await fault.at();
    const tried = await tryOut(url, {
      ...(fault.proxy !== undefined && { proxy: await fault.proxy() }),
      ...(fault.wait !== undefined && { wait: waiting(fault.wait) }),
      ...(fault.roots !== undefined && { roots: fault.roots() }),
    });
    expect({ step: tried.step, code: tried.code }, JSON.stringify(tried.facts)).toEqual({
      step: fault.step,
      code: fault.code,
    });
    expect(tried.facts).toMatchObject(fault.facts ?? {});
  });

  it.skipIf(lacksOpenssl).each([
    ['permitted-names', 'tls-name-not-permitted', undefined],
    ['excluded-names', 'tls-name-not-permitted', undefined],
    ['names-not-critical', 'tls-name-not-permitted', undefined],
    ['path-length', 'tls-unsuitable', 'path-length'],
    ['not-an-authority', 'tls-unsuitable', 'not-an-authority'],
    ['issuer-purpose', 'tls-unsuitable', 'issuer-purpose'],
    ['purpose', 'tls-unsuitable', 'purpose'],
    ['unknown-extension', 'tls-unsuitable', 'unreadable-rule'],
  ] as const)('a chain that openssl made, with a broken rule (%s): %s', async (rule, code, problem) => {
    const chain = chainThatBreaks(rule, authority.root);
    const tried = await tryOut(await tlsAt(shows(...chain)));
    expect(tried).toMatchObject({ code, facts: { subject: 'sis.test', also: [] } });
    expect(tried.facts.problem).toBe(problem);
    // With an unknown root, the chain's owner is unknown.
    const unknown = await tryOut(await tlsAt(shows(...chain)), { roots: [] });
    expect(unknown).toMatchObject({ code: 'tls-untrusted-root', facts: { also: [code] } });
    // A wrong name has to be fixed first.
    const other = await tryOut(await tlsAt(shows(...chain), 'other.test'));
    expect(other).toMatchObject({ code: 'tls-name-mismatch', facts: { also: [code] } });
  });

  it.skipIf(lacksOpenssl)('is told of a name constraint of the root itself', async () => {
    const constraint = ['nameConstraints=critical,permitted;DNS:board.local'];
    const own = ['basicConstraints=critical,CA:true', 'keyUsage=critical,keyCertSign'];
    const board = issueWithOpenssl('/CN=Board Root', [...own, ...constraint]);
    const leaf = (name: string) =>
      issueWithOpenssl(`/CN=${name}`, [`subjectAltName=DNS:${name}`, 'keyUsage=digitalSignature'], board);
    const roots = [board.pem];
    const tried = await tryOut(await tlsAt(shows(leaf('sis.test'))), { roots });
    expect(tried).toMatchObject({ code: 'tls-name-not-permitted', facts: { issuer: 'Board Root' } });
  });

  it('tells what a server says in an alert from a cut', async () => {
    const alerting = async (level: number, alert: number) => {
      const server = running(
        await startTcp((socket) => {
          socket.once('data', () => socket.end(Buffer.from([21, 3, 3, 0, 2, level, alert])));
        }),
      );
      return tryOut(`https://sis.test:${server.port}/`);
    };
    expect(await alerting(2, 112)).toMatchObject({
      step: 'secure-connection',
      code: 'tls-unknown-name',
      facts: { host: 'sis.test', alert: 'unrecognized_name' },
    });
    expect(await alerting(2, 80)).toMatchObject({ code: 'tls-refused', facts: { alert: 'internal_error' } });
    expect(await alerting(2, 49)).toMatchObject({ code: 'tls-refused', facts: { alert: 'access_denied' } });
    // A warning alert alone ends nothing; what follows it here is the end of the connection.
    expect((await alerting(1, 112)).code).toBe('connection-reset');
  });

  it('calls a reset a reset, whether it is noticed at the connect or at the handshake', async () => {
    const { code } = await tryOut(`https://sis.test:${running(await startResetting()).port}/`);
    expect(code).toBe('connection-reset');
  });

  it.each(['cancelled', 'timed-out'] as const)('ends at once and closes its socket when %s', async (why) => {
    const server = running(await startSilent());
    const controller = new AbortController();
    const trying = tryOut(`https://sis.test:${server.port}/`, {
      // Longer than a test may take.
      wait: { waitMs: 2 * TEST_LIMIT_MS, signal: controller.signal },
    });
    await vi.waitFor(() => expect(server.open()).toBe(1));
    controller.abort(why);
    expect(await trying).toMatchObject({ step: 'secure-connection', code: why });
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it('sends no byte of HTTP to a server whose certificate was refused', async () => {
    const said: Buffer[] = [];
    const server = running(
      await startTls(shows(good), (socket) => void socket.on('data', (data) => said.push(data))),
    );
    expect((await tryOut(`https://sis.test:${server.port}/`)).code).toBe('tls-incomplete-chain');
    await vi.waitFor(() => expect(server.open()).toBe(0));
    expect(server.connections()).toBe(2);
    expect(said).toEqual([]);
  });
});
