import { Agent, type IncomingMessage, request } from 'node:http';
import type { Account, WhyNoTicket } from '../../electron/http/token-maker';
import type { TokenBrowser, TokenBrowsers } from '../../electron/http/token-relay';

/*
 * A browser as the relay meets it, with tokens that anybody can read. It behaves like Chromium: one connection, first
 * without credentials, then with the next token for every challenge.
 */

const encoded = (scheme: string, text: string): string =>
  `${scheme} ${Buffer.from(text, 'latin1').toString('base64')}`;
const decoded = (token: string): string =>
  Buffer.from(token.slice(token.indexOf(' ') + 1), 'base64').toString('latin1');

/** NTLM's messages (MS-NLMP 2.2.1): their type, and in the third the user's name, as far as anybody reads them. */
function ntlmMessage(type: 1 | 2 | 3, user = '', proof = ''): string {
  const head = Buffer.alloc(64);
  head.write('NTLMSSP\0', 'latin1');
  head.writeUInt32LE(type, 8);
  const name = Buffer.from(user, 'utf16le');
  head.writeUInt16LE(name.length, 36);
  head.writeUInt32LE(head.length, 40);
  head.writeUInt32LE(1, 60);
  return `${head.toString('latin1')}${name.toString('latin1')}${proof}`;
}
/** Who is signed in to this computer. */
const OWN = { user: 'SCHOOL\\self', password: 'own' };

export const tokens = {
  ticket: (host: string) =>
    encoded('Negotiate', `\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02\x01\0 a ticket for ${host}`),
  /** What Windows makes on a computer that belongs to Entra, without a ticket (MS-NEGOEX). */
  negoex: encoded('Negotiate', `\x06\x09\x2a\x86\x48\x86\xf7\x12\x01\x02\x02 wrapped NEGOEXTS`),
  /** The second leg of a ticket, as some servers ask for it. */
  secondLeg: (challenge: string) => encoded('Negotiate', `after ${decoded(challenge)}`),
  goOn: encoded('Negotiate', 'go on'),
  opening: (scheme = 'NTLM') => encoded(scheme, `wrapped ${ntlmMessage(1)}`),
  challenge: (scheme = 'NTLM') => encoded(scheme, `wrapped ${ntlmMessage(2)}`),
  response: (account: Account | 'own', scheme = 'NTLM') =>
    encoded(scheme, `wrapped ${responseOf(account === 'own' ? OWN : account)}`),
};

function responseOf({ user, password }: Account): string {
  return ntlmMessage(3, user.slice(user.indexOf('\\') + 1), `proof of ${user} ${password}`);
}

export interface BrowserWishes {
  /** What Negotiate makes of the user's own sign-in; `ntlm`, `negoex`: as Windows without a ticket. */
  readonly ticket?: 'none' | 'ticket' | 'ntlm' | 'negoex';
  readonly answersNtlmByItself?: boolean;
  readonly why?: WhyNoTicket;
  /** NTLM challenges cannot be answered. */
  readonly cannotAnswer?: boolean;
  /** Never comes to the relay. */
  readonly isSilent?: boolean;
  /** Comes to the relay no more once it has made so many tokens. */
  readonly isSilentAfter?: number;
  /** Answers with the user's own sign-in, whatever account it was given. */
  readonly isOverbearing?: boolean;
  /** Never ends forgetting, and never says why. */
  readonly hangs?: boolean;
}

export class FakeBrowsers implements TokenBrowsers {
  readonly answersNtlmByItself: boolean;
  readonly wishes: BrowserWishes;
  /** Each request's host, and the account it may use; `own`: the user's own sign-in. */
  readonly begun: { readonly host: string; readonly account: Account | 'own' }[] = [];
  readonly ports: number[] = [];
  readonly urls: URL[] = [];
  opened = 0;
  forgotten = 0;
  /** How often it was asked why there is no ticket. */
  asked = 0;
  running = 0;
  /** How often a challenge came after a token. */
  challenged = 0;

  constructor(wishes: BrowserWishes = {}) {
    this.wishes = wishes;
    this.answersNtlmByItself = wishes.answersNtlmByItself ?? false;
  }

  open(): TokenBrowser {
    this.opened += 1;
    return new FakeBrowser(this);
  }

  async whyNoTicket(_browser: TokenBrowser, work: () => Promise<unknown>): Promise<WhyNoTicket> {
    this.asked += 1;
    await work();
    if (this.wishes.hangs) await new Promise(() => undefined);
    return this.wishes.why ?? 'no-ticket';
  }
}

class FakeBrowser implements TokenBrowser {
  #port = 0;
  #isBusy = false;
  #made = 0;

  constructor(private readonly all: FakeBrowsers) {}

  async sendAllTo(port: number): Promise<void> {
    this.#port = port;
    this.all.ports.push(port);
  }

  request(url: URL, account: Account | null, onEnd: () => void): () => void {
    if (this.#isBusy) throw new Error('one handshake at a time');
    this.#isBusy = true;
    this.all.running += 1;
    this.all.begun.push({ host: url.hostname, account: account ?? 'own' });
    this.all.urls.push(url);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const end = () => {
      if (this.#isBusy) this.all.running -= 1;
      this.#isBusy = false;
      agent.destroy();
      onEnd();
    };
    this.#made = 0;
    if (!this.all.wishes.isSilent) this.#go(url, agent, null, account, end);
    return end;
  }

  async forget(): Promise<void> {
    this.all.forgotten += 1;
    if (this.all.wishes.hangs) await new Promise(() => undefined);
  }

  #go(url: URL, agent: Agent, token: string | null, account: Account | null, end: () => void): void {
    const outgoing = request({
      host: '127.0.0.1',
      port: this.#port,
      path: url.href,
      agent,
      headers: token === null ? {} : { authorization: token },
    });
    outgoing.on('error', end).once('response', (answer: IncomingMessage) => {
      answer.resume().once('end', () => {
        const challenge = answer.headers['www-authenticate'];
        const next = challenge === undefined ? null : this.#next(challenge, url.hostname, account);
        if (token !== null) this.all.challenged += 1;
        if (this.#made === this.all.wishes.isSilentAfter) return;
        if (next !== null) this.#made += 1;
        // Without a token, Chromium repeats the request as it was.
        if (answer.statusCode === 401 && (next !== null || token === null))
          this.#go(url, agent, next, account, end);
        else end();
      });
    });
    outgoing.end();
  }

  #next(challenge: string, host: string, account: Account | null): string | null {
    const {
      ticket = 'none',
      answersNtlmByItself = false,
      cannotAnswer = false,
      isOverbearing,
    } = this.all.wishes;
    const [scheme = '', data] = challenge.split(' ');
    const mayNtlm = account !== null || answersNtlmByItself;
    if (data !== undefined && decoded(challenge).includes('NTLMSSP'))
      return cannotAnswer || !mayNtlm
        ? null
        : tokens.response(account === null || isOverbearing ? 'own' : account, scheme);
    if (data !== undefined) return ticket === 'ticket' ? tokens.secondLeg(challenge) : null;
    if (scheme === 'NTLM') return mayNtlm ? tokens.opening() : null;
    if (ticket === 'ticket' && account === null) return tokens.ticket(host);
    if (ticket === 'negoex') return tokens.negoex;
    return ticket === 'ntlm' ? tokens.opening('Negotiate') : null;
  }
}
