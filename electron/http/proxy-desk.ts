import { ok, type Result, refuse } from '@contract/result';
import { clockMs } from './clock';
import { type ConnectionFailure, failure } from './failure';
import { seconds, type Waiting, wait } from './waiting';

/** A saved sign-in for one proxy; `entry` changes each time it is entered. */
export interface ProxyLogin {
  readonly user: string;
  readonly password: string;
  readonly entry: string;
}

type Asked<Value> = Promise<Result<Value, ConnectionFailure>>;

/** How long an accepted sign-in is trusted to remain valid; after that, the password may have been changed. */
const TAKEN_FOR_MS = 30_000;

interface Standing {
  readonly entry: string;
  readonly accepted: boolean;
  readonly at: number;
}

/**
 * Signs in to proxies with Basic (RFC 7617), shared by all checks of this run. A proxy is first asked without
 * credentials; they are sent only if it offers Basic. Rejected credentials are not sent again until they are
 * re-entered. Until the proxy has accepted them, and again some time later, only one request at a time carries them,
 * so that eight concurrent checks cannot lock an account.
 */
export class ProxyDesk {
  readonly #kept: (proxy: string) => Promise<ProxyLogin | null>;
  readonly #now: () => number;
  readonly #standing = new Map<string, Standing>();
  readonly #queues = new Map<string, Promise<unknown>>();

  /**
   * @param kept returns the sign-in saved for a proxy's origin; null if there is none
   * @param now monotonic milliseconds
   */
  constructor(kept: (proxy: string) => Promise<ProxyLogin | null>, now: () => number = clockMs) {
    this.#kept = kept;
    this.#now = now;
  }

  /**
   * Opens a tunnel through `proxy`.
   * @param ask requests a tunnel with this `Proxy-Authorization`, or without; it needs a new connection after a
   * failure
   */
  async through<Value>(
    proxy: string,
    waiting: Waiting,
    ask: (authorization: string | null) => Asked<Value>,
  ): Asked<Value> {
    if (this.#isTaken(proxy)) {
      const known = await this.#login(proxy, waiting);
      if (known !== null && known.entry === this.#standing.get(proxy)?.entry)
        return this.#judged(proxy, known, await ask(basic(known)));
    }
    const plain = await ask(null);
    if (plain.ok || !offersBasic(plain.failure)) return plain;
    return this.#inTurn(proxy, waiting, async () => {
      const login = await this.#login(proxy, waiting);
      if (login === null || waiting.signal.aborted) return plain;
      const standing = this.#standing.get(proxy);
      if (standing?.entry === login.entry && !standing.accepted) return refuse(rejected(plain.failure));
      return this.#judged(proxy, login, await ask(basic(login)));
    });
  }

  #isTaken(proxy: string): boolean {
    const standing = this.#standing.get(proxy);
    return standing?.accepted === true && this.#now() - standing.at < TAKEN_FOR_MS;
  }

  #judged<Value>(
    proxy: string,
    { entry }: ProxyLogin,
    asked: Result<Value, ConnectionFailure>,
  ): Result<Value, ConnectionFailure> {
    const turnedAway = !asked.ok && asked.failure.code === 'proxy-sign-in-required';
    if (asked.ok || turnedAway) this.#standing.set(proxy, { entry, accepted: asked.ok, at: this.#now() });
    return turnedAway ? refuse(rejected(asked.failure)) : asked;
  }

  /** A keyring may never answer; then there is no sign-in to use. */
  async #login(proxy: string, waiting: Waiting): Promise<ProxyLogin | null> {
    const asked = await wait<ProxyLogin | null, null>(
      waiting,
      (end) => {
        this.#kept(proxy).then(
          (login) => end(ok(login)),
          () => end(ok(null)),
        );
      },
      () => null,
    );
    return asked.ok ? asked.value : null;
  }

  async #inTurn<Value>(proxy: string, waiting: Waiting, work: () => Asked<Value>): Asked<Value> {
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
      const come = await wait<null, ConnectionFailure>(
        waiting,
        (end) => void before.then(() => end(ok(null))),
        (why) =>
          why === 'cancelled' ? failure(why) : failure(why, { waitSeconds: seconds(waiting.waitMs) }),
      );
      return come.ok ? await work() : come;
    } finally {
      done();
    }
  }
}

const offersBasic = ({ code, facts }: ConnectionFailure): boolean =>
  code === 'proxy-sign-in-required' && String(facts.problem).split(' ').includes('basic');

const rejected = ({ facts }: ConnectionFailure): ConnectionFailure =>
  failure('proxy-sign-in-rejected', facts);

/** User names cannot contain a colon, since it separates them from the password. */
const basic = ({ user, password }: ProxyLogin): string =>
  `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
