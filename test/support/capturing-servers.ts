import { type RunningHttps, type SeenRequest, startHttps } from '../servers/raw-servers';
import { makeAuthority } from './certificates';
import type { Seeded } from './seeded';

/** How a server answers. */
export type Manner = 'serves' | 'redirects' | 'refuses' | 'shows-a-page' | 'is-broken';

interface CapturingServer extends RunningHttps {
  manner: Manner;
  /** The target of its redirects. */
  elsewhere: string;
}

/** A request and the origin it was meant for: the name its sender used, and the port that received it. */
export interface Captured extends SeenRequest {
  readonly origin: string;
}

export interface CapturingServers {
  readonly all: readonly CapturingServer[];
  /** The PEM of the certificate authority that signed their certificates. */
  readonly root: string;
  /** The requests received since the last call. */
  take(): readonly Captured[];
  stop(): Promise<void>;
}

const COLLECTIONS = ['orgs', 'schools', 'academicSessions', 'gradingPeriods', 'courses', 'classes'];
const NAMES = ['a.test', 'b.test', 'c.test', 'a.b.test'];

/** HTTPS servers in this process that answer like any of the systems and record everything they are sent. */
export async function startCapturing(count: number, random: Seeded): Promise<CapturingServers> {
  const authority = await makeAuthority();
  const { pem, key } = await authority.leaf({ names: [...NAMES, '127.0.0.1'] });
  const all: CapturingServer[] = [];
  for (let index = 0; index < count; index += 1) {
    const running = await startHttps(
      { cert: `${pem}\n${authority.intermediate.pem}`, key, keepAlive: false },
      (request, response) => {
        const say = (
          status: number,
          type: string,
          text: string,
          headers: Record<string, string> = {},
        ): void => {
          response.writeHead(status, { 'content-type': type, connection: 'close', ...headers });
          response.end(text);
        };
        const json = (status: number, value: object): void =>
          say(status, 'application/json', JSON.stringify(value));
        switch (own().manner) {
          case 'redirects':
            return say(random.pick([301, 302, 303, 307, 308]), 'text/html', '', {
              location: own().elsewhere + (request.url ?? '/'),
            });
          case 'refuses':
            return json(random.pick([400, 401, 403]), {
              error: random.pick(['invalid_client', 'invalid_grant']),
            });
          case 'shows-a-page':
            return say(200, 'text/html', '<html><body>Sign in to the network</body></html>');
          case 'is-broken':
            return say(random.pick([500, 503]), 'text/plain', 'no');
          case 'serves':
            if (request.method === 'POST') {
              return json(200, {
                access_token: `token-${random.whole(0, 1e9)}`,
                token_type: 'bearer',
                expires_in: 60,
              });
            }
            return json(200, {
              metadata: { powerschool_version: '21.4' },
              AeriesVersion: '9.25',
              version: '7.3',
              // Often another server: a service may name any address as its own.
              urls: {
                oauth: `${random.pick(all).origin}/oauth/token`,
                dataManagementApi: `${random.pick(all).origin}/data/v3/`,
              },
              district: { name: 'x' },
              ...Object.fromEntries(COLLECTIONS.map((name) => [name, [{ sourcedId: '1' }]])),
            });
        }
      },
    );
    const server: CapturingServer = Object.assign(running, {
      manner: 'serves' as const,
      elsewhere: running.origin,
    });
    const own = (): CapturingServer => server;
    all.push(server);
  }
  return {
    all,
    root: authority.root.pem,
    take: () =>
      all.flatMap(({ requests, port }) =>
        // Cleared, so that a long run does not fill up memory.
        (requests as SeenRequest[]).splice(0).map((request) => {
          const host = request.headers.host ?? '';
          const name = host.replace(/:\d+$/, '').toLowerCase();
          return { ...request, origin: `https://${name}:${port}` };
        }),
      ),
    stop: async () => {
      for (const server of all) await server.stop();
    },
  };
}

/** Everything in a request that could contain a secret, decoded from every form these protocols use. */
export function readable({ method, url, headers, text }: SeenRequest): string {
  const plain = [
    method,
    url,
    text,
    ...Object.entries(headers).flatMap(([name, value]) => [name, String(value)]),
  ];
  const basic = /^basic\s+(\S+)$/i.exec(String(headers.authorization ?? ''))?.[1];
  if (basic !== undefined) plain.push(Buffer.from(basic, 'base64').toString('utf8'));
  return [
    ...plain,
    ...plain.map(unescaped),
    ...plain.map((part) => unescaped(part.replaceAll('+', ' '))),
  ].join('\n');
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
