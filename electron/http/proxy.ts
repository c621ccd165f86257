import type { Socket } from 'node:net';
import { ok, type Result, refuse } from '@contract/result';
import { type ConnectionFailure, errorCode, failure } from './failure';
import { seconds, type Waiting, wait } from './waiting';

/** How one address can be reached, as the operating system's proxy settings have it. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly tls: boolean; readonly host: string; readonly port: number }
  /** SOCKS and whatever else this program does not speak. */
  | { readonly kind: 'unsupported' };

/**
 * Reads the answer of `session.resolveProxy`, a list in the form of PAC scripts: `PROXY h:p;HTTPS h:p;DIRECT`. An
 * empty list means that the proxy script failed (docs/electron-notes.md#a-proxy-script-that-fails).
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
  // A script answers whatever its author typed: what is no address cannot be spoken to.
  if (host === undefined || !URL.canParse(`http://${address}`)) return { kind: 'unsupported' };
  const tls = scheme === 'HTTPS';
  return { kind: 'proxy', tls, host, port: Number(match?.groups?.port ?? (tls ? 443 : 80)) };
}

/** How a route is named in facts: null for the direct one. */
export const viaOf = (route: Route): string | null =>
  route.kind === 'proxy' ? `${bracketed(route.host)}:${route.port}` : null;

/** A proxy as scheme, host and port: what a sign-in to it is bound to. */
export const proxyOrigin = ({ tls, host, port }: Extract<Route, { kind: 'proxy' }>): string =>
  new URL(`${tls ? 'https' : 'http'}://${bracketed(host)}:${port}`).origin;

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

const HEAD_LIMIT = 16 * 1024;
const END_OF_HEAD = '\r\n\r\n';

/**
 * Asks a proxy for a tunnel (RFC 9110 §9.3.6) by hand, because agents hand the proxy's own 401, 403 and 407 on as
 * if the origin had answered. The socket is destroyed unless the tunnel stands.
 *
 * @param authorization the `Proxy-Authorization` to send; it goes to this proxy and no further
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
            // Nothing of value can follow a 2xx here: in TLS the client speaks first.
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
  // The proxy itself could not get through: that is the host's trouble, seen from the proxy.
  if (status >= 500) return refuse(failure('host-unreachable', answered));
  return refuse(failure('proxy-refused', answered));
}

const knownSchemes = ['basic', 'digest', 'ntlm', 'negotiate', 'bearer'];

/** Which of the known ways of signing in the proxy offers, blanks between. */
function schemesOf(head: string): string {
  const offered = head
    .split('\r\n')
    .map((line) => /^(?:proxy|www)-authenticate:\s*([a-z]+)/i.exec(line)?.[1]?.toLowerCase())
    .filter((scheme) => scheme !== undefined);
  return knownSchemes.filter((scheme) => offered.includes(scheme)).join(' ');
}
