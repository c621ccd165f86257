import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ok, type Result, refuse } from '@contract/result';
import { CLOSING_HEADERS, CLOSING_PAGE } from './closing-page';

/** Waits for the browser's redirect to this computer after the sign-in (RFC 8252 §7.3). */
interface RedirectListener {
  /** The query of the first answer with the expected `state`. Never rejects, and stays pending if none comes. */
  readonly answer: Promise<URLSearchParams>;
  /** Whether an answer came with another `state`, or without one. */
  readonly foreignCame: () => boolean;
  close(): void;
}

/** Fails with `port-in-use` if another program uses the registered port. No other port can be used instead. */
export type ListenForRedirect = (
  redirectUrl: URL,
  state: string,
) => Promise<Result<RedirectListener, 'port-in-use'>>;

/**
 * Listens only on this computer's own addresses, at the redirect URL's exact port and path. Only the first GET with the expected `state`
 * counts: any other page or user of this computer can reach the port, and must not be able to end the wait.
 */
export const listenForRedirect: ListenForRedirect = (redirectUrl, state) =>
  new Promise((resolve) => {
    let resolveAnswer: (query: URLSearchParams) => void = () => undefined;
    const answer = new Promise<URLSearchParams>((settle) => {
      resolveAnswer = settle;
    });
    let foreign = false;
    const receive = (request: IncomingMessage, response: ServerResponse) => {
      const query = answerIn(request, redirectUrl);
      const states = query?.getAll('state') ?? [];
      const isOurs = states.length === 1 && states[0] === state;
      foreign ||= query !== null && !isOurs;
      if (query === null || !isOurs) {
        refuseRequest(response);
        return;
      }
      // Send the page before the listener is closed.
      response.once('close', () => resolveAnswer(query));
      response.writeHead(200, CLOSING_HEADERS).end(CLOSING_PAGE);
    };
    const servers: Server[] = [];
    const close = () => {
      for (const server of servers) {
        server.close();
        server.closeAllConnections();
      }
    };
    // A browser may try either address for `localhost`, and another program must not receive the answer at one of them.
    const hosts = redirectUrl.hostname === 'localhost' ? ['127.0.0.1', '::1'] : ['127.0.0.1'];
    const port = Number(redirectUrl.port || 80);
    Promise.all(hosts.map((host) => listen(host, port, receive, servers))).then((all) => {
      if (all.every(Boolean)) return resolve(ok({ answer, foreignCame: () => foreign, close }));
      close();
      resolve(refuse('port-in-use'));
    });
  });

/** Whether the address is ours now, or does not exist on this computer. */
function listen(
  host: string,
  port: number,
  receive: (request: IncomingMessage, response: ServerResponse) => void,
  servers: Server[],
): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer(receive);
    // Browsers open spare connections and leave them idle; a real request takes only a moment.
    server.requestTimeout = 5000;
    server.headersTimeout = 5000;
    server.once('error', (error) => {
      const hasNoSuchAddress = host === '::1' && ['EADDRNOTAVAIL', 'EAFNOSUPPORT'].includes(codeOf(error));
      resolve(hasNoSuchAddress);
    });
    server.listen({ host, port, exclusive: true }, () => {
      servers.push(server);
      resolve(true);
    });
  });
}

const codeOf = (error: Error): string =>
  'code' in error && typeof error.code === 'string' ? error.code : '';

/** Null for anything but the authorization server's answer: other paths, methods and hosts, or an empty query. */
function answerIn(request: IncomingMessage, redirectUrl: URL): URLSearchParams | null {
  if (request.method !== 'GET' || request.headers.host !== redirectUrl.host) return null;
  // A web page in the same browser could fetch this URL and end the wait. Only a navigation counts.
  const purpose = request.headers['sec-fetch-dest'];
  if (purpose !== undefined && purpose !== 'document') return null;
  const target = request.url ?? '';
  if (!target.startsWith('/') || !URL.canParse(target, redirectUrl.href)) return null;
  const url = new URL(target, redirectUrl);
  if (url.origin !== redirectUrl.origin || url.pathname !== redirectUrl.pathname) return null;
  const { searchParams } = url;
  return ['code', 'error', 'state'].some((name) => searchParams.has(name)) ? searchParams : null;
}

function refuseRequest(response: ServerResponse): void {
  response.writeHead(404, { 'content-length': '0', connection: 'close' }).end();
}
