/* The source of an RTF document, as WordPad and clipboard tools give it, becomes the text it would display. */

const DOCUMENT = /\{\\rtf1?(?=[\\{\s])/;
const PART =
  /((?:\\'[\da-f]{2}){1,4000})|\\u(-?\d{1,5})(?: |\\'[\da-f]{2}|\?)?|\\([a-z]{1,32})(?:-?\d{1,10})? ?|\\([\s\S])|[{}]|[\r\n]+|[^\\{}\r\n]+|\\/gi;
const WINDOWS = new TextDecoder('windows-1252');
/** Groups that are never displayed. Every group that begins with `\*` is one as well. */
const UNSEEN =
  /^(?:fonttbl|colortbl|stylesheet|info|pict|header[lrf]?|footer[lrf]?|listtable|generator|object)$/;
const SHOWN: ReadonlyMap<string, string> = new Map([
  ['par', '\n'],
  ['line', '\n'],
  ['sect', '\n'],
  ['page', '\n'],
  ['row', '\n'],
  ['tab', '\t'],
  ['cell', '\t'],
  ['emdash', '—'],
  ['endash', '–'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
]);

/** Converts the document; what stands before and after it stays. */
export function withoutRtf(text: string): string {
  const start = DOCUMENT.exec(text)?.index;
  if (start === undefined) return text;
  const parts: string[] = [text.slice(0, start)];
  /** For each open group, whether it is unseen. */
  const groups: boolean[] = [];
  const source = text.slice(start);
  for (const match of source.matchAll(PART)) {
    const [whole, byte, unicode, word, sign] = match;
    const hidden = groups.at(-1) ?? false;
    if (whole === '{') groups.push(hidden);
    else if (whole === '}') {
      groups.pop();
      if (groups.length === 0) {
        parts.push(source.slice(match.index + 1));
        break;
      }
    } else if (sign === '*' || UNSEEN.test(word ?? '')) groups[groups.length - 1] = true;
    else if (!hidden) parts.push(shown(whole, byte, unicode, word, sign));
  }
  return parts.join('');
}

function shown(whole: string, byte?: string, unicode?: string, word?: string, sign?: string): string {
  if (byte !== undefined)
    return WINDOWS.decode(Uint8Array.from(byte.slice(2).split("\\'"), (hex) => Number.parseInt(hex, 16)));
  if (unicode !== undefined) return String.fromCharCode(Number(unicode) & 0xff_ff);
  if (word !== undefined) return SHOWN.get(word) ?? '';
  if (sign !== undefined)
    return sign === '~' ? '\u00a0' : /[\r\n]/.test(sign) ? '\n' : /[{}\\]/.test(sign) ? sign : '';
  // Line breaks of the source mean nothing.
  return /^[\r\n]/.test(whole) || whole === '\\' ? '' : whole;
}
