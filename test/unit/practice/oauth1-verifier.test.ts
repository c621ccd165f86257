import { createHmac } from 'node:crypto';
import OAuth from 'oauth-1.0a';
import { describe, expect, it } from 'vitest';
import {
  authorizationParameters,
  hmacSignature,
  type Oauth1Rules,
  Oauth1Verifier,
  type Parameter,
  percentEncode,
  signatureBaseString,
} from '../../../electron/practice/oauth1-verifier';
import { oauth1BaseStrings, oauth1Vectors } from './oauth1-vectors';

const hashOf = (method: string) => (method === 'HMAC-SHA1' ? 'sha1' : 'sha256');

describe('the published vectors', () => {
  it.each(oauth1Vectors)('$id comes out of the practice verifier', (vector) => {
    const base = signatureBaseString(vector.method, vector.url, vector.oauth);
    const method = new Map(vector.oauth).get('oauth_signature_method') ?? '';
    expect(hmacSignature(method, base, vector.secret, vector.tokenSecret)).toBe(vector.signature);
  });

  it.each(oauth1Vectors)('$id comes out of the library that signs', (vector) => {
    const data = Object.fromEntries(vector.oauth);
    const method = data.oauth_signature_method ?? '';
    const signer = new OAuth({
      consumer: { key: data.oauth_consumer_key ?? '', secret: vector.secret },
      signature_method: method,
      hash_function: (base, key) => createHmac(hashOf(method), key).update(base).digest('base64'),
    });
    const request = { method: vector.method, url: vector.url };
    expect(signer.getSignature(request, vector.tokenSecret, { ...data } as unknown as OAuth.Data)).toBe(
      vector.signature,
    );
  });

  it.each(Object.entries(oauth1BaseStrings))('%s has the printed base string', (id, printed) => {
    const vector = oauth1Vectors.find((one) => one.id === id);
    expect(vector).toBeDefined();
    if (vector !== undefined)
      expect(signatureBaseString(vector.method, vector.url, vector.oauth)).toBe(printed);
  });

  it('reads the form body and the doubled names of RFC 5849 §3.4.1.1', () => {
    const header = authorizationParameters(
      'OAuth realm="Example", oauth_consumer_key="9djdj82h48djs9d2", oauth_token="kkk9d7dh3k39sjv7", oauth_signature_method="HMAC-SHA1", oauth_timestamp="137131201", oauth_nonce="7d8f3e4a", oauth_signature="bYT5CMsGcbgUdFHObYMEfcx6bsw%3D"',
    );
    expect(
      signatureBaseString(
        'post',
        'HTTP://EXAMPLE.com:80/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b',
        header ?? [],
        'c2&a3=2+q',
      ),
    ).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    );
  });

  it('sorts by the encoded form and encodes in UTF-8', () => {
    expect(percentEncode("é !*'()~")).toBe('%C3%A9%20%21%2A%27%28%29~');
    const base = signatureBaseString('GET', 'https://a.example/x?z%5B=1&z=2&%C3%A9=3', []);
    expect(decodeURIComponent(base.split('&')[2] ?? '')).toBe('%C3%A9=3&z=2&z%5B=1');
  });
});

const NOW = 1_700_000_000_000;
const url = 'https://district.example:8443/ims/oneroster/v1p1/orgs?limit=1';
const rules: Oauth1Rules = {
  clientId: 'id',
  clientSecret: 's3cr3t/with+odd=chars',
  methods: ['HMAC-SHA256'],
  behindSeconds: 300,
  aheadSeconds: 300,
  refuseRealm: false,
  now: () => NOW,
};

interface Changes {
  readonly timestamp?: number;
  readonly nonce?: string;
  readonly method?: string;
  readonly secret?: string;
  readonly id?: string;
  readonly extra?: readonly Parameter[];
  readonly prefix?: string;
}

/** Signed with the product's library, so that the verifier stays independent of it. */
function header(changes: Changes = {}): string {
  const method = changes.method ?? 'HMAC-SHA256';
  const data: Record<string, string> = {
    oauth_consumer_key: changes.id ?? 'id',
    oauth_nonce: changes.nonce ?? 'n1',
    oauth_signature_method: method,
    oauth_timestamp: String(changes.timestamp ?? NOW / 1000),
    ...Object.fromEntries(changes.extra ?? []),
  };
  const signer = new OAuth({
    consumer: { key: data.oauth_consumer_key ?? '', secret: changes.secret ?? rules.clientSecret },
    signature_method: method,
    hash_function: (base, key) => createHmac(hashOf(method), key).update(base).digest('base64'),
  });
  // The library writes the query's parameters into the object passed to it.
  const signature = signer.getSignature({ method: 'GET', url }, '', { ...data } as unknown as OAuth.Data);
  const pairs = Object.entries({ ...data, oauth_signature: signature });
  const list = pairs.map(([name, value]) => `${name}="${percentEncode(value)}"`).join(',');
  return `OAuth ${changes.prefix ?? ''}${list}`;
}

const ask = (
  authorization: string | undefined,
  changed: Partial<Oauth1Rules> = {},
  verifier = new Oauth1Verifier(),
) => verifier.verify({ method: 'GET', url, authorization }, { ...rules, ...changed });

describe('Oauth1Verifier', () => {
  it('accepts what is signed right, once', () => {
    const verifier = new Oauth1Verifier();
    expect(ask(header(), {}, verifier)).toEqual({ accepted: true });
    expect(ask(header(), {}, verifier)).toEqual({ accepted: false, status: 401, problem: 'nonce_used' });
    expect(ask(header({ nonce: 'n2' }), {}, verifier)).toEqual({ accepted: true });
  });

  it.each([
    ['no header', undefined, 401, 'parameter_absent'],
    ['another scheme', 'Bearer abc', 400, 'parameter_absent'],
    ['another secret', header({ secret: `${rules.clientSecret} ` }), 401, 'signature_invalid'],
    ['another client', header({ id: 'other' }), 401, 'consumer_key_unknown'],
    ['SHA-1 where it is not taken', header({ method: 'HMAC-SHA1' }), 400, 'signature_method_rejected'],
    ['a timestamp 301 s behind', header({ timestamp: NOW / 1000 - 301 }), 401, 'timestamp_refused'],
    ['a timestamp 301 s ahead', header({ timestamp: NOW / 1000 + 301 }), 401, 'timestamp_refused'],
    ['another version', header({ extra: [['oauth_version', '2.0']] }), 400, 'version_rejected'],
    ['a doubled parameter', `${header()},oauth_nonce="n1"`, 400, 'parameter_rejected'],
    ['a missing parameter', header().replace(/oauth_nonce="n1",/, ''), 400, 'parameter_absent'],
    ['a broken escape', header().replace('oauth_nonce="n1"', 'oauth_nonce="%zz"'), 400, 'parameter_absent'],
  ])('refuses %s', (_, authorization, status, problem) => {
    expect(ask(authorization)).toEqual({ accepted: false, status, problem });
  });

  it.each([-300, 0, 300])('accepts a timestamp %i s off', (seconds) => {
    expect(ask(header({ timestamp: NOW / 1000 + seconds })).accepted).toBe(true);
  });

  it('takes SHA-1 where it may', () => {
    expect(ask(header({ method: 'HMAC-SHA1' }), { methods: ['HMAC-SHA1'] }).accepted).toBe(true);
  });

  it('leaves the realm out of the signature, and refuses it only where told', () => {
    const withRealm = header({ prefix: 'realm="x",' });
    expect(ask(withRealm).accepted).toBe(true);
    expect(ask(withRealm, { refuseRealm: true })).toMatchObject({ problem: 'parameter_rejected' });
  });

  it('takes `OAuth ` with blanks after the commas, and oauth_version', () => {
    expect(ask(header({ extra: [['oauth_version', '1.0']] }).replaceAll(',', ', ')).accepted).toBe(true);
  });

  it('signs the address it was asked at: another query is another signature', () => {
    const verdict = new Oauth1Verifier().verify(
      { method: 'GET', url: url.replace('limit=1', 'limit=2'), authorization: header() },
      rules,
    );
    expect(verdict).toMatchObject({ problem: 'signature_invalid' });
  });

  it('does not remember a nonce whose signature was refused', () => {
    const verifier = new Oauth1Verifier();
    ask(header({ secret: 'wrong' }), {}, verifier);
    expect(ask(header(), {}, verifier).accepted).toBe(true);
  });
});
