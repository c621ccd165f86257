/**
 * Decodes bytes as UTF-8, or as UTF-16 if a byte order mark or zero bytes in the first two characters identify it:
 * Windows PowerShell's `>` and Notepad's "Unicode" write that. Removes a byte order mark. null for anything else.
 */
export function decodeText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes;
  // The byte order mark of UTF-32 starts with the same bytes.
  const isLonger = bytes.length >= 4 && third === 0 && fourth === 0;
  if (first === 0xff && second === 0xfe && !isLonger) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [first, second, third, fourth].map((byte) => byte === 0);
  if (bytes.length >= 4 && !zeros[0] && zeros[1] && !zeros[2] && zeros[3]) return 'utf-16le';
  if (bytes.length >= 4 && zeros[0] && !zeros[1] && zeros[2] && !zeros[3]) return 'utf-16be';
  return 'utf-8';
}
