import { X509Certificate } from 'node:crypto';
import type { CertificateVerdict, CertificateView } from '@contract/extra-trust';
import { endOf, isShortKey, isWeaklySigned, shortName, startOf } from './certificate';
import type { Trust } from './trust';

/** A certificate as it is shown before it is accepted, and the bytes that would be kept: one and the same. */
export interface InspectedCertificate extends CertificateView {
  readonly pem: string;
}

/**
 * What each certificate is worth beside this computer's own.
 * @param others what else would be trusted with them: an intermediate is worth something only under a root
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

/** The kept PEM blocks again; one that cannot be read any more is left out, as verification does too. */
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

/** Verification ends at a root: an intermediate alone changes nothing. */
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
