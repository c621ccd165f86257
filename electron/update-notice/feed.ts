import { createPublicKey, verify } from 'node:crypto';
import { noticeSchema, type UpdateNotice } from '@contract/update-notice';
import * as z from 'zod/mini';

/** Signed in front of the notice, so that a signature for anything else is worth nothing here. */
const PURPOSE = 'school-api-setup-wizard update notice 1\n';

/** The bytes that are signed. scripts/update-notice.mjs signs the same. */
export const signedBytes = (notice: string): Buffer => Buffer.from(`${PURPOSE}${notice}`, 'utf8');

/** The notice is a string, so that its bytes are the signed ones, however the file around it is written. */
const feedSchema = z.strictObject({ notice: z.string(), signature: z.string() });

/**
 * What a feed says, if it was signed with this key (SPKI, base64); null for anything else. Never throws.
 */
export function readFeed(feed: unknown, publicKey: string): UpdateNotice | null {
  const parsed = feedSchema.safeParse(feed);
  if (!parsed.success) return null;
  const { notice, signature } = parsed.data;
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
    if (key.asymmetricKeyType !== 'ed25519') return null;
    if (!verify(null, signedBytes(notice), key, Buffer.from(signature, 'base64'))) return null;
    const read = noticeSchema.safeParse(JSON.parse(notice));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** Whether the first version is newer than the second. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [version, than].map((text) => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (one?.[at] ?? 0) - (other?.[at] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
