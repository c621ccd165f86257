import { X509Certificate } from 'node:crypto';
import type { CertificateVerdict, CertificateView } from '@contract/extra-trust';
import { endOf, isShortKey, isWeaklySigned, shortName, startOf } from './certificate';
import type { Trust } from './trust';

/** A certificate as shown to the user, with exactly the bytes that are kept if they accept it. */
export interface InspectedCertificate extends CertificateView {
  readonly pem: string;
}

/**
 * Assesses what each certificate adds to this computer's own trust.
 * @param others certificates that would be trusted along with these: an intermediate is of use only under a root
 */
export function inspectCertificates(
  certificates: readonly X509Certificate[],
  trust: Trust,
  now: number,
  others: readonly X509Certificate[] = [],
): readonly InspectedCertificate[] {
  const seen = new Set<string>();
  return certificates
    .filter(({ fingerprint256 }) => !seen.has(fingerprint256) && seen.add(fingerprint256))
    .map((certificate) => ({
      fingerprint: certificate.fingerprint256,
      subject: shortName(certificate.subject),
      issuer: shortName(certificate.issuer),
      validFrom: isoDate(startOf(certificate)),
      validTo: isoDate(endOf(certificate)),
      verdict: verdictOn(certificate, [...certificates, ...others], trust, now),
      pem: certificate.toString().trim(),
    }));
}

/** Parses the stored PEM blocks. Unreadable ones are skipped, as in verification. */
export const readPems = (pems: readonly string[]): readonly X509Certificate[] =>
  pems.flatMap((pem) => {
    try {
      return [new X509Certificate(pem)];
    } catch {
      return [];
    }
  });

function verdictOn(
  certificate: X509Certificate,
  all: readonly X509Certificate[],
  trust: Trust,
  now: number,
): CertificateVerdict {
  if (!certificate.ca) return isSelfIssued(certificate) ? 'own-certificate' : 'server-certificate';
  if (endOf(certificate) < now) return 'expired';
  if (startOf(certificate) > now) return 'not-yet-valid';
  if (isShortKey(certificate) || isWeaklySigned(certificate)) return 'weak';
  if (trust.knows(certificate)) return 'already-trusted';
  return reachesRoot(certificate, all, trust) ? 'good' : 'issuer-missing';
}

const isSelfIssued = ({ issuer, subject }: X509Certificate): boolean => issuer === subject;

/** Verification ends at a root, so an intermediate alone changes nothing. */
function reachesRoot(
  certificate: X509Certificate,
  all: readonly X509Certificate[],
  trust: Trust,
  depth = 0,
): boolean {
  if (isSelfIssued(certificate) || trust.reaches(certificate, [])) return true;
  if (depth > all.length) return false;
  return all.some(
    (other) =>
      other !== certificate &&
      other.ca &&
      certificate.checkIssued(other) &&
      reachesRoot(other, all, trust, depth + 1),
  );
}

const isoDate = (instant: number): string | null =>
  Number.isNaN(instant) ? null : new Date(instant).toISOString();
