import { X509Certificate } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import type { CertificateFileProblem } from '@contract/extra-trust';
import { MOST_EXTRA_CERTIFICATES } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';

/** Many times what a chain of certificates takes. */
const LARGEST_FILE_BYTES = 256 * 1024;

type Read = Result<readonly X509Certificate[], CertificateFileProblem>;

/** The certificates of a file a person chose: PEM or DER, one or several, in the file's order. */
export async function readCertificateFile(path: string): Promise<Read> {
  try {
    // Asked of the name first: opening a pipe would wait for whoever writes to it.
    const found = await stat(path);
    if (!found.isFile()) return refuse('not-readable');
    if (found.size > LARGEST_FILE_BYTES) return refuse('too-large');
    const handle = await open(path, 'r');
    try {
      return readCertificates((await handle.readFile()).subarray(0, LARGEST_FILE_BYTES));
    } finally {
      await handle.close();
    }
  } catch {
    return refuse('not-readable');
  }
}

/** As {@link readCertificateFile}, of the file's bytes. One that cannot be read whole is refused whole. */
export function readCertificates(bytes: Buffer): Read {
  const text = asText(bytes);
  if (text.trim() === '') return refuse('empty');
  const read = text.includes('-----BEGIN ') ? readPem(text) : readDer(bytes);
  return read.ok && read.value.length > MOST_EXTRA_CERTIFICATES ? refuse('too-many') : read;
}

/** Windows tools write PEM as UTF-16, too. */
function asText(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return bytes.toString(isUtf16 ? 'utf16le' : 'latin1');
}

const BLOCK = /-----BEGIN ([A-Z0-9 ]{1,40})-----([\s\S]*?)-----END \1-----/g;
const MOST_LABELS = 64;
const CERTIFICATE_LABELS = ['CERTIFICATE', 'X509 CERTIFICATE'];

function readPem(text: string): Read {
  const labels = [...text.matchAll(/-----BEGIN ([A-Z0-9 ]{1,40})-----/g)].map(([, label]) => label ?? '');
  // First of all: whoever chose this file meant another, and should know that a key nearly went along.
  if (labels.some((label) => label.endsWith('PRIVATE KEY'))) return refuse('private-key');
  // Searched for its ends, a file of beginnings alone would hold the program up for seconds.
  if (labels.length > MOST_LABELS) return refuse('too-many');
  const blocks = [...text.matchAll(BLOCK)];
  const own = blocks.filter(([, label = '']) => CERTIFICATE_LABELS.includes(label));
  if (own.length === 0) {
    if (labels.some((label) => label === 'PKCS7' || label === 'CMS')) return refuse('pkcs7');
    if (labels.some((label) => label.endsWith('CERTIFICATE REQUEST'))) return refuse('request');
    return refuse(
      labels.some((label) => CERTIFICATE_LABELS.includes(label)) ? 'damaged' : 'not-a-certificate',
    );
  }
  if (own.length < labels.filter((label) => CERTIFICATE_LABELS.includes(label)).length)
    return refuse('damaged');
  const certificates: X509Certificate[] = [];
  for (const [, , body = ''] of own.slice(0, MOST_EXTRA_CERTIFICATES + 1)) {
    const [first, ...more] = derCertificates(Buffer.from(body, 'base64')) ?? [];
    if (first === undefined || more.length > 0) return refuse('damaged');
    certificates.push(first);
  }
  return ok(certificates);
}

function readDer(bytes: Buffer): Read {
  const certificates = derCertificates(bytes);
  if (certificates !== null) return ok(certificates);
  return refuse(foreignDer(bytes));
}

/** One DER certificate after the other; null when anything else stands there. */
function derCertificates(bytes: Buffer): readonly X509Certificate[] | null {
  const found: X509Certificate[] = [];
  let rest = bytes;
  try {
    while (rest.length > 0 && found.length <= MOST_EXTRA_CERTIFICATES) {
      const certificate = new X509Certificate(rest);
      // A text would be read as PEM by the library; here only DER is meant.
      if (!rest.subarray(0, certificate.raw.length).equals(certificate.raw)) return null;
      found.push(certificate);
      rest = rest.subarray(certificate.raw.length);
    }
  } catch {
    return null;
  }
  return found;
}

/** Object identifiers that tell the other formats IT staff are handed, as they stand in DER (RFC 2315, RFC 7292). */
const SIGNED_DATA = Buffer.from('06092a864886f70d010702', 'hex');
const PKCS12_VERSION = Buffer.from('020103', 'hex');

function foreignDer(bytes: Buffer): CertificateFileProblem {
  if (bytes[0] !== 0x30) return 'not-a-certificate';
  const head = bytes.subarray(0, 64);
  if (head.subarray(0, 9).includes(PKCS12_VERSION)) return 'pkcs12';
  if (head.includes(SIGNED_DATA)) return 'pkcs7';
  // A sequence that holds a sequence, as every certificate begins.
  return head.subarray(2, 6).includes(0x30) ? 'damaged' : 'not-a-certificate';
}
