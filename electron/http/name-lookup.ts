import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { networkInterfaces } from 'node:os';
import { ok, type Result, refuse } from '@contract/result';
import { type ConnectionFailure, type ConnectionFailureCode, errorCode, failure } from './failure';
import { seconds, type Waiting, wait } from './waiting';

export interface FoundAddress {
  readonly address: string;
  readonly family: number;
}

/** Asks the operating system for the addresses of a name; rejects with Node's error codes (`ENOTFOUND`, …). */
export type NameLookup = (host: string) => Promise<readonly FoundAddress[]>;

export const systemNameLookup: NameLookup = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, order: 'verbatim' }, (error, addresses) =>
      error === null ? resolve(addresses) : reject(error),
    );
  });

/** So long a name that is known takes nowhere. */
const SILENCE_MS = 2000;

/**
 * The operating system's answer, or after two silent seconds another resolver's, whichever has addresses first. Node
 * asks the operating system for no more than two names at a time, and keeps on asking when nobody waits any more: two
 * names of a silent name server hold up every other. What is not found stays the first one's to say.
 */
export const impatientNameLookup =
  (first: NameLookup, second: NameLookup, silenceMs = SILENCE_MS): NameLookup =>
  (host) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        second(host).then(
          (addresses) => {
            if (addresses.length > 0) resolve(addresses);
          },
          () => undefined,
        );
      }, silenceMs);
      // Whoever gave up waiting is not kept alive for it.
      timer.unref();
      first(host).then(
        (addresses) => {
          clearTimeout(timer);
          resolve(addresses);
        },
        (problem: unknown) => {
          clearTimeout(timer);
          reject(problem);
        },
      );
    });

/** Finds the addresses of `host`; a literal address is its own. The operating system's question cannot be taken back. */
export function lookUpName(
  host: string,
  lookUp: NameLookup,
  waiting: Waiting,
): Promise<Result<readonly FoundAddress[], ConnectionFailure>> {
  const family = isIP(host);
  if (family !== 0) return Promise.resolve(ok([{ address: host, family }]));
  return wait<readonly FoundAddress[], ConnectionFailure>(
    waiting,
    (end) => {
      lookUp(host).then(
        (addresses) =>
          end(addresses.length > 0 ? ok(addresses) : refuse(failure('name-not-found', { host }))),
        (error: unknown) => end(refuse(failure(lookupFailure(error), { host }))),
      );
    },
    (why) =>
      why === 'cancelled'
        ? failure(why)
        : failure('name-lookup-unavailable', { host, waitSeconds: seconds(waiting.waitMs) }),
  );
}

function lookupFailure(error: unknown): ConnectionFailureCode {
  switch (errorCode(error)) {
    case 'ENOTFOUND':
    case 'ENODATA':
    case 'EAI_NONAME':
    case 'ERR_INVALID_ARG_VALUE':
      return 'name-not-found';
    default:
      return hasNetwork() ? 'name-lookup-unavailable' : 'offline';
  }
}

/** False only when every interface is this computer's own loopback. */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((entries) => entries?.some((entry) => !entry.internal));
}
