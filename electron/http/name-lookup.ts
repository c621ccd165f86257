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

/** Asks the operating system for the addresses of a name. Rejects with Node's error codes (`ENOTFOUND`, …). */
export type NameLookup = (host: string) => Promise<readonly FoundAddress[]>;

export const systemNameLookup: NameLookup = (host) =>
  new Promise((resolve, reject) => {
    lookup(host, { all: true, order: 'verbatim' }, (error, addresses) =>
      error === null ? resolve(addresses) : reject(error),
    );
  });

/** Lookups of existing names hardly ever take this long. */
const SILENCE_MS = 2000;

/**
 * The operating system's answer. After two seconds without one, a second resolver is asked as well, and the first to
 * return addresses wins. Node runs only two lookups at a time and cannot cancel them, so two names whose name server
 * is silent would block all others. Only the first resolver decides that a name does not exist.
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
      // Do not keep the process alive for a lookup nobody waits for.
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

/**
 * Finds the addresses of `host`; an IP address is returned as it is. The operating system's lookup cannot be
 * cancelled.
 */
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

/** False only if all interfaces are loopback. */
export function hasNetwork(): boolean {
  return Object.values(networkInterfaces()).some((entries) => entries?.some((entry) => !entry.internal));
}
