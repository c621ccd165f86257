import { ok, type Result, refuse } from '@contract/result';
import { CarriedTokens } from './carried-tokens';
import { clockMs } from './clock';
import { type ConnectionFailure, failure } from './failure';
import type { Signing } from './proxy';
import { canDoAny, type KeptSignIn, type ProxyLogin, type Rejections, type Way, waysFor } from './proxy-ways';
import type { TokenMaker, WhyNoTicket } from './token-maker';
import { interruptionOf, seconds, type Waiting, wait } from './waiting';

type Asked<Value> = Promise<Result<Value, ConnectionFailure>>;
/** Requests a tunnel, on a new connection. */
type Ask<Value> = (signing: Signing | null) => Asked<Value>;

/** How long an accepted sign-in is trusted to remain valid; after that, the password may have been changed. */
const TAKEN_FOR_MS = 30_000;

/** No timer is longer. Whoever waits for a turn is limited by the whole check instead. */
const NO_LIMIT_MS = 2 ** 31 - 1;

export interface ProxyDeskOptions {
  /** Called when a proxy first asks for a token. Without it, only Basic is used. */
  readonly tokens?: () => Promise<TokenMaker>;
  /** The organization does not allow it: then nothing is sent. */
  readonly isForbidden?: boolean;
  /** Without it, they are remembered for this run. */
  readonly rejections?: Rejections;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
}

/**
 * Signs in to proxies with Negotiate, NTLM or Basic, shared by all checks of this run. A proxy is first asked without
 * credentials; they are sent only by a scheme it offers. Rejected credentials are not sent again until they are
 * re-entered, not by a later run either. Until the proxy has accepted them, and again some time later, only one request at a time carries them,
 * so that eight concurrent checks cannot lock an account, whether of one program or of eight.
 */
export class ProxyDesk {
  readonly #keptFor: (proxy: string) => Promise<KeptSignIn | null>;
  readonly #loadTokens: (() => Promise<TokenMaker>) | undefined;
  readonly #now: () => number;
  readonly #accepted = new Map<string, { readonly way: Way; readonly at: number }>();
  readonly #isForbidden: boolean;
  readonly #rejections: Rejections;
  /** By proxy, when it rejected a ticket. */
  readonly #rejectedTickets = new Map<string, number>();
  readonly #queues = new Map<string, Promise<unknown>>();

  /** @param kept returns the sign-in saved for a proxy's origin; null if there is none */
  constructor(
    kept: (proxy: string) => Promise<KeptSignIn | null>,
    { tokens, isForbidden = false, rejections = rejectionsOfThisRun(), now = clockMs }: ProxyDeskOptions = {},
  ) {
    this.#keptFor = kept;
    this.#isForbidden = isForbidden;
    this.#rejections = rejections;
    this.#loadTokens = tokens && once(tokens);
    this.#now = now;
  }

  /** Signs in with the user's tickets alone: nothing that was saved is opened. */
  withoutKept(): ProxyDesk {
    return new ProxyDesk(async () => null, {
      now: this.#now,
      isForbidden: this.#isForbidden,
      ...(this.#loadTokens && { tokens: this.#loadTokens }),
    });
  }

  /** Opens a tunnel through `proxy`. */
  async through<Value>(proxy: string, waiting: Waiting, ask: Ask<Value>): Asked<Value> {
    const again = await this.#tryAccepted(proxy, waiting, ask);
    if (again !== null) return again;
    const plain = await ask(null);
    if (plain.ok || plain.failure.code !== 'proxy-sign-in-required') return plain;
    if (this.#isForbidden)
      return refuse(failure(plain.failure.code, { ...plain.failure.facts, why: 'forbidden-here' }));
    if (!canDoAny(offersOf(plain.failure), this.#hasTokens)) return plain;
    return this.#inTurn(proxy, waiting, async (leaveTurn) => {
      // Whoever had the turn before may have been accepted.
      const now = await this.#tryAccepted(proxy, waiting, ask, leaveTurn);
      if (now !== null) return now;
      const kept = await this.#kept(proxy, waiting);
      if (waiting.signal.aborted) return refuse(interrupted(waiting));
      const tryAll = () => this.#tryAll(proxy, kept, plain.failure, waiting, ask);
      return kept === null ? tryAll() : this.#rejections.alone(waiting.signal, tryAll);
    });
  }

  get #hasTokens(): boolean {
    return this.#loadTokens !== undefined;
  }

  #isFresh(at: number | undefined): boolean {
    return at !== undefined && this.#now() - at < TAKEN_FOR_MS;
  }

  /** Asks by the way that was accepted a moment ago; null if there is none, or it uses what has been replaced since. */
  async #tryAccepted<Value>(
    proxy: string,
    waiting: Waiting,
    ask: Ask<Value>,
    onTry: () => void = () => undefined,
  ): Promise<Result<Value, ConnectionFailure> | null> {
    const accepted = this.#accepted.get(proxy);
    if (accepted === undefined || !this.#isFresh(accepted.at)) return null;
    const { way } = accepted;
    if (way.identity !== 'ticket' && (await this.#kept(proxy, waiting))?.entry !== way.entry) return null;
    onTry();
    return this.#try(proxy, way, waiting, ask);
  }

  async #tryAll<Value>(
    proxy: string,
    kept: KeptSignIn | null,
    asked: ConnectionFailure,
    waiting: Waiting,
    ask: Ask<Value>,
  ): Asked<Value> {
    const ways = waysFor(proxy, offersOf(asked), kept, this.#hasTokens);
    const began = clockMs();
    let turnedAway: ConnectionFailure | null = null;
    for (const way of ways) {
      const tried = this.#mustNotTry(proxy, way)
        ? refuse(rejected(asked, way))
        : await this.#try(proxy, way, waiting, ask);
      if (waiting.signal.aborted) return tried ?? refuse(interrupted(waiting));
      if (tried === null) continue;
      const isRejected = !tried.ok && tried.failure.code === 'proxy-sign-in-rejected';
      // A ticket cannot lock an account, and gives way to the account that the user has entered for this proxy.
      if (!isRejected || way.identity !== 'ticket' || kept === null) return tried;
      turnedAway = tried.failure;
    }
    return refuse(turnedAway ?? (await this.#why(proxy, asked, ways, clockMs() - began, waiting)));
  }

  /** Rejected before: a ticket may be renewed meanwhile, anything else would count as one more wrong password. */
  #mustNotTry(proxy: string, { identity, entry }: Way): boolean {
    return identity === 'ticket'
      ? this.#isFresh(this.#rejectedTickets.get(proxy))
      : this.#rejections.has(proxy, entry);
  }

  /** Asks by one way; null if it yields no token, so that nothing was given away. */
  async #try<Value>(
    proxy: string,
    way: Way,
    waiting: Waiting,
    ask: Ask<Value>,
  ): Promise<Result<Value, ConnectionFailure> | null> {
    if (way.scheme === 'basic')
      return this.#judged(proxy, way, await ask({ authorization: basic(way.login) }));
    const tokens = await this.#loadTokens?.();
    const source = tokens?.begin(hostOf(proxy), way.scheme, way.login);
    if (source === undefined) return null;
    try {
      const carried = new CarriedTokens(source, way, waiting);
      const authorization = await carried.next(null);
      if (authorization === null) return null;
      const asked = await ask({ authorization, answer: (challenge) => carried.next(challenge) });
      if (carried.wasInterrupted) return refuse(interrupted(waiting));
      const isUnproved = !asked.ok && asked.failure.code === 'proxy-sign-in-required' && !carried.hasProved;
      return isUnproved ? null : this.#judged(proxy, way, asked);
    } finally {
      source.end();
    }
  }

  #judged<Value>(
    proxy: string,
    way: Way,
    asked: Result<Value, ConnectionFailure>,
  ): Result<Value, ConnectionFailure> {
    const turnedAway = !asked.ok && asked.failure.code === 'proxy-sign-in-required';
    if (turnedAway) {
      this.#accepted.delete(proxy);
      if (way.identity === 'ticket') this.#rejectedTickets.set(proxy, this.#now());
      else this.#rejections.add(proxy, way.entry);
      return refuse(rejected(asked.failure, way));
    }
    // A proxy that refuses the server, or cannot reach it, has let the user in.
    if (asked.ok || asked.failure.facts.status !== undefined) {
      this.#accepted.set(proxy, { way, at: this.#now() });
      if (way.identity === 'ticket') this.#rejectedTickets.delete(proxy);
      else this.#rejections.remove(proxy);
    }
    return asked;
  }

  /** Nothing was sent because there is nothing to send: says what is missing. */
  async #why(
    proxy: string,
    asked: ConnectionFailure,
    ways: readonly Way[],
    triedForMs: number,
    waiting: Waiting,
  ): Promise<ConnectionFailure> {
    const offers = offersOf(asked);
    const tokens = (await this.#loadTokens?.()) ?? null;
    const takesTokens = tokens !== null && (offers.includes('negotiate') || offers.includes('ntlm'));
    const takesOwn = takesTokens && tokens.answersNtlmByItself;
    const takesAccount = takesOwn || offers.includes('basic') || (takesTokens && offers.includes('ntlm'));
    const hasAccount = ways.some(({ identity }) => identity !== 'ticket');
    const why =
      takesAccount && !hasAccount
        ? 'account-wanted'
        : // A domain that did not answer would not answer now, and all of Chromium waits for it.
          takesTokens && offers.includes('negotiate') && triedForMs < waiting.waitMs - TIMER_MS
          ? await whyNoTicket(tokens, hostOf(proxy), waiting)
          : 'unknown';
    return failure(asked.code, { ...asked.facts, why, ...(takesOwn && { ownSignIn: true }) });
  }

  /** A keyring may never answer; then there is no sign-in to use. */
  async #kept(proxy: string, waiting: Waiting): Promise<KeptSignIn | null> {
    const asked = await wait<KeptSignIn | null, null>(
      waiting,
      (end) => {
        this.#keptFor(proxy).then(
          (kept) => end(ok(kept)),
          () => end(ok(null)),
        );
      },
      () => null,
    );
    return asked.ok ? asked.value : null;
  }

  async #inTurn<Value>(
    proxy: string,
    waiting: Waiting,
    work: (leaveTurn: () => void) => Asked<Value>,
  ): Asked<Value> {
    const before = this.#queues.get(proxy) ?? Promise.resolve();
    let done: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => {
      done = resolve;
    });
    this.#queues.set(
      proxy,
      before.then(() => mine),
    );
    try {
      // The one before may wait for a server that is dead behind the proxy, which says nothing about this one.
      const come = await wait<null, ConnectionFailure>(
        { ...waiting, waitMs: NO_LIMIT_MS },
        (end) => void before.then(() => end(ok(null))),
        () => interrupted(waiting),
      );
      return come.ok ? await work(done) : come;
    } finally {
      done();
    }
  }
}

function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | null = null;
  return () => (loaded ??= load());
}

function rejectionsOfThisRun(): Rejections {
  const rejected = new Map<string, string>();
  return {
    has: (proxy, entry) => rejected.get(proxy) === entry,
    add: (proxy, entry) => void rejected.set(proxy, entry),
    remove: (proxy) => void rejected.delete(proxy),
    alone: (_signal, work) => work(),
  };
}

/** Timers count whole milliseconds of the event loop's clock, so one may fire this much early by a finer clock. */
const TIMER_MS = 2;

const offersOf = ({ facts }: ConnectionFailure): readonly string[] => String(facts.problem).split(' ');

async function whyNoTicket(tokens: TokenMaker, host: string, waiting: Waiting): Promise<WhyNoTicket> {
  const told = await wait<WhyNoTicket, null>(
    waiting,
    (end) => {
      tokens.whyNoTicket(host, waiting).then(
        (why) => end(ok(why)),
        () => end(ok('unknown')),
      );
    },
    () => null,
  );
  return told.ok ? told.value : 'unknown';
}

const hostOf = (proxy: string): string => new URL(proxy).hostname.replaceAll(/[[\]]/g, '');

const interrupted = ({ signal, waitMs }: Waiting): ConnectionFailure =>
  signal.aborted && interruptionOf(signal) === 'cancelled'
    ? failure('cancelled')
    : failure('timed-out', { waitSeconds: seconds(waitMs) });

const rejected = ({ facts }: ConnectionFailure, { identity }: Way): ConnectionFailure =>
  failure('proxy-sign-in-rejected', { ...facts, identity, ...(identity === 'own' && { ownSignIn: true }) });

/** User names cannot contain a colon, since it separates them from the password. */
const basic = ({ user, password }: ProxyLogin): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
