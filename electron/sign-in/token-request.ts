import { type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import { answerFacts, isSuccess, readNotJson, readShared } from '../answers/read-answer';
import { failed, ofFailure } from '../answers/readings';
import type { Answer } from '../http/client';
import { type BasicForm, basicAuthorization } from './client-authentication';
import type { SignInContext } from './session';
import { readTokenAnswer, readTokenRefusal } from './token-answer';

export interface TokenRequest {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly secretField: string;
  readonly basic: BasicForm;
  readonly notFound?: Reading;
}

/**
 * Sends one token request (RFC 6749 §4.1.3, §4.4.2) over a line that was verified before the secret was fetched.
 * Fails with the conclusion when no answer came; any answer that did come is the caller's to read.
 *
 * Made here: oauth4webapi would make its `Headers` and `Response` with Node's whole fetch, whose loading takes longer
 * than the request.
 */
export async function askForToken(
  request: TokenRequest,
  context: SignInContext,
  grant: Readonly<Record<string, string>> & { readonly grant_type: string },
): Promise<Result<Answer, Reading>> {
  const line = await context.client.open(request.tokenUrl, context.waiting());
  if (!line.ok) return refuse(ofFailure(line.failure));
  const secret = await context.secretFor(request.secretField, request.tokenUrl);
  if (!secret.ok) {
    line.value.close();
    return refuse(secret.failure);
  }
  const sent = await line.value.send({
    method: 'POST',
    headers: {
      accept: 'application/json',
      authorization: basicAuthorization(request.clientId, secret.value, request.basic),
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
    },
    body: new URLSearchParams(grant).toString(),
  });
  return sent.ok ? sent : refuse(ofFailure(sent.failure));
}

/** Reads a token endpoint's answer by the decision table; the access token when it is one. */
export function readToken(
  answer: Answer,
  request: TokenRequest,
  scopesSent: boolean,
): Result<string, Reading> {
  const facts = answerFacts(answer, request.tokenUrl);
  const shared = readShared(answer, request.tokenUrl, request.notFound);
  if (shared !== null) return refuse(shared);
  if (!isSuccess(answer)) return refuse(readTokenRefusal(answer, request.tokenUrl, scopesSent));
  const notJson = readNotJson(answer, facts);
  if (notJson !== null) return refuse(notJson);
  const token = readTokenAnswer(answer.body.kind === 'json' ? answer.body.value : null);
  return token.ok ? token : refuse(failed('token-malformed', { ...facts, problem: token.failure }));
}
