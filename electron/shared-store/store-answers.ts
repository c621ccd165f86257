import type { Facts } from '@contract/report';
import type { Reading } from '@systems/system';
import { answerFacts, isSuccess, locationOf, readNotJson, readShared } from '../answers/read-answer';
import { failed } from '../answers/readings';
import type { Answer } from '../http/client';

/*
 * What an answer of OpenBao or HashiCorp Vault means (docs/vendors/shared-store.md#answers). Its texts are only searched
 * for the words it is known to use; none of them leaves this file.
 */

/** The store's own messages; null if the answer is not in the form that it gives its refusals. */
export function messagesOf({ body }: Answer): readonly string[] | null {
  const errors = body.kind === 'json' ? memberOf(body.value, 'errors') : undefined;
  return Array.isArray(errors) ? errors.filter((one) => typeof one === 'string') : null;
}

const says = (answer: Answer, pattern: RegExp): boolean =>
  messagesOf(answer)?.some((message) => pattern.test(message)) === true;

/** The store has nothing at this path. */
export const isAbsent = (answer: Answer): boolean =>
  answer.status === 404 && messagesOf(answer)?.length === 0;

/** The store itself refuses, and not something in front of it. */
export const isDenied = (answer: Answer): boolean => answer.status === 403 && messagesOf(answer) !== null;

/** It does not know the token, or no longer; newer versions say so. */
export const deniesToken = (answer: Answer): boolean =>
  isDenied(answer) && says(answer, /\b(?:invalid|bad) token\b/i);

/** The version that was to be replaced is not the newest. */
export const isConflict = (answer: Answer): boolean =>
  answer.status === 400 && says(answer, /check-and-set parameter did not match the current version/i);

/** It has no engine at this path. */
const NO_ROUTE = /no handler for route|unsupported path/i;

/** A member of what may be an object; undefined if it has none. */
export const memberOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

/** A JSON answer's `data`; undefined if it has none. */
export const dataOf = ({ body }: Answer): unknown =>
  body.kind === 'json' ? memberOf(body.value, 'data') : undefined;

/**
 * Reads an answer that the request's own code has not understood: a refusal, or something that is not the store's. Says
 * `store-not-permitted` for every 403 of the store; whether the sign-in has ended is for the caller to find out.
 */
export function readRefusal(answer: Answer, url: string): Reading {
  const facts = answerFacts(answer, url);
  const own = readOwn(answer, url, facts);
  if (own !== null) return own;
  const shared = readShared(answer, { url, scheme: 'none' });
  if (shared !== null) return shared;
  if (answer.status === 401 || answer.status === 403)
    return failed('refused', { ...facts, problem: 'own-reason' });
  if (isSuccess(answer)) return readNotJson(answer, facts) ?? failed('unexpected-answer', facts);
  return failed('unexpected-answer', { ...facts, problem: 'no-reason' });
}

function readOwn(answer: Answer, url: string, facts: Facts): Reading | null {
  if (pointsToActive(answer, url)) return failed('store-standby', facts);
  if (messagesOf(answer) === null) return null;
  switch (answer.status) {
    case 400:
      // A new mount, or one that has just been made version 2.
      return says(answer, /unavailable for a brief period/i) ? failed('server-error', facts) : null;
    case 403:
      return failed('store-not-permitted', facts);
    case 404:
      if (says(answer, /namespace not found/i)) return failed('store-namespace-unknown', facts);
      return says(answer, NO_ROUTE) ? failed('store-place-missing', facts) : null;
    case 405:
      return says(answer, /unsupported operation/i) ? failed('store-other-version', facts) : null;
    case 500:
    case 501:
    case 503:
      if (says(answer, /\bis sealed\b/i)) return failed('store-sealed', facts);
      if (says(answer, /not initialized/i)) return failed('store-not-set-up', facts);
      return says(answer, /standby|not active|no active\b/i) ? failed('store-standby', facts) : null;
    default:
      return null;
  }
}

/** A standby that does not forward requests itself redirects them to the active server, path and query unchanged. */
function pointsToActive(answer: Answer, url: string): boolean {
  if (answer.status !== 307) return false;
  const location = locationOf(answer, url);
  if (location === '') return false;
  const [to, from] = [new URL(location), new URL(url)];
  return to.origin !== from.origin && to.pathname === from.pathname && to.search === from.search;
}
