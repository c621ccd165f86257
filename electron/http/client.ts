import { Agent } from 'node:https';
import type { Duplex } from 'node:stream';
import type { Facts } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import got, { type Response } from 'got';
import { clockMs } from './clock';
import { hangUp } from './dial';
import { Exchange } from './exchange';
import { answerFailure, type ConnectionFailure, failure } from './failure';
import type { Network, Secured, Target } from './network';
import { targetOf } from './network';
import { type AnswerBody, isCertainlyPage, readBody } from './read-body';
import { type Head, hasNoBody, readHead } from './read-head';
import { seconds, type Waiting, wait } from './waiting';

/** Size limit for an answer in bytes, after decompression. */
const LARGEST_ANSWER = 1024 * 1024;
/** Enough bytes to tell whether an answer is an HTML page. */
const PAGE_IS_CLEAR = 64 * 1024;

export interface Outgoing {
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** One HTTP answer of any status. It may contain a token, so it must not leave its check. */
export interface Answer extends Head {
  readonly body: AnswerBody;
  /** Bytes of the body that were read, after decompression. */
  readonly size: number;
  /** What was requested and how long it took, named as in `exchangeFacts`. */
  readonly exchange: Facts;
}

/** A verified connection for one request; nothing has been sent on it yet. */
export interface OpenLine {
  send(outgoing: Outgoing): Promise<Result<Answer, ConnectionFailure>>;
  /** Closes the connection without using it. */
  close(): void;
}

/** Servers may close idle connections, but not within this time. */
const SPARE_MS = 2000;

/**
 * The HTTPS client, and the only code that uses got. It follows no redirects, does not retry and keeps no cookies.
 * got's errors contain headers and bodies, so they never leave this file (docs/electron-notes.md#libraries).
 */
export class HttpsClient {
  readonly #network: Network;
  readonly #userAgent: string;
  readonly #now: () => number;
  readonly #spare = new Map<Secured, number>();

  constructor(network: Network, userAgent: string, now: () => number) {
    this.#network = network;
    this.#userAgent = userAgent;
    this.#now = now;
  }

  /**
   * Takes ownership of a connection that was just verified through the same network, to reuse it for the next request
   * to that server.
   */
  keep(secured: Secured): void {
    this.#spare.set(secured, clockMs());
  }

  /** Closes connections no request has used. */
  closeSpare(): void {
    for (const { socket } of this.#spare.keys()) hangUp(socket);
    this.#spare.clear();
  }

  /**
   * Connects and verifies first, so that a secret is fetched only once its recipient is known. Fails with
   * `insecure-address` for anything but `https`.
   */
  async open(url: string, waiting: Waiting): Promise<Result<OpenLine, ConnectionFailure>> {
    const parsed = new URL(url);
    if (parsed.protocol !== 'https:') return refuse(failure('insecure-address', { host: parsed.hostname }));
    const target = targetOf(parsed);
    const exchange = new Exchange();
    const spare = this.#takeSpare(target);
    const secured = spare === null ? await this.#network.open(target, waiting, exchange) : ok(spare);
    if (!secured.ok) return refuse(told(secured.failure, exchange));
    return ok({
      send: (outgoing) => this.#send(url, target, outgoing, secured.value, waiting, exchange),
      close: () => hangUp(secured.value.socket),
    });
  }

  #takeSpare({ host, port }: Target): Secured | null {
    for (const [secured, since] of this.#spare) {
      if (secured.target.host !== host || secured.target.port !== port) continue;
      this.#spare.delete(secured);
      const { socket } = secured;
      const isYoung = clockMs() - since < SPARE_MS;
      // Unsolicited data means that the server is closing, and would be taken for the answer.
      const isGood = isYoung && socket.writable && !socket.readableEnded && socket.readableLength === 0;
      if (isGood) return secured;
      hangUp(socket);
    }
    return null;
  }

  /** Sends one request without secrets on a new connection. */
  async request(
    url: string,
    outgoing: Outgoing,
    waiting: Waiting,
  ): Promise<Result<Answer, ConnectionFailure>> {
    const line = await this.open(url, waiting);
    return line.ok ? line.value.send(outgoing) : line;
  }

  async #send(
    url: string,
    target: Target,
    outgoing: Outgoing,
    { socket }: Secured,
    waiting: Waiting,
    exchange: Exchange,
  ): Promise<Result<Answer, ConnectionFailure>> {
    const agent = new OneConnectionAgent(socket);
    const base = { host: target.host, port: target.port };
    const { body } = outgoing;
    exchange.sent(outgoing.method, url);
    let abandon: () => void = () => undefined;
    const result = await wait<Answer, ConnectionFailure>(
      waiting,
      (end) => {
        const stream = got.stream(url, {
          method: outgoing.method,
          headers: {
            'user-agent': this.#userAgent,
            ...outgoing.headers,
            ...(body !== undefined && { 'content-length': String(Buffer.byteLength(body)) }),
          },
          agent: { https: agent },
          followRedirect: false,
          throwHttpErrors: false,
          retry: { limit: 0 },
          // A safety net in got; our own limit ends first.
          timeout: { request: waiting.waitMs + 1000 },
          decompress: true,
          cache: false,
          https: { rejectUnauthorized: true },
        });
        const chunks: Buffer[] = [];
        let size = 0;
        let head: Head | null = null;
        const answered = (top: Head, body: Buffer): Answer => ({
          ...top,
          body: readBody(body, top.charset),
          size: body.length,
          exchange: exchange.facts(),
        });
        const finish = (answered: Result<Answer, ConnectionFailure>) => {
          stream.on('error', () => undefined);
          end(answered);
          stream.destroy();
        };
        abandon = () => {
          stream.on('error', () => undefined);
          stream.destroy();
        };
        stream.once('response', (response: Response) => {
          exchange.firstByte();
          head = readHead(response.statusCode, response.headers, this.#now());
          if (hasNoBody(head))
            finish(ok({ ...head, body: { kind: 'empty' }, size: 0, exchange: exchange.facts() }));
        });
        stream.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > LARGEST_ANSWER)
            finish(refuse(failure('answer-too-large', { part: 'body', status: head?.status ?? null })));
          else {
            chunks.push(chunk);
            // A page may be long, but its beginning tells all we need.
            if (size < PAGE_IS_CLEAR || size - chunk.length >= PAGE_IS_CLEAR || head === null) return;
            const beginning = Buffer.concat(chunks);
            if (isCertainlyPage(beginning)) finish(ok(answered(head, beginning)));
          }
        });
        stream.once('end', () => {
          if (head === null) finish(refuse(failure('connection-reset')));
          else finish(ok(answered(head, Buffer.concat(chunks))));
        });
        stream.once('error', (error: unknown) => finish(refuse(answerFailure(error))));
        // Not with got's `body` option: it writes in chunks, and an answer that arrives between two of them is lost.
        if (body !== undefined) stream.end(body);
      },
      (why) => {
        abandon();
        return why === 'cancelled' ? failure(why) : failure(why, { waitSeconds: seconds(waiting.waitMs) });
      },
    );
    agent.destroy();
    hangUp(socket);
    if (result.ok) return result;
    const { code, facts } = result.failure;
    return refuse(told(failure(code, { ...base, ...facts }), exchange));
  }
}

/** Uses the one verified connection for the one request, and never opens another. */
class OneConnectionAgent extends Agent {
  #socket: Duplex | null;

  constructor(socket: Duplex) {
    super({ keepAlive: false, maxSockets: 1 });
    this.#socket = socket;
  }

  override createConnection(): Duplex {
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) throw new Error('a second connection was asked of a one-connection agent');
    return socket;
  }
}

const told = ({ code, facts }: ConnectionFailure, exchange: Exchange): ConnectionFailure =>
  failure(code, code === 'cancelled' ? facts : { ...facts, ...exchange.facts() });
