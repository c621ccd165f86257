/*
 * A quoted CSV cell may contain line breaks. Its lines are read as lines of text, without the rest of the row before
 * and after the cell.
 */

/** The quotation mark of a cell that does not end on the same line. */
const OPENS = /(?:^|[,;])"(?=(?:[^"\r\n]|""){0,4000}$)/;
const CLOSES = /^(?:[^"]|""){0,4000}?"(?=[,;]|[ \t]*$)/;
const MOST_LINES = 200;

/** Blanks out the marks and the rest of such rows at the same length, so that positions stay valid. */
export function withoutRowsAround(text: string): string {
  if (!/(?:^|[,;])"[^"\r\n]*$/m.test(text)) return text;
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    // A table row has other cells.
    const opening = line.length > 8000 ? null : OPENS.exec(line.replace(/\r$/, ''));
    if (opening === null || !/[,;]/.test(line)) continue;
    const end = closingLine(lines, at + 1);
    if (end < 0) continue;
    const mark = opening.index + opening[0].length - 1;
    lines[at] = blank(line.slice(0, mark + 1)) + line.slice(mark + 1);
    const last = lines[end] ?? '';
    const closing = CLOSES.exec(last)?.[0].length ?? 1;
    lines[end] = last.slice(0, closing - 1) + blank(last.slice(closing - 1));
    at = end;
  }
  return lines.join('\n');
}

function closingLine(lines: readonly string[], first: number): number {
  for (let at = first; at < Math.min(lines.length, first + MOST_LINES); at += 1) {
    const line = (lines[at] ?? '').replace(/\r$/, '');
    if (line.length > 8000) return -1;
    if (CLOSES.test(line)) return at;
    // A quotation mark that is neither doubled nor at the end of a cell: this is not CSV.
    if (line.replaceAll('""', '').includes('"')) return -1;
  }
  return -1;
}

const blank = (text: string): string => ' '.repeat(text.length);
