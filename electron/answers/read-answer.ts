import type { Facts } from '@contract/report';
import type { HttpAnswer, Reading, RequestPlan } from '@systems/system';
import type { Answer } from '../http/client';
import { failed } from './readings';

/* Design §5's decision table for answers to any request; the rows of one kind of sign-in stand with that sign-in. */

/** Where the answer came from, and what it was: statuses, types and sizes, never a word of the body. */
export function answerFacts(answer: Answer, url: string): Facts {
  const { hostname, port } = new URL(url);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port || 443),
    status: answer.status,
    contentType: knownType(answer.contentType),
    bytes: answer.size,
    ...answer.exchange,
  };
}

/** What servers call their answers; anything else is the server's free text, which a report never holds. */
const knownTypes = [
  '',
  'text/html',
  'application/xhtml+xml',
  'application/json',
  'application/problem+json',
  'text/json',
  'text/plain',
  'text/xml',
  'application/xml',
  'application/x-www-form-urlencoded',
  'application/octet-stream',
];
const knownType = (type: string): string => (knownTypes.includes(type) ? type : 'other');

export const isSuccess = ({ status }: Answer): boolean => status >= 200 && status < 300;

/** HTML with one of these is a block page, a portal or a sign-in page standing where an API should. */
const webPageStatuses = [400, 401, 403, 511];

/**
 * The rows every request shares, in the table's order; null when none applies and the asker has to read the answer.
 */
export function readShared(answer: Answer, url: string, notFound?: Reading): Reading | null {
  const { status } = answer;
  const facts = answerFacts(answer, url);
  const html = answer.body.kind === 'html';
  if (status === 401 && offersWindowsSignIn(answer)) return failed('windows-authentication', facts);
  if (status === 429) return failed('rate-limited', { ...facts, retryAfter: retryAfter(answer) });
  // Captive portals answer 511 (RFC 6585 §6); of all 5xx it alone tells of the network, not of the server.
  if (status >= 500 && !(status === 511 && html)) return failed('server-error', facts);
  if (status >= 300 && status < 400)
    return failed('redirected', { ...facts, from: placeOf(url), to: placeOf(locationOf(answer, url)) });
  if (status === 404 && notFound !== undefined)
    return { ...notFound, facts: { ...facts, ...notFound.facts } };
  // A path that exists for another method, or not any more, is as wrong as one that never did.
  if (status === 404 || status === 405 || status === 410) return failed('wrong-address', facts);
  if (html && (isSuccess(answer) || webPageStatuses.includes(status)))
    return failed('web-page-answered', facts);
  return null;
}

/** The challenge of Windows' own sign-in (RFC 4559), alone or among others. */
function offersWindowsSignIn(answer: Answer): boolean {
  return /(?:^|,)\s*(?:negotiate|ntlm)\b/i.test(answer.headers.get('www-authenticate') ?? '');
}

/** Seconds, from either form of the header (RFC 9110 §10.2.3). */
function retryAfter(answer: Answer): number | null {
  const value = answer.headers.get('retry-after');
  if (value === undefined) return null;
  if (/^\d{1,9}$/.test(value.trim())) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - answer.receivedAt) / 1000));
}

/** The absolute address an answer points to; `''` when it names none that can be read. */
export function locationOf(answer: Answer, url: string): string {
  const location = answer.headers.get('location');
  return location !== undefined && URL.canParse(location, url) ? new URL(location, url).href : '';
}

const LONGEST_PLACE = 512;

/**
 * Scheme, host, port, and of the path the plain words: a query may hold a state, a code or a name, and a server could
 * write into a path whatever it was sent.
 */
function placeOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { origin, protocol, pathname } = new URL(address);
  const path = pathname
    .split('/')
    .map((part) => (part === '' || /^[A-Za-z][A-Za-z_-]{0,24}(\.[a-z]{2,5})?$/.test(part) ? part : '…'))
    .join('/');
  return origin === 'null' ? protocol : `${origin}${path}`.slice(0, LONGEST_PLACE);
}

/** How the server's clock compares with ours; null when the answer does not tell the time. */
export function clockDifference(
  answer: Answer,
): { readonly seconds: number; readonly ahead: boolean } | null {
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (Number.isNaN(date)) return null;
  // A stored answer's date is as old as its age (RFC 9111 §5.1).
  const age = Number(answer.headers.get('age') ?? 0);
  const difference = answer.receivedAt - (date + (Number.isFinite(age) ? age * 1000 : 0));
  // Dates are told in whole seconds, rounded down.
  return { seconds: Math.floor(Math.abs(difference) / 1000), ahead: difference > 0 };
}

export const SKEW_SECONDS = 60;

/** What an asker's own judgement gets to see. */
const asHttpAnswer = (answer: Answer): HttpAnswer => ({
  status: answer.status,
  contentType: answer.contentType,
  json: answer.body.kind === 'json' ? answer.body.value : undefined,
});

/** A 2xx whose body is not the JSON it should be; null when it is JSON. */
export function readNotJson(answer: Answer, facts: Facts): Reading | null {
  const { body } = answer;
  if (body.kind === 'json') return null;
  return failed('unexpected-answer', {
    ...facts,
    problem: body.kind === 'bad-json' ? body.problem : 'not-json',
  });
}

/** The public probe: no credentials, so a refusal is as strange as a wrong shape. */
export function readReach(answer: Answer, plan: RequestPlan): Reading {
  const facts = answerFacts(answer, plan.url);
  const shared = readShared(answer, plan.url, plan.notFound);
  if (shared !== null) return shared;
  if (!isSuccess(answer)) return plan.refused?.(asHttpAnswer(answer)) ?? failed('unexpected-answer', facts);
  const reading = readNotJson(answer, facts) ?? plan.read(asHttpAnswer(answer));
  return { ...reading, facts: { ...facts, ...reading.facts } };
}

export interface ApiReading {
  /** For the `permission` step. */
  readonly permission: Reading;
  /** For the `data` step, when this request's answer is the proof; null when there is nothing to judge. */
  readonly data: Reading | null;
}

/** An API's answer to a request that carried a token or a signature. */
export function readApi(answer: Answer, plan: RequestPlan, withFetchedToken: boolean): ApiReading {
  const facts = answerFacts(answer, plan.url);
  const stop = (reading: Reading): ApiReading => ({
    permission: { ...reading, facts: { ...facts, ...reading.facts } },
    data: null,
  });
  const shared = readShared(answer, plan.url, plan.notFound);
  if (shared !== null) return stop(shared);
  if (!isSuccess(answer)) {
    const own = plan.refused?.(asHttpAnswer(answer)) ?? null;
    if (own !== null) return stop(own);
    if (answer.status === 401) return stop(readRefusedToken(answer, facts, withFetchedToken));
    if (answer.status === 403)
      return stop(failed('permission-missing', { ...facts, ...bearerError(answer) }));
    return stop(failed('unexpected-answer', facts));
  }
  const notJson = readNotJson(answer, facts);
  if (notJson !== null) return stop(notJson);
  const reading = plan.read(asHttpAnswer(answer));
  const told = { ...reading, facts: { ...facts, ...reading.facts } };
  // Some servers say "no permission" with a 200; every other judgement of the content is the next step's.
  if (reading.code === 'permission-missing') return stop(told);
  return { permission: { outcome: 'passed', code: 'ok', facts }, data: told };
}

/** RFC 6750 §3.1; servers say "expired" in words only. */
export function readRefusedToken(answer: Answer, facts: Facts, mayExpire: boolean): Reading {
  const challenge = answer.headers.get('www-authenticate') ?? '';
  const told = { ...facts, ...bearerError(answer) };
  const words = answer.body.kind === 'json' ? JSON.stringify(answer.body.value).slice(0, 4096) : '';
  const expired = /expired/i.test(`${challenge} ${words}`);
  return failed(expired && mayExpire ? 'token-expired' : 'token-rejected', told);
}

const bearerErrors = ['invalid_request', 'invalid_token', 'insufficient_scope'];

function bearerError(answer: Answer): Facts {
  const error = /\berror="?([a-z_]+)"?/i
    .exec(answer.headers.get('www-authenticate') ?? '')?.[1]
    ?.toLowerCase();
  if (error === undefined) return {};
  return { error: bearerErrors.includes(error) ? error : 'other' };
}
