import 'reflect-metadata';
import { X509Certificate } from 'node:crypto';
import type { CertificateFileProblem } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';
import * as x509 from '@peculiar/x509';

/* What Node's own crypto does not read. */

/**
 * The certificates of a collection (PKCS #7).
 * @param most reading ends with the first beyond these
 */
export function readCollection(
  bytes: Buffer,
  most: number,
): Result<readonly X509Certificate[], CertificateFileProblem> {
  try {
    const found: X509Certificate[] = [];
    for (const { rawData } of new x509.X509Certificates(new Uint8Array(bytes)).slice(0, most + 1)) {
      const raw = Buffer.from(rawData);
      // As they stand there: a certificate that was written anew would have another fingerprint.
      if (!bytes.includes(raw)) return refuse('damaged');
      found.push(new X509Certificate(raw));
    }
    return found.length === 0 ? refuse('not-a-certificate') : ok(found);
  } catch {
    return refuse('damaged');
  }
}

/** What else is handed to people who ask for a certificate; null for anything else. */
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
