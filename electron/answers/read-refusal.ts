import { SKEW_SECONDS } from '@contract/limits';
import type { Facts } from '@contract/report';
import type { Reading } from '@systems/system';
import type { Answer } from '../http/client';
import type { ErrorWords } from './error-words';
import { asksForOtherScheme, clockDifference, type Scheme } from './read-answer';
import { failed } from './readings';

/** How a check's requests authenticate after the sign-in. */
export type Proof = 'fetched-token' | 'entered-token' | 'signature';

export const schemeOf = (proof: Proof): Scheme => (proof === 'signature' ? 'oauth' : 'bearer');

/**
 * Reads a refusal of the token or signature that uses an error word of its scheme. Returns null if the answer has no
 * such word and its status decides.
 */
export function readRefusalByWord(
  proof: Proof,
  answer: Answer,
  errorWords: ErrorWords,
  facts: Facts,
): Reading | null {
  const refusesHere = answer.status >= 400 && answer.status !== 429;
  if (!refusesHere) return null;
  if (proof === 'signature') {
    const words =
      answer.status < 500 &&
      (errorWords.problem !== null ||
        errorWords.toldProblem !== null ||
        errorWords.codeMinor === 'unauthorisedrequest' ||
        errorWords.wrongCredentials);
    return words || errorWords.oauth === 'invalid_client' || errorWords.oauth === 'invalid_token'
      ? readRefusedSignature(answer, errorWords, facts)
      : null;
  }
  if (errorWords.oauth === 'invalid_token') return readRefusedToken(proof, errorWords, facts);
  // RFC 6750 §3.1: the request is malformed. Either way, its token was not accepted.
  const malformed = answer.status === 400 && errorWords.oauth === 'invalid_request';
  const minor = answer.status < 500 && errorWords.codeMinor === 'unauthorisedrequest';
  // With a token fetched in this check, a 403 means a missing permission, whatever the envelope calls it.
  if (malformed || (minor && !(answer.status === 403 && proof === 'fetched-token')))
    return readRefusedToken(proof, errorWords, facts);
  return null;
}

/** The refusal of a token or a signature. */
export const readRefusal = (proof: Proof, answer: Answer, errorWords: ErrorWords, facts: Facts): Reading =>
  proof === 'signature'
    ? readRefusedSignature(answer, errorWords, facts)
    : readRefusedToken(proof, errorWords, facts);

/** RFC 6750 §3.1; servers say "expired" only in their messages. */
function readRefusedToken(proof: Proof, errorWords: ErrorWords, facts: Facts): Reading {
  const problem = errorWords.notSeen ? 'not-seen' : errorWords.ownReason ? 'own-reason' : null;
  const withReason = { ...facts, ...errorFact(errorWords), ...(problem !== null && { problem }) };
  // For a token the user entered, "expired" means that they need a new one.
  return failed(
    errorWords.expired && proof === 'fetched-token' ? 'token-expired' : 'token-rejected',
    withReason,
  );
}

/** Checks the clock before it blames the secret: a signature with a wrong time looks like one with a wrong secret. */
function readRefusedSignature(
  answer: Answer,
  { problem: word, toldProblem, oauth, named, notActive }: ErrorWords,
  facts: Facts,
): Reading {
  const problem = word ?? toldProblem;
  const reason = problem ?? (oauth === null && !named ? null : 'other');
  const withReason = { ...facts, ...(reason !== null && { oauthProblem: reason }) };
  if (problem?.startsWith('parameter_') === true || problem === 'version_rejected')
    return failed('request-rejected', withReason);
  const clock = clockDifference(answer);
  if (problem === 'timestamp_refused' || (clock !== null && clock.seconds >= SKEW_SECONDS))
    return failed('clock-skew', { ...withReason, ...clock });
  if (problem?.startsWith('signature_') === true) return failed('signature-rejected', withReason);
  if (problem?.startsWith('nonce_') === true) return failed('nonce-rejected', withReason);
  if (problem?.startsWith('permission_') === true) return failed('client-not-allowed', withReason);
  return failed('credentials-rejected', {
    ...withReason,
    ...(problem === 'consumer_key_unknown'
      ? { problem: 'client-unknown' }
      : notActive
        ? { problem: 'not-active' }
        : reason === null && asksForOtherScheme(answer, 'oauth') && { problem: 'other-challenge' }),
  });
}

/** The server's error word as a fact, if there is one; words of no standard become `other`. */
export const errorFact = ({ oauth, named }: Pick<ErrorWords, 'oauth' | 'named'>): Facts =>
  oauth !== null ? { error: oauth } : named ? { error: 'other' } : {};
