import type { ServerResponse } from 'node:http';
import { connect } from 'node:net';
import type { Report } from '@contract/report';
import { ok } from '@contract/result';
import type { CheckPlan, SignInPlan } from '@systems/system';
import type { CheckPorts } from '../../electron/check/ports';
import { runCheck } from '../../electron/check/run-check';
import { Trust } from '../../electron/http/trust';
import { listenForRedirect } from '../../electron/sign-in/loopback-redirect';
import { plannedSystem } from '../fakes/planned-system';
import { startConnectProxy } from '../servers/connect-proxy';
import { startDropping } from '../servers/dropping-server';
import { type RunningServer, startHttps, startSilent, startTcp } from '../servers/raw-servers';
import { makeAuthority } from './certificates';

/*
 * A check that hangs at every point where it can wait, to be cancelled there. Does not depend on a test runner, because
 * the benchmark uses it as well.
 */

interface HangingCheck {
  /** Settles once the check hangs at the intended place. */
  readonly hangs: Promise<unknown>;
  readonly report: Promise<Report>;
  /** Connections still open on the servers. */
  readonly open: () => number;
  readonly stop: () => Promise<void>;
}

export interface HangingPlace {
  readonly what: string;
  /** The step, and its subject if any, that the check is then cancelled at. */
  readonly step: string;
  readonly begin: (signal: AbortSignal) => Promise<HangingCheck>;
}

const never = () => new Promise<never>(() => undefined);
const trust = new Trust([]);

type Place = 'probe' | 'probe-body' | 'token' | 'token-body' | 'orgs' | 'classes' | null;

/** Every place, in the order a check reaches them. */
export async function hangingPlaces(): Promise<readonly HangingPlace[]> {
  const authority = await makeAuthority();
  const stranger = await makeAuthority('Strange Root');
  const leaf = await authority.leaf();
  const strange = await stranger.leaf();
  const good = { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` };
  const unknown = { key: strange.key, cert: `${strange.pem}\n${stranger.intermediate.pem}` };

  const begin = (
    signal: AbortSignal,
    origin: string,
    servers: readonly RunningServer[],
    hangs: Promise<unknown>,
    more: {
      readonly ports?: Partial<CheckPorts>;
      readonly network?: Partial<CheckPorts['network']>;
      readonly signIn?: SignInPlan;
    } = {},
  ): HangingCheck => {
    const plan = planFor(origin, more.signIn);
    const report = runCheck(
      {
        id: null,
        system: plannedSystem(plan),
        name: 'Hanging',
        environment: 'test',
        practice: false,
        values: { serverUrl: origin, clientId: 'wizard-client' },
        siblings: [],
      },
      {
        secret: async () => ok('a secret'),
        sameSecretElsewhere: async () => null,
        network: {
          resolveProxy: async () => 'DIRECT',
          lookUp: async () => [{ address: '127.0.0.1', family: 4 }],
          trust,
          now: Date.now,
          ...more.network,
        },
        now: Date.now,
        browser: null,
        listenForRedirect,
        ...more.ports,
      },
      { probe: 'none', appVersion: '0.0.0', signal, extraRoots: [authority.root.pem] },
    );
    return {
      hangs,
      report,
      open: () => servers.reduce((sum, server) => sum + server.open(), 0),
      stop: async () => {
        for (const server of servers) await server.stop();
      },
    };
  };

  /** A server that behaves up to one place, then goes silent. */
  const serve = async (silentAt: Place) => {
    const hangs = signalled();
    const answer = (place: Place, response: ServerResponse, value: unknown) => {
      if (place === silentAt) {
        hangs.happened();
        return;
      }
      response.writeHead(200, { 'content-type': 'application/json' });
      if (`${place}-body` === silentAt) response.write('{"', () => setImmediate(hangs.happened));
      else response.end(JSON.stringify(value));
    };
    const server = await startHttps(good, ({ url }, response) => {
      if (url === '/probe') answer('probe', response, { product: 'planned' });
      else if (url === '/token') answer('token', response, { access_token: 'x', token_type: 'bearer' });
      else if (url?.startsWith('/orgs')) answer('orgs', response, { orgs: [{}] });
      else answer('classes', response, { classes: [{}] });
    });
    return { server, hangs: hangs.promise };
  };
  const served = (
    what: string,
    step: string,
    place: Place,
    signIn?: (origin: string) => SignInPlan,
  ): HangingPlace => ({
    what,
    step,
    begin: async (signal) => {
      const { server, hangs } = await serve(place);
      const { origin } = server;
      return begin(signal, origin, [server], hangs, signIn === undefined ? {} : { signIn: signIn(origin) });
    },
  });
  /** Something on this computer that never answers; `ask` creates the port to call. */
  const within = (
    what: string,
    step: string,
    ask: (hang: () => Promise<never>) => Parameters<typeof begin>[4],
  ): HangingPlace => ({
    what,
    step,
    begin: async (signal) => {
      const { server } = await serve(null);
      const hangs = signalled();
      const hang = () => {
        hangs.happened();
        return never();
      };
      // A name, because a literal address is never looked up.
      return begin(signal, `https://sis.test:${server.port}`, [server], hangs.promise, ask(hang));
    },
  });
  const through = (
    what: string,
    proxyOf: (asked: () => void) => Promise<RunningServer>,
    scheme = 'PROXY',
  ): HangingPlace => ({
    what,
    step: 'connect',
    begin: async (signal) => {
      const hangs = signalled();
      const proxy = await proxyOf(hangs.happened);
      const network = { resolveProxy: async () => `${scheme} 127.0.0.1:${proxy.port}` };
      return begin(signal, 'https://sis.test', [proxy], hangs.promise, { network });
    },
  });

  const all: readonly HangingPlace[] = [
    within('the keyring', 'fields', (hang) => ({ ports: { secret: hang } })),
    within('the other secrets', 'fields', (hang) => ({ ports: { sameSecretElsewhere: hang } })),
    within('the proxy settings', 'name-lookup', (hang) => ({ network: { resolveProxy: hang } })),
    within('the name server', 'name-lookup', (hang) => ({ network: { lookUp: hang } })),
    {
      what: 'a port that drops',
      step: 'connect',
      begin: async (signal) => {
        const dropping = await startDropping();
        const connecting = new Promise((resolve) => setTimeout(resolve, 30));
        const server = { ...dropping, connections: () => 0, open: () => 0 };
        return begin(signal, `https://127.0.0.1:${dropping.port}`, [server], connecting);
      },
    },
    through('the proxy’s tunnel', (asked) => startTcp((socket) => void socket.once('data', asked))),
    through(
      'the handshake with a proxy',
      (asked) => startTcp((socket) => void socket.once('data', asked)),
      'HTTPS',
    ),
    {
      what: 'the handshake through a tunnel',
      step: 'secure-connection',
      begin: async (signal) => {
        const hangs = signalled();
        const server = await startTcp((socket) => void socket.once('data', hangs.happened));
        const proxy = await startConnectProxy();
        const network = { resolveProxy: async () => `PROXY 127.0.0.1:${proxy.port}` };
        const origin = `https://sis.test:${server.port}`;
        return begin(signal, origin, [server, proxy], hangs.promise, { network });
      },
    },
    {
      what: 'the handshake',
      step: 'secure-connection',
      begin: async (signal) => {
        const hangs = signalled();
        const server = await startTcp((socket) => void socket.once('data', hangs.happened));
        return begin(signal, `https://127.0.0.1:${server.port}`, [server], hangs.promise);
      },
    },
    {
      what: 'the second look at a refused certificate',
      step: 'secure-connection',
      begin: async (signal) => {
        const hangs = signalled();
        const tls = await startHttps(unknown, () => undefined);
        let asked = 0;
        // The first connection gets a server with an unknown certificate, the second a silent one.
        const door = await startTcp((socket) => {
          asked += 1;
          if (asked > 1) {
            hangs.happened();
            return;
          }
          const onward = connect({ host: '127.0.0.1', port: tls.port });
          onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
          socket.on('close', () => onward.destroy());
          socket.pipe(onward).pipe(socket);
        });
        const origin = `https://127.0.0.1:${door.port}`;
        return begin(signal, origin, [door, tls], hangs.promise);
      },
    },
    served('the probe', 'reach', 'probe'),
    served('the rest of the probe’s answer', 'reach', 'probe-body'),
    served('the token', 'sign-in', 'token'),
    served('the rest of the token', 'sign-in', 'token-body'),
    served('the first signed request', 'sign-in', 'orgs', () => ({
      kind: 'oauth1',
      clientId: 'wizard-client',
      secretField: 'clientSecret',
      signatureMethod: 'HMAC-SHA256',
    })),
    {
      what: 'the person in the browser',
      step: 'sign-in',
      begin: async (signal) => {
        const { server } = await serve(null);
        const hangs = signalled();
        const browser = {
          open: async () => {
            hangs.happened();
          },
        };
        const signIn = codePlan(server.origin, await freePort());
        return begin(signal, server.origin, [server], hangs.promise, { ports: { browser }, signIn });
      },
    },
    {
      what: 'the token for a code',
      step: 'sign-in',
      begin: async (signal) => {
        const { server, hangs } = await serve('token');
        const port = await freePort();
        const browser = {
          open: async (url: string) => {
            const state = new URL(url).searchParams.get('state') ?? '';
            await fetch(`http://127.0.0.1:${port}/callback?code=c&state=${encodeURIComponent(state)}`);
          },
        };
        const signIn = codePlan(server.origin, port);
        return begin(signal, server.origin, [server], hangs, { ports: { browser }, signIn });
      },
    },
    served('the first permission', 'permission/orgs', 'orgs'),
    served('the last permission', 'permission/classes', 'classes'),
  ];
  // Windows can stop no process, so nothing there lets connections wait.
  return process.platform === 'win32' ? all.filter(({ what }) => what !== 'a port that drops') : all;
}

function planFor(origin: string, signIn?: SignInPlan): CheckPlan {
  const read = () => ({ outcome: 'passed', code: 'ok', facts: {} }) as const;
  return {
    addresses: [{ subject: null, url: origin }],
    reach: { subject: null, url: `${origin}/probe`, read },
    signIn: signIn ?? {
      kind: 'client-credentials',
      tokenUrl: `${origin}/token`,
      clientId: 'wizard-client',
      secretField: 'clientSecret',
      scopes: null,
      clientAuthentication: 'basic-raw',
      keepCookies: false,
    },
    permission: ['orgs', 'classes'].map((name) => ({
      subject: name,
      url: `${origin}/${name}?limit=1`,
      read,
    })),
    proof: 'orgs',
    notTested: [],
  };
}

const codePlan = (origin: string, port: number): SignInPlan => ({
  kind: 'authorization-code',
  authorizationUrl: `${origin}/authorize`,
  tokenUrl: `${origin}/token`,
  clientId: 'wizard-client',
  secretField: 'clientSecret',
  scopes: 'demo.read',
  redirectUrl: `http://127.0.0.1:${port}/callback`,
  clientAuthentication: 'basic-form-encoded',
  completesHere: true,
});

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const server = await startSilent();
  await server.stop();
  return server.port;
}

function signalled(): { readonly promise: Promise<void>; readonly happened: () => void } {
  let happened: () => void = () => undefined;
  const promise = new Promise<void>((resolve) => {
    happened = resolve;
  });
  return { promise, happened };
}
