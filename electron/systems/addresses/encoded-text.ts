/*
 * Text as it stands inside addresses: percent-encoded, in base64, or not at all. Broken encodings are left as they
 * are; nothing here throws.
 */

const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** Decodes once. A `+` stays a `+`: it is a blank only in forms, and addresses hold no blanks. */
export const percentDecoded = (text: string): string =>
  text.replace(ESCAPES, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

/** Base64 of UTF-8 text in either alphabet, with or without padding; null for anything else. */
export function base64Decoded(text: string): string | null {
  const plain = text
    .replace(/[=\s]+$/, '')
    .replaceAll('-', '+')
    .replaceAll('_', '/');
  if (plain === '' || plain.length % 4 === 1 || !/^[\w+/]+$/.test(plain)) return null;
  try {
    const bytes = Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
