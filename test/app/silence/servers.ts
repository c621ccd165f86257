import { createSocket } from 'node:dgram';
import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type Server } from 'node:net';
import { ntlmChallenge } from '../../servers/ntlm-challenge';
import { makeAuthority } from '../../support/certificates';
import { NAME_SERVER, PROXY } from './watched-network';

/* Servers in the watched network, so that clients continue as they would outside. */

/** The hosts that connections here name; the name server is slow for the second. */
export const HOST = 'sis.school.test';
export const SLOW_HOST = 'slow.school.test';
export const HOST_ADDRESS = '198.18.0.1';
/** Serves a proxy script as `/proxy.pac`, and has every other name's address. */
export const SCRIPT_HOST = 'proxies.school.test';
export const OTHER_ADDRESS = '198.18.0.99';
/** The same proxy by this name wants a Windows account. */
export const WINDOWS_PROXY = 'filter.school.test:3128';
/** Longer than the two seconds after which we ask Chromium for the name as well (electron/http/name-lookup.ts). */
const SLOW_MS = 3_000;
const TYPE_A = 1;

const answers: Readonly<Record<string, unknown>> = {
  '/ws/v1/metadata': { metadata: { powerschool_version: '23.7.2.0' } },
  '/oauth/access_token': { access_token: 't', token_type: 'Bearer', expires_in: '60' },
  '/ws/v1/district': { district: { uuid: 'd', name: 'Maple' } },
};

/** Starts all of them; returns the authority (PEM) that issued the host's certificate. */
export async function startServers(): Promise<string> {
  const authority = await makeAuthority('Throwaway Root');
  const leaf = await authority.leaf({ names: [HOST, SLOW_HOST] });
  const secured = createHttpsServer(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    ({ url }, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[url ?? '']));
    },
  );
  await Promise.all([
    startNameServer(),
    listening(secured, 443),
    listening(createHttpServer(serveProxyScript), 80),
    listening(createProxy(), 3128),
  ]);
  return authority.root.pem;
}

const serveProxyScript: RequestListener = ({ url }, response) => {
  if (url === '/proxy.pac') response.end(`function FindProxyForURL() { return "PROXY ${PROXY}"; }`);
  else response.writeHead(404).end();
};

/** Resolves every name to an address, and has no other record types. */
async function startNameServer(): Promise<void> {
  const socket = createSocket('udp4');
  socket.on('message', (message, { address, port }) => {
    const waitMs = nameIn(message).name === SLOW_HOST ? SLOW_MS : 0;
    setTimeout(() => socket.send(answerTo(message), port, address), waitMs);
  });
  socket.bind(53, NAME_SERVER);
  await new Promise((done) => socket.once('listening', done));
  const overTcp = createServer((stream) => {
    stream.on('error', () => undefined);
    stream.once('data', (message) => {
      const answer = answerTo(Buffer.from(message).subarray(2));
      const length = Buffer.alloc(2);
      length.writeUInt16BE(answer.length);
      stream.end(Buffer.concat([length, answer]));
    });
  });
  await listening(overTcp, 53);
}

/** RFC 1035: the name in a query, and where the question ends. */
function nameIn(message: Buffer): { readonly name: string; readonly end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), end: at + 5 };
}

/** The question unchanged and, for an A query, one record. */
function answerTo(message: Buffer): Buffer {
  const { name, end } = nameIn(message);
  const isForAddress = message.readUInt16BE(end - 4) === TYPE_A;
  const header = Buffer.alloc(12);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(isForAddress ? 1 : 0, 6);
  const address = [HOST, SLOW_HOST].includes(name) ? HOST_ADDRESS : OTHER_ADDRESS;
  const record = Buffer.from([
    0xc0,
    12,
    0,
    TYPE_A,
    0,
    1,
    0,
    0,
    0,
    60,
    0,
    4,
    ...address.split('.').map(Number),
  ]);
  return Buffer.concat([header, message.subarray(12, end), ...(isForAddress ? [record] : [])]);
}

/** What the proxy answers, by its other address, to whoever has not finished signing in; null: let in. */
function askToSignIn(head: string): readonly string[] | null {
  const token = /^Proxy-Authorization: NTLM (\S+)/im.exec(head)?.[1];
  if (token === undefined) return ['Negotiate', 'NTLM'];
  const isFirst = Buffer.from(token, 'base64').readUInt32LE(8) === 1;
  return isFirst ? [ntlmChallenge()] : null;
}

/** Opens tunnels, all to this computer. */
function createProxy(): Server {
  return createServer((client) => {
    client.on('error', () => undefined);
    const wantsSignIn = client.localAddress?.endsWith(OTHER_ADDRESS) === true;
    client.on('data', function onHead(bytes) {
      const head = bytes.toString('latin1');
      const port = /^CONNECT \S+:(\d+) HTTP/.exec(head)?.[1];
      const offers = wantsSignIn ? askToSignIn(head) : null;
      if (port !== undefined && offers !== null) {
        const lines = offers.map((offer) => `Proxy-Authenticate: ${offer}\r\n`).join('');
        client.write(`HTTP/1.1 407 Proxy Authentication Required\r\n${lines}Content-Length: 0\r\n\r\n`);
        return;
      }
      client.off('data', onHead);
      if (port === undefined) {
        client.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n');
        return;
      }
      const onward = connect({ host: '127.0.0.1', port: Number(port) });
      onward.on('error', () => client.destroy());
      client.on('close', () => onward.destroy());
      onward.once('connect', () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        client.pipe(onward).pipe(client);
      });
    });
  });
}

function listening(server: Server, port: number): Promise<unknown> {
  return new Promise((done, fail) => {
    server.once('error', fail).listen({ host: '::', port }, () => done(null));
  });
}
