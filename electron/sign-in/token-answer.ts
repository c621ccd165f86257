import type { Facts } from '@contract/report';
import type { HttpAnswer, Reading } from '@systems/system';
import { type ErrorWords, errorWordsIn, says } from '../answers/error-words';
import {
  answerFacts,
  asHttpAnswer,
  asksForOtherScheme,
  isSuccess,
  readNotJson,
  readShared,
  refusesScheme,
  withLabel,
  wrongAddress,
} from '../answers/read-answer';
import { errorFact } from '../answers/read-refusal';
import { failed, passed, warning } from '../answers/readings';
import type { Answer } from '../http/client';

/* What a token endpoint's answer means (RFC 6749 §5). */

export interface AskedForToken {
  readonly tokenUrl: string;
  readonly typed?: string | undefined;
  readonly notFound?: Reading | undefined;
  readonly refused?: ((answer: HttpAnswer) => Reading | null) | undefined;
  readonly scopesSent: boolean;
  /** What was exchanged: only the credentials, or a code from the browser. */
  readonly grant: 'client-credentials' | 'authorization-code';
  /** What only this product says → the problem it is. */
  readonly sayings?: Readonly<Record<string, string>> | undefined;
}

export type TokenReading =
  | { readonly token: string; readonly reading: Reading }
  | { readonly token: null; readonly reading: Reading };

/** Reads an answer: a usable token, even if the answer is odd otherwise, or why there is none. */
export function readTokenAnswer(answer: Answer, asked: AskedForToken): TokenReading {
  const facts = answerFacts(answer, asked.tokenUrl);
  if (isSuccess(answer)) {
    const token = usableToken(answer);
    if (token !== null) return { token, reading: readGoodToken(answer, facts) };
  }
  const problem = ownSaying(answer, asked.sayings ?? {});
  return {
    token: null,
    reading:
      problem === null
        ? readTokenRefusal(answer, asked, errorWordsIn(answer))
        : failed('request-rejected', { ...facts, problem }),
  };
}

/** What this product alone says is more certain than any word of a standard. */
function ownSaying(answer: Answer, sayings: Readonly<Record<string, string>>): string | null {
  const known = Object.entries(sayings).find(([phrase]) => says(answer, phrase));
  return known?.[1] ?? null;
}

const memberOf = ({ body }: Answer, name: string): unknown =>
  body.kind === 'json' &&
  typeof body.value === 'object' &&
  body.value !== null &&
  Object.hasOwn(body.value, name)
    ? (body.value as Readonly<Record<string, unknown>>)[name]
    : undefined;

/** RFC 6750 §2.1 allows fewer characters, but any that fit into a header can be sent back. */
function usableToken(answer: Answer): string | null {
  const token = memberOf(answer, 'access_token');
  return typeof token === 'string' && /^[\x21-\x7e]+$/.test(token) ? token : null;
}

function readGoodToken(answer: Answer, facts: Facts): Reading {
  const type = memberOf(answer, 'token_type');
  return typeof type === 'string' && /^bearer$/i.test(type.trim())
    ? withLabel(passed(facts), answer)
    : warning('token-malformed', { ...facts, problem: 'token_type' });
}

/** Everything but a token: what the system itself knows about such an answer comes before the rules for all. */
export function readTokenRefusal(answer: Answer, asked: AskedForToken, errorWords: ErrorWords): Reading {
  const reading = readByRules(answer, asked, errorWords);
  const own = answer.status >= 400 ? (asked.refused?.(asHttpAnswer(answer)) ?? null) : null;
  if (own === null) return reading;
  const facts = own.code === reading.code ? reading.facts : answerFacts(answer, asked.tokenUrl);
  return { ...own, facts: { ...facts, ...own.facts } };
}

/** The server's error words first, then the rules shared by all requests, then the status. */
function readByRules(answer: Answer, asked: AskedForToken, errorWords: ErrorWords): Reading {
  const facts = { ...answerFacts(answer, asked.tokenUrl), ...errorFact(errorWords) };
  const byWord = answer.status === 429 ? null : readWord(answer, errorWords, asked, facts);
  if (byWord !== null) return byWord;
  if (refusesScheme(answer, 'basic')) return failed('credentials-rejected', facts);
  const { tokenUrl: url, typed, notFound } = asked;
  const shared = readShared(answer, { url, typed, notFound, scheme: 'basic' });
  if (shared !== null) return shared;
  if (answer.status === 401)
    return failed('credentials-rejected', {
      ...facts,
      ...(asksForOtherScheme(answer, 'basic') && { problem: 'other-challenge' }),
    });
  if (answer.status === 403)
    return failed('refused', { ...facts, ...(errorWords.hasReason && { problem: 'own-reason' }) });
  // The server does not accept this form of request at all. A page with 422 is a website's, which expects its own form.
  if (answer.status === 415 || (answer.status === 422 && answer.body.kind !== 'html'))
    return failed('request-rejected', facts);
  if (!isSuccess(answer))
    return failed('unexpected-answer', {
      ...facts,
      problem: errorWords.hasReason ? 'own-reason' : answer.body.kind === 'html' ? 'page' : 'no-reason',
    });
  const notJson = readNotJson(answer, facts);
  return notJson ?? failed('token-malformed', { ...facts, problem: 'access_token' });
}

function readWord(
  answer: Answer,
  errorWords: ErrorWords,
  { scopesSent, grant, tokenUrl: url, typed }: AskedForToken,
  facts: Facts,
): Reading | null {
  const { status } = answer;
  const rejects = errorWords.wrongCredentials || errorWords.unauthorized || errorWords.unknownClient;
  const judged = errorWords.wrongCredentials || errorWords.unknownClient || errorWords.oauth !== null;
  const problem = errorWords.expiredSecret
    ? 'expired'
    : errorWords.notActive
      ? 'not-active'
      : errorWords.unknownClient
        ? 'client-unknown'
        : !judged && asksForOtherScheme(answer, 'basic')
          ? 'other-challenge'
          : null;
  const rejected = failed('credentials-rejected', { ...facts, ...(problem !== null && { problem }) });
  // It looked for credentials where we did not put them.
  if (missesOurs(answer, errorWords)) return failed('request-rejected', facts);
  // The client was not judged either, whatever the word.
  const namesClient = errorWords.oauth === 'invalid_client' || errorWords.oauth === 'unauthorized_client';
  if (namesClient && errorWords.secretNotSeen) return failed('request-rejected', facts);
  // Several servers add another error code; a 401 and their message still say that the client is unknown.
  if (status === 401 && rejects) return rejected;
  switch (errorWords.oauth) {
    case 'invalid_client':
      return rejected;
    // The code has expired or was issued to someone else, so the sign-in is incomplete.
    case 'invalid_grant':
      if (errorWords.forbiddenByPolicy) return failed('client-not-allowed', facts);
      return grant === 'client-credentials' ? rejected : failed('sign-in-incomplete', facts);
    case 'unauthorized_client':
      return failed('client-not-allowed', {
        ...facts,
        ...(errorWords.unknownClient && { problem: 'client-unknown' }),
      });
    case 'unsupported_grant_type':
    case 'access_denied':
      return failed('client-not-allowed', facts);
    case 'invalid_request':
      return failed('request-rejected', {
        ...facts,
        ...(errorWords.unknownTenant && { problem: 'tenant-unknown' }),
      });
    case 'invalid_scope':
    case 'insufficient_scope':
      return failed(scopesSent ? 'scope-rejected' : 'scope-missing', facts);
    case 'server_error':
    case 'temporarily_unavailable':
      return failed('server-error', facts);
    // The resource that the scopes belong to.
    case 'invalid_target':
      return scopesSent ? failed('scope-rejected', facts) : null;
    default:
      if (errorWords.unknownTenant && status >= 400 && status < 500)
        return wrongAddress(answer, { url, typed, scheme: 'basic' });
      if (
        ((rejects || errorWords.notActive) && status < 500) ||
        errorWords.codeMinor === 'unauthorisedrequest'
      )
        return rejected;
      return errorWords.missingParameter && status === 400 ? failed('request-rejected', facts) : null;
  }
}

/** A 401 that says only that no credentials came, and asks for no scheme. */
const missesOurs = (
  { status, headers }: Answer,
  { notSeen, wantsKey, oauth, wrongCredentials, unknownClient, notActive }: ErrorWords,
): boolean =>
  status === 401 &&
  (notSeen || wantsKey) &&
  oauth === null &&
  !(wrongCredentials || unknownClient || notActive) &&
  !headers.has('www-authenticate');
