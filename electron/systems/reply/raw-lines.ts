/* Splits a text into lines and removes quote marks and bullets. */

/** Quote marks, then one bullet or number, which must be followed by a space. */
const PREFIX =
  /^[ \t\u00a0\ufeff\u200b]{0,200}(?:>[ \t]?){0,60}[ \t\u00a0]{0,200}(?:(?:[•·▪◦‣⁃●○*–—-]|\d{1,2}[.)]|[a-z]\)|(?:[QRA]|Rép|Ans)[ \u00a0\u202f]?[.:])[ \t\u00a0]+)?/u;

export interface Raw {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly quoted: boolean;
  readonly indent: number;
  readonly tabs: number;
  readonly prefix: string;
}

const BLANKS = 3;

export function rawLines(text: string): readonly Raw[] {
  const lines: Raw[] = [];
  let empty = 0;
  const push = (start: number, end: number) => {
    if (start === end) {
      empty += 1;
      // More empty lines than this mean nothing.
      if (empty <= BLANKS)
        lines.push({ start, end, text: '', quoted: false, indent: 0, tabs: 0, prefix: '' });
      return;
    }
    empty = 0;
    const first = text.charCodeAt(start);
    if (first > 64 && first < 128) {
      // Most lines begin with a letter and have no marks, except `a)` and `Q :`.
      if (
        !(text.charCodeAt(start + 1) === 41 || /^[QRA][ \u00a0\u202f.:]/.test(text.slice(start, start + 2)))
      ) {
        lines.push({
          start,
          end,
          text: text.slice(start, end),
          quoted: false,
          indent: 0,
          tabs: 0,
          prefix: '',
        });
        return;
      }
    }
    const prefix = PREFIX.exec(text.slice(start, Math.min(end, start + 600)))?.[0] ?? '';
    const quoted = prefix.includes('>');
    const marks = quoted ? prefix.slice(prefix.lastIndexOf('>') + 1) : prefix;
    lines.push({
      start: start + prefix.length,
      end,
      text: text.slice(start + prefix.length, end),
      quoted,
      indent: marks.length,
      tabs: marks.includes('\t') ? marks.split('\t').length - 1 : 0,
      prefix: /\S/.test(marks) ? marks.trimStart() : '',
    });
  };
  let start = 0;
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    push(start, match.index);
    start = match.index + match[0].length;
  }
  push(start, text.length);
  return lines;
}
