/*
 * Decodes text inside URLs: percent-encoded, base64 or plain. Invalid encodings are left as they are; nothing here
 * throws.
 */

const ESCAPES = /(?:%[\da-f]{2})+/gi;

/** Decodes once. A `+` stays a `+`: it means a space only in forms, and URLs contain no spaces. */
export const percentDecoded = (text: string): string =>
  text.replace(ESCAPES, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

/** Decodes base64 of UTF-8 text in either alphabet, with or without padding; null for anything else. */
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
