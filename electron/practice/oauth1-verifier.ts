import { createHmac, timingSafeEqual } from 'node:crypto';

/*
 * The server's side of OAuth 1.0a, written from RFC 5849 alone and without code of the signer. Two independent
 * implementations reveal a mistake in either.
 */

export type Parameter = readonly [name: string, value: string];

export interface SignedRequest {
  readonly method: string;
  /** Absolute, as the client requested it, with the query. */
  readonly url: string;
  readonly authorization: string | undefined;
  /** Only for `application/x-www-form-urlencoded` requests (§3.4.1.3.1). */
  readonly formBody?: string;
}

/** The words of OAuth problem reporting that two-legged requests need. */
type Oauth1Problem =
  | 'parameter_absent'
  | 'parameter_rejected'
  | 'version_rejected'
  | 'signature_method_rejected'
  | 'consumer_key_unknown'
  | 'timestamp_refused'
  | 'nonce_used'
  | 'signature_invalid';

export type Verdict =
  | { readonly accepted: true }
  /** `status` as in §3.2: 400 if unreadable or unsupported, 401 if not valid. */
  | { readonly accepted: false; readonly status: 400 | 401; readonly problem: Oauth1Problem };

export interface Oauth1Rules {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly methods: readonly string[];
  /** How far a timestamp may be behind or ahead of `now`, in seconds. */
  readonly behindSeconds: number;
  readonly aheadSeconds: number;
  /** Refuses requests with a realm, like servers that parse the header too strictly. */
  readonly refuseRealm: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const hashes: Readonly<Record<string, string>> = { 'HMAC-SHA256': 'sha256', 'HMAC-SHA1': 'sha1' };
const REQUIRED = [
  'oauth_consumer_key',
  'oauth_signature_method',
  'oauth_timestamp',
  'oauth_nonce',
  'oauth_signature',
] as const;

/** Percent-encoding as in §3.6: all but the unreserved characters of RFC 3986, in UTF-8 and upper case. */
export function percentEncode(text: string): string {
  let encoded = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    encoded += /[A-Za-z0-9\-._~]/.test(character)
      ? character
      : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return encoded;
}

/** Parses a query or form body, where `+` is a space (§3.4.1.3.1); a pair without `=` has an empty value. */
function formParameters(text: string): readonly Parameter[] {
  return text
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const at = pair.indexOf('=');
      const [name, value] = at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
      return [decodeForm(name), decodeForm(value)];
    });
}

const decodeForm = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** The parameters of an `OAuth` Authorization header (§3.5.1), including the realm; null if it is not such a header. */
export function authorizationParameters(header: string | undefined): readonly Parameter[] | null {
  const scheme = /^OAuth\s+/i.exec(header ?? '');
  if (header === undefined || scheme === null) return null;
  const parameters: Parameter[] = [];
  for (const part of header.slice(scheme[0].length).split(',')) {
    const pair = /^\s*([^\s=]+)="([^"]*)"\s*$/.exec(part);
    if (pair?.[1] === undefined || pair[2] === undefined) return null;
    try {
      parameters.push([decodeURIComponent(pair[1]), decodeURIComponent(pair[2])]);
    } catch {
      return null;
    }
  }
  return parameters;
}

/** §3.4.1.2: scheme and host in lower case, without default port, query and fragment. */
function baseStringUri(url: string): string {
  // The URL parser does all of this and keeps the path as it was sent.
  const { protocol, host, pathname } = new URL(url);
  return `${protocol}//${host}${pathname}`;
}

const byCode = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** §3.4.1: method, base string URI and all parameters, encoded, then sorted by encoded name and value. */
export function signatureBaseString(
  method: string,
  url: string,
  authorization: readonly Parameter[],
  formBody = '',
): string {
  const query = url.includes('?') ? url.slice(url.indexOf('?') + 1).replace(/#.*$/, '') : '';
  const parameters = [...formParameters(query), ...authorization, ...formParameters(formBody)]
    .filter(([name]) => name !== 'realm' && name !== 'oauth_signature')
    .map(([name, value]) => [percentEncode(name), percentEncode(value)] as const)
    .sort(([name, value], [otherName, otherValue]) => byCode(name, otherName) || byCode(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
  return [method.toUpperCase(), baseStringUri(url), parameters].map(percentEncode).join('&');
}

/** §3.4.2, with the method's hash; null if the method is not a known HMAC. */
export function hmacSignature(
  method: string,
  baseString: string,
  clientSecret: string,
  tokenSecret = '',
): string | null {
  const hash = hashes[method];
  if (hash === undefined) return null;
  const key = `${percentEncode(clientSecret)}&${percentEncode(tokenSecret)}`;
  return createHmac(hash, key).update(baseString, 'utf8').digest('base64');
}

/** Verifies two-legged requests of one client, and remembers their nonces while their timestamps are valid. */
export class Oauth1Verifier {
  readonly #nonces = new Map<string, number>();

  verify(request: SignedRequest, rules: Oauth1Rules): Verdict {
    const header = authorizationParameters(request.authorization);
    if (header === null) return refused(request.authorization === undefined ? 401 : 400, 'parameter_absent');
    if (rules.refuseRealm && header.some(([name]) => name === 'realm'))
      return refused(400, 'parameter_rejected');
    const signed = header.filter(([name]) => name !== 'realm');
    const parameters = new Map(signed);
    if (parameters.size !== signed.length) return refused(400, 'parameter_rejected');
    if (REQUIRED.some((name) => (parameters.get(name) ?? '') === '')) return refused(400, 'parameter_absent');
    if ((parameters.get('oauth_version') ?? '1.0') !== '1.0') return refused(400, 'version_rejected');

    const method = parameters.get('oauth_signature_method') ?? '';
    if (!rules.methods.includes(method)) return refused(400, 'signature_method_rejected');
    if (parameters.get('oauth_consumer_key') !== rules.clientId) return refused(401, 'consumer_key_unknown');

    const timestamp = parameters.get('oauth_timestamp') ?? '';
    if (!/^[1-9]\d{0,14}$/.test(timestamp)) return refused(400, 'parameter_rejected');
    const behind = Math.floor(rules.now() / 1000) - Number(timestamp);
    if (behind > rules.behindSeconds || -behind > rules.aheadSeconds)
      return refused(401, 'timestamp_refused');

    let baseString: string;
    try {
      baseString = signatureBaseString(request.method, request.url, signed, request.formBody);
    } catch {
      return refused(400, 'parameter_rejected');
    }
    const expected = hmacSignature(method, baseString, rules.clientSecret);
    if (expected === null || !sameText(expected, parameters.get('oauth_signature') ?? '')) {
      return refused(401, 'signature_invalid');
    }
    return this.#remember(
      `${timestamp} ${parameters.get('oauth_nonce') ?? ''}`,
      Number(timestamp),
      behind,
      rules,
    );
  }

  /** Only signed nonces are remembered, so that nobody can fill the memory or use up another client's nonce. */
  #remember(nonce: string, timestamp: number, behind: number, rules: Oauth1Rules): Verdict {
    const now = timestamp + behind;
    for (const [known, at] of this.#nonces) {
      if (now - at > rules.behindSeconds + rules.aheadSeconds) this.#nonces.delete(known);
    }
    if (this.#nonces.has(nonce)) return refused(401, 'nonce_used');
    this.#nonces.set(nonce, timestamp);
    return { accepted: true };
  }
}

const refused = (status: 400 | 401, problem: Oauth1Problem): Verdict => ({
  accepted: false,
  status,
  problem,
});

/** Constant-time comparison. */
function sameText(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
