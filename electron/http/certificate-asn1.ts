import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import type { CertificateFileProblem } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';
import * as x509 from '@peculiar/x509';

/* Parses formats that Node's crypto module does not. */

/**
 * The certificates of a collection (PKCS #7).
 * @param most stop reading after one more certificate than this
 */
export function readCollection(
  bytes: Buffer,
  most: number,
): Result<readonly X509Certificate[], CertificateFileProblem> {
  try {
    const found: X509Certificate[] = [];
    for (const { rawData } of new x509.X509Certificates(new Uint8Array(bytes)).slice(0, most + 1)) {
      const raw = Buffer.from(rawData);
      // A re-encoded certificate would have a different fingerprint, so accept only certificates contained byte for
      // byte.
      if (!bytes.includes(raw)) return refuse('damaged');
      found.push(new X509Certificate(raw));
    }
    return found.length === 0 ? refuse('not-a-certificate') : ok(found);
  } catch {
    return refuse('damaged');
  }
}

/** Recognizes other files people receive when they ask for a certificate; null for anything else. */
export function otherKind(bytes: Buffer): 'request' | 'revocation-list' | null {
  const raw = new Uint8Array(bytes);
  if (can(() => new x509.Pkcs10CertificateRequest(raw))) return 'request';
  return can(() => new x509.X509Crl(raw)) ? 'revocation-list' : null;
}

function can(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
