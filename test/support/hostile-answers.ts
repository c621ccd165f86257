import type { ServerResponse } from 'node:http';
import { constants, createBrotliCompress, gzipSync } from 'node:zlib';
import type { FindingCode } from '@contract/findings';

/* Answers that no program should accept, whatever the request: used against every system and every kind of request. */

export type Answer = (response: ServerResponse) => void;

export const send =
  (status: number, body: string | Buffer = '', headers: Record<string, string | string[]> = {}): Answer =>
  (response) =>
    void response.writeHead(status, headers).end(body);
export const json = (
  status: number,
  value: unknown,
  headers: Record<string, string | string[]> = {},
): Answer => send(status, JSON.stringify(value), { 'content-type': 'application/json', ...headers });
export const html = (status: number): Answer =>
  send(status, '<!doctype html><p>Blocked', { 'content-type': 'text/html; charset=utf-8' });

export interface HostileAnswer {
  readonly what: string;
  readonly answer: Answer;
  readonly code: FindingCode;
  readonly facts?: Readonly<Record<string, unknown>>;
  readonly waitMs?: number;
}

const MIB = 1024 * 1024;
const asJson = { 'content-type': 'application/json' };

/** Written directly to the socket: what no server library would send. */
const raw =
  (write: (socket: NonNullable<ServerResponse['socket']>) => void): Answer =>
  (response) => {
    const { socket } = response;
    if (socket !== null) write(socket);
  };

/** Writes as long as the client keeps reading. */
function withoutEnd(socket: NonNullable<ServerResponse['socket']>, piece: string): void {
  const more = (): void => {
    while (!socket.destroyed && socket.write(piece));
  };
  socket.on('drain', more);
  more();
}

export const hostileAnswers: readonly HostileAnswer[] = [
  {
    what: '2 MiB',
    answer: send(200, Buffer.alloc(2 * MIB, 0x20), asJson),
    code: 'answer-too-large',
    facts: { part: 'body' },
  },
  {
    what: '2 MiB of good JSON',
    answer: send(200, `{"orgs":["${'x'.repeat(2 * MIB)}"]}`, asJson),
    code: 'answer-too-large',
    facts: { part: 'body' },
  },
  {
    what: 'a body without end',
    answer: raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nconnection: close\r\n\r\n');
      withoutEnd(socket, ' '.repeat(64 * 1024));
    }),
    code: 'answer-too-large',
    facts: { part: 'body' },
  },
  {
    what: 'little that inflates to 64 MiB',
    answer: send(200, gzipSync(Buffer.alloc(64 * MIB, 0x20)), { ...asJson, 'content-encoding': 'gzip' }),
    code: 'answer-too-large',
  },
  {
    what: 'a body that does not inflate',
    answer: send(200, 'not gzip', { ...asJson, 'content-encoding': 'gzip' }),
    code: 'unexpected-answer',
    facts: { problem: 'not-decodable' },
  },
  {
    what: 'JSON 10,000 deep',
    answer: send(200, `${'['.repeat(10_000)}${']'.repeat(10_000)}`, asJson),
    code: 'unexpected-answer',
    facts: { problem: 'too-deep' },
  },
  {
    what: 'not UTF-8',
    answer: send(200, Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), asJson),
    code: 'unexpected-answer',
    facts: { problem: 'not-utf-8' },
  },
  {
    what: 'a flood of headers',
    answer: send(200, '{}', { ...asJson, 'x-flood': 'x'.repeat(100_000) }),
    code: 'answer-too-large',
    facts: { part: 'headers' },
  },
  {
    what: 'a header without end',
    answer: raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nx-flood: ');
      withoutEnd(socket, 'x'.repeat(64 * 1024));
    }),
    code: 'answer-too-large',
    facts: { part: 'headers' },
  },
  {
    what: 'headers without end',
    answer: raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      withoutEnd(socket, 'x-flood: x\r\n'.repeat(1000));
    }),
    code: 'answer-too-large',
    facts: { part: 'headers' },
  },
  {
    what: 'a web page that says it is JSON',
    answer: send(200, '<!doctype html><p>Blocked', asJson),
    code: 'web-page-answered',
  },
  { what: 'nothing at all', answer: send(200, '', asJson), code: 'unexpected-answer' },
  { what: 'headers that do not come', answer: () => undefined, code: 'timed-out', waitMs: 200 },
  {
    what: 'a body that stops half-way',
    answer: (response) => void response.writeHead(200, { ...asJson, 'content-length': '100' }).write('{'),
    code: 'timed-out',
    waitMs: 200,
  },
  {
    what: 'a body that is cut',
    answer: (response) => {
      response.writeHead(200, { ...asJson, 'content-length': '100' }).write('{', () => response.destroy());
    },
    code: 'connection-reset',
  },
  {
    what: 'closed without an answer',
    answer: (response) => void response.destroy(),
    code: 'connection-reset',
  },
];

/** Valid JSON with a catch: none of its content may come through, and only its shape is judged. */
export const trickyJson = (own: string): readonly string[] => [
  // The last of two equal keys wins (RFC 8259 §4 leaves it open), so the first must not show through.
  `{"${own}":"first","${own}":{"nothing":"expected"}}`,
  `{"__proto__":{"${own}":[{}],"access_token":"stolen","token_type":"bearer"}}`,
  `{"constructor":{"prototype":{"${own}":[{}]}}}`,
  '[]',
  '"text"',
  '1e400',
  'true',
];

/** 1 GiB of spaces in as few bytes as each coding needs, by the coding's name. */
export async function gibibyteIn(): Promise<Readonly<Record<'br' | 'gzip', Buffer>>> {
  // A gzip file may have several members (RFC 1952 §2.2), all of which are decompressed.
  const member = gzipSync(Buffer.alloc(64 * MIB, 0x20));
  const brotli = createBrotliCompress({
    params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_LGWIN]: 24 },
  });
  const parts: Buffer[] = [];
  brotli.on('data', (part: Buffer) => parts.push(part));
  const block = Buffer.alloc(MIB, 0x20);
  for (let at = 0; at < 1024; at += 1)
    if (!brotli.write(block)) await new Promise((resolve) => brotli.once('drain', resolve));
  await new Promise((resolve) => brotli.end(() => resolve(undefined)));
  return { br: Buffer.concat(parts), gzip: Buffer.concat(Array.from({ length: 16 }, () => member)) };
}
