import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockMs } from './clock';

/** What of Electron's `Session` is needed to ask for the way to an address. */
export interface ProxySession {
  resolveProxy(url: string): Promise<string>;
  readonly netLog: {
    startLogging(path: string): Promise<void>;
    stopLogging(): Promise<void>;
  };
}

/** A check asks for the way once a request: they share one answer, and the next check gets a new one. */
const KNOWN_FOR_MS = 10_000;
/** The script answered a moment ago; should it be silent now, the plain answer has to do. */
const LOOK_LIMIT_MS = 2000;

/**
 * How the operating system would reach an address. Where its proxy script cannot be fetched, read or run, Chromium
 * goes directly and does not tell anybody (measured; only scripts it was given as mandatory make it answer an empty
 * list), so that a school sees "connection refused" where its script is down. Its network log does tell: a direct
 * answer is looked into there, which takes a few milliseconds.
 */
export class ProxyResolver {
  readonly #session: ProxySession;
  readonly #known = new Map<string, { readonly since: number; readonly failed: Promise<boolean> }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: ProxySession) {
    this.#session = session;
  }

  /** As `NetworkPorts.resolveProxy`: an empty list where a proxy script is set and has failed. */
  async resolve(url: string): Promise<string> {
    const list = await this.#session.resolveProxy(url);
    const looksWorthwhile = list.trim() === 'DIRECT' && !isThisComputer(new URL(url).hostname);
    return looksWorthwhile && (await this.#scriptFailed(url)) ? '' : list;
  }

  #scriptFailed(url: string): Promise<boolean> {
    const { origin } = new URL(url);
    const now = clockMs();
    const known = this.#known.get(origin);
    if (known !== undefined && now - known.since < KNOWN_FOR_MS) return known.failed;
    // There is one network log: the looks take turns.
    const failed = this.#last.then(() => this.#look(url)).catch(() => false);
    this.#last = failed;
    this.#known.set(origin, { since: now, failed });
    return failed;
  }

  async #look(url: string): Promise<boolean> {
    const folder = await mkdtemp(join(tmpdir(), 'wizard-way-'));
    try {
      const file = join(folder, 'log.json');
      const { netLog } = this.#session;
      await netLog.startLogging(file);
      try {
        await within(LOOK_LIMIT_MS, this.#session.resolveProxy(url));
      } finally {
        await netLog.stopLogging();
      }
      return tellsOfFailedScript(JSON.parse(await readFile(file, 'utf8')));
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

/**
 * Reads Chromium's network log: a script that was set but is not in effect, or one that failed as it ran. A network
 * without automatic detection (WPAD) is the usual case and no failure.
 */
export function tellsOfFailedScript(log: unknown): boolean {
  const settings = at(log, 'polledData', 'proxySettings');
  if (typeof at(settings, 'original', 'pac_url') !== 'string') return false;
  if (typeof at(settings, 'effective', 'pac_url') !== 'string') return true;
  const events = at(log, 'events');
  const failure = at(log, 'constants', 'logEventTypes', 'PAC_JAVASCRIPT_ERROR');
  return Array.isArray(events) && events.some((event: unknown) => at(event, 'type') === failure);
}

/** Chromium asks no script, and uses no proxy, for this computer itself. */
const isThisComputer = (host: string): boolean =>
  host === '[::1]' || /^127\.[\d.]+$/.test(host) || /^(?:.+\.)?localhost$/.test(host);

function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, name) : undefined),
    value,
  );
}

function within(limitMs: number, work: Promise<unknown>): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, limitMs);
    const end = () => {
      clearTimeout(timer);
      done();
    };
    work.then(end, end);
  });
}
