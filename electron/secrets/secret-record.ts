import { createHash } from 'node:crypto';
import { parseAddress } from '@contract/address';
import * as z from 'zod/mini';

/** The secrets besides the one in use: the one that will replace it, or the one it replaced. */
export type SecretSlot = 'next' | 'previous';

/** Identifies a secret: the connection's id and the field's id in its system. Without a slot, the one in use. */
export interface SecretRef {
  readonly connection: string;
  readonly field: string;
  readonly slot?: SecretSlot;
}

const secretRecordSchema = z.strictObject({
  format: z.literal(1),
  /** safeStorage's name for the keyring that encrypted it; another keyring cannot decrypt it. */
  backend: z.string().check(z.minLength(1), z.maxLength(64)),
  savedAt: z.iso.datetime(),
  /** The ciphertext, base64. */
  cipher: z.base64().check(z.minLength(1), z.maxLength(200_000)),
});
/** One secret as stored on disk. */
export type SecretRecord = z.infer<typeof secretRecordSchema>;

/** The record, or null if this version cannot read it (damaged, or a newer format). */
export function asSecretRecord(stored: unknown): SecretRecord | null {
  const parsed = secretRecordSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

const envelopeSchema = z.strictObject({
  v: z.literal(1),
  connection: z.string(),
  field: z.string(),
  /** Where the secret may be sent, `scheme://host[:port]`. Fixed when it was entered (SECURITY.md). */
  origins: z.array(z.string()),
  secret: z.string(),
  sum: z.string(),
});

/** The content of the ciphertext: the secret and what it belongs to. */
export interface Envelope {
  readonly connection: string;
  readonly field: string;
  readonly origins: readonly string[];
  readonly secret: string;
}

/**
 * The text to encrypt. It has its own checksum because Chromium's cipher on Linux and macOS (AES-CBC without
 * authentication) decrypts damaged bits to different text instead of failing.
 */
export function sealEnvelope({ connection, field, origins, secret }: Envelope): string {
  const content = { v: 1 as const, connection, field, origins: tidyOrigins(origins), secret };
  return JSON.stringify({ ...content, sum: sumOf(content) });
}

/** The envelope, or null if the text is damaged or not an envelope. */
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
 * True if a text that no longer parses was once an envelope. Decrypting with the wrong key succeeds in about 1 of 256
 * cases, because only the cipher's padding is checked. A damaged envelope still has most of its text; a wrong key
 * leaves none of it.
 */
export const wasEnvelope = (text: string): boolean =>
  ['{"v":1,', '"connection":"', '"field":"', '"origins":[', '"secret":"', '"sum":"'].some((part) =>
    text.includes(part),
  );

/** True if a secret bound to `bound` may be sent to all of `wanted`. */
export function covers(bound: readonly string[], wanted: readonly string[]): boolean {
  const allowed = new Set(tidyOrigins(bound));
  return wanted.every((origin) => {
    const tidy = originOf(origin);
    return tidy !== null && allowed.has(tidy);
  });
}

const tidyOrigins = (origins: readonly string[]): string[] =>
  [...new Set(origins.map(originOf).filter((origin) => origin !== null))].sort();

/** `HTTPS://Host:443/path` → `https://host`; null if the address has no origin. */
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
