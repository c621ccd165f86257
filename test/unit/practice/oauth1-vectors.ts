import type { Parameter } from '../../../electron/practice/oauth1-verifier';

/* Signature vectors of RFC 5849 §1.2 and public OneRoster clients (docs/vendors/standards.md#signature-vectors). */

export interface Oauth1Vector {
  readonly id: string;
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly oauth: readonly Parameter[];
  readonly secret: string;
  readonly tokenSecret: string;
  readonly signature: string;
}

const photos = 'dpf43f3p2l4k3l03';
const printed = (
  id: string,
  method: 'GET' | 'POST',
  url: string,
  extra: readonly Parameter[],
  timestamp: string,
  nonce: string,
  tokenSecret: string,
  signature: string,
): Oauth1Vector => ({
  id,
  method,
  url,
  oauth: [
    ['oauth_consumer_key', photos],
    ...extra,
    ['oauth_signature_method', 'HMAC-SHA1'],
    ['oauth_timestamp', timestamp],
    ['oauth_nonce', nonce],
  ],
  secret: 'kd94hf93k423kf44',
  tokenSecret,
  signature,
});

const V1 =
  'https://test.com/ims/oneroster/v1p1/orgs?limit=100&offset=1515&filter=role%3D%27administrator%27%20OR%20role%3D%27student%27%20OR%20role%3D%27teacher%27';
const V2 = 'https://example-nj-v2.oneroster.com/ims/oneroster/v1p1/orgs?limit=1&offset=0';
const V3 = `${V2}&filter=status%3D%27active%27`;

const first = (id: string, method: string, signature: string): Oauth1Vector => ({
  id,
  method: 'GET',
  url: V1,
  oauth: [
    ['oauth_consumer_key', 'client-id'],
    ['oauth_signature_method', method],
    ['oauth_timestamp', '10000000'],
    ['oauth_nonce', 'fake-nonce'],
    ['oauth_version', '1.0'],
  ],
  secret: 'client-secret',
  tokenSecret: '',
  signature,
});

const classlink = (id: string, url: string, method: string, signature: string, blank = ''): Oauth1Vector => ({
  id,
  method: 'GET',
  url,
  oauth: [
    ['oauth_consumer_key', '0fc7e3577example'],
    ['oauth_signature_method', method],
    ['oauth_timestamp', '1700000000'],
    ['oauth_nonce', 'AbCdEfGhIj'],
  ],
  secret: `s3cr3t/with+odd=chars${blank}`,
  tokenSecret: '',
  signature,
});

export const oauth1Vectors: readonly Oauth1Vector[] = [
  printed(
    'R1',
    'POST',
    'https://photos.example.net/initiate',
    [['oauth_callback', 'http://printer.example.com/ready']],
    '137131200',
    'wIjqoS',
    '',
    '74KNZJeDHnMBp0EMJ9ZHt/XKycU=',
  ),
  printed(
    'R2',
    'POST',
    'https://photos.example.net/token',
    [
      ['oauth_token', 'hh5s93j4hdidpola'],
      ['oauth_verifier', 'hfdp7dh39dks9884'],
    ],
    '137131201',
    'walatlh',
    'hdhd0244k9j7ao03',
    'gKgrFCywp7rO0OXSjdot/IHF7IU=',
  ),
  printed(
    'R3',
    'GET',
    'http://photos.example.net/photos?file=vacation.jpg&size=original',
    [['oauth_token', 'nnch734d00sl2jdk']],
    '137131202',
    'chapoH',
    'pfkkdhi9sl3r4s00',
    'MdpQcU8iPSUjWoN/UDMsK2sui9I=',
  ),
  first('V1', 'HMAC-SHA256', '03DqhuWFnTlc3WxDYEOVKYxM5xQyRGfJ4x6zqQjYQnM='),
  first('V1b', 'HMAC-SHA1', 'V0ClBHct0aHfqXgSNUBXs2ZTd9s='),
  classlink('V2', V2, 'HMAC-SHA256', 'MZYLHNdpKpzCsC4/sGRIE2KXYi+gUPs6fjR1cpr5yNE='),
  classlink('V2b', V2, 'HMAC-SHA1', 'ef+yiPI8IXno8nJddCY0AQLKWr0='),
  classlink('V2c', V2, 'HMAC-SHA256', '8QNF9Ywpml653Z/GDMNrrk1j01XCQnihmtMv6MTwEsk=', ' '),
  classlink('V3', V3, 'HMAC-SHA256', 'iwQROdr7vaagMZaXzSdSULc9fWg4QhQ4qN4TEpQFkWk='),
  classlink('V3b', V3, 'HMAC-SHA1', 'feT4ucsUqa2XE4JVhkGs0NQ+y2I='),
];

/** Base strings, as printed in RFC 5849 or computed independently, by the id of their vector. */
export const oauth1BaseStrings: Readonly<Record<string, string>> = {
  R3: 'GET&http%3A%2F%2Fphotos.example.net%2Fphotos&file%3Dvacation.jpg%26oauth_consumer_key%3Ddpf43f3p2l4k3l03%26oauth_nonce%3DchapoH%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131202%26oauth_token%3Dnnch734d00sl2jdk%26size%3Doriginal',
  V2: 'GET&https%3A%2F%2Fexample-nj-v2.oneroster.com%2Fims%2Foneroster%2Fv1p1%2Forgs&limit%3D1%26oauth_consumer_key%3D0fc7e3577example%26oauth_nonce%3DAbCdEfGhIj%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1700000000%26offset%3D0',
  V3: 'GET&https%3A%2F%2Fexample-nj-v2.oneroster.com%2Fims%2Foneroster%2Fv1p1%2Forgs&filter%3Dstatus%253D%2527active%2527%26limit%3D1%26oauth_consumer_key%3D0fc7e3577example%26oauth_nonce%3DAbCdEfGhIj%26oauth_signature_method%3DHMAC-SHA256%26oauth_timestamp%3D1700000000%26offset%3D0',
};
