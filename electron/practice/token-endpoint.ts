import { type Basis, json, type PracticeAnswer, type PracticeRequest } from './practice-part';

/** Tokens and token errors must not be cached (RFC 6749 §5.1). */
export const NEVER_STORED = { 'cache-control': 'no-store', pragma: 'no-cache' } as const;

type Refuse = (error: string, status?: number, headers?: PracticeAnswer['headers']) => PracticeAnswer;

/** What differs between the systems. */
interface TokenEndpoint {
  readonly grant: 'client_credentials' | 'authorization_code';
  /** How its refusals are known. */
  readonly basis: Basis;
  /** Sent with each refusal. */
  readonly headers?: PracticeAnswer['headers'];
  /** The answer to a rejected client; null if it is accepted. */
  readonly refuseClient: (form: URLSearchParams, refuse: Refuse) => PracticeAnswer | null;
  readonly issue: (form: URLSearchParams, refuse: Refuse) => PracticeAnswer;
}

/**
 * Answers a token request in the order of RFC 6749 §5.2: first the client, then the grant, then the request's
 * parameters.
 */
export function answerTokenRequest(
  { method, body }: PracticeRequest,
  { grant, basis, headers = {}, refuseClient, issue }: TokenEndpoint,
): PracticeAnswer {
  if (method !== 'POST') return json(405, {}, 'inferred');
  const form = new URLSearchParams(body);
  const refuse: Refuse = (error, status = 400, more = {}) =>
    json(status, { error }, basis, { ...headers, ...more });
  const refused = refuseClient(form, refuse);
  if (refused !== null) return refused;
  return form.get('grant_type') === grant ? issue(form, refuse) : refuse('unsupported_grant_type');
}
