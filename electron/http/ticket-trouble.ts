import { at } from './net-log';
import type { WhyNoTicket } from './token-maker';

/** Messages of MIT Kerberos (Linux), some shared by Heimdal (macOS); the first that matches wins. */
const messages: readonly (readonly [RegExp, WhyNoTicket])[] = [
  [/clock skew/i, 'clock'],
  [/expired/i, 'ticket-expired'],
  [/server .*(?:not found|unknown)|unknown server/i, 'proxy-not-known-to-domain'],
  [/cannot find mechanisms|no kerberos credentials|no credentials|credentials cache/i, 'no-ticket'],
];

/** SECURITY_STATUS of Windows' SSPI, as the signed number in Chromium's log. */
const statuses: ReadonlyMap<number, WhyNoTicket> = new Map([
  // SEC_E_TIME_SKEW
  [0x80090324 | 0, 'clock'],
  // SEC_E_CONTEXT_EXPIRED
  [0x80090317 | 0, 'ticket-expired'],
  // SEC_E_TARGET_UNKNOWN
  [0x80090303 | 0, 'proxy-not-known-to-domain'],
  // SEC_E_NO_CREDENTIALS
  [0x8009030e | 0, 'no-ticket'],
]);

/** Reads from Chromium's network log why a ticket was not made (docs/electron-notes.md#tokens-for-proxies). */
export function whyNoTicketIn(log: unknown): WhyNoTicket {
  const types = [
    at(log, 'constants', 'logEventTypes', 'AUTH_LIBRARY_INIT_SEC_CTX'),
    at(log, 'constants', 'logEventTypes', 'AUTH_LIBRARY_ACQUIRE_CREDS'),
  ];
  const events = at(log, 'events');
  if (!Array.isArray(events)) return 'unknown';
  for (const event of events) {
    const type = at(event, 'type');
    const status = at(event, 'params', 'status');
    if (type === undefined || !types.includes(type) || status === undefined) continue;
    const number = at(status, 'security_status');
    const known = typeof number === 'number' ? statuses.get(number) : undefined;
    // The minor status is the more exact one.
    const words = [at(status, 'minor_status', 'message'), at(status, 'major_status', 'message')].map(String);
    const why = known ?? wordsToWhy(words[0]) ?? wordsToWhy(words[1]);
    if (why !== undefined) return why;
  }
  return 'unknown';
}

const wordsToWhy = (words = ''): WhyNoTicket | undefined =>
  messages.find(([pattern]) => pattern.test(words))?.[1];
