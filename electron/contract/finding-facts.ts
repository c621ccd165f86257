/**
 * The facts of findings: their names, contents and groups. report.ts defines the types of their values, findings.ts
 * which finding has which facts.
 *
 * `always`: present and not null in every finding of that code; texts may use them as `{{host}}`.
 * `details`: may be absent or null; shown only in "Details" and in the report. No text may depend on them.
 *
 * | fact | value |
 * |---|---|
 * | `host` | the name of the server, without port; with a proxy, still the server |
 * | `port` | number; the port of that server |
 * | `via` | the proxy as `host:port`; null or absent: no proxy |
 * | `proxy` | the proxy with its scheme, `http://host:port` or `https://…` |
 * | `why` | why a proxy's sign-in could not be made: `no-ticket`, `ticket-expired`, `proxy-not-known-to-domain`, `clock` (Kerberos), `account-wanted` (none is saved), `forbidden-here` (by a policy), `unknown` |
 * | `ownSignIn` | true: the user's own sign-in to this computer would do for that proxy, if they agree |
 * | `identity` | whom a proxy rejected: a Kerberos `ticket`, the user's `own` sign-in to this computer, a saved `account` |
 * | `addresses` | string[]: the IP addresses of the name, at most 8 |
 * | `waitSeconds` | number: how long we waited |
 * | `subject`, `issuer` | names in the server's certificate: common name, else organization, else the whole name |
 * | `validFrom`, `validTo` | its dates, ISO 8601 |
 * | `daysLeft` | whole days until `validTo`, negative after it |
 * | `names` | string[]: the host names of the certificate, at most 20 |
 * | `protocol` | `TLSv1.2`, `TLSv1.3` |
 * | `cipher` | the cipher suite, as named in the standards |
 * | `fingerprint` | SHA-256 of the server's certificate, in hexadecimal with colons |
 * | `chainLength` | number of certificates the server sent |
 * | `addedCertificate` | true: trusted only because of a certificate the user added |
 * | `also` | string[]: other finding codes that also apply |
 * | `alert` | the TLS alert with which the peer ended the handshake, as named in RFC 8446 §6; `other` for any other |
 * | `status` | HTTP status, number |
 * | `contentType` | media type without parameters, `''` if none was sent |
 * | `charset` | the charset the answer declared, if not UTF-8; else null |
 * | `bytes` | size of the answer after decompression |
 * | `guard` | the product in front of the server that answered instead of it |
 * | `url` | the full URL of the request, without query |
 * | `typed`, `added` | the part of it the user entered, and what the program appended (`''`: nothing) |
 * | `from`, `to` | scheme, host, port and path of a redirect, without query; for `field-invalid`: origin of the address a link leads to; for `address-elsewhere`: the address that was entered, and the one the server names in its place |
 * | `retryAfter` | seconds, or null if the answer has no such header |
 * | `seconds` | the difference between the clocks, not negative |
 * | `ahead` | boolean: this computer's clock is ahead |
 * | `error`, `oauthProblem`, `codeMinor` | a word of the closed list of RFC 6749 §4.1.2.1 and §5.2, of OAuth problem reporting, of OneRoster; `other` for any other word |
 * | `field`, `other` | a field id; `other`: for rules that compare connections, the other one's name; for `guard-link`, the product that made the link; for `address-elsewhere`, who wrote it in the shared store |
 * | `problem` | a note code (systems/notes.ts) or the id of a system's own text for one, for `field-*`; else a word from the step's closed list |
 * | `reason` | why a sign-in is not proved: `not-asked`, `no-window`, `refused`, `form`; for `cancelled`: `sleep` if the computer went to sleep |
 * | `version` | the product's version, as reported by its public probe |
 * | `dataModels` | string[]: the data models a service has, with their versions |
 * | `tokenAddress`, `dataAddress` | where a service says that its sign-in and its data are |
 * | `claimSet` | the name of the set of rights that the credentials have |
 * | `organizations` | string[]: the names of the organizations that the credentials are for, at most 20 |
 * | `resources` | string[]: each resource the credentials may use, and after a blank the operations, at most 1000 |
 * | `part` | `body` or `headers` |
 * | `count` | the number of entries in a list, or of values a stage checked |
 * | `asked` | method and path of a request, without query; path parts that are not plain words as `…` |
 * | `lookupMs`, `connectMs`, `tlsMs`, `firstByteMs`, `totalMs` | a request's durations in whole milliseconds: name lookup, connection, TLS, from sending to the first byte, total; the first three only if a new connection was opened for it |
 */
export interface FactNames {
  readonly always: readonly FactName[];
  readonly details: readonly FactName[];
}

/** All fact names, so that each has a label for the user. */
export type FactName =
  | 'host'
  | 'port'
  | 'via'
  | 'proxy'
  | 'why'
  | 'ownSignIn'
  | 'identity'
  | 'addresses'
  | 'waitSeconds'
  | 'subject'
  | 'issuer'
  | 'validFrom'
  | 'validTo'
  | 'daysLeft'
  | 'names'
  | 'protocol'
  | 'cipher'
  | 'fingerprint'
  | 'chainLength'
  | 'addedCertificate'
  | 'also'
  | 'alert'
  | 'status'
  | 'contentType'
  | 'charset'
  | 'bytes'
  | 'guard'
  | 'url'
  | 'typed'
  | 'added'
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
  | 'dataModels'
  | 'tokenAddress'
  | 'dataAddress'
  | 'claimSet'
  | 'organizations'
  | 'resources'
  | 'part'
  | 'count'
  | (typeof exchangeFacts)[number];

/** Added to every request that was begun, whatever its finding; no text needs them. */
export const exchangeFacts = ['asked', 'lookupMs', 'connectMs', 'tlsMs', 'firstByteMs', 'totalMs'] as const;

export const place = ['host', 'port'] as const;
export const certificate = [
  'validFrom',
  'validTo',
  'names',
  'daysLeft',
  'protocol',
  'cipher',
  'fingerprint',
  'chainLength',
  'addedCertificate',
  'also',
  'via',
] as const;

export const at = (...details: readonly FactName[]): FactNames => ({
  always: place,
  details: ['via', ...details],
});
export const shown = (...always: readonly FactName[]): FactNames => ({
  always: [...place, ...always],
  details: (['subject', 'issuer', ...certificate] as const).filter((name) => !always.includes(name)),
});
/** Facts of an answer to a request. */
export const answered = (...details: readonly FactName[]): FactNames => ({
  always: ['host'],
  details: ['port', 'status', 'contentType', 'bytes', ...details],
});
export const entered = (...always: readonly FactName[]): FactNames => ({
  always: ['field', ...always],
  details: (['problem', 'host'] as const).filter((name) => !always.includes(name)),
});
