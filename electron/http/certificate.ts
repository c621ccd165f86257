import { X509Certificate } from 'node:crypto';
import {
  checkServerIdentity,
  type DetailedPeerCertificate,
  type PeerCertificate,
  type TLSSocket,
} from 'node:tls';
import { printable } from '@contract/printable';
import type { Facts } from '@contract/report';

/** The certificates a server presented: its own first, then the known issuers in order. */
export interface Chain {
  readonly certificates: readonly [X509Certificate, ...X509Certificate[]];
  /** The first of them, in the form Node's host name check needs. */
  readonly peer: PeerCertificate;
  /** `TLSv1.2`, `TLSv1.3`. */
  readonly protocol: string | null;
  /** `TLS_AES_256_GCM_SHA384`. */
  readonly cipher: string | null;
}

/** No honest server sends a longer chain; a hostile one could send any length. */
const LONGEST_CHAIN = 12;
const MOST_NAMES = 20;
const LONGEST_NAME = 256;
const DAY_MS = 24 * 60 * 60 * 1000;

/** null if the server presented no certificate or an unreadable one. */
export function readChain(socket: TLSSocket): Chain | null {
  const peer = socket.getPeerCertificate(true);
  // Node returns an empty object if there is no certificate.
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
    // Judge what could be read so far.
  }
  const [leaf, ...issuers] = certificates;
  if (leaf === undefined) return null;
  return {
    certificates: [leaf, ...issuers],
    peer,
    protocol: socket.getProtocol(),
    cipher: socket.getCipher()?.standardName ?? null,
  };
}

/**
 * Whether a chain has a short RSA key, or a signature with SHA-1 or MD5. OpenSSL refuses these; Electron's BoringSSL
 * accepts them.
 *
 * @param reachesRoot whether a certificate is a trusted root or was issued by one. What a server sends above it, such
 * as an old cross-signature, is irrelevant to the trust.
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

/** DER-encoded object identifiers of RSA and ECDSA with SHA-1, and of RSA with MD5 (RFC 3279 §2.2). */
const weakSignatures = ['06092a864886f70d010105', '06072a8648ce3d0401', '06092a864886f70d010104'].map((hex) =>
  Buffer.from(hex, 'hex'),
);

/** Like {@link isShortRsa}, for a certificate that does not come from a handshake. */
export function isShortKey({ publicKey }: X509Certificate): boolean {
  const bits = publicKey.asymmetricKeyDetails?.modulusLength;
  return bits !== undefined && bits < SMALLEST_RSA_KEY;
}

/**
 * Node exposes the signature algorithm only since 24.9. A root's self-signature proves nothing, so its algorithm does
 * not matter.
 */
export const isWeaklySigned = ({ raw, issuer, subject }: X509Certificate): boolean =>
  issuer !== subject && weakSignatures.some((identifier) => raw.includes(identifier));

export const lastOf = (chain: Chain): X509Certificate => chain.certificates.at(-1) ?? chain.certificates[0];

/** One line for a distinguished name: the common name, else the organization, else everything. */
export function shortName(distinguishedName: string): string {
  const parts = distinguishedName.split('\n');
  const part = (key: string) => parts.findLast((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  return printable(part('CN') ?? part('O') ?? part('OU') ?? parts.join(', ')).slice(0, LONGEST_NAME);
}

export const startOf = (certificate: X509Certificate): number => Date.parse(certificate.validFrom);
export const endOf = (certificate: X509Certificate): number => Date.parse(certificate.validTo);

/** Whole days until the certificate expires, rounded down; negative once it has. */
export const daysLeft = (certificate: X509Certificate, now: number): number =>
  Math.floor((endOf(certificate) - now) / DAY_MS);

/** The host names and addresses of the certificate, limited to what a report should list. */
function namesOf(certificate: X509Certificate): string[] {
  const names = (certificate.subjectAltName ?? '')
    .split(', ')
    .filter((name) => name !== '')
    .map((name) => printable(name.replace(/^(?:DNS|IP Address):/, '')).slice(0, LONGEST_NAME));
  return names.slice(0, MOST_NAMES);
}

export const isForHost = (chain: Chain, host: string): boolean =>
  checkServerIdentity(host, chain.peer) === undefined;

/** `subject issuer validFrom validTo daysLeft names protocol cipher fingerprint chainLength`, the certificate facts of a report. */
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
    cipher: chain.cipher,
    fingerprint: leaf.fingerprint256,
    chainLength: chain.certificates.length,
  };
}

const isoDate = (instant: number): string | null =>
  Number.isNaN(instant) ? null : new Date(instant).toISOString();
