/**
 * The facts of findings: their names, what each holds, and which of them go together (report.ts says what a value may
 * be; findings.ts which finding gives which).
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
 * | `alert` | the TLS alert the other side ended the handshake with, a word of RFC 8446 §6; `other` for any other |
 * | `status` | HTTP status, number |
 * | `contentType` | media type without parameters, `` when none was sent |
 * | `charset` | the character set that the answer declared, where it is not UTF-8; else null |
 * | `bytes` | size of the answer after decompression |
 * | `guard` | a product that guards the server and answered in its place; null when it does not name itself |
 * | `url` | the whole address that was asked, without query |
 * | `typed`, `added` | the part of it that the person entered, and what the program appended (`''`: nothing) |
 * | `from`, `to` | scheme, host, port and path of a redirect, without query; of `field-invalid`: scheme, host and port of the address behind a link |
 * | `retryAfter` | seconds, or null when the answer does not say |
 * | `seconds` | how far the clocks are apart, not negative |
 * | `ahead` | boolean: this computer's clock is the one ahead |
 * | `error`, `oauthProblem`, `codeMinor` | a word of the closed list of RFC 6749 §4.1.2.1 and §5.2, of OAuth problem reporting, of OneRoster; `other` for any other word |
 * | `field`, `other` | a field id; `other` of the rules across connections: that connection's name; of `guard-link`: the product that made the link |
 * | `problem` | a note code (systems/notes.ts) or the id of a system's own words for one, for `field-*`; else a closed word of the step that concluded it |
 * | `reason` | why a sign-in is not proved: `not-asked`, `no-window`, `refused`, `form`; of `cancelled`: `sleep` where the computer's sleep stopped it |
 * | `version` | of the product, as its public probe tells it |
 * | `part` | `body` or `headers` |
 * | `count` | how many entries a list had, or how many values a stage looked at |
 * | `asked` | of a request: method and path, without query; parts that are no plain words as `…` |
 * | `lookupMs`, `connectMs`, `tlsMs`, `firstByteMs`, `totalMs` | whole milliseconds of a request: name, connection, TLS, from sending to the first byte, all of it; the first three only where the request had a connection made for it |
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
  | 'part'
  | 'count'
  | (typeof exchangeFacts)[number];

/** Given of every request that was begun, beside whatever finding came of it; no text leans on one. */
export const exchangeFacts = ['asked', 'lookupMs', 'connectMs', 'tlsMs', 'firstByteMs', 'totalMs'] as const;

export const place = ['host', 'port'] as const;
export const certificate = [
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

export const at = (...details: readonly FactName[]): FactNames => ({
  always: place,
  details: ['via', ...details],
});
export const shown = (...always: readonly FactName[]): FactNames => ({
  always: [...place, ...always],
  details: (['subject', 'issuer', ...certificate] as const).filter((name) => !always.includes(name)),
});
/** Of an answer to a request. */
export const answered = (...details: readonly FactName[]): FactNames => ({
  always: ['host'],
  details: ['port', 'status', 'contentType', 'bytes', ...details],
});
export const entered = (...always: readonly FactName[]): FactNames => ({
  always: ['field', ...always],
  details: (['problem', 'host'] as const).filter((name) => !always.includes(name)),
});
