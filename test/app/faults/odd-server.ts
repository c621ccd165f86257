import { readFileSync } from 'node:fs';
import { createServer as createTcp } from 'node:net';
import { createServer as createTls, type TLSSocket } from 'node:tls';

/*
 * The few behaviours that no real server can be configured for: answers that stop halfway. Runs as a separate program
 * inside the school network: `node odd-server.ts '[{"address": …, "does": …, "chain": …, "key": …}]'`.
 */

export type OddBehaviour =
  | 'drips-headers'
  | 'stalls-in-body'
  | 'cuts-body'
  | 'cuts-chunks'
  | 'hangs-up-in-handshake';

export interface OddSite {
  readonly address: string;
  readonly does: OddBehaviour;
  readonly chain: string;
  readonly key: string;
}

const JSON_HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n';

function answer(socket: TLSSocket, does: OddBehaviour): void {
  switch (does) {
    case 'drips-headers': {
      socket.write('HTTP/1.1 200 OK\r\n');
      let line = 0;
      const drip = setInterval(() => {
        line += 1;
        socket.write(`X-Drip-${line}: drip\r\n`);
      }, 500);
      socket.on('close', () => clearInterval(drip));
      return;
    }
    case 'stalls-in-body':
      socket.write(`${JSON_HEAD}Content-Length: 100\r\n\r\n{"metadata":`);
      return;
    case 'cuts-body':
      socket.end(`${JSON_HEAD}Content-Length: 100\r\n\r\n{"metadata":`);
      return;
    case 'cuts-chunks':
      socket.end(`${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\nc\r\n{"metadata":\r\n`);
      return;
    case 'hangs-up-in-handshake':
  }
}

function serve({ address, does, chain, key }: OddSite): void {
  const server =
    does === 'hangs-up-in-handshake'
      ? createTcp((socket) => void socket.on('error', () => undefined).once('data', () => socket.end()))
      : createTls({ cert: readFileSync(chain), key: readFileSync(key) }, (socket) => {
          socket.on('error', () => undefined).once('data', () => answer(socket, does));
        });
  server.listen({ host: address, port: 443 });
}

for (const site of JSON.parse(process.argv[2] ?? '[]') as readonly OddSite[]) serve(site);
