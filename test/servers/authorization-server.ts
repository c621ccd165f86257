import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Provider } from 'oidc-provider';

/*
 * A certified OpenID provider that nobody here wrote, on loopback HTTPS: what it accepts and refuses is its own
 * reading of the standards. Its sign-in pages are its own as well.
 */

export interface RegisteredClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUrl: string;
  /** The scopes this client may ask for; the server itself knows {@link KNOWN_SCOPES}. */
  readonly scopes: string;
  /** Its gateway lets no `Authorization` header through, so that it reads Client ID and secret from the body alone. */
  readonly withoutHeader?: boolean;
}

const KNOWN_SCOPES = ['openid', 'onsis.read', 'onsis.write'];

export interface AuthorizationServer {
  readonly authenticationUrl: string;
  readonly tokenUrl: string;
  /** An address on the same host that serves nothing: enough for a check that never calls it. */
  readonly apiUrl: string;
  /** `METHOD /path` of every request, first to last. */
  readonly requests: readonly string[];
  /** Of every token request, first to last: whether it carried an `Authorization` header. */
  readonly tokensWithHeader: readonly boolean[];
  stop(): Promise<void>;
}

/** @param identity what it shows in TLS: PEM, the certificate with its intermediates */
export async function startAuthorizationServer(
  identity: { readonly key: string; readonly cert: string },
  client: RegisteredClient,
): Promise<AuthorizationServer> {
  const requests: string[] = [];
  const tokensWithHeader: boolean[] = [];
  let answer: RequestListener = (_request, response) => void response.writeHead(503).end();
  const server = createServer(identity, (request: IncomingMessage, response) => {
    const asked = `${request.method ?? ''} ${new URL(request.url ?? '/', 'https://here').pathname}`;
    requests.push(asked);
    if (asked === 'POST /token') tokensWithHeader.push(request.headers.authorization !== undefined);
    if (client.withoutHeader === true) delete request.headers.authorization;
    answer(request, response);
  });
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  answer = withoutAdvice(() => new Provider(origin, configuration(client))).callback();
  return {
    authenticationUrl: `${origin}/auth`,
    tokenUrl: `${origin}/token`,
    apiUrl: `${origin}/api`,
    requests,
    tokensWithHeader,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
}

function configuration(client: RegisteredClient): Readonly<Record<string, unknown>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  // RFC 8252: an app on the person's own computer is a native client, the only kind that may come back by http.
  const native = client.redirectUrl.startsWith('http://127.0.0.1:');
  return {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: [client.redirectUrl],
        application_type: native ? 'native' : 'web',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        scope: client.scopes,
        // It takes either way, and refuses both at once.
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    scopes: KNOWN_SCOPES,
    pkce: { required: () => native },
    cookies: { keys: ['throwaway'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig' }] },
    features: { devInteractions: { enabled: true } },
    // Left to its defaults, it advises about each at the first use.
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    renderError: (context: { type: string; body: string }, { error }: { readonly error: string }) => {
      context.type = 'html';
      context.body = `<!doctype html><title>${error}</title>`;
    },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  };
}

/** It advises its operators on standard output, where a test run is read. */
function withoutAdvice<Value>(make: () => Value): Value {
  const { info, warn } = globalThis.console;
  Object.assign(globalThis.console, { info: () => undefined, warn: () => undefined });
  try {
    return make();
  } finally {
    Object.assign(globalThis.console, { info, warn });
  }
}
