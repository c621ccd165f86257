import type { Facts } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import { answerFacts } from '../answers/read-answer';
import { failed } from '../answers/readings';
import type { Answer } from '../http/client';

/* The token endpoint's rows of design §5's decision table. */

/** RFC 6749 §4.1.2.1 and §5.2, OpenID Connect Core §3.1.2.6; any other word is `other`. */
const knownErrors = [
  'invalid_request',
  'invalid_client',
  'invalid_grant',
  'unauthorized_client',
  'unsupported_grant_type',
  'invalid_scope',
  'access_denied',
  'unsupported_response_type',
  'server_error',
  'temporarily_unavailable',
  'login_required',
  'interaction_required',
  'consent_required',
  'account_selection_required',
] as const;
export type OAuthError = (typeof knownErrors)[number] | 'other';

/** A server's error word, reduced to the closed list; null when there is none. */
export function oauthError(word: unknown): OAuthError | null {
  if (typeof word !== 'string' || word === '') return null;
  return knownErrors.find((known) => known === word) ?? 'other';
}

/** The `error` member of a JSON answer. */
export function errorOf(answer: Answer): OAuthError | null {
  const { body } = answer;
  if (body.kind !== 'json' || typeof body.value !== 'object' || body.value === null) return null;
  return 'error' in body.value ? oauthError(body.value.error) : null;
}

/** `error` as a fact, where there is one. */
export const errorFact = (error: OAuthError | null): Facts => (error === null ? {} : { error });

/** A token endpoint's refusal; the rows all requests share have been read before. */
export function readTokenRefusal(answer: Answer, url: string, scopesSent: boolean): Reading {
  const error = errorOf(answer);
  const facts = { ...answerFacts(answer, url), ...errorFact(error) };
  switch (error) {
    case 'invalid_client':
      return failed('credentials-rejected', facts);
    case 'unauthorized_client':
    case 'unsupported_grant_type':
    case 'access_denied':
      return failed('client-not-allowed', facts);
    case 'invalid_scope':
      return failed(scopesSent ? 'scope-rejected' : 'scope-missing', facts);
    // The code was good for another client, address or verifier, or is over: the sign-in did not come to its end.
    case 'invalid_grant':
      return failed(answer.status === 401 ? 'credentials-rejected' : 'sign-in-incomplete', facts);
    default:
      break;
  }
  if (answer.status === 401) return failed('credentials-rejected', facts);
  if (answer.status === 403) return failed('client-not-allowed', facts);
  return failed('unexpected-answer', facts);
}

/** What keeps a 2xx answer from being a token. */
export type TokenProblem = 'access_token' | 'token_type' | 'other';

/** The access token of a 2xx answer (RFC 6749 §5.1). Nobody here uses an ID token: it is not looked at. */
export function readTokenAnswer(value: unknown): Result<string, TokenProblem> {
  if (typeof value !== 'object' || value === null) return refuse('access_token');
  const { access_token, token_type, ...rest } = value as Readonly<Record<string, unknown>>;
  // RFC 6750 §2.1 allows less; anything that fits into a header line can be sent back as it came.
  if (typeof access_token !== 'string' || !/^[\x21-\x7e]+$/.test(access_token)) return refuse('access_token');
  if (typeof token_type !== 'string' || !/^bearer$/i.test(token_type)) return refuse('token_type');
  return areAsDue(rest) ? ok(access_token) : refuse('other');
}

/** The members that may be missing. Several servers write the number of seconds as a text. */
function areAsDue({ expires_in, refresh_token, scope }: Readonly<Record<string, unknown>>): boolean {
  const seconds = typeof expires_in === 'number' ? expires_in : Number.parseFloat(String(expires_in));
  return (
    (expires_in === undefined || (Number.isFinite(seconds) && seconds >= 0)) &&
    (refresh_token === undefined || (typeof refresh_token === 'string' && refresh_token !== '')) &&
    (scope === undefined || typeof scope === 'string')
  );
}
