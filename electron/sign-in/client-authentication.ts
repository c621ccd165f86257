import type { ClientAuthentication } from '@systems/system';

/** How the client ID and secret are encoded for HTTP Basic. */
type BasicForm = Extract<ClientAuthentication, `basic-${string}`>;

/**
 * The `Authorization` header of a token request. RFC 6749 §2.3.1 form-encodes both halves first, but several servers
 * expect them raw.
 */
export function basicAuthorization(clientId: string, secret: string, form: BasicForm): string {
  const half = form === 'basic-raw' ? (text: string) => text : formEncoded;
  return `Basic ${Buffer.from(`${half(clientId)}:${half(secret)}`, 'utf8').toString('base64')}`;
}

/** One value as application/x-www-form-urlencoded; `-`, `.` and `_` are not encoded. */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
