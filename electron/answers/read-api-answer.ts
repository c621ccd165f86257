import type { Reading, RequestPlan } from '@systems/system';
import type { Answer } from '../http/client';
import { type ErrorWords, errorWordsIn } from './error-words';
import {
  answerFacts,
  asHttpAnswer,
  isSuccess,
  readNotJson,
  readShared,
  refusesScheme,
  withLabel,
} from './read-answer';
import { errorFact, type Proof, readRefusal, readRefusalByWord, schemeOf } from './read-refusal';
import { failed, passed, warning } from './readings';

export interface ApiReading {
  /** For the `permission` row of this request. */
  readonly permission: Reading;
  /** The content's result, for the `data` step if this request is the proof; null: nothing to judge. */
  readonly data: Reading | null;
}

export interface AskedApi {
  readonly proof: Proof;
  /** Whether the server has already shown that it knows the client. */
  readonly recognised: boolean;
}

/** Reads an API's answer to a request with a token or a signature. */
export function readApi(answer: Answer, plan: RequestPlan, asked: AskedApi): ApiReading {
  const facts = answerFacts(answer, plan.url);
  const stop = (reading: Reading): ApiReading => ({
    permission: { ...reading, facts: { ...facts, ...reading.facts } },
    data: null,
  });
  const errorWords = errorWordsIn(answer);
  const scheme = schemeOf(asked.proof);
  // Once the server knows the client, it refuses one permission, not the client.
  if (asked.recognised && errorWords.problem?.startsWith('permission_') === true && isRefusal(answer))
    return stop(failed('permission-missing', rightFacts(errorWords)));
  const own = refusesAtAll(answer) ? (plan.refused?.(asHttpAnswer(answer)) ?? null) : null;
  /** A word of the standard decides what it is; the system may know more about it. */
  const stopAs = (reading: Reading): ApiReading =>
    stop(own?.code === reading.code ? { ...reading, facts: { ...reading.facts, ...own.facts } } : reading);
  // The standard's word for a missing permission, even with the status of a refused token.
  if (errorWords.oauth === 'insufficient_scope' && asked.proof !== 'signature' && isRefusal(answer))
    return stopAs(failed('permission-missing', rightFacts(errorWords)));
  const byWord = readRefusalByWord(asked.proof, answer, errorWords, facts);
  if (byWord !== null) return stopAs(byWord);
  if (refusesScheme(answer, scheme)) return stopAs(readRefusal(asked.proof, answer, errorWords, facts));
  if (own !== null) return stop(own);
  if (answer.status === 403 && namesMissingRight(answer, errorWords))
    return stop(failed('permission-missing', rightFacts(errorWords)));
  const shared = readShared(answer, { ...plan, scheme });
  if (shared !== null) return stop(shared);
  if (!isSuccess(answer)) return stop(readUnexplained(answer, errorWords, asked));
  return readContent(answer, plan, asked, errorWords);
}

/** Whether the server lacks this collection; the answers for the other collections then tell why. */
export const isAbsence = ({ status }: Answer, { code, facts }: Reading): boolean =>
  (status === 404 || status === 405 || status === 501) &&
  // With a reason, it is no matter of this collection.
  ((code === 'wrong-address' && facts.problem === undefined) ||
    code === 'server-error' ||
    code === 'unexpected-answer');

const isRefusal = ({ status }: Answer): boolean => status >= 400 && status < 500 && status !== 429;
const refusesAtAll = ({ status }: Answer): boolean => status >= 400 && status !== 429;

/** A 403 that names the missing permission means that the server knows the client. */
function namesMissingRight({ body }: Answer, { oauth, codeMinor, missingRight }: ErrorWords): boolean {
  if (oauth === 'insufficient_scope' || oauth === 'invalid_scope' || codeMinor === 'forbidden') return true;
  return body.kind !== 'html' && missingRight;
}

const rightFacts = (errorWords: ErrorWords) => ({
  ...errorFact(errorWords),
  ...(errorWords.codeMinor !== null && { codeMinor: errorWords.codeMinor }),
});

/** A refusal without a reason, or with one that is not conclusive. */
function readUnexplained(answer: Answer, errorWords: ErrorWords, asked: AskedApi): Reading {
  const facts = rightFacts(errorWords);
  if (answer.status === 401) return readRefusal(asked.proof, answer, errorWords, {});
  // The server, or what stands in front of it, did not see the token.
  if (answer.status === 403 && errorWords.notSeen && asked.proof !== 'signature')
    return readRefusal(asked.proof, answer, errorWords, {});
  // A client with a token is known, so the refusal is about this request only.
  const ownReason = errorWords.hasReason ? { problem: 'own-reason' } : {};
  if (answer.status === 403)
    return failed(asked.recognised ? 'permission-missing' : 'refused', { ...facts, ...ownReason });
  const isPage = answer.body.kind === 'html';
  return failed('unexpected-answer', {
    ...facts,
    problem: errorWords.hasReason ? 'own-reason' : isPage ? 'page' : 'no-reason',
  });
}

function readContent(answer: Answer, plan: RequestPlan, asked: AskedApi, errorWords: ErrorWords): ApiReading {
  const facts = answerFacts(answer, plan.url);
  const same = (reading: Reading): ApiReading => {
    const told = { ...reading, facts: { ...facts, ...reading.facts } };
    return { permission: told, data: told };
  };
  const onlyRow = (reading: Reading): ApiReading => ({ ...same(reading), data: null });
  if (answer.status === 204 || (answer.body.kind === 'json' && answer.body.value === null))
    return { permission: passed(facts), data: warning('empty-data', { ...facts, count: 0 }) };
  const notJson = readNotJson(answer, facts);
  if (notJson !== null) return same(notJson);
  const content = plan.read(asHttpAnswer(answer));
  // Some servers report a missing permission with a 200.
  if (content.code === 'permission-missing') return onlyRow(content);
  if (errorWords.failure) return onlyRow(readFailureInside(answer, errorWords, asked));
  if (content.outcome === 'failed') return same(content);
  return {
    permission: withLabel(passed({ ...facts, ...plan.told?.(asHttpAnswer(answer)) }), answer),
    data: { ...content, facts: { ...facts, ...content.facts } },
  };
}

/** A 2xx whose body reports a failure never passes; its minor code decides. */
function readFailureInside(answer: Answer, errorWords: ErrorWords, asked: AskedApi): Reading {
  const facts = rightFacts(errorWords);
  const refused = errorWords.codeMinor === 'unauthorisedrequest' || errorWords.oauth === 'invalid_token';
  if (refused || errorWords.problem !== null || (errorWords.codeMinor === null && errorWords.unauthorized))
    return readRefusal(asked.proof, answer, errorWords, {});
  switch (errorWords.codeMinor) {
    case 'forbidden':
      return failed('permission-missing', facts);
    case 'serverbusy':
      return failed('rate-limited', { ...facts, retryAfter: null });
    case 'internalservererror':
      return failed('server-error', facts);
    default:
      break;
  }
  if (errorWords.oauth === 'insufficient_scope' || errorWords.missingRight)
    return failed('permission-missing', facts);
  return failed('unexpected-answer', { ...facts, problem: 'failure-inside' });
}
