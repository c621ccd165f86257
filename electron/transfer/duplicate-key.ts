/**
 * Finds the first duplicate key of an object in a JSON text, as a path (`values.serverUrl`, `connections[1].name`);
 * null if there is none. JSON.parse silently uses the last of two, while another parser may use the first.
 *
 * @param text must be valid JSON; otherwise the result is meaningless
 */
export function duplicateKey(text: string): string | null {
  const open: { readonly keys: Set<string> | null; readonly path: string; at: string; index: number }[] = [];
  // Matches whole strings and structural characters; numbers, literals and whitespace do not matter.
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],]/g)) {
    const inside = open.at(-1);
    switch (token) {
      case '{':
      case '[':
        open.push({ keys: token === '{' ? new Set() : null, path: placeIn(inside), at: '', index: 0 });
        break;
      case '}':
      case ']':
        open.pop();
        break;
      case ',':
        if (inside !== undefined) inside.index += 1;
        break;
      default: {
        if (inside === undefined || inside.keys === null || !isKey(text, index + token.length)) break;
        const key = String(JSON.parse(token));
        inside.at = key;
        if (inside.keys.has(key)) return placeIn(inside);
        inside.keys.add(key);
      }
    }
  }
  return null;
}

/** A string followed by a colon is a key. */
function isKey(text: string, end: number): boolean {
  let at = end;
  while (' \t\n\r'.includes(text.charAt(at)) && at < text.length) at += 1;
  return text.charAt(at) === ':';
}

function placeIn(
  inside:
    | { readonly keys: unknown; readonly path: string; readonly at: string; readonly index: number }
    | undefined,
): string {
  if (inside === undefined) return '';
  if (inside.keys === null) return `${inside.path}[${inside.index}]`;
  return inside.path === '' ? inside.at : `${inside.path}.${inside.at}`;
}
