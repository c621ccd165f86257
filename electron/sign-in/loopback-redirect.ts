import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { ok, type Result, refuse } from '@contract/result';
import { CLOSING_HEADERS, CLOSING_PAGE } from './closing-page';

/** Waits on this computer for the browser to come back from the sign-in (RFC 8252 §7.3). */
interface RedirectListener {
  /** The query of the first answer; never rejects, and never settles when nobody comes. */
  readonly answer: Promise<URLSearchParams>;
  close(): void;
}

/** Fails with `port-in-use` when another program has the registered port; the port cannot be chosen anew. */
export type ListenForRedirect = (redirectUrl: URL) => Promise<Result<RedirectListener, 'port-in-use'>>;

/**
 * Listens on 127.0.0.1 alone, at the redirect URL's exact port and path. The first GET that carries an answer counts,
 * and no other ever does: one attempt, one answer.
 */
export const listenForRedirect: ListenForRedirect = (redirectUrl) =>
  new Promise((resolve) => {
    let resolveAnswer: (query: URLSearchParams) => void = () => undefined;
    const answer = new Promise<URLSearchParams>((settle) => {
      resolveAnswer = settle;
    });
    const server = createServer((request, response) => {
      const query = answerIn(request, redirectUrl);
      if (query === null) {
        refuseRequest(response);
        return;
      }
      // The page has to be out before the listener is closed.
      response.once('close', () => resolveAnswer(query));
      response.writeHead(200, CLOSING_HEADERS).end(CLOSING_PAGE);
    });
    // Browsers open spare connections and leave them; nothing here takes longer than a moment.
    server.requestTimeout = 5000;
    server.headersTimeout = 5000;
    server.once('error', () => resolve(refuse('port-in-use')));
    server.listen({ host: '127.0.0.1', port: Number(redirectUrl.port || 80), exclusive: true }, () =>
      resolve(
        ok({
          answer,
          close: () => {
            server.close();
            server.closeAllConnections();
          },
        }),
      ),
    );
  });

/** Null for everything that is not the authorization server's answer: other paths, methods, hosts, an empty visit. */
function answerIn(request: IncomingMessage, redirectUrl: URL): URLSearchParams | null {
  if (request.method !== 'GET' || request.headers.host !== redirectUrl.host) return null;
  // A page in the same browser could end the wait by fetching this address; only a visit of the person's counts.
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
