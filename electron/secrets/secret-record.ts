import { createHash } from 'node:crypto';
import { parseAddress } from '@contract/address';
import * as z from 'zod/mini';

/** Beside the secret in use: the one that is to take its place, or the one whose place it took. */
export type SecretSlot = 'next' | 'previous';

/** Which secret: a connection's id and the field's id in its system; without a slot, the one in use. */
export interface SecretRef {
  readonly connection: string;
  readonly field: string;
  readonly slot?: SecretSlot;
}

const secretRecordSchema = z.strictObject({
  format: z.literal(1),
  /** safeStorage's name for what encrypted it; another one today cannot read it. */
  backend: z.string().check(z.minLength(1), z.maxLength(64)),
  savedAt: z.iso.datetime(),
  /** The ciphertext, base64. */
  cipher: z.base64().check(z.minLength(1), z.maxLength(200_000)),
});
/** One secret as it lies on the disk. */
export type SecretRecord = z.infer<typeof secretRecordSchema>;

/** The record, or null when what lies there is none this version can read (damaged, or of a newer format). */
export function asSecretRecord(stored: unknown): SecretRecord | null {
  const parsed = secretRecordSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

const envelopeSchema = z.strictObject({
  v: z.literal(1),
  connection: z.string(),
  field: z.string(),
  /** Where the secret may be sent, `scheme://host[:port]`: fixed when it was entered (SECURITY.md). */
  origins: z.array(z.string()),
  secret: z.string(),
  sum: z.string(),
});

/** What stands inside the ciphertext: the secret, and what it belongs to. */
export interface Envelope {
  readonly connection: string;
  readonly field: string;
  readonly origins: readonly string[];
  readonly secret: string;
}

/**
 * The text that is encrypted. It ends in a checksum of its own, because Chromium's cipher on Linux and macOS
 * (AES-CBC without authentication) turns a damaged bit into other text instead of refusing it.
 */
export function sealEnvelope({ connection, field, origins, secret }: Envelope): string {
  const content = { v: 1 as const, connection, field, origins: tidyOrigins(origins), secret };
  return JSON.stringify({ ...content, sum: sumOf(content) });
}

/** The envelope, or null when the text is damaged or was never one. */
export function openEnvelope(text: string): Envelope | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = envelopeSchema.safeParse(json);
  if (!parsed.success) return null;
  const { sum, ...content } = parsed.data;
  if (sum !== sumOf(content)) return null;
  const { connection, field, origins, secret } = content;
  return { connection, field, origins, secret };
}

/**
 * True when a text that is no envelope once was one. Another key's text passes as decrypted once in some 256 times:
 * the cipher's padding is all that could refuse it. Damage leaves most of the text, another key leaves none.
 */
export const wasEnvelope = (text: string): boolean =>
  ['{"v":1,', '"connection":"', '"field":"', '"origins":[', '"secret":"', '"sum":"'].some((part) =>
    text.includes(part),
  );

/** True when a secret bound to `bound` may be sent to every one of `wanted`. */
export function covers(bound: readonly string[], wanted: readonly string[]): boolean {
  const allowed = new Set(tidyOrigins(bound));
  return wanted.every((origin) => {
    const tidy = originOf(origin);
    return tidy !== null && allowed.has(tidy);
  });
}

const tidyOrigins = (origins: readonly string[]): string[] =>
  [...new Set(origins.map(originOf).filter((origin) => origin !== null))].sort();

/** `HTTPS://Host:443/path` → `https://host`; null for what has no origin. */
function originOf(address: string): string | null {
  const origin = parseAddress(address)?.origin;
  return origin === undefined || origin === 'null' ? null : origin;
}

function sumOf(content: {
  readonly v: 1;
  readonly connection: string;
  readonly field: string;
  readonly origins: readonly string[];
  readonly secret: string;
}): string {
  const { v, connection, field, origins, secret } = content;
  return createHash('sha256')
    .update(JSON.stringify([v, connection, field, origins, secret]))
    .digest('base64');
}
