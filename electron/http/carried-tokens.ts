import type { Way } from './proxy-ways';
import { type Given, isOf, readToken, type TokenSource } from './token-maker';
import type { Waiting } from './waiting';

/** The tokens of one handshake, stopped before one that the user has not agreed to. */
export class CarriedTokens {
  /** Something was sent that the proxy can accept or reject. */
  hasProved = false;
  /** The check was cancelled, or its time was over, while a token was made: nobody has rejected anything. */
  wasInterrupted = false;
  readonly #source: TokenSource;
  readonly #way: Way;
  readonly #waiting: Waiting;

  constructor(source: TokenSource, way: Way, waiting: Waiting) {
    this.#source = source;
    this.#way = way;
    this.#waiting = waiting;
  }

  async next(challenge: string | null): Promise<string | null> {
    const token = await this.#source.next(challenge, this.#waiting);
    this.wasInterrupted = token === null && this.#waiting.signal.aborted;
    if (token === null) return null;
    const given = readToken(token);
    const { identity, login } = this.#way;
    // Whoever runs the proxy could use the response to guess the password, so a ticket is all it gets unasked.
    if (identity === 'ticket' && !this.#belongsToTicket(given)) return null;
    // Windows decides whose response it is. It must not be the user's own in place of the account.
    if (given.kind === 'ntlm' && login !== null && !isOf(given.user, login)) return null;
    this.hasProved ||= given.kind !== 'opening';
    return token;
  }

  /** After a ticket, the two may still have to agree on something. */
  #belongsToTicket({ kind }: Given): boolean {
    return kind === 'ticket' || (kind === 'other' && this.hasProved);
  }
}
