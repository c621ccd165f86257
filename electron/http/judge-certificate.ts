import { type Chain, certificateFacts, endOf, isForHost, isWeak, lastOf, startOf } from './certificate';
import type { ConnectionFailureCode } from './failure';
import { type ConnectionFailure, failure } from './failure';
import { namesAFilter } from './filter-products';
import type { Trust } from './trust';

export interface Refused {
  readonly host: string;
  /** The TLS library's verdict (`CERT_HAS_EXPIRED`, …). */
  readonly verdict: string;
  readonly extraRoots: readonly string[];
}

/**
 * Determines why a certificate was refused. The library stops at its first objection and hides a wrong name behind an
 * unknown root, so we examine the chain ourselves. The first match of docs/how-answers-are-read.md#tls wins; the
 * other objections are listed in the fact `also`.
 */
export function judgeRefusedCertificate(
  chain: Chain,
  refused: Refused,
  trust: Trust,
  now: number,
): ConnectionFailure {
  const found = allObjections(chain, refused, trust, now);
  const [first = byVerdict(refused.verdict), ...also] = found;
  const problem = first === 'tls-unsuitable' ? problemOf(refused.verdict, chain) : null;
  return failure(first, { ...certificateFacts(chain, now), also, ...(problem !== null && { problem }) });
}

function allObjections(chain: Chain, refused: Refused, trust: Trust, now: number): ConnectionFailureCode[] {
  const [leaf, ...issuers] = chain.certificates;
  const found: ConnectionFailureCode[] = [];
  const alone = issuers.length === 0;
  const selfSigned = alone && leaf.issuer === leaf.subject;
  // A chain that reaches a trusted root is not a filter's, whatever its issuer is called.
  const reachesRoot = trust.reaches(lastOf(chain), refused.extraRoots);

  if (!reachesRoot && chain.certificates.some((one) => namesAFilter(one.issuer)))
    found.push('tls-intercepted');
  if (selfSigned && !reachesRoot) found.push('tls-self-signed');

  // An expired issuer counts only if the library objected to it: servers often send one certificate too many.
  const dated = refused.verdict === 'CERT_HAS_EXPIRED' || refused.verdict === 'CERT_NOT_YET_VALID';
  const judgedByDate = dated ? chain.certificates : [leaf];
  if (judgedByDate.some((one) => endOf(one) < now)) found.push('tls-expired');
  if (judgedByDate.some((one) => startOf(one) > now)) found.push('tls-not-yet-valid');

  if (!isForHost(chain, refused.host)) found.push('tls-name-mismatch');

  // Neither library supports MD5 signatures any more; both report them as invalid.
  const unread = refused.verdict === 'CERT_SIGNATURE_FAILURE' && isWeak(chain, () => false);
  const special = unread ? 'tls-weak' : specialVerdict(refused.verdict);
  const isRule = special === 'tls-name-not-permitted' || special === 'tls-unsuitable';
  if (special !== null && !isRule) found.push(special);
  // If an issuer is marked as not being a CA, Node leaves it out of the chain it shows.
  const issuerIsHidden = alone && refused.verdict === 'KEYUSAGE_NO_CERTSIGN';
  if (!reachesRoot && !selfSigned && !issuerIsHidden)
    found.push(alone ? 'tls-incomplete-chain' : 'tls-untrusted-root');
  // The library continues after an unknown root. The unknown issuer then matters more than a broken rule.
  if (special !== null && isRule) found.push(special);
  return found;
}

function specialVerdict(verdict: string): ConnectionFailureCode | null {
  if (verdict.includes('REVOKED')) return 'tls-revoked';
  if (verdict.includes('TOO_WEAK') || verdict.includes('TOO_SMALL')) return 'tls-weak';
  if (verdict === NAME_NOT_PERMITTED) return 'tls-name-not-permitted';
  return unsuitable.has(verdict) ? 'tls-unsuitable' : null;
}

const NAME_NOT_PERMITTED = 'NAME_NOT_PERMITTED';

/** What a certificate of the chain must not be used for: the fact `problem` of `tls-unsuitable`. */
const unsuitable: ReadonlyMap<string, string> = new Map([
  ['PATH_LENGTH_EXCEEDED', 'path-length'],
  ['INVALID_CA', 'not-an-authority'],
  ['KEYUSAGE_NO_CERTSIGN', 'not-an-authority'],
  ['INVALID_PURPOSE', 'issuer-purpose'],
  ['UNREADABLE_RULE', 'unreadable-rule'],
]);

/** TLS server authentication (RFC 5280 §4.2.1.12), and any purpose. */
const SERVER_PURPOSES = ['1.3.6.1.5.5.7.3.1', '2.5.29.37.0'];

/** Which rule the chain broke, if the verdict maps to `tls-unsuitable`; null for any other verdict. */
export function problemOf(verdict: string, chain: Chain | null): string | null {
  const problem = unsuitable.get(verdict) ?? null;
  if (verdict !== 'INVALID_PURPOSE' || chain === null) return problem;
  // This verdict has three meanings: the server's own purposes, its issuer's, or an issuer that is not a CA.
  const [leaf, ...issuers] = chain.certificates;
  // Node's types omit that this is undefined if the certificate names no purpose and so allows all.
  const purposes: readonly string[] | undefined = leaf.keyUsage;
  if (purposes !== undefined && !SERVER_PURPOSES.some((one) => purposes.includes(one))) return 'purpose';
  return issuers.some(({ ca }) => !ca) ? 'not-an-authority' : problem;
}

/** Judges by the library's verdict alone, if the server could not be reached a second time. */
export function byVerdict(verdict: string): ConnectionFailureCode {
  switch (verdict) {
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
      return 'tls-self-signed';
    case 'CERT_HAS_EXPIRED':
      return 'tls-expired';
    case 'CERT_NOT_YET_VALID':
      return 'tls-not-yet-valid';
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'HOSTNAME_MISMATCH':
    case 'IP_ADDRESS_MISMATCH':
      return 'tls-name-mismatch';
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return 'tls-incomplete-chain';
    default:
      return specialVerdict(verdict) ?? 'tls-untrusted-root';
  }
}

/** Node's names for certificate verification errors (`x509_vfy` codes of both libraries). */
const refusals =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH|IP_ADDRESS_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|CA_|EE_KEY_|ERROR_IN_CERT|KEYUSAGE_|UNSPECIFIED|OUT_OF_MEM)/;

/** Errors without a Node name, by the library's message, which both libraries word alike. */
const unnamed: readonly (readonly [message: RegExp, verdict: string])[] = [
  [/too (?:weak|small)/i, 'CERTIFICATE_TOO_WEAK'],
  [/(?:permitted|excluded) subtree violation|name constraints without sans/i, NAME_NOT_PERMITTED],
  [/does not include certificate sign/i, 'KEYUSAGE_NO_CERTSIGN'],
  [/invalid ca cert/i, 'INVALID_CA'],
  [
    /name constraint|name syntax|critical extension|certificate extension|has CA markings/i,
    'UNREADABLE_RULE',
  ],
];

/** The verdict if the handshake failed because of the server's certificate, else null. */
export function refusalOf(code: string, error: unknown): string | null {
  if (!refusals.test(code)) return null;
  if (code !== 'UNSPECIFIED' || !(error instanceof Error)) return code;
  return unnamed.find(([message]) => message.test(error.message))?.[1] ?? code;
}
