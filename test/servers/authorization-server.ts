import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Provider } from 'oidc-provider';

/*
 * A certified third-party OpenID provider on loopback HTTPS: it applies its own reading of the standards, and its
 * sign-in pages are its own.
 */

export interface RegisteredClient {
  readonly id: string;
  readonly secret: string;
  readonly redirectUrl: string;
  /** The scopes this client may request; the server itself knows {@link KNOWN_SCOPES}. */
  readonly scopes: string;
  /** Its gateway strips the `Authorization` header, so it reads Client ID and secret only from the body. */
  readonly withoutHeader?: boolean;
}

const KNOWN_SCOPES = ['openid', 'onsis.read', 'onsis.write'];

export interface AuthorizationServer {
  readonly authenticationUrl: string;
  readonly tokenUrl: string;
  /** An address on the same host that serves nothing: enough for a check that never calls it. */
  readonly apiUrl: string;
  /** `METHOD /path` of every request, in order. */
  readonly requests: readonly string[];
  /** For every token request, in order: whether it had an `Authorization` header. */
  readonly tokensWithHeader: readonly boolean[];
  stop(): Promise<void>;
}

/** @param identity its TLS certificate with intermediates, PEM */
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
  // RFC 8252: an app on the user's computer is a native client, the only kind that may return over http.
  const native = /^http:\/\/(?:127\.0\.0\.1|localhost):/.test(client.redirectUrl);
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
        // It accepts either method, and rejects both at once.
        token_endpoint_auth_method: 'client_secret_basic',
      },
    ],
    scopes: KNOWN_SCOPES,
    pkce: { required: () => native },
    cookies: { keys: ['throwaway'] },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig' }] },
    features: { devInteractions: { enabled: true } },
    // Without explicit values, it prints advice about each at first use.
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    renderError: (context: { type: string; body: string }, { error }: { readonly error: string }) => {
      context.type = 'html';
      context.body = `<!doctype html><title>${error}</title>`;
    },
    findAccount: (_context: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
  };
}

/** It prints advice for its operators on standard output, which would clutter a test run. */
function withoutAdvice<Value>(make: () => Value): Value {
  const { info, warn } = globalThis.console;
  Object.assign(globalThis.console, { info: () => undefined, warn: () => undefined });
  try {
    return make();
  } finally {
    Object.assign(globalThis.console, { info, warn });
  }
}
