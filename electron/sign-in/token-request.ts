import { ok, type Result, refuse } from '@contract/result';
import type { ClientAuthentication, Reading } from '@systems/system';
import { ofFailure } from '../answers/readings';
import type { Answer } from '../http/client';
import { basicAuthorization } from './client-authentication';
import type { SignInContext } from './session';

export interface TokenRequest {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly secretField: string;
  readonly clientAuthentication: ClientAuthentication;
}

/**
 * Sends one token request (RFC 6749 §4.1.3 and §4.4.2). The server is verified before the secret is fetched. Fails if
 * there was no answer; reading the answer is up to the caller.
 *
 * @param parameters the form's parameters, without the client's credentials
 */
export async function askForToken(
  request: TokenRequest,
  context: SignInContext,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<Answer, Reading>> {
  const line = await context.client.open(request.tokenUrl, context.waiting());
  if (!line.ok) return refuse(ofFailure(line.failure));
  const secret = await context.secretFor(request.secretField, request.tokenUrl);
  if (!secret.ok) {
    line.value.close();
    return refuse(secret.failure);
  }
  const { headers, form } = authenticated(request, secret.value);
  const sent = await line.value.send({
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded;charset=UTF-8',
      ...headers,
    },
    body: new URLSearchParams({ ...parameters, ...form }).toString(),
  });
  if (sent.ok) return ok(sent.value);
  line.value.close();
  return refuse(ofFailure(sent.failure));
}

/** The client ID and secret go in the header or in the form, never in both (RFC 6749 §2.3.1). */
function authenticated(
  { clientId, clientAuthentication: way }: TokenRequest,
  secret: string,
): { readonly headers?: Record<string, string>; readonly form?: Record<string, string> } {
  return way === 'body'
    ? { form: { client_id: clientId, client_secret: secret } }
    : { headers: { authorization: basicAuthorization(clientId, secret, way) } };
}
