import { ok, type Result, refuse } from '@contract/result';
import type { ClientAuthentication, Reading } from '@systems/system';
import * as oauth from 'oauth4webapi';
import { ofFailure } from '../answers/readings';
import type { Answer } from '../http/client';
import { authenticateClient } from './client-authentication';
import type { SignInContext } from './session';

export interface TokenRequest {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly secretField: string;
  readonly clientAuthentication: ClientAuthentication;
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
      authentication: authenticateClient(secret.value, request.clientAuthentication),
      options: { [oauth.customFetch]: send as typeof fetch },
    });
  } catch (error) {
    line.value.close();
    if (!(error instanceof Answered)) throw error;
  }
  if (outcome === null) throw new Error('the token request was never sent');
  return outcome;
}
