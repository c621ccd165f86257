import type { ClientAuthentication } from '@systems/system';

/** How client ID and secret are written into HTTP Basic. */
type BasicForm = Extract<ClientAuthentication, `basic-${string}`>;

/**
 * The `Authorization` of a token request. RFC 6749 §2.3.1 form-encodes both halves first; several servers take them
 * raw.
 */
export function basicAuthorization(clientId: string, secret: string, form: BasicForm): string {
  const half = form === 'basic-raw' ? (text: string) => text : formEncoded;
  return `Basic ${Buffer.from(`${half(clientId)}:${half(secret)}`, 'utf8').toString('base64')}`;
}

/** application/x-www-form-urlencoded, one value; `-`, `.` and `_` need no encoding. */
const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1);
