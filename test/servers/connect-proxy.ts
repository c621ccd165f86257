import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { TlsOptions } from 'node:tls';
import { type RunningServer, startTcp, startTls } from './raw-servers';

export interface RunningProxy extends RunningServer {
  /** The authorities that tunnels were requested for. */
  readonly asked: readonly string[];
  /** `Proxy-Authorization` of each request; null if missing. */
  readonly signIns: readonly (string | null)[];
}

/**
 * An HTTP proxy that opens tunnels to loopback ports, whatever name was requested, or sends `answer`. With `tls`,
 * clients connect to it over TLS.
 */
export async function startConnectProxy({
  answer,
  tls,
  basic,
}: {
  /** A complete response head instead of a tunnel; null: never answers. */
  readonly answer?: string | null;
  readonly tls?: TlsOptions;
  /** The `user:password` it currently requires; otherwise it answers 407 and offers Basic. */
  readonly basic?: () => string;
} = {}): Promise<RunningProxy> {
  const asked: string[] = [];
  const signIns: (string | null)[] = [];
  const serve = (socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (head: Buffer) => {
      const authority = /^CONNECT (\S+) HTTP\/1\.1\r\n/.exec(head.toString('latin1'))?.[1];
      if (authority === undefined) {
        socket.destroy();
        return;
      }
      asked.push(authority);
      const signIn = /^Proxy-Authorization: (.+)\r$/im.exec(head.toString('latin1'))?.[1] ?? null;
      signIns.push(signIn);
      if (basic !== undefined && signIn !== `Basic ${Buffer.from(basic()).toString('base64')}`) {
        socket.end(
          'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n',
        );
        return;
      }
      if (answer === null) return;
      if (answer !== undefined) {
        socket.end(answer);
        return;
      }
      const onward = connect({ host: '127.0.0.1', port: Number(authority.split(':').at(-1)) });
      onward.on('error', () => socket.destroy());
      onward.on('close', () => socket.destroy());
      socket.on('close', () => onward.destroy());
      onward.once('connect', () => {
        socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
        socket.pipe(onward).pipe(socket);
      });
    });
  };
  const server = tls === undefined ? await startTcp(serve) : await startTls(tls, serve);
  return { ...server, asked, signIns };
}
