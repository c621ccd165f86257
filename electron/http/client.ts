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
  /** Keeps the connection for the next request to this server, if the server agrees. */
  readonly keepOpen?: boolean;
}

/** One HTTP answer of any status. It may contain a token, so it must not leave its check. */
export interface Answer extends Head {
  readonly body: AnswerBody;
  /** Bytes of the body that were read, after decompression. */
  readonly size: number;
  /** What was requested and how long it took, named as in `exchangeFacts`. */
  readonly exchange: Facts;
}

/** A verified connection for one request. */
export interface OpenLine {
  /** It has carried an earlier request, so the server may be closing it at this moment. */
  readonly isReused: boolean;
  send(outgoing: Outgoing): Promise<Result<Answer, ConnectionFailure>>;
  /** Closes the connection without using it. */
  close(): void;
}

/** A connection for the next request. Without an agent, it has carried none yet. */
interface Spare {
  readonly secured: Secured;
  readonly since: number;
  readonly agent: OneConnectionAgent | null;
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
  readonly #spare = new Set<Spare>();

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
    this.#spare.add({ secured, since: clockMs(), agent: null });
  }

  /** Closes connections that no request is using. */
  closeSpare(): void {
    for (const spare of this.#spare) discard(spare);
    this.#spare.clear();
  }

  /**
   * Connects and verifies first, so that a secret is fetched only once its recipient is known. Fails with
   * `insecure-address` for anything but `https`.
   *
   * @param mayBeReused a connection that has carried a request may do; for requests that can be sent again
   */
  async open(
    url: string,
    waiting: Waiting,
    mayBeReused = false,
  ): Promise<Result<OpenLine, ConnectionFailure>> {
    const parsed = new URL(url);
    if (parsed.protocol !== 'https:') return refuse(failure('insecure-address', { host: parsed.hostname }));
    const target = targetOf(parsed);
    const exchange = new Exchange();
    const spare = this.#takeSpare(target, mayBeReused);
    const secured = spare === null ? await this.#network.open(target, waiting, exchange) : ok(spare.secured);
    if (!secured.ok) return refuse(told(secured.failure, exchange));
    const agent = spare?.agent ?? new OneConnectionAgent(secured.value.socket);
    const held = { secured: secured.value, agent };
    return ok({
      isReused: spare !== null && spare.agent !== null,
      send: (outgoing) => this.#send(url, target, outgoing, held, waiting, exchange),
      close: () => discard(held),
    });
  }

  #takeSpare({ host, port }: Target, mayBeReused: boolean): Spare | null {
    for (const spare of this.#spare) {
      const { target, socket } = spare.secured;
      if (target.host !== host || target.port !== port) continue;
      if (spare.agent !== null && !mayBeReused) continue;
      this.#spare.delete(spare);
      const isYoung = clockMs() - spare.since < SPARE_MS;
      // Unsolicited data means that the server is closing, and would be taken for the answer.
      const isGood = isYoung && socket.writable && !socket.readableEnded && socket.readableLength === 0;
      if (isGood) return spare;
      discard(spare);
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
    held: { readonly secured: Secured; readonly agent: OneConnectionAgent },
    waiting: Waiting,
    exchange: Exchange,
  ): Promise<Result<Answer, ConnectionFailure>> {
    const { agent } = held;
    const base = { host: target.host, port: target.port };
    const { body, keepOpen = false } = outgoing;
    agent.keepAlive = keepOpen;
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
          else if (keepOpen) end(ok(answered(head, Buffer.concat(chunks))));
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
    if (result.ok && keepOpen && (await agent.isFree()))
      this.#spare.add({ secured: held.secured, since: clockMs(), agent });
    else discard(held);
    if (result.ok) return result;
    const { code, facts } = result.failure;
    return refuse(told(failure(code, { ...base, ...facts }), exchange));
  }
}

/** Uses the one verified connection, for one request after another, and never opens another. */
class OneConnectionAgent extends Agent {
  /** Node reads it when a request begins, and when one ends. */
  declare keepAlive: boolean;
  #socket: Duplex | null;

  constructor(socket: Duplex) {
    super({ keepAlive: false, maxSockets: 1 });
    this.#socket = socket;
  }

  /** Whether the connection can carry another request, once its answer has been read to the end. */
  async isFree(): Promise<boolean> {
    // Node gives a connection back in the turn after the answer's last event.
    await new Promise(setImmediate);
    return Object.values(this.freeSockets).some((free) => free?.length === 1);
  }

  override createConnection(): Duplex {
    const socket = this.#socket;
    this.#socket = null;
    if (socket === null) throw new Error('a second connection was asked of a one-connection agent');
    return socket;
  }
}

function discard({ secured, agent }: Pick<Spare, 'secured' | 'agent'>): void {
  agent?.destroy();
  hangUp(secured.socket);
}

const told = ({ code, facts }: ConnectionFailure, exchange: Exchange): ConnectionFailure =>
  failure(code, code === 'cancelled' ? facts : { ...facts, ...exchange.facts() });
