import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer as createHttps, type RequestOptions } from 'node:https';
import { type AddressInfo, createServer as createTcp, type Server, type Socket } from 'node:net';
import { createServer as createTls, type TlsOptions } from 'node:tls';

/* Loopback servers, good and bad, on ports chosen by the operating system. */

export interface RunningServer {
  readonly port: number;
  /** Every connection accepted so far. */
  readonly connections: () => number;
  /** Connections that are still open. */
  readonly open: () => number;
  readonly stop: () => Promise<void>;
}

async function run(server: Server): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  let connections = 0;
  server.on('connection', (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    open: () => sockets.size,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A TCP server with a callback for each connection. */
export const startTcp = (onConnection: (socket: Socket) => void): Promise<RunningServer> =>
  run(createTcp({ pauseOnConnect: false }, onConnection));

/** Accepts and never says a word. */
export const startSilent = (): Promise<RunningServer> => startTcp((socket) => void socket.resume());

/** Resets every connection immediately. */
export const startResetting = (): Promise<RunningServer> =>
  startTcp((socket) => void socket.resetAndDestroy());

/** A TLS server with a callback after each handshake. */
export const startTls = (
  options: TlsOptions,
  onConnection: (socket: Socket) => void = () => undefined,
): Promise<RunningServer> =>
  run(
    createTls(options, (socket) => {
      socket.on('error', () => undefined);
      onConnection(socket);
    }),
  );

export type Handler = (
  request: IncomingMessage & { readonly text: string },
  response: ServerResponse,
) => void;

/** One request as a server saw it. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

export interface RunningHttps extends RunningServer {
  readonly origin: string;
  readonly requests: readonly SeenRequest[];
}

/** An HTTPS server that answers with `handler` once it has the whole request, and records requests. */
export async function startHttps(
  options: TlsOptions & RequestOptions,
  handler: Handler,
): Promise<RunningHttps> {
  const requests: SeenRequest[] = [];
  const server = createHttps(options as TlsOptions, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      requests.push({ method: request.method ?? '', url: request.url ?? '', headers: request.headers, text });
      handler(Object.assign(request, { text }), response);
    });
  });
  const running = await run(server as unknown as Server);
  return { ...running, origin: `https://127.0.0.1:${running.port}`, requests };
}

/** A port nothing listens on any more. */
export async function closedPort(): Promise<number> {
  const server = await startSilent();
  await server.stop();
  return server.port;
}
