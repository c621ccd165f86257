import { assertNever } from '@contract/result';
import type { Reading } from '@systems/system';
import { authorizationWord } from '../answers/error-words';
import { failed } from '../answers/readings';

/** An authorization server's `error` from a redirect (RFC 6749 §4.1.2.1, OpenID Connect Core §3.1.2.6). */
export function readAuthorizationError(word: string, host: string, scopesSent: boolean): Reading {
  const error = authorizationWord(word);
  const facts = { host, error };
  switch (error) {
    case 'access_denied':
      return failed('sign-in-cancelled', facts);
    case 'unauthorized_client':
    case 'unsupported_response_type':
    case 'unsupported_grant_type':
      return failed('client-not-allowed', facts);
    case 'invalid_scope':
    case 'insufficient_scope':
      return failed(scopesSent ? 'scope-rejected' : 'scope-missing', facts);
    case 'invalid_client':
      return failed('credentials-rejected', facts);
    case 'server_error':
    case 'temporarily_unavailable':
      return failed('server-error', facts);
    case 'login_required':
    case 'interaction_required':
    case 'consent_required':
    case 'account_selection_required':
      return failed('sign-in-incomplete', facts);
    case 'invalid_request':
    case 'invalid_grant':
    case 'invalid_target':
    case 'invalid_token':
    case 'other':
      return failed('unexpected-answer', facts);
    default:
      return assertNever(error);
  }
}
