import type { Socket } from 'node:net';
import { ok, type Result, refuse } from '@contract/result';
import { type ConnectionFailure, errorCode, failure } from './failure';
import { seconds, type Waiting, wait } from './waiting';

/** A route to an address according to the operating system's proxy settings. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly tls: boolean; readonly host: string; readonly port: number }
  /** SOCKS and other protocols this program does not support. */
  | { readonly kind: 'unsupported' };

/**
 * Parses the result of `session.resolveProxy`, a list in PAC format: `PROXY h:p;HTTPS h:p;DIRECT`. An empty list
 * means that the proxy script failed (docs/electron-notes.md#a-proxy-script-that-fails).
 */
export function readRoutes(list: string): readonly Route[] {
  return list
    .split(';')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(readRoute);
}

function readRoute(entry: string): Route {
  const [kind = '', address = ''] = entry.split(/\s+/, 2);
  const scheme = kind.toUpperCase();
  if (scheme === 'DIRECT') return { kind: 'direct' };
  if (scheme !== 'PROXY' && scheme !== 'HTTP' && scheme !== 'HTTPS') return { kind: 'unsupported' };
  const match = /^(?:\[(?<six>[^\]]+)\]|(?<host>[^:]+))(?::(?<port>\d{1,5}))?$/.exec(address);
  const host = match?.groups?.six ?? match?.groups?.host;
  // A script can return anything its author typed, including invalid addresses.
  if (host === undefined || !URL.canParse(`http://${address}`)) return { kind: 'unsupported' };
  const tls = scheme === 'HTTPS';
  return { kind: 'proxy', tls, host, port: Number(match?.groups?.port ?? (tls ? 443 : 80)) };
}

/** The route's name in facts; null for the direct one. */
export const viaOf = (route: Route): string | null =>
  route.kind === 'proxy' ? `${bracketed(route.host)}:${route.port}` : null;

/** A proxy's origin (scheme, host and port), to which a sign-in is bound. */
export const proxyOrigin = ({ tls, host, port }: Extract<Route, { kind: 'proxy' }>): string =>
  new URL(`${tls ? 'https' : 'http'}://${bracketed(host)}:${port}`).origin;

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

const HEAD_LIMIT = 16 * 1024;
const END_OF_HEAD = '\r\n\r\n';

/**
 * Requests a tunnel from a proxy (RFC 9110 §9.3.6). Done by hand because HTTP agents pass on the proxy's own 401, 403
 * and 407 as if the origin had sent them. The socket is destroyed unless the tunnel is established.
 *
 * @param authorization the `Proxy-Authorization` to send, to this proxy only
 */
export function askForTunnel(
  socket: Socket,
  target: { readonly host: string; readonly port: number },
  via: string,
  waiting: Waiting,
  authorization: string | null = null,
): Promise<Result<null, ConnectionFailure>> {
  const authority = `${bracketed(target.host)}:${target.port}`;
  const facts = { host: target.host, port: target.port, via };
  return wait<null, ConnectionFailure>(
    waiting,
    (end) => {
      let head = Buffer.alloc(0);
      const finish = (result: Result<null, ConnectionFailure>) => {
        socket.off('readable', onReadable).off('error', onError).off('close', onClose);
        if (!result.ok) socket.on('error', ignore).destroy();
        end(result);
      };
      const onReadable = () => {
        for (let chunk = socket.read(); chunk !== null; chunk = socket.read()) {
          head = Buffer.concat([head, chunk as Buffer]);
          const at = head.indexOf(END_OF_HEAD);
          if (at >= 0) {
            // Anything after a 2xx can be ignored: in TLS, the client speaks first.
            finish(readTunnelAnswer(head.subarray(0, at).toString('latin1'), facts));
            return;
          }
          if (head.length > HEAD_LIMIT) {
            finish(refuse(failure('proxy-unreachable', { ...facts, problem: 'not-a-proxy' })));
            return;
          }
        }
      };
      const onError = (error: unknown) =>
        finish(refuse(failure('proxy-unreachable', { ...facts, problem: errorCode(error) })));
      const onClose = () => finish(refuse(failure('proxy-unreachable', { ...facts, problem: 'closed' })));
      socket.on('readable', onReadable).on('error', onError).on('close', onClose);
      const signIn = authorization === null ? '' : `Proxy-Authorization: ${authorization}\r\n`;
      socket.write(
        `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${signIn}Proxy-Connection: keep-alive\r\n\r\n`,
      );
    },
    (why) => {
      socket.on('error', ignore).destroy();
      return why === 'cancelled'
        ? failure(why)
        : failure(why, { ...facts, waitSeconds: seconds(waiting.waitMs) });
    },
  );
}

const ignore = () => undefined;

function readTunnelAnswer(
  head: string,
  facts: { readonly host: string; readonly port: number; readonly via: string },
): Result<null, ConnectionFailure> {
  const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? Number.NaN);
  if (Number.isNaN(status)) return refuse(failure('proxy-unreachable', { ...facts, problem: 'not-a-proxy' }));
  if (status >= 200 && status < 300) return ok(null);
  const answered = { ...facts, status };
  // tinyproxy answers wrong credentials with 401 (docs/electron-notes.md#tinyproxys-401).
  if (status === 407 || status === 401)
    return refuse(failure('proxy-sign-in-required', { ...answered, problem: schemesOf(head) }));
  // The proxy itself could not connect, so the target is unreachable from the proxy.
  if (status >= 500) return refuse(failure('host-unreachable', answered));
  return refuse(failure('proxy-refused', answered));
}

const knownSchemes = ['basic', 'digest', 'ntlm', 'negotiate', 'bearer'];

/** The known authentication schemes the proxy offers, separated by spaces. */
function schemesOf(head: string): string {
  const offered = head
    .split('\r\n')
    .map((line) => /^(?:proxy|www)-authenticate:\s*([a-z]+)/i.exec(line)?.[1]?.toLowerCase())
    .filter((scheme) => scheme !== undefined);
  return knownSchemes.filter((scheme) => offered.includes(scheme)).join(' ');
}
