import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockMs } from './clock';
import { at } from './net-log';

/** The part of Electron's `Session` used to find the route to an address. */
export interface ProxySession {
  resolveProxy(url: string): Promise<string>;
  readonly netLog: {
    startLogging(path: string): Promise<void>;
    stopLogging(): Promise<void>;
  };
}

/** A check resolves the route for every request. Its lookups share one answer; the next check gets a new one. */
const KNOWN_FOR_MS = 10_000;
/** The script answered a moment ago. If it is silent now, use the first answer. */
const LOOK_LIMIT_MS = 2000;

/**
 * How the operating system would reach an address. If its proxy script cannot be fetched, parsed or run, Chromium
 * silently connects directly (measured; only mandatory scripts result in an empty list). A school then sees
 * "connection refused" although its proxy script is down. Chromium's network log does record it, so a direct answer
 * is verified there, which takes a few milliseconds.
 */
export class ProxyResolver {
  readonly #session: ProxySession;
  readonly #known = new Map<string, { readonly since: number; readonly failed: Promise<boolean> }>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(session: ProxySession) {
    this.#session = session;
  }

  /** Like `NetworkPorts.resolveProxy`: an empty list if a proxy script is set and has failed. */
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
    // There is only one network log, so lookups run one after the other.
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
 * Reads Chromium's network log: true if a script was set but is not in effect, or failed while running. A network
 * without automatic detection (WPAD) is normal and not a failure.
 */
export function tellsOfFailedScript(log: unknown): boolean {
  const settings = at(log, 'polledData', 'proxySettings');
  if (typeof at(settings, 'original', 'pac_url') !== 'string') return false;
  if (typeof at(settings, 'effective', 'pac_url') !== 'string') return true;
  const events = at(log, 'events');
  const failure = at(log, 'constants', 'logEventTypes', 'PAC_JAVASCRIPT_ERROR');
  return Array.isArray(events) && events.some((event: unknown) => at(event, 'type') === failure);
}

/** Chromium never uses a script or proxy for the local computer. */
const isThisComputer = (host: string): boolean =>
  host === '[::1]' || /^127\.[\d.]+$/.test(host) || /^(?:.+\.)?localhost$/.test(host);

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
