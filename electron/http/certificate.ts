import { X509Certificate } from 'node:crypto';
import {
  checkServerIdentity,
  type DetailedPeerCertificate,
  type PeerCertificate,
  type TLSSocket,
} from 'node:tls';
import { printable } from '@contract/printable';
import type { Facts } from '@contract/report';

/** The certificates a server showed, the server's own first, then the issuers in order as far as they are known. */
export interface Chain {
  readonly certificates: readonly [X509Certificate, ...X509Certificate[]];
  /** The first of them as Node's name check wants it. */
  readonly peer: PeerCertificate;
  /** `TLSv1.2`, `TLSv1.3`. */
  readonly protocol: string | null;
}

/** Longer chains than any honest server's are cut: a hostile one may be as long as it likes. */
const LONGEST_CHAIN = 12;
const MOST_NAMES = 20;
const LONGEST_NAME = 256;
const DAY_MS = 24 * 60 * 60 * 1000;

/** null when the server showed no certificate, or one that cannot be read. */
export function readChain(socket: TLSSocket): Chain | null {
  const peer = socket.getPeerCertificate(true);
  // Node answers an empty object where there is no certificate.
  if (!('raw' in peer)) return null;
  const certificates: X509Certificate[] = [];
  const seen = new Set<string>();
  let next: DetailedPeerCertificate | undefined = peer;
  try {
    while (next?.raw !== undefined && !seen.has(next.fingerprint256) && certificates.length < LONGEST_CHAIN) {
      seen.add(next.fingerprint256);
      certificates.push(new X509Certificate(next.raw));
      next = next.issuerCertificate;
    }
  } catch {
    // What was readable so far is what there is to judge.
  }
  const [leaf, ...issuers] = certificates;
  if (leaf === undefined) return null;
  return {
    certificates: [leaf, ...issuers],
    peer,
    protocol: socket.getProtocol(),
  };
}

/**
 * A short RSA key, or a signature with SHA-1 or MD5: refused by OpenSSL, accepted by Electron's BoringSSL.
 *
 * @param reachesRoot whether a certificate is, or was issued by, a trusted root: what a server sends above it, such as
 *   an old cross-signature, is not what the trust rests on.
 */
export function isWeak(
  { certificates, peer }: Chain,
  reachesRoot: (certificate: X509Certificate) => boolean,
): boolean {
  const weakest = certificates.findIndex(isWeaklySigned);
  return isShortRsa(peer) || (weakest >= 0 && !certificates.slice(0, weakest).some(reachesRoot));
}

const SMALLEST_RSA_KEY = 2048;

const isShortRsa = ({ modulus, bits }: PeerCertificate): boolean =>
  modulus !== undefined && bits !== undefined && bits < SMALLEST_RSA_KEY;

/** Object identifiers of RSA and ECDSA with SHA-1, and RSA with MD5 (RFC 3279 §2.2), as they stand in DER. */
const weakSignatures = ['06092a864886f70d010105', '06072a8648ce3d0401', '06092a864886f70d010104'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** As {@link isShortRsa}, of a certificate nobody showed us in a handshake. */
export function isShortKey({ publicKey }: X509Certificate): boolean {
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < SMALLEST_RSA_KEY;
}

/** Node tells the algorithm only since 24.9. A root's own signature proves nothing, so its kind does not matter. */
export const isWeaklySigned = ({ raw, issuer, subject }: X509Certificate): boolean =>
  issuer !== subject && weakSignatures.some((identifier) => raw.includes(identifier));

export const lastOf = (chain: Chain): X509Certificate => chain.certificates.at(-1) ?? chain.certificates[0];

/** A name in one line: the common name, else the organization, else everything. */
export function shortName(distinguishedName: string): string {
  const parts = distinguishedName.split('\n');
  const part = (key: string) => parts.findLast((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  return printable(part('CN') ?? part('O') ?? part('OU') ?? parts.join(', ')).slice(0, LONGEST_NAME);
}

export const startOf = (certificate: X509Certificate): number => Date.parse(certificate.validFrom);
export const endOf = (certificate: X509Certificate): number => Date.parse(certificate.validTo);

/** Whole days until the certificate ends, rounded down; negative once it has. */
export const daysLeft = (certificate: X509Certificate, now: number): number =>
  Math.floor((endOf(certificate) - now) / DAY_MS);

/** The host names and addresses the certificate is for, as far as a report should list them. */
function namesOf(certificate: X509Certificate): string[] {
  const names = (certificate.subjectAltName ?? '')
    .split(', ')
    .filter((name) => name !== '')
    .map((name) => printable(name.replace(/^(?:DNS|IP Address):/, '')).slice(0, LONGEST_NAME));
  return names.slice(0, MOST_NAMES);
}

export const isForHost = (chain: Chain, host: string): boolean =>
  checkServerIdentity(host, chain.peer) === undefined;

/** `subject issuer validFrom validTo daysLeft names protocol chainLength`: what a report says of a certificate. */
export function certificateFacts(chain: Chain, now: number): Facts {
  const [leaf] = chain.certificates;
  return {
    subject: shortName(leaf.subject),
    issuer: shortName(leaf.issuer),
    validFrom: isoDate(startOf(leaf)),
    validTo: isoDate(endOf(leaf)),
    daysLeft: Number.isNaN(endOf(leaf)) ? null : daysLeft(leaf, now),
    names: namesOf(leaf),
    protocol: chain.protocol,
    chainLength: chain.certificates.length,
  };
}

const isoDate = (instant: number): string | null =>
  Number.isNaN(instant) ? null : new Date(instant).toISOString();
