import { SKEW_SECONDS } from '@contract/limits';
import type { Facts } from '@contract/report';
import type { Reading } from '@systems/system';
import type { Answer } from '../http/client';
import { asksForOtherScheme, clockDifference, type Scheme } from './read-answer';
import { failed } from './readings';
import type { Said } from './said-words';

/** How the requests of a check prove who asks, once the sign-in is over. */
export type Proof = 'fetched-token' | 'entered-token' | 'signature';

export const schemeOf = (proof: Proof): Scheme => (proof === 'signature' ? 'oauth' : 'bearer');

/**
 * What a server says of the token or the signature where it refuses it by a word of its scheme; null where the answer
 * has no such word, and its status has to be read.
 */
export function readRefusalByWord(proof: Proof, answer: Answer, said: Said, facts: Facts): Reading | null {
  const refusesHere = answer.status >= 400 && answer.status !== 429;
  if (!refusesHere) return null;
  if (proof === 'signature') {
    const words =
      answer.status < 500 &&
      (said.problem !== null || said.codeMinor === 'unauthorisedrequest' || said.wrongCredentials);
    return words || said.oauth === 'invalid_client' || said.oauth === 'invalid_token'
      ? readRefusedSignature(answer, said, facts)
      : null;
  }
  if (said.oauth === 'invalid_token') return readRefusedToken(proof, said, facts);
  // RFC 6750 §3.1: the request itself is malformed; the token it carries was not accepted either way.
  const malformed = answer.status === 400 && said.oauth === 'invalid_request';
  const minor = answer.status < 500 && said.codeMinor === 'unauthorisedrequest';
  // A 403 to a token that was fetched here is a missing right, whatever the envelope calls it.
  if (malformed || (minor && !(answer.status === 403 && proof === 'fetched-token')))
    return readRefusedToken(proof, said, facts);
  return null;
}

/** The refusal itself: of a token, or of a signature. */
export const readRefusal = (proof: Proof, answer: Answer, said: Said, facts: Facts): Reading =>
  proof === 'signature' ? readRefusedSignature(answer, said, facts) : readRefusedToken(proof, said, facts);

/** RFC 6750 §3.1; servers say "expired" in words only. */
function readRefusedToken(proof: Proof, said: Said, facts: Facts): Reading {
  const told = { ...facts, ...errorFact(said), ...(said.ownReason && { problem: 'own-reason' }) };
  // A token that was entered does not expire by itself: to be told so means that another one is needed.
  return failed(said.expired && proof === 'fetched-token' ? 'token-expired' : 'token-rejected', told);
}

/** The clock is compared before the secret is blamed: a signature with the wrong time is refused like a wrong one. */
function readRefusedSignature(answer: Answer, { problem, oauth, named }: Said, facts: Facts): Reading {
  const word = problem ?? (oauth === null && !named ? null : 'other');
  const told = { ...facts, ...(word !== null && { oauthProblem: word }) };
  if (problem?.startsWith('parameter_') === true || problem === 'version_rejected')
    return failed('request-rejected', told);
  const clock = clockDifference(answer);
  if (problem === 'timestamp_refused' || (clock !== null && clock.seconds >= SKEW_SECONDS))
    return failed('clock-skew', { ...told, ...clock });
  if (problem?.startsWith('signature_') === true) return failed('signature-rejected', told);
  if (problem?.startsWith('nonce_') === true) return failed('nonce-rejected', told);
  if (problem?.startsWith('permission_') === true) return failed('client-not-allowed', told);
  return failed('credentials-rejected', {
    ...told,
    ...(problem === 'consumer_key_unknown'
      ? { problem: 'client-unknown' }
      : word === null && asksForOtherScheme(answer, 'oauth') && { problem: 'other-challenge' }),
  });
}

/** The server's word as a fact, where there is one; what is no word of the standard is `other`. */
export const errorFact = ({ oauth, named }: Pick<Said, 'oauth' | 'named'>): Facts =>
  oauth !== null ? { error: oauth } : named ? { error: 'other' } : {};
