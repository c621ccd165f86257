import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { net, type Session, session } from 'electron';
import { whyNoTicketIn } from '../http/ticket-trouble';
import type { Account, WhyNoTicket } from '../http/token-maker';
import type { TokenBrowser, TokenBrowsers } from '../http/token-relay';

/** Permits nobody: Chromium takes an empty list for "as Windows' zones say". */
const NOBODY = 'none.invalid';

/** Chromium answers each within a millisecond or so; more than two have not been needed yet. */
const MOST_TRIES = 1000;

/** Chromium as the maker of tokens (docs/electron-notes.md#tokens-for-proxies). */
export function tokenBrowsers(): TokenBrowsers {
  const permitted: string[] = [];
  let made = 0;
  return {
    answersNtlmByItself: process.platform === 'win32',
    open: () => {
      made += 1;
      // Without `persist:`, it exists in memory only.
      return new ChromiumBrowser(session.fromPartition(`tokens-${made}`, { cache: false }), permitted);
    },
    whyNoTicket: (browser, work) =>
      browser instanceof ChromiumBrowser ? browser.whyNoTicket(work) : work().then(() => 'unknown'),
  };
}

class ChromiumBrowser implements TokenBrowser {
  readonly #session: Session;
  /** The hosts permitted to all browsers: Chromium has one list for the whole program. */
  readonly #permitted: string[];
  #host: string | null = null;

  constructor(made: Session, permitted: string[]) {
    this.#session = made;
    this.#permitted = permitted;
  }

  async sendAllTo(port: number): Promise<void> {
    await this.#session.setProxy({
      mode: 'fixed_servers',
      proxyRules: `127.0.0.1:${port}`,
      // Chromium would go directly to a proxy on this computer.
      proxyBypassRules: '<-loopback>',
    });
    // A new session takes a moment to hear of it, and would go elsewhere until then.
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const route = await this.#session.resolveProxy('http://x.invalid/');
      if (route === `PROXY 127.0.0.1:${port}`) return;
    }
    throw new Error('Chromium has not taken over its proxy');
  }

  request(url: URL, account: Account | null, onEnd: () => void): () => void {
    // With an account as well, since Windows' zones may permit the user's own sign-in until there is a list.
    this.#permit(account === null ? url.hostname : null);
    const request = net.request({
      url: url.href,
      session: this.#session,
      redirect: 'error',
      useSessionCookies: false,
    });
    let asked = 0;
    request.on('login', (_challenge, answer) => {
      asked += 1;
      // The proxy decides whether it is right, never Chromium by asking again.
      if (account === null || asked > 1) answer();
      else answer(account.user, account.password);
    });
    request.once('response', onEnd).on('error', onEnd).once('abort', onEnd).end();
    return () => request.abort();
  }

  async forget(): Promise<void> {
    this.#permit(null);
    await this.#session.clearAuthCache();
  }

  #permit(host: string | null): void {
    const before = this.#host === null ? -1 : this.#permitted.indexOf(this.#host);
    if (before >= 0) this.#permitted.splice(before, 1);
    if (host !== null) this.#permitted.push(host);
    this.#host = host;
    this.#session.allowNTLMCredentialsForDomains(this.#permitted.join(',') || NOBODY);
  }

  /** Chromium's log names no token, and is read and removed at once. */
  async whyNoTicket(work: () => Promise<unknown>): Promise<WhyNoTicket> {
    const folder = await mkdtemp(join(tmpdir(), 'wizard-ticket-'));
    try {
      const file = join(folder, 'log.json');
      const { netLog } = this.#session;
      await netLog.startLogging(file, { captureMode: 'default' });
      try {
        await work();
      } finally {
        await netLog.stopLogging();
      }
      return whyNoTicketIn(JSON.parse(await readFile(file, 'utf8')));
    } catch {
      return 'unknown';
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}
