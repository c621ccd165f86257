import type { X509Certificate } from 'node:crypto';
import { open, stat } from 'node:fs/promises';
import { decodeText } from '@contract/decode-text';
import type { CertificateFileProblem } from '@contract/extra-trust';
import { LIMITS } from '@contract/limits';
import { ok, type Result, refuse } from '@contract/result';
import { isSequence, readDer, readFirst } from './certificate-der';
import { type Block, bareBase64, blocksOf, bytesOf } from './certificate-text';

/** Many times the size of a certificate chain. */
const LARGEST_FILE_BYTES = 256 * 1024;

type Read = Result<readonly X509Certificate[], CertificateFileProblem>;

/** The certificates of a file the user chose, in file order. */
export async function readCertificateFile(path: string): Promise<Read> {
  try {
    // Stat first: opening a pipe would wait for its writer.
    const found = await stat(path);
    if (!found.isFile()) return refuse('not-readable');
    if (found.size > LARGEST_FILE_BYTES) return refuse('too-large');
    const handle = await open(path, 'r');
    try {
      return await readCertificates((await handle.readFile()).subarray(0, LARGEST_FILE_BYTES));
    } finally {
      await handle.close();
    }
  } catch {
    return refuse('not-readable');
  }
}

/**
 * Like {@link readCertificateFile}, for bytes: DER, PEM with anything around it, plain base64, or a collection (PKCS
 * #7) in any of these. If any certificate is unreadable, the whole file is rejected.
 */
export async function readCertificates(
  bytes: Buffer,
  most: number = LIMITS.extraCertificates,
): Promise<Read> {
  const read = await (isSequence(bytes) ? readDer(bytes, most) : readText(bytes, most));
  return read.ok && read.value.length > most ? refuse('too-many') : read;
}

async function readText(bytes: Buffer, most: number): Promise<Read> {
  const binary = binaryKinds.find(([start, at]) => bytes.subarray(at, at + start.length).equals(start));
  if (binary !== undefined) return refuse(binary[2]);
  const text = decodeText(bytes) ?? bytes.toString('latin1');
  if (text.trim() === '') return refuse('empty');
  const blocks = blocksOf(text);
  // Checked first: the user chose the wrong file and should know that they nearly shared a private key.
  if (blocks.some(({ label }) => /PRIVATE KEY/.test(label)) || /^PuTTY-User-Key-File/m.test(text))
    return refuse('private-key');
  const own = blocks.filter(({ label }) => isOwn(label));
  if (own.length > 0) return together(own, most, readBlock);
  const bare = blocks.length > 0 ? [] : bareBase64(text).filter(isSequence);
  if (bare.length > 0) return together(bare, most, readDer);
  return refuse(otherBlocks(blocks) ?? otherText(text));
}

const CERTIFICATES: readonly string[] = ['CERTIFICATE', 'X509 CERTIFICATE'];
/** With OpenSSL's trust data appended. */
const TRUSTED = 'TRUSTED CERTIFICATE';
const COLLECTIONS: readonly string[] = ['PKCS7', 'PKCS #7 SIGNED DATA', 'CMS', 'CERTIFICATE CHAIN'];
const isOwn = (label: string): boolean =>
  label === TRUSTED || CERTIFICATES.includes(label) || COLLECTIONS.includes(label);

async function readBlock({ label, body }: Block, most: number): Promise<Read> {
  const bytes = body === null ? null : bytesOf(body);
  if (bytes === null) return refuse('damaged');
  if (label === TRUSTED) return readFirst(bytes);
  const read = await readDer(bytes, most);
  if (!read.ok) return read.failure === 'not-a-certificate' ? refuse('damaged') : read;
  return CERTIFICATES.includes(label) && read.value.length > 1 ? refuse('damaged') : read;
}

async function together<Part>(
  parts: readonly Part[],
  most: number,
  readPart: (part: Part, most: number) => Promise<Read>,
): Promise<Read> {
  const found: X509Certificate[] = [];
  for (const part of parts) {
    const read = await readPart(part, most);
    if (!read.ok) return read;
    found.push(...read.value);
    if (found.length > most) return refuse('too-many');
  }
  return ok(found);
}

/** Other files that people choose instead of certificates: signature bytes and their offset. */
const binaryKinds: readonly (readonly [start: Buffer, at: number, kind: CertificateFileProblem])[] = [
  [Buffer.from('CERT'), 4, 'certificate-store'],
  // Java key stores.
  [Buffer.from('feedfeed', 'hex'), 0, 'pkcs12'],
  [Buffer.from('cececece', 'hex'), 0, 'pkcs12'],
  // Windows shortcuts, and macOS ones in binary form.
  [Buffer.from('4c00000001140200', 'hex'), 0, 'shortcut'],
  [Buffer.from('bplist'), 0, 'shortcut'],
  ...[
    'PK\x03\x04', // ZIP, and Word
    '\x1f\x8b\x08', // gzip
    '7z\xbc\xaf',
    'Rar!',
    '\xd0\xcf\x11\xe0', // older Word
    '{\\rtf',
    '%PDF',
    '\x89PNG',
    '\xff\xd8\xff', // JPEG
    'GIF8',
  ].map((start) => [Buffer.from(start, 'latin1'), 0, 'container'] as const),
];

function otherBlocks(blocks: readonly Block[]): CertificateFileProblem | null {
  const has = (part: RegExp) => blocks.some(({ label }) => part.test(label));
  if (has(/CERTIFICATE REQUEST$/)) return 'request';
  if (has(/CRL$/)) return 'revocation-list';
  if (has(/^SSH/)) return 'ssh-key';
  return has(/^(?:\w+ )?PUBLIC KEY$/) ? 'public-key' : null;
}

function otherText(text: string): CertificateFileProblem {
  const start = text.slice(0, 4096);
  if (/^\s*(?:ssh-|ecdsa-sha2-|sk-(?:ssh|ecdsa))\S+ AAAA/.test(start)) return 'ssh-key';
  if (/^\s*\[(?:InternetShortcut|Desktop Entry)\]/m.test(start)) return 'shortcut';
  if (/<!doctype html|<html|<head|<body/i.test(start)) return 'web-page';
  if (/^Certificate:\s*\n\s*Data:/m.test(start)) return 'described';
  return 'not-a-certificate';
}
