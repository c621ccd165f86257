import type { Facts } from '@contract/report';
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

/** What keeps a 2xx answer from being a token; null when nothing does. */
export function tokenProblem(value: unknown): 'access_token' | 'token_type' | null {
  if (typeof value !== 'object' || value === null || !('access_token' in value)) return 'access_token';
  // RFC 6750 §2.1 allows less; anything that fits into a header line can be sent back as it came.
  if (typeof value.access_token !== 'string' || !/^[\x21-\x7e]+$/.test(value.access_token))
    return 'access_token';
  const usable =
    'token_type' in value && typeof value.token_type === 'string' && /^bearer$/i.test(value.token_type);
  return usable ? null : 'token_type';
}
