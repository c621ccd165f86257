import { createSocket } from 'node:dgram';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { connect, createServer, type Server } from 'node:net';
import { makeAuthority } from '../../support/certificates';
import { NAME_SERVER } from './watched-network';

/* What answers in the watched network, so that whoever asks goes on to do what they would do outside. */

/** The only host that a connection here names. */
export const HOST = 'sis.school.test';
export const HOST_ADDRESS = '198.18.0.1';
const ANY_OTHER_ADDRESS = '198.18.0.99';
const TYPE_A = 1;

const answers: Readonly<Record<string, unknown>> = {
  '/ws/v1/metadata': { metadata: { powerschool_version: '23.7.2.0' } },
  '/oauth/access_token': { access_token: 't', token_type: 'Bearer', expires_in: '60' },
  '/ws/v1/district': { district: { uuid: 'd', name: 'Maple' } },
};

/** Starts them all; the authority (PEM) that the host's certificate comes from. */
export async function startServers(): Promise<string> {
  const authority = await makeAuthority('Throwaway Root');
  const leaf = await authority.leaf({ names: [HOST] });
  const secured = createHttpsServer(
    { key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` },
    ({ url }, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answers[url ?? '']));
    },
  );
  await Promise.all([
    startNameServer(),
    listening(secured, 443),
    listening(createHttpServer((_request, response) => response.writeHead(404).end()), 80),
    listening(createProxy(), 3128),
  ]);
  return authority.root.pem;
}

/** Every name has an address here, and no other kind of record. */
async function startNameServer(): Promise<void> {
  const socket = createSocket('udp4');
  socket.on('message', (question, { address, port }) => socket.send(answerTo(question), port, address));
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

/** RFC 1035: the question as it came, and for an address of version 4 one record. */
function answerTo(message: Buffer): Buffer {
  let end = 12;
  const labels: string[] = [];
  for (let length = message[end] ?? 0; length > 0; length = message[end] ?? 0) {
    labels.push(message.toString('latin1', end + 1, end + 1 + length));
    end += 1 + length;
  }
  end += 5;
  const isForAddress = message.readUInt16BE(end - 4) === TYPE_A;
  const header = Buffer.alloc(12);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(0x8180, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(isForAddress ? 1 : 0, 6);
  const address = labels.join('.').toLowerCase() === HOST ? HOST_ADDRESS : ANY_OTHER_ADDRESS;
  const record = Buffer.from([0xc0, 12, 0, TYPE_A, 0, 1, 0, 0, 0, 60, 0, 4, ...address.split('.').map(Number)]);
  return Buffer.concat([header, message.subarray(12, end), ...(isForAddress ? [record] : [])]);
}

/** Opens tunnels, all of them to this computer. */
function createProxy(): Server {
  return createServer((client) => {
    client.on('error', () => undefined);
    client.once('data', (head) => {
      const port = /^CONNECT \S+:(\d+) HTTP/.exec(head.toString('latin1'))?.[1];
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
