import { ok, type Result, refuse } from '@contract/result';
import type { Reading } from '@systems/system';
import * as oauth from 'oauth4webapi';
import { answerFacts, isSuccess, readNotJson, readShared } from '../answers/read-answer';
import { failed, ofFailure } from '../answers/readings';
import type { Answer } from '../http/client';
import { type BasicForm, basicClient } from './client-authentication';
import { Response } from './fetch-parts';
import type { SignInContext } from './session';
import { readTokenRefusal, tokenProblem } from './token-answer';

export interface TokenRequest {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly secretField: string;
  readonly basic: BasicForm;
  readonly notFound?: Reading;
}

/** What oauth4webapi needs to make one kind of token request. */
export interface GrantCall {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly authentication: oauth.ClientAuth;
  readonly options: { [oauth.customFetch]: typeof fetch };
}

/** Ends oauth4webapi's call once the answer is known; carries nothing. */
class Answered extends Error {}

/**
 * Sends one token request, made by oauth4webapi, over a line that was verified before the secret was fetched.
 * Fails with the conclusion when no answer came; any answer that did come is the caller's to read.
 */
export async function askForToken(
  request: TokenRequest,
  context: SignInContext,
  issuer: string,
  grant: (call: GrantCall) => Promise<unknown>,
): Promise<Result<Answer, Reading>> {
  const waiting = context.waiting();
  const line = await context.client.open(request.tokenUrl, waiting);
  if (!line.ok) return refuse(ofFailure(line.failure));
  const secret = await context.secretFor(request.secretField, request.tokenUrl);
  if (!secret.ok) {
    line.value.close();
    return refuse(secret.failure);
  }
  let outcome: Result<Answer, Reading> | null = null;
  const send = async (_url: unknown, init: RequestInit = {}): Promise<globalThis.Response> => {
    // The app's own is sent with every request, the library's with none.
    const { 'user-agent': _, ...headers } = init.headers as Record<string, string>;
    const sent = await line.value.send({
      method: 'POST',
      headers,
      body: String(init.body ?? ''),
    });
    outcome = sent.ok ? ok(sent.value) : refuse(ofFailure(sent.failure));
    throw new Answered();
  };
  try {
    await grant({
      server: { issuer, token_endpoint: request.tokenUrl },
      client: { client_id: request.clientId },
      authentication: basicClient(secret.value, request.basic),
      options: { [oauth.customFetch]: send as typeof fetch },
    });
  } catch (error) {
    line.value.close();
    if (!(error instanceof Answered)) throw error;
  }
  if (outcome === null) throw new Error('the token request was never sent');
  return outcome;
}

/** Reads a token endpoint's answer by the decision table; the access token when it is one. */
export async function readToken(
  answer: Answer,
  request: TokenRequest,
  scopesSent: boolean,
): Promise<Result<string, Reading>> {
  const facts = answerFacts(answer, request.tokenUrl);
  const shared = readShared(answer, request.tokenUrl, request.notFound);
  if (shared !== null) return refuse(shared);
  if (!isSuccess(answer)) return refuse(readTokenRefusal(answer, request.tokenUrl, scopesSent));
  const notJson = readNotJson(answer, facts);
  if (notJson !== null) return refuse(notJson);
  const value = answer.body.kind === 'json' ? answer.body.value : null;
  const problem = tokenProblem(value);
  if (problem !== null) return refuse(failed('token-malformed', { ...facts, problem }));
  try {
    const token = await oauth.processGenericTokenEndpointResponse(
      { issuer: new URL(request.tokenUrl).origin, token_endpoint: request.tokenUrl },
      { client_id: request.clientId },
      new Response(withoutIdToken(value)) as unknown as globalThis.Response,
    );
    return ok(token.access_token);
  } catch {
    return refuse(failed('token-malformed', { ...facts, problem: 'other' }));
  }
}

/** Nobody here uses an ID token, and its issuer is not known: it is dropped before anything tries to verify it. */
function withoutIdToken(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== 'id_token'));
}
