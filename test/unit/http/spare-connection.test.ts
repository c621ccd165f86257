import type { Socket } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { HttpsClient } from '../../../electron/http/client';
import { Network, targetOf } from '../../../electron/http/network';
import { Trust } from '../../../electron/http/trust';
import { type RunningHttps, type RunningServer, startHttps, startTls } from '../../servers/raw-servers';
import { makeAuthority } from '../../support/certificates';
import { testNames } from '../../support/checked';

/* A freshly verified connection carries the next request to that host, and no other. */

let authority: Awaited<ReturnType<typeof makeAuthority>>;
let leaf: Awaited<ReturnType<typeof authority.leaf>>;
beforeAll(async () => {
  authority = await makeAuthority();
  leaf = await authority.leaf({ names: ['127.0.0.1'] });
});

const servers: RunningServer[] = [];
const serve = async (): Promise<RunningHttps> => {
  const server = await startHttps(credentials(), (_request, response) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}'),
  );
  servers.push(server);
  return server;
};
const credentials = () => ({ key: leaf.key, cert: `${leaf.pem}\n${authority.intermediate.pem}` });

let network: Network;
let client: HttpsClient;
beforeEach(() => {
  const ports = {
    resolveProxy: async () => 'DIRECT',
    lookUp: testNames,
    trust: new Trust([]),
    now: Date.now,
  };
  network = new Network(ports, [authority.root.pem]);
  client = new HttpsClient(network, 'test', Date.now);
});
afterEach(async () => {
  client.closeSpare();
  for (const server of servers.splice(0)) await server.stop();
});

const waiting = () => ({ waitMs: 2000, signal: new AbortController().signal });

async function verified({ port }: RunningServer) {
  const located = await network.locate(targetOf(new URL(`https://127.0.0.1:${port}`)), waiting());
  if (!located.ok) throw new Error(located.failure.code);
  const connected = await network.connect(located.value, waiting());
  if (!connected.ok) throw new Error(connected.failure.code);
  const secured = await network.secure(connected.value, waiting());
  if (!secured.ok) throw new Error(secured.failure.code);
  client.keep(secured.value);
  return secured.value;
}

const ask = async (server: RunningHttps) => {
  const sent = await client.request(server.origin, { method: 'GET', headers: {} }, waiting());
  expect(sent.ok && sent.value.status).toBe(200);
};

it('carries one request, and is closed with it', async () => {
  const server = await serve();
  await verified(server);
  await ask(server);
  expect(server.connections()).toBe(1);
  await ask(server);
  expect(server.connections()).toBe(2);
  await vi.waitFor(() => expect(server.open()).toBe(0));
});

it('carries none to another computer', async () => {
  const [one, other] = [await serve(), await serve()];
  await verified(one);
  await ask(other);
  expect(one.requests).toEqual([]);
  expect(other.requests).toHaveLength(1);
});

it('is passed over once it has ended', async () => {
  const server = await serve();
  const { socket } = await verified(server);
  socket.destroy();
  await ask(server);
  expect(server.connections()).toBe(2);
});

it('is passed over when the server spoke before it was asked: that is no answer to what comes next', async () => {
  let opened = 0;
  const hasty = await startTls(credentials(), (socket) => {
    opened += 1;
    const isSpare = opened === 1;
    const answer = (status: string) => socket.end(`HTTP/1.1 ${status}\r\ncontent-length: 0\r\n\r\n`);
    if (isSpare) answer('408 Request Timeout');
    else socket.once('data', () => answer('204 No Content'));
  });
  servers.push(hasty);
  const { socket } = await verified(hasty);
  await vi.waitFor(() => expect(socket.readableLength).toBeGreaterThan(0));
  const origin = `https://127.0.0.1:${hasty.port}`;
  const sent = await client.request(origin, { method: 'GET', headers: {} }, waiting());
  expect(sent.ok && sent.value.status).toBe(204);
});

it('is passed over, and closed, once a server may have given it up', async () => {
  const server = await serve();
  await verified(server);
  const later = process.hrtime.bigint() + 2_001_000_000n;
  const clock = vi.spyOn(process.hrtime, 'bigint').mockReturnValue(later);
  await ask(server);
  clock.mockRestore();
  expect(server.connections()).toBe(2);
  await vi.waitFor(() => expect(server.open()).toBe(0));
});

it('is closed when nothing has used it', async () => {
  const server = await serve();
  await verified(server);
  client.closeSpare();
  await vi.waitFor(() => expect(server.open()).toBe(0));
});

describe('a connection that is kept open', () => {
  const ask = async (
    server: { readonly origin: string },
    path = '/',
    keepOpen = true,
    mayBeReused = true,
  ) => {
    const line = await client.open(`${server.origin}${path}`, waiting(), mayBeReused);
    if (!line.ok) throw new Error(line.failure.code);
    const { isReused } = line.value;
    return { isReused, sent: await line.value.send({ method: 'GET', headers: {}, keepOpen }) };
  };
  const from = async (answer: (request: string, socket: Socket) => void) => {
    const server = await startTls(credentials(), (socket) =>
      socket.on('data', (chunk: Buffer) => answer(chunk.toString('latin1'), socket)),
    );
    servers.push(server);
    return { server, origin: `https://127.0.0.1:${server.port}` };
  };
  const whole = (text: string) => `HTTP/1.1 200 OK\r\ncontent-length: ${text.length}\r\n\r\n${text}`;

  it('carries one request after the other, and is closed at the end', async () => {
    const server = await serve();
    for (const isReused of [false, true, true, true])
      expect(await ask(server)).toMatchObject({ isReused, sent: { ok: true, value: { status: 200 } } });
    expect(server.connections()).toBe(1);
    client.closeSpare();
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  it('is closed by a request that does not ask to keep it', async () => {
    const server = await serve();
    await ask(server);
    expect(await ask(server, '/', false)).toMatchObject({ isReused: true, sent: { ok: true } });
    await vi.waitFor(() => expect(server.open()).toBe(0));
    expect(await ask(server)).toMatchObject({ isReused: false });
  });

  it('does not carry a request that cannot be sent again', async () => {
    const server = await serve();
    await ask(server);
    expect(await ask(server, '/', true, false)).toMatchObject({ isReused: false, sent: { ok: true } });
    expect(server.connections()).toBe(2);
  });

  it('is not kept if the server will not, or the answer is not over', async () => {
    const closing = await from((_request, socket) =>
      socket.write(whole('{}').replace('OK\r\n', 'OK\r\nconnection: close\r\n')),
    );
    for (const _turn of [1, 2])
      expect(await ask(closing)).toMatchObject({ isReused: false, sent: { ok: true } });
    const page = `<html>${'x'.repeat(70_000)}`;
    const endless = await from((_request, socket) =>
      socket.write(`HTTP/1.1 200 OK\r\ncontent-length: 900000\r\n\r\n${page}`),
    );
    for (const _turn of [1, 2])
      expect(await ask(endless)).toMatchObject({ isReused: false, sent: { ok: true } });
  });

  it('gives the next request nothing of what was sent beyond an answer', async () => {
    const { origin } = await from((_request, socket) =>
      socket.write(whole('{"mine":1}') + whole('{"planted":1}')),
    );
    const first = await ask({ origin });
    expect(first.sent).toMatchObject({ ok: true, value: { body: { value: { mine: 1 } } } });
    const second = await ask({ origin });
    expect(JSON.stringify(second.sent)).not.toContain('planted":1');
  });

  it('says that it was used before, if the server has closed it at that moment', async () => {
    let count = 0;
    const { origin } = await from((_request, socket) => {
      count += 1;
      if (count === 1) socket.write(whole('{}'));
      else socket.destroy();
    });
    expect(await ask({ origin })).toMatchObject({ isReused: false, sent: { ok: true } });
    expect(await ask({ origin })).toMatchObject({
      isReused: true,
      sent: { ok: false, failure: { code: 'connection-reset' } },
    });
  });
});
