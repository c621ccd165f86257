import type { ClientAuthentication } from '@systems/system';
import { type ClientAuth, ClientSecretPost } from 'oauth4webapi';

/** How client ID and secret are written into HTTP Basic. */
type BasicForm = Extract<ClientAuthentication, `basic-${string}`>;

/**
 * The `Authorization` of a token request. RFC 6749 §2.3.1 form-encodes both halves first; several servers take them
 * raw. oauth4webapi's own Basic also encodes `-`, `.` and `_`, which need no encoding and which a server that does not
 * decode would then not recognize, so both forms are made here.
 */
export function basicAuthorization(clientId: string, secret: string, form: BasicForm): string {
  const half = form === 'basic-raw' ? (text: string) => text : formEncoded;
  return `Basic ${Buffer.from(`${half(clientId)}:${half(secret)}`, 'utf8').toString('base64')}`;
}

/** application/x-www-form-urlencoded, one value. */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);

/** For oauth4webapi: in the header or in the body, never in both at once. */
export function authenticateClient(secret: string, way: ClientAuthentication): ClientAuth {
  if (way === 'body') return ClientSecretPost(secret);
  return (_server, client, _body, headers) => {
    headers.set('authorization', basicAuthorization(client.client_id, secret, way));
  };
}
