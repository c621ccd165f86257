import { randomBytes } from 'node:crypto';
import type { PracticeRequest } from './practice-part';

/* Shared by practice systems with tokens: parsing HTTP Basic and Bearer, and remembering issued tokens. */

export interface Pair {
  readonly id: string;
  readonly secret: string;
}

/** HTTP Basic, decoded only from Base64; null if it is not Basic. */
function basicPair(authorization: string | undefined): Pair | null {
  const encoded = /^Basic ([\w+/]+={0,2})$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return null;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? null : { id: text.slice(0, colon), secret: text.slice(colon + 1) };
}

/**
 * Client ID and secret of a token request; `by` tells where they were. Null if they are in both places or in neither.
 */
export function clientIn({
  headers,
  body,
}: Pick<PracticeRequest, 'headers' | 'body'>): (Pair & { readonly by: 'header' | 'body' }) | null {
  const form = new URLSearchParams(body);
  const [id, secret] = [form.get('client_id'), form.get('client_secret')];
  if (headers.authorization === undefined)
    return id === null || secret === null ? null : { id, secret, by: 'body' };
  const pair = basicPair(headers.authorization);
  return pair === null || secret !== null ? null : { ...pair, by: 'header' };
}

/** The pair with both halves form-decoded (RFC 6749 §2.3.1). */
export const formDecoded = ({ id, secret }: Pair): Pair => ({ id: decoded(id), secret: decoded(secret) });

const decoded = (text: string): string =>
  new URLSearchParams(`=${text.replaceAll('&', '%26')}`).get('') ?? '';

export const isSame = (one: Pair, other: Pair): boolean => one.id === other.id && one.secret === other.secret;

export const bearerToken = (authorization: string | undefined): string | null =>
  /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? null;

/** Tokens of one practice system; the oldest are dropped if there are too many. */
export class IssuedTokens {
  readonly #issued = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  issue(bytes: number): string {
    const [oldest] = this.#issued.keys();
    if (oldest !== undefined && this.#issued.size >= 200) this.#issued.delete(oldest);
    const token = randomBytes(bytes).toString('hex');
    this.#issued.set(token, this.#now());
    return token;
  }

  /** Seconds since it was issued; null if it never was. */
  age(token: string | null): number | null {
    const at = token === null ? undefined : this.#issued.get(token);
    return at === undefined ? null : Math.floor((this.#now() - at) / 1000);
  }

  forget(): void {
    this.#issued.clear();
  }
}
