/** Decodes base64; null if the result is not printable text. */
export function fromBase64(text: string): string | null {
  if (!/^[A-Za-z\d+/]{4,}={0,2}$/.test(text)) return null;
  try {
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const decoded = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r?\n$/, '');
    return /^[^\p{Cc}]+$/u.test(decoded) ? decoded : null;
  } catch {
    return null;
  }
}
