import type { LabelBook } from './label-book';
import type { Line } from './lines';

/* Table rows and cells: which lines belong to one table, and what separates its cells. */

export interface Cell {
  readonly text: string;
  readonly at: number;
}

export type Row = readonly Cell[];

export interface Table {
  readonly rows: readonly (readonly [line: number, cells: Row])[];
  readonly kind: Kind;
}

export const RULE = /^[\s|│┃║+:=─━═┼├┤┬┴┌┐└┘╞╪╡╔╗╚╝╠╣╬╤╧-]+$/;

const BARS = /[|│┃║]/;

const MOST_CELLS = 40;

const LONGEST_ROW = 20_000;

/** The end of the rows that begin at a line and share a separator; and the table, if it contains a label. */
export function tableAt(
  lines: readonly Line[],
  first: number,
  book: LabelBook,
): readonly [number, Table | null] {
  const line = lines[first];
  if (line === undefined || line.only === 'header' || line.text === '') return [first, null];
  const kind = line.tabs > 0 ? 'tabs' : kindOf(line.text);
  if (kind === null) return [first, null];
  let end = first;
  let labelled = false;
  for (; end < lines.length; end += 1) {
    const one = lines[end];
    if (one === undefined) break;
    if (one.text.trim() === '') {
      if (!emptyLineGoesOn(lines, end, kind)) break;
      continue;
    }
    if (one.only === 'header' || one.quoted !== line.quoted || one.part !== line.part) break;
    if (one.tabs > 0 ? kind !== 'tabs' : !isOfKind(one.text, kind)) break;
    labelled ||= book.mayHold(one.text.length > 2000 ? one.text.slice(0, 2000) : one.text);
  }
  if (!labelled) return [end, null];
  const rows: (readonly [number, Row])[] = [];
  for (let at = first; at < end; at += 1) {
    const one = lines[at];
    if (one === undefined || one.text.trim() === '' || (one.text.length < 2000 && RULE.test(one.text)))
      continue;
    const cells = cellsOf(one, kind);
    if (cells === null) return [Math.max(at, first + 1), rows.length > 0 ? { rows, kind } : null];
    rows.push([at, cells]);
  }
  return [end, rows.length > 0 ? { rows, kind } : null];
}

const isOfKind = (text: string, kind: Kind): boolean => {
  if (kind === 'tabs') return text.includes('\t');
  if (kind === 'bars') return BARS.test(text) || RULE.test(text.slice(0, 2000));
  if (kind === 'commas') return text.includes(',');
  if (kind === 'semicolons') return text.includes(';');
  return GAP.test(text) || /^\S+$/.test(text) || RULE.test(text.slice(0, 2000));
};

const GAP = /\S[ \u00a0]{2,20}\S|[ \u00a0]{2}\S/;

type Kind = 'tabs' | 'bars' | 'commas' | 'semicolons' | 'gaps';

function kindOf(text: string): Kind | null {
  const head = text.slice(0, LONGEST_ROW);
  if (head.includes('\t')) return 'tabs';
  if (BARS.test(head)) return 'bars';
  if (/;(?!\s*$)/.test(head) && !/[:=]\s/.test(head.slice(0, 200))) return 'semicolons';
  if (/,(?!\s*$)/.test(head)) return 'commas';
  return GAP.test(head) ? 'gaps' : null;
}

/** An empty line inside a table pasted from a page, with another row right below. */
const emptyLineGoesOn = (lines: readonly Line[], at: number, kind: Kind): boolean =>
  (kind === 'tabs' || kind === 'bars') && kindOf(lines[at + 1]?.text ?? '') === kind;

function cellsOf(line: Line, kind: Kind): Row | null {
  const whole = line.text.length > LONGEST_ROW ? line.text.slice(0, LONGEST_ROW) : line.text;
  // Confluence and Jira put double bars around heading cells.
  const text = kind === 'bars' && whole.startsWith('||') ? whole.replaceAll('||', ' |') : whole;
  if (kind === 'commas' || kind === 'semicolons')
    return separated(text, line.start, kind === 'commas' ? ',' : ';');
  const separator = kind === 'tabs' ? /\t/g : kind === 'bars' ? /(?<!\\)[|│┃║]/g : /[ \u00a0]{2,}/g;
  const cells: Cell[] = [];
  if (kind === 'tabs')
    for (let tab = 0; tab < Math.min(line.tabs, MOST_CELLS); tab += 1)
      cells.push({ text: '', at: line.start });
  let from = 0;
  for (const match of text.matchAll(separator)) {
    if (cells.length > MOST_CELLS) return null;
    cells.push({ text: withoutEscapedBars(text.slice(from, match.index), kind), at: line.start + from });
    from = match.index + match[0].length;
  }
  cells.push({ text: withoutEscapedBars(text.slice(from), kind), at: line.start + from });
  if (kind !== 'tabs') {
    const outer = (cell: Cell | undefined) => cell?.text.trim() === '';
    if (outer(cells.at(-1))) cells.pop();
    if (kind === 'bars' && BARS.test(text.trimStart().charAt(0)) && outer(cells[0])) cells.shift();
    if (kind === 'gaps' && outer(cells[0])) cells.shift();
  }
  return cells.length < 2 && !(kind === 'gaps' && cells.length === 1) ? null : cells;
}

/** Markdown writes a bar inside a cell as `\|`. */
const withoutEscapedBars = (text: string, kind: Kind): string =>
  kind === 'bars' ? text.replaceAll('\\|', '|') : text;

/** CSV cells, in which a doubled quotation mark stands for one. */
function separated(text: string, start: number, separator: string): Row | null {
  const cells: Cell[] = [];
  let at = 0;
  while (at <= text.length) {
    if (cells.length > MOST_CELLS) return null;
    let begin = at;
    while (text.charAt(begin) === ' ') begin += 1;
    if (text.charAt(begin) === '"') {
      let value = '';
      let end = begin + 1;
      for (; end < text.length; end += 1) {
        if (text.charAt(end) !== '"') value += text.charAt(end);
        else if (text.charAt(end + 1) === '"') {
          value += '"';
          end += 1;
        } else break;
      }
      cells.push({ text: value, at: start + begin });
      const next = text.indexOf(separator, end + 1);
      // Marks that do not enclose the whole cell are part of it.
      const isOpen = end === text.length;
      if (isOpen || text.slice(end + 1, next < 0 ? text.length : next).trim() !== '') {
        const stop = text.indexOf(separator, begin);
        cells[cells.length - 1] = {
          text: text.slice(begin, stop < 0 ? text.length : stop),
          at: start + begin,
        };
        at = stop < 0 ? text.length + 1 : stop + 1;
        continue;
      }
      at = next < 0 ? text.length + 1 : next + 1;
      continue;
    }
    const next = text.indexOf(separator, at);
    const end = next < 0 ? text.length : next;
    cells.push({ text: text.slice(at, end), at: start + at });
    at = next < 0 ? text.length + 1 : next + 1;
  }
  return cells.length < 2 ? null : cells;
}

/** Separators that may also occur inside a value. */
const SEPARATORS: Readonly<Partial<Record<Kind, string>>> = { commas: ',', semicolons: ';', bars: '|' };

/** How many cells more than its heading a row has, if a value may have been split; otherwise 0. */
export function splitCells(cells: Row, columns: number, kind: Kind): number {
  if (SEPARATORS[kind] === undefined) return 0;
  return cells.slice(columns).some((cell) => cellText(cell) !== '') ? cells.length - columns : 0;
}

/** The cell joined with those after it, as before the split. */
export const joinedCell = (cells: Row, at: number, more: number, kind: Kind): Cell => ({
  text: cells
    .slice(at, at + more + 1)
    .map(({ text }) => text)
    .join(SEPARATORS[kind]),
  at: cells[at]?.at ?? 0,
});

export const cellText = (cell: Cell | undefined): string =>
  (cell?.text ?? '').replaceAll(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '').trim();
