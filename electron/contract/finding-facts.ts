import type { FindingCode } from './findings';

/**
 * The one table of fact names, per finding (report.ts says what a fact's value may be).
 *
 * `always`: whoever concludes the finding gives these, never null; the texts may name them as `{{host}}`.
 * `details`: given when known, may be absent or null; only "Details" and the report show them, no text leans on one.
 *
 * | fact | value |
 * |---|---|
 * | `host` | the name of the server that was meant, without port; with a proxy still that server |
 * | `port` | number, of that server |
 * | `via` | the proxy as `host:port`; null or absent: directly |
 * | `proxy` | the proxy with its scheme, `http://host:port` or `https://…` |
 * | `addresses` | string[]: the IP addresses the name stands for, at most 8 |
 * | `waitSeconds` | number: how long was waited |
 * | `subject`, `issuer` | names of the presented certificate: common name, else organization, else the whole name |
 * | `validFrom`, `validTo` | its dates, ISO 8601 |
 * | `daysLeft` | whole days until `validTo`, negative when past |
 * | `names` | string[]: the names it is made for, at most 20 |
 * | `protocol` | `TLSv1.2`, `TLSv1.3` |
 * | `chainLength` | number of certificates the server sent |
 * | `addedCertificate` | true: trusted because of a certificate the person added, and not otherwise |
 * | `also` | string[]: other finding codes that are true as well |
 * | `status` | HTTP status, number |
 * | `contentType` | media type without parameters, `` when none was sent |
 * | `bytes` | size of the answer after decompression |
 * | `from`, `to` | scheme, host, port and path of a redirect, without query; of `field-invalid`: scheme, host and port of the address behind a link |
 * | `retryAfter` | seconds, or null when the answer does not say |
 * | `seconds` | how far the clocks are apart, not negative |
 * | `ahead` | boolean: this computer's clock is the one ahead |
 * | `error`, `oauthProblem`, `codeMinor` | a word of the closed list of RFC 6749 §4.1.2.1 and §5.2, of OAuth problem reporting, of OneRoster; `other` for any other word |
 * | `field`, `other` | a field id; `other` of the rules across connections: that connection's name; of `guard-link`: the product that made the link |
 * | `problem` | a note code (systems/notes.ts) or the id of a system's own words for one, for `field-*`; else a closed word of the step that concluded it |
 * | `reason` | why a sign-in was not tried: `not-asked`, `no-window`; of `cancelled`: `sleep` where the computer's sleep stopped it |
 * | `version` | of the product, as its public probe tells it |
 * | `part` | `body` or `headers` |
 * | `count` | how many entries a list had, or how many values a stage looked at |
| `asked` | of a request: method and path, without query; parts that are no plain words as `…` |
| `lookupMs`, `connectMs`, `tlsMs`, `firstByteMs`, `totalMs` | whole milliseconds of a request: name, connection, TLS, from sending to the first byte, all of it; the first three only where the request had a connection made for it |
 */
export interface FactNames {
  readonly always: readonly FactName[];
  readonly details: readonly FactName[];
}

/** Every name there is, so that each has its words where a person reads it. */
export type FactName =
  | 'host'
  | 'port'
  | 'via'
  | 'proxy'
  | 'addresses'
  | 'waitSeconds'
  | 'subject'
  | 'issuer'
  | 'validFrom'
  | 'validTo'
  | 'daysLeft'
  | 'names'
  | 'protocol'
  | 'chainLength'
  | 'addedCertificate'
  | 'also'
  | 'status'
  | 'contentType'
  | 'bytes'
  | 'from'
  | 'to'
  | 'retryAfter'
  | 'seconds'
  | 'ahead'
  | 'error'
  | 'oauthProblem'
  | 'codeMinor'
  | 'field'
  | 'other'
  | 'problem'
  | 'reason'
  | 'version'
  | 'part'
  | 'count'
  | (typeof exchangeFacts)[number];

/** Given of every request that was begun, beside whatever finding came of it; no text leans on one. */
export const exchangeFacts = ['asked', 'lookupMs', 'connectMs', 'tlsMs', 'firstByteMs', 'totalMs'] as const;

const place = ['host', 'port'] as const;
const certificate = [
  'validFrom',
  'validTo',
  'names',
  'daysLeft',
  'protocol',
  'chainLength',
  'addedCertificate',
  'also',
  'via',
] as const;

const at = (...details: readonly FactName[]): FactNames => ({ always: place, details: ['via', ...details] });
const shown = (...always: readonly FactName[]): FactNames => ({
  always: [...place, ...always],
  details: (['subject', 'issuer', ...certificate] as const).filter((name) => !always.includes(name)),
});
/** Of an answer to a request. */
const answered = (...details: readonly FactName[]): FactNames => ({
  always: ['host'],
  details: ['port', 'status', 'contentType', 'bytes', ...details],
});
const entered = (...always: readonly FactName[]): FactNames => ({
  always: ['field', ...always],
  details: (['problem', 'host'] as const).filter((name) => !always.includes(name)),
});

export const findingFacts: Readonly<Record<FindingCode, FactNames>> = {
  ok: {
    always: [],
    details: [
      ...place,
      'addresses',
      'subject',
      'issuer',
      ...certificate,
      'status',
      'contentType',
      'bytes',
      'seconds',
      'ahead',
      'count',
      'version',
    ],
  },
  'information-inspected': shown('issuer'),

  'field-missing': entered(),
  'field-invalid': { always: ['field', 'problem'], details: ['host', 'other', 'to'] },
  'same-address-twice': entered('other'),
  'different-client-id': entered('other'),
  'same-secret-in-test-and-production': entered('other'),
  'same-api-in-test-and-production': entered('other'),
  'insecure-address': entered(),

  'name-not-found': { always: ['host'], details: ['via'] },
  'name-lookup-unavailable': { always: ['host'], details: ['via', 'waitSeconds'] },
  offline: { always: [], details: ['host'] },
  'host-unreachable': at('addresses'),
  'connection-refused': at('addresses'),
  'connection-timeout': at('addresses', 'waitSeconds'),
  'connection-reset': at('addresses', 'bytes'),
  'blocked-by-policy': at('addresses'),

  'proxy-unreachable': { always: [...place, 'via'], details: ['problem'] },
  'proxy-sign-in-required': { always: [...place, 'via'], details: ['status', 'problem', 'proxy'] },
  'proxy-sign-in-rejected': { always: [...place, 'via'], details: ['status', 'problem', 'proxy'] },
  'proxy-refused': { always: [...place, 'via'], details: ['status', 'problem'] },
  'proxy-script-failed': { always: ['host'], details: ['port', 'problem'] },

  'not-tls': at(),
  'not-http': at(),
  'tls-old-protocol': at('protocol'),
  'tls-no-common-cipher': at('protocol'),
  'tls-client-certificate-required': at('protocol'),
  'tls-expired': shown('validTo'),
  'tls-not-yet-valid': shown('validFrom'),
  'tls-name-mismatch': shown('names'),
  'tls-self-signed': shown(),
  'tls-untrusted-root': shown('issuer'),
  'tls-incomplete-chain': shown('issuer'),
  'tls-intercepted': shown('issuer'),
  'tls-revoked': shown(),
  'tls-weak': shown(),
  'tls-expires-soon': shown('validTo', 'daysLeft'),

  'clock-skew': { always: ['host', 'seconds'], details: ['port', 'status', 'ahead'] },
  'web-page-answered': answered(),
  'wrong-address': answered(),
  redirected: { always: ['host', 'from', 'to'], details: ['port', 'status', 'contentType'] },
  'windows-authentication': answered(),
  'not-restarted': answered(),
  'wrong-product': answered(),

  'credentials-rejected': answered('error', 'oauthProblem'),
  'client-not-allowed': answered('error'),
  'scope-missing': answered('error'),
  'scope-rejected': answered('error'),
  'redirect-url-rejected': answered('error'),
  'sign-in-cancelled': answered('error'),
  'sign-in-incomplete': answered('error', 'waitSeconds'),
  'answer-not-ours': answered('problem'),
  'callback-port-in-use': { always: ['port'], details: [] },
  'not-refused': answered(),
  'probably-accepted': answered('error'),
  'not-proved': { always: [], details: ['host', 'reason'] },

  'signature-rejected': answered('oauthProblem'),
  'nonce-rejected': answered('oauthProblem'),
  'token-malformed': answered('problem'),
  'token-expired': answered('error'),
  'token-rejected': answered('error'),

  'permission-missing': answered('error', 'codeMinor'),
  'empty-data': answered('count'),
  'unexpected-answer': answered('problem', 'error'),
  'answer-too-large': answered('part'),
  'rate-limited': answered('retryAfter'),
  'server-error': answered('error'),
  'timed-out': { always: [], details: [...place, 'via', 'waitSeconds', 'status'] },
  cancelled: { always: [], details: ['reason'] },

  'secret-missing': entered(),
  'secret-unreadable': entered(),
};
