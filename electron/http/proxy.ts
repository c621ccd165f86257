import { isIPv6, type Socket } from 'node:net';
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
  if (host === undefined || !isHost(host) || !URL.canParse(`http://${address}`))
    return { kind: 'unsupported' };
  const tls = scheme === 'HTTPS';
  return { kind: 'proxy', tls, host, port: Number(match?.groups?.port ?? (tls ? 443 : 80)) };
}

/** No `*` or `,`: in Chromium's list of hosts that may get the user's own sign-in, they would name other hosts too. */
const isHost = (host: string): boolean => isIPv6(host) || /^[\w.-]+$/.test(host);

/** The route's name in facts; null for the direct one. */
export const viaOf = (route: Route): string | null =>
  route.kind === 'proxy' ? `${bracketed(route.host)}:${route.port}` : null;

/** A proxy's origin (scheme, host and port), to which a sign-in is bound. */
export const proxyOrigin = ({ tls, host, port }: Extract<Route, { kind: 'proxy' }>): string =>
  new URL(`${tls ? 'https' : 'http'}://${bracketed(host)}:${port}`).origin;

const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host);

const HEAD_LIMIT = 16 * 1024;
const END_OF_HEAD = '\r\n\r\n';
/** The page in a 407, which has to be read before the next request on the same connection. */
const PAGE_LIMIT = 256 * 1024;
/** NTLM takes two, Negotiate rarely more. */
const MOST_LEGS = 4;

/** What a request for a tunnel is signed with, for this proxy only. */
export interface Signing {
  /** The `Proxy-Authorization` to send. */
  readonly authorization: string;
  /**
   * Answers the proxy's challenge to it, with its scheme's name, on the same connection; null: not to be answered.
   * Without it, the scheme has a single leg.
   */
  readonly answer?: (challenge: string) => Promise<string | null>;
}

type Facts = { readonly host: string; readonly port: number; readonly via: string };
type Asked<Value> = Promise<Result<Value, ConnectionFailure>>;

/**
 * Requests a tunnel from a proxy (RFC 9110 §9.3.6). Done by hand because HTTP agents pass on the proxy's own 401, 403
 * and 407 as if the origin had sent them. The socket is destroyed unless the tunnel is established.
 */
export async function askForTunnel(
  socket: Socket,
  target: { readonly host: string; readonly port: number },
  via: string,
  waiting: Waiting,
  signing: Signing | null = null,
): Asked<null> {
  const facts = { host: target.host, port: target.port, via };
  const authority = `${bracketed(target.host)}:${target.port}`;
  const opened = await askInLegs(socket, authority, facts, waiting, signing);
  if (!opened.ok) socket.on('error', ignore).destroy();
  return opened;
}

async function askInLegs(
  socket: Socket,
  authority: string,
  facts: Facts,
  waiting: Waiting,
  signing: Signing | null,
): Asked<null> {
  let authorization = signing?.authorization ?? null;
  let last: Result<null, ConnectionFailure> | null = null;
  for (let leg = 1; ; leg += 1) {
    const signIn = authorization === null ? '' : `Proxy-Authorization: ${authorization}\r\n`;
    const request = `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${signIn}Proxy-Connection: keep-alive\r\n\r\n`;
    const head = await readUpTo(socket, waiting, facts, readHead, request);
    // A proxy that closes the connection in the middle of a handshake has refused it.
    if (!head.ok) return head.failure.code === 'proxy-unreachable' && last !== null ? last : head;
    const answered = readTunnelAnswer(head.value, facts);
    if (answered.ok || authorization === null || signing?.answer === undefined || leg === MOST_LEGS)
      return answered;
    const challenge = challengeOf(head.value, authorization);
    if (challenge === null || isClosing(head.value)) return answered;
    const page = await readUpTo(socket, waiting, facts, pageReader(head.value));
    // Without the page's end, the next leg has no place.
    if (!page.ok) return page.failure.code === 'proxy-unreachable' ? answered : page;
    authorization = await signing.answer(challenge);
    if (authorization === null) return answered;
    last = answered;
  }
}

/** Takes what it is looking for from the bytes so far, or `more`; `never` if it cannot come any more. */
type Reader<Value> = (bytes: Buffer) => { readonly value: Value; readonly length: number } | 'more' | 'never';

const readHead: Reader<string> = (bytes) => {
  const at = bytes.indexOf(END_OF_HEAD);
  if (at < 0) return bytes.length > HEAD_LIMIT ? 'never' : 'more';
  const value = bytes.toString('latin1', 0, at);
  // Anything after a 2xx can be ignored: in TLS, the client speaks first.
  return { value, length: isOpen(value) ? bytes.length : at + END_OF_HEAD.length };
};

/** Reads over the body that follows this head (RFC 9112 §6.3). */
function pageReader(head: string): Reader<null> {
  if (/^transfer-encoding:.*\bchunked\s*$/im.test(head)) return readChunks;
  const length = /^content-length:\s*(\d{1,9})\s*$/im.exec(head)?.[1];
  // Otherwise it ends with the connection.
  if (length === undefined || Number(length) > PAGE_LIMIT) return () => 'never';
  return (bytes) => (bytes.length < Number(length) ? 'more' : { value: null, length: Number(length) });
}

const readChunks: Reader<null> = (bytes) => {
  if (bytes.length > PAGE_LIMIT) return 'never';
  for (let at = 0; ; ) {
    const line = bytes.indexOf('\r\n', at);
    if (line < 0) return 'more';
    const size = /^[0-9a-f]{1,7}(?=[;\s]|$)/i.exec(bytes.toString('latin1', at, line))?.[0];
    if (size === undefined) return 'never';
    if (Number.parseInt(size, 16) > 0) {
      at = line + Number.parseInt(size, 16) + '\r\n\r\n'.length;
      continue;
    }
    // Then trailers, each a line, and an empty line.
    const end = bytes.indexOf(END_OF_HEAD, line);
    return end < 0 ? 'more' : { value: null, length: end + END_OF_HEAD.length };
  }
};

/** Sends a request, if there is one, and reads until the reader has what it wants; bytes after that are put back. */
function readUpTo<Value>(
  socket: Socket,
  waiting: Waiting,
  facts: Facts,
  read: Reader<Value>,
  request?: string,
): Asked<Value> {
  const broken = (problem: string) => refuse(failure('proxy-unreachable', { ...facts, problem }));
  let stop = () => undefined;
  return wait<Value, ConnectionFailure>(
    waiting,
    (end) => {
      let bytes = Buffer.alloc(0);
      const finish = (result: Result<Value, ConnectionFailure>) => {
        stop();
        end(result);
      };
      const look = (): boolean => {
        const found = read(bytes);
        if (found === 'more') return false;
        if (found === 'never') finish(broken('not-a-proxy'));
        else {
          stop();
          if (bytes.length > found.length) socket.unshift(bytes.subarray(found.length));
          end(ok(found.value));
        }
        return true;
      };
      const onReadable = () => {
        for (let chunk = socket.read(); chunk !== null; chunk = socket.read()) {
          bytes = Buffer.concat([bytes, chunk as Buffer]);
          if (look()) return;
        }
      };
      const onError = (error: unknown) => finish(broken(errorCode(error)));
      const onClose = () => finish(broken('closed'));
      stop = () => {
        socket.off('readable', onReadable).off('error', onError).off('close', onClose).on('error', ignore);
      };
      socket.on('readable', onReadable).on('error', onError).on('close', onClose);
      if (socket.destroyed) onClose();
      else if (request !== undefined) socket.write(request);
      else if (!look()) onReadable();
    },
    (why) => {
      stop();
      return why === 'cancelled'
        ? failure(why)
        : failure(why, { ...facts, waitSeconds: seconds(waiting.waitMs) });
    },
  );
}

const ignore = () => undefined;

/** The proxy's challenge to this `Proxy-Authorization`, of the same scheme; null: it asks anew, or for something else. */
function challengeOf(head: string, authorization: string): string | null {
  const [scheme = ''] = authorization.split(' ', 1);
  const challenge = new RegExp(`^proxy-authenticate:(?:.*,)?\\s*(${scheme} +[a-z0-9+/=]+)\\s*(?:,|$)`, 'im');
  return challenge.exec(head)?.[1] ?? null;
}

const statusOf = (head: string): number => Number(/^HTTP\/1\.[01] (\d{3})/.exec(head)?.[1] ?? Number.NaN);

/** It says that this connection takes no further request. */
const isClosing = (head: string): boolean => /^(?:proxy-)?connection:.*\bclose\b/im.test(head);

const isOpen = (head: string): boolean => statusOf(head) >= 200 && statusOf(head) < 300;

function readTunnelAnswer(head: string, facts: Facts): Result<null, ConnectionFailure> {
  const status = statusOf(head);
  if (Number.isNaN(status)) return refuse(failure('proxy-unreachable', { ...facts, problem: 'not-a-proxy' }));
  if (isOpen(head)) return ok(null);
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
    .map((line) => /^(?:proxy|www)-authenticate:(.*)$/i.exec(line)?.[1] ?? '')
    // One line may offer several schemes, each with parameters.
    .flatMap((line) => line.replaceAll(/"[^"]*"/g, '').split(','))
    .map((part) => /^\s*([a-z]+)(?=\s|$)/i.exec(part)?.[1]?.toLowerCase());
  return knownSchemes.filter((scheme) => offered.includes(scheme)).join(' ');
}
