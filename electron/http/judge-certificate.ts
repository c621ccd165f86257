import { type Chain, certificateFacts, endOf, isForHost, isWeak, lastOf, startOf } from './certificate';
import type { ConnectionFailureCode } from './failure';
import { type ConnectionFailure, failure } from './failure';
import { namesAFilter } from './filter-products';
import type { Trust } from './trust';

export interface Refused {
  readonly host: string;
  /** The TLS library's own word for its refusal (`CERT_HAS_EXPIRED`, …). */
  readonly verdict: string;
  readonly extraRoots: readonly string[];
}

/**
 * Why a certificate was refused, by our own reading of what the server shows: the library stops at its first
 * objection, and hides a wrong name behind an unknown root. First match of design §5's table wins; what else is
 * wrong stands in the fact `also`.
 */
export function judgeRefusedCertificate(
  chain: Chain,
  refused: Refused,
  trust: Trust,
  now: number,
): ConnectionFailure {
  const found = allObjections(chain, refused, trust, now);
  const [first = byVerdict(refused.verdict), ...also] = found;
  return failure(first, { ...certificateFacts(chain, now), also });
}

function allObjections(chain: Chain, refused: Refused, trust: Trust, now: number): ConnectionFailureCode[] {
  const [leaf, ...issuers] = chain.certificates;
  const found: ConnectionFailureCode[] = [];
  const alone = issuers.length === 0;
  const selfSigned = alone && leaf.issuer === leaf.subject;
  // A good certificate of a trusted root is no filter's, whatever its issuer is called.
  const reachesRoot = trust.reaches(lastOf(chain), refused.extraRoots);

  if (!reachesRoot && chain.certificates.some((one) => namesAFilter(one.issuer)))
    found.push('tls-intercepted');
  if (selfSigned && !reachesRoot) found.push('tls-self-signed');

  // An outdated issuer counts only when the library stumbled over it: servers often send one too many.
  const dated = refused.verdict === 'CERT_HAS_EXPIRED' || refused.verdict === 'CERT_NOT_YET_VALID';
  const judgedByDate = dated ? chain.certificates : [leaf];
  if (judgedByDate.some((one) => endOf(one) < now)) found.push('tls-expired');
  if (judgedByDate.some((one) => startOf(one) > now)) found.push('tls-not-yet-valid');

  if (!isForHost(chain, refused.host)) found.push('tls-name-mismatch');

  // Neither library reads a signature with MD5 any more; both then call it a wrong one.
  const unread = refused.verdict === 'CERT_SIGNATURE_FAILURE' && isWeak(chain, () => false);
  const special = unread ? 'tls-weak' : specialVerdict(refused.verdict);
  if (special !== null) found.push(special);
  if (!reachesRoot && !selfSigned) found.push(alone ? 'tls-incomplete-chain' : 'tls-untrusted-root');
  return found;
}

function specialVerdict(verdict: string): ConnectionFailureCode | null {
  if (verdict.includes('REVOKED')) return 'tls-revoked';
  if (verdict.includes('TOO_WEAK') || verdict.includes('TOO_SMALL')) return 'tls-weak';
  return null;
}

/** The library's verdict alone, for when the server could not be looked at a second time. */
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

/** The names Node gives to what certificate verification refuses (`x509_vfy` codes, both libraries). */
const refusals =
  /^(?:CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_(?:GET|VERIFY|DECRYPT|DECODE)_|ERR_TLS_CERT_ALTNAME|HOSTNAME_MISMATCH|IP_ADDRESS_MISMATCH|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_EXCEEDED|CA_|EE_KEY_|ERROR_IN_CERT|KEYUSAGE_|UNSPECIFIED|OUT_OF_MEM)/;

/** The verdict when the handshake ended because of the server's certificate, else null. */
export function refusalOf(code: string, error: unknown): string | null {
  if (!refusals.test(code)) return null;
  // Node has no name for OpenSSL's objections to weak keys and signatures; only the message tells them.
  const unnamed = code === 'UNSPECIFIED' && error instanceof Error;
  return unnamed && /too (?:weak|small)/i.test(error.message) ? 'CERTIFICATE_TOO_WEAK' : code;
}
