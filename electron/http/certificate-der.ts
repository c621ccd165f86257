import { X509Certificate } from 'node:crypto';
import type { CertificateFileProblem } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';

type Read = Result<readonly X509Certificate[], CertificateFileProblem>;

/** Whether bytes may be an ASN.1 sequence, as all formats read here are. A short sequence has a one-byte length. */
export const isSequence = ({ 0: tag, 1: length = 0, length: size }: Uint8Array): boolean =>
  tag === 0x30 && (length >= 0x80 || size === length + 2);

/**
 * The certificates in DER bytes: one, several concatenated, or a collection (PKCS #7). Otherwise, what the bytes are.
 * @param most stop reading after one more certificate than this
 */
export async function readDer(bytes: Buffer, most: number): Promise<Read> {
  const certificates = inARow(bytes, most);
  if (certificates !== null) return ok(certificates);
  const start = startOf(bytes);
  if (PRIVATE_KEYS.some((form) => form.test(start))) return refuse('private-key');
  if (PKCS12.test(start)) return refuse('pkcs12');
  if (PUBLIC_KEY.test(start)) return refuse('public-key');
  if (!isSequence(bytes)) return refuse('not-a-certificate');
  const { readCollection, otherKind } = await import('./certificate-asn1');
  if (SIGNED_DATA.test(start)) return readCollection(bytes, most);
  // Certificates start with a sequence inside a sequence.
  return refuse(otherKind(bytes) ?? (start.startsWith('30') ? 'damaged' : 'not-a-certificate'));
}

/** The first certificate, ignoring the extra data OpenSSL appends (`TRUSTED CERTIFICATE`). */
export function readFirst(bytes: Buffer): Read {
  const certificate = parsed(bytes);
  return certificate === null ? refuse('damaged') : ok([certificate]);
}

/** Concatenated certificates; null if there is anything else. Trailing whitespace and zero bytes are ignored. */
function inARow(bytes: Buffer, most: number): readonly X509Certificate[] | null {
  const found: X509Certificate[] = [];
  let rest = bytes;
  while (found.length <= most) {
    const certificate = parsed(rest);
    if (certificate === null) return null;
    found.push(certificate);
    rest = rest.subarray(certificate.raw.length);
    if (/^[\s\0]*$/.test(rest.toString('latin1'))) break;
  }
  return found;
}

function parsed(bytes: Buffer): X509Certificate | null {
  try {
    const certificate = new X509Certificate(bytes);
    // Node would also parse PEM text here; accept DER only.
    return bytes.subarray(0, certificate.raw.length).equals(certificate.raw) ? certificate : null;
  } catch {
    return null;
  }
}

/** The first bytes inside the outermost sequence as hex. The length in its header may be definite or indefinite. */
function startOf(bytes: Buffer): string {
  const length = bytes[1] ?? 0;
  const head = length > 0x80 ? 2 + (length & 0x7f) : 2;
  return bytes.subarray(head, head + 24).toString('hex');
}

/** PKCS #1, PKCS #8 and SEC 1 keys, and encrypted ones (PKCS #5, PKCS #12). */
const PRIVATE_KEYS = [
  /^02010[01](?:02|04|30)/,
  /^30(?:8[12])?(?:[0-9a-f]{2}){1,2}06(?:09|0a)2a864886f70d01(?:05|0c01)/,
];
const PKCS12 = /^02010330/;
/** 1.2.840.113549.1.7.2 (RFC 2315). */
const SIGNED_DATA = /^06092a864886f70d010702/;
/** RSA and elliptic curves. */
const PUBLIC_KEY = /^30[0-9a-f]{2}06(?:092a864886f70d010101|072a8648ce3d0201)/;
