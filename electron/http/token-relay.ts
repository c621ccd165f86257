import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { ok } from '@contract/result';
import type { Account, TokenMaker, TokenScheme, TokenSource, WhyNoTicket } from './token-maker';
import { type Waiting, wait } from './waiting';

/*
 * A browser knows how to make the tokens of Negotiate and NTLM, with the user's tickets and sign-in, but only for a
 * server that asks for them. So a relay on this computer plays a server of the proxy's name, and hands on what the
 * browser answers. The browser's only way out is the relay: nothing of it reaches the network.
 */

/** A browser that makes tokens, one handshake after the other. */
export interface TokenBrowser {
  /** From now on, whatever it requests goes to this port of 127.0.0.1, and nowhere else. */
  sendAllTo(port: number): Promise<void>;
  /**
   * Requests an address.
   * @param account the answer if the browser asks for one, given once; null: the user's own sign-in may be used for
   * this host, until `forget`
   * @param onEnd called once it is over, whatever the end
   * @returns ends it
   */
  request(url: URL, account: Account | null, onEnd: () => void): () => void;
  /** Forgets accounts and permissions of the last handshake. */
  forget(): Promise<void>;
}

export interface TokenBrowsers {
  readonly answersNtlmByItself: boolean;
  open(): TokenBrowser;
  /** Runs `work` and reads from the browser's own log why it made no ticket. */
  whyNoTicket(browser: TokenBrowser, work: () => Promise<unknown>): Promise<WhyNoTicket>;
}

/** Only as many browsers exist as there have been handshakes at the same time, since one would disturb another. */
export class RelayedTokens implements TokenMaker {
  readonly #browsers: TokenBrowsers;
  readonly #idle: TokenBrowser[] = [];

  constructor(browsers: TokenBrowsers) {
    this.#browsers = browsers;
  }

  get answersNtlmByItself(): boolean {
    return this.#browsers.answersNtlmByItself;
  }

  begin(host: string, scheme: TokenScheme, account: Account | null): TokenSource {
    const browser = this.#take();
    return new Handshake(browser, addressOf(host), scheme, account, () => void this.#idle.push(browser));
  }

  /** Makes the attempt once more, with the browser's log on; the token, should there be one now, is dropped. */
  whyNoTicket(host: string, waiting: Waiting): Promise<WhyNoTicket> {
    const browser = this.#take();
    const handshake = new Handshake(browser, addressOf(host), 'negotiate', null, () => {
      this.#idle.push(browser);
    });
    return this.#browsers.whyNoTicket(browser, async () => {
      await handshake.next(null, waiting);
      handshake.end();
    });
  }

  #take(): TokenBrowser {
    return this.#idle.pop() ?? this.#browsers.open();
  }
}

/** The proxy's name and the default port, which a ticket's name does not include. The path cannot be guessed. */
const addressOf = (host: string): URL =>
  new URL(`http://${host.includes(':') ? `[${host}]` : host}/${randomUUID()}`);

const schemeNames: Readonly<Record<TokenScheme, string>> = { negotiate: 'Negotiate', ntlm: 'NTLM' };

/**
 * How long the port is held after a handshake. Ending a request takes the browser some milliseconds. When its connection
 * breaks before, it connects once more, and must not find another program there.
 */
const HELD_MS = 1000;

class Handshake implements TokenSource {
  readonly #browser: TokenBrowser;
  readonly #url: URL;
  readonly #scheme: TokenScheme;
  readonly #account: Account | null;
  readonly #release: () => void;
  readonly #relay: Server;
  /** The browser's connection; no other is answered. */
  #connection: Socket | null = null;
  /** The browser's request that waits for the proxy's next challenge. */
  #held: ServerResponse | null = null;
  #tell: (token: string | null) => void = () => undefined;
  #stopRequest: () => void = () => undefined;
  #isOver = false;

  constructor(
    browser: TokenBrowser,
    url: URL,
    scheme: TokenScheme,
    account: Account | null,
    release: () => void,
  ) {
    this.#browser = browser;
    this.#url = url;
    this.#scheme = scheme;
    this.#account = account;
    this.#release = release;
    this.#relay = createServer((request, response) => this.#answer(request, response));
    // A proxy may take its time between two legs; every wait has a limit of its own.
    this.#relay.keepAliveTimeout = 0;
    // The port is held until the end, but whoever comes late is told nothing.
    this.#relay.on('connection', (socket) => {
      if (this.#connection !== null || this.#isOver) socket.destroy();
    });
    this.#relay.on('connect', (_request, socket) => socket.destroy());
    this.#relay.on('upgrade', (_request, socket) => socket.destroy());
    this.#relay.on('clientError', (_problem, socket) => socket.destroy());
  }

  async next(challenge: string | null, waiting: Waiting): Promise<string | null> {
    const told = await wait<string | null, null>(
      waiting,
      (end) => {
        this.#tell = (token) => end(ok(token));
        if (challenge === null) this.#start().catch(() => this.#tell(null));
        else this.#challenge(challenge);
      },
      () => null,
    );
    return told.ok ? told.value : null;
  }

  end(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#stopRequest();
    this.#relay.closeAllConnections();
    this.#relay.unref();
    const forgotten = this.#browser.forget();
    // Nobody waits for it: a browser may hang. One that cannot forget is not used again.
    forgotten.then(this.#release, () => undefined);
    void Promise.allSettled([forgotten, delay(HELD_MS, null, { ref: false })]).then(() =>
      this.#relay.close(),
    );
  }

  async #start(): Promise<void> {
    await new Promise<void>((done, fail) => {
      this.#relay.once('error', fail).listen({ host: '127.0.0.1', port: 0 }, done);
    });
    await this.#browser.sendAllTo((this.#relay.address() as AddressInfo).port);
    if (this.#isOver) return;
    this.#stopRequest = this.#browser.request(this.#url, this.#account, () => this.#tell(null));
  }

  #challenge(challenge: string): void {
    const held = this.#held;
    this.#held = null;
    if (held === null || held.destroyed) this.#tell(null);
    else ask(held, challenge);
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const isFirst = this.#connection === null;
    const isTheBrowser = isFirst || request.socket === this.#connection;
    // A proxy is asked for whole addresses.
    if (!isTheBrowser || request.method !== 'GET' || request.url !== this.#url.href) {
      response.writeHead(403, { connection: 'close', 'content-length': 0 }).end();
      request.socket.destroySoon();
      return;
    }
    const { authorization } = request.headers;
    if (isFirst) {
      this.#connection = request.socket;
      if (authorization === undefined) {
        ask(response, schemeNames[this.#scheme]);
        return;
      }
    }
    this.#held = response;
    const isDue = authorization?.toLowerCase().startsWith(`${this.#scheme} `) === true;
    // Asked for a token, the browser came back without one.
    this.#tell(isDue ? authorization : null);
  }
}

const ask = (response: ServerResponse, challenge: string): void =>
  void response.writeHead(401, { 'www-authenticate': challenge, 'content-length': 0 }).end();
