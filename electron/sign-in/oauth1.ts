import { createHmac, randomBytes } from 'node:crypto';
import { ok } from '@contract/result';
import type { SignInPlan } from '@systems/system';
import OAuth from 'oauth-1.0a';
import { signInByFirstRequest } from './first-request';
import type { Session, SignedIn, SignInContext } from './session';

type Plan = Extract<SignInPlan, { kind: 'oauth1' }>;

/** The inputs of the signature besides the request itself. */
export interface Signing {
  readonly clientId: string;
  readonly secret: string;
  readonly method: Plan['signatureMethod'];
  /** Seconds since 1970. */
  readonly timestamp: number;
  readonly nonce: string;
}

/**
 * The `Authorization` header of a two-legged OAuth 1.0 request (RFC 5849 §3.5.1). It has no `realm` and, like
 * ClassLink's own libraries, no `oauth_version`.
 */
export function oauth1Authorization(httpMethod: string, address: string, signing: Signing): string {
  const url = new URL(address);
  const hash = signing.method === 'HMAC-SHA256' ? 'sha256' : 'sha1';
  const signer = new OAuth({
    consumer: { key: signing.clientId, secret: signing.secret },
    signature_method: signing.method,
    hash_function: (base, key) => createHmac(hash, key).update(base).digest('base64'),
  });
  const parameters = {
    oauth_consumer_key: signing.clientId,
    oauth_nonce: signing.nonce,
    oauth_signature_method: signing.method,
    oauth_timestamp: signing.timestamp,
  };
  // We do not use the library's `authorize()`, which always adds `oauth_version`. The library also encodes query
  // names twice, so it gets them decoded, and writes the query into the parameters, so it gets a copy.
  const request = { method: httpMethod, url: `${url.origin}${url.pathname}`, data: queryOf(url) };
  const signature = signer.getSignature(request, undefined, { ...parameters } as OAuth.Data);
  const all = { ...parameters, oauth_signature: signature };
  const pairs = Object.entries(all).map(
    ([name, value]) => `${name}="${signer.percentEncode(String(value))}"`,
  );
  // Some servers split at commas without spaces, as ClassLink writes them
  // (docs/vendors/classlink.md#direct-form-of-the-header).
  return `OAuth ${pairs.join(',')}`;
}

/** Decoded names and values of a query; a repeated name has a list. */
function queryOf(url: URL): Record<string, string | string[]> {
  const data = new Map<string, string | string[]>();
  for (const name of new Set(url.searchParams.keys())) {
    const values = url.searchParams.getAll(name);
    data.set(name, values.length === 1 ? (values[0] ?? '') : values);
  }
  return Object.fromEntries(data);
}

/** OAuth 1.0a with one key pair: the first signed request is the sign-in. */
export function signInWithSignature(plan: Plan, context: SignInContext): Promise<SignedIn> {
  const headers: Session['headers'] = async (method, url) => {
    const secret = await context.secretFor(plan.secretField, url);
    if (!secret.ok) return secret;
    const signing: Signing = {
      clientId: plan.clientId,
      secret: secret.value,
      method: plan.signatureMethod,
      timestamp: Math.floor(context.ports.now() / 1000),
      nonce: randomBytes(16).toString('hex'),
    };
    return ok({ authorization: oauth1Authorization(method, url, signing) });
  };
  return signInByFirstRequest(context, headers, 'signature');
}
