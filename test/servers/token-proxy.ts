import { connect, type Socket } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { type RunningServer, startTcp, startTls } from './raw-servers';

/** What a proxy says to one `Proxy-Authorization` of a connection. */
type Verdict = 'let in' | 'turn away' | { readonly challenge: string };

export interface TokenProxyWishes {
  /** As in `Proxy-Authenticate`, in the proxy's own order. */
  readonly offers: readonly string[];
  /** @param last the authorization before, on the same connection; null at first */
  readonly judge: (authorization: string, last: string | null) => Verdict | Promise<Verdict>;
  /** Which 407 the proxy closes its connection after. */
  readonly closes?: 'after the first' | 'after every one';
  readonly page?: 'with a length' | 'in chunks' | 'none';
  /** Clients connect to it over TLS. */
  readonly tls?: TlsOptions;
  /** What it answers to whoever was let in, instead of a tunnel. */
  readonly instead?: string;
}

export interface TokenProxy extends RunningServer {
  /** Each request's `Proxy-Authorization`, in order; null if there was none. */
  readonly signIns: readonly (string | null)[];
}

const PAGE = '<html>Sign in first</html>\r\n\r\n';
const pages = {
  'with a length': `Content-Length: ${PAGE.length}\r\n\r\n${PAGE}`,
  'in chunks': `Transfer-Encoding: chunked\r\n\r\n5;x=y\r\n${PAGE.slice(0, 5)}\r\n${(PAGE.length - 5).toString(16)}\r\n${PAGE.slice(5)}\r\n0\r\nTrailer: yes\r\n\r\n`,
  none: 'Content-Length: 0\r\n\r\n',
};

/** A proxy that asks for a sign-in in legs, each a CONNECT on the same connection, as squid does. */
export async function startTokenProxy(wishes: TokenProxyWishes): Promise<TokenProxy> {
  const { offers, judge, closes, page = 'with a length', tls, instead } = wishes;
  const signIns: (string | null)[] = [];
  const ask = (socket: Socket, lines: readonly string[], last: boolean) => {
    const close = last ? 'Connection: close\r\n' : '';
    const challenges = lines.map((line) => `Proxy-Authenticate: ${line}\r\n`).join('');
    // In two pieces, so that nobody relies on a whole answer at once.
    const answer = `HTTP/1.1 407 Proxy Authentication Required\r\n${close}${challenges}${pages[page]}`;
    socket.write(answer.slice(0, -3));
    setImmediate(() => (last ? socket.end(answer.slice(-3)) : socket.write(answer.slice(-3))));
  };
  const serve = (socket: Socket) => {
    let last: string | null = null;
    let text = '';
    socket.on('error', () => undefined);
    const onData = async (bytes: Buffer) => {
      text += bytes.toString('latin1');
      if (!text.endsWith('\r\n\r\n')) return;
      const head = text;
      text = '';
      const port = /^CONNECT \S+:(\d+) HTTP\/1\.1\r\n/.exec(head)?.[1];
      const authorization = /^Proxy-Authorization: (.+)\r$/im.exec(head)?.[1] ?? null;
      signIns.push(authorization);
      const verdict = authorization === null ? 'turn away' : await judge(authorization, last);
      last = authorization;
      if (verdict === 'let in') {
        socket.off('data', onData);
        if (instead === undefined) tunnel(socket, Number(port));
        else socket.end(instead);
      } else {
        const isFirst = authorization === null;
        const lines = verdict === 'turn away' ? offers : [verdict.challenge];
        ask(socket, lines, closes === 'after every one' || (closes === 'after the first' && isFirst));
      }
    };
    socket.on('data', onData);
  };
  const server = tls === undefined ? await startTcp(serve) : await startTls(tls, serve);
  return { ...server, signIns };
}

function tunnel(socket: Socket, port: number): void {
  const onward = connect({ host: '127.0.0.1', port });
  onward.on('error', () => socket.destroy()).on('close', () => socket.destroy());
  socket.on('close', () => onward.destroy());
  onward.once('connect', () => {
    socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
}
