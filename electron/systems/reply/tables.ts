import { canonicalLabel } from '../labels';
import { inDoubt, valuesInCell } from './cell-values';
import { mayNameEnvironment } from './environment-words';
import type { LabelBook, LabelMatch } from './label-book';
import type { ExtractedLines } from './labelled-value';
import { joinHeadings, type LabelledValue } from './labelled-value';
import type { Line } from './lines';
import { isEnvironmentAlone, isSentence, looksMade } from './no-value';
import { type Cell, cellText, joinedCell, type Row, splitCells, type Table, tableAt } from './table-rows';
import {
  cellLabel,
  INSTANCES,
  isCorner,
  isHeadingRow,
  isInstance,
  isRemark,
  NAMES,
  SECRET_IDS,
  VALUES,
} from './table-words';

/*
 * Tables with cells separated by tabs, bars, commas, semicolons or wide gaps. Labels are in the first row or the first
 * column. The text above a column or before a row is the heading of its values.
 */

/** Receives the text of column headings and of name columns. */
type AddName = (text: string) => void;

export function tablesIn(lines: readonly Line[], book: LabelBook, addName: AddName): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const [end, table] = tableAt(lines, at, book);
    if (table !== null) {
      const read = readTable(table, lines, book, addName);
      values.push(...read.values);
      for (const line of read.lines) taken.add(line);
    }
    at = Math.max(at, end - 1);
  }
  return { values, lines: taken };
}

function readTable(table: Table, lines: readonly Line[], book: LabelBook, addName: AddName): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  let header: { readonly line: number; readonly cells: Row } | null = null;
  let group = '';
  for (let index = 0; index < table.rows.length; index += 1) {
    const [line, cells] = table.rows[index] ?? [0, []];
    // Most rows of a long list contain no label and are no heading.
    if (
      index > 3 &&
      !book.mayHoldWanted(lines[line]?.text.slice(0, 2000) ?? '') &&
      !cells.some((cell) => mayNameEnvironment(cell.text)) &&
      header === null
    )
      continue;
    const isSecretList = cells.some((cell) => SECRET_IDS.has(cellLabel(cell)));
    const labels = cells.map((cell) =>
      isSecretList && /^(?:value|valeur)$/.test(cellLabel(cell))
        ? book.whole('secret value')
        : labelIn(cell, book),
    );
    const own = labels.filter((label) => label !== null && label.field !== null);
    const isTop =
      own.length >= 1 &&
      (isSecretList || cells.filter((cell, at) => labels[at] !== null || isInstance(cell)).length >= 2) &&
      index + 1 < table.rows.length &&
      !hasValue(cells, labels);
    if (isTop) {
      const below = readBelow(table, index, cells, labels, lines, book, addName);
      values.push(...below.values);
      for (const one of below.lines) taken.add(one);
      if (below.lines.size > 0) {
        taken.add(line);
        index += below.lines.size;
        header = null;
        continue;
      }
    }
    const column = labelColumn(cells, labels);
    if (column < 0) {
      // A row about something else in the middle of a table is not a heading of the rows below.
      if (header === null || isHeadingRow(cells)) {
        header = { line, cells };
        group = '';
        if (isCorner(cells[0])) for (const cell of cells.slice(1)) addName(cellText(cell));
      }
      continue;
    }
    // Two cells with a wide gap between them are a label and its value, which labelled-lines.ts reads.
    const shift = header === null ? 0 : shiftOf(header.cells, cells);
    const more = header === null ? 0 : splitCells(cells, header.cells.length + shift, table.kind);
    const top = more === 0 ? header : null;
    const placed =
      table.kind === 'gaps' && top !== null ? underHeadings(cells, lines[line], top, lines[top.line]) : null;
    if (table.kind === 'gaps' && cells.length === 2 && placed === null) continue;
    const before =
      cells
        .slice(0, column)
        .map(cellText)
        .find((text) => text !== '') ?? '';
    if (before !== '') group = before;
    const match = labels[column];
    const take = () => {
      taken.add(line);
      if (top !== null) taken.add(top.line);
    };
    if (match === null || match === undefined || match.field === null) {
      take();
      continue;
    }
    const row = {
      cells: placed ?? cells,
      column,
      match,
      shift: placed === null ? shift : 1,
      top: top?.cells ?? null,
      group: column > 0 ? group : '',
      line: lines[line],
    };
    const found = rowValues(row);
    // A sentence with commas is not a row.
    const isProse =
      table.kind === 'commas' && table.rows.length === 1 && found.every(({ value }) => isSentence(value));
    if (isProse) continue;
    take();
    values.push(...found.map((one) => (more === 0 ? one : inDoubt(one))));
    if (more > 0 && match.secret)
      for (let at = column + 1; at + more < cells.length; at += 1)
        values.push(...valuesInCell(joinedCell(cells, at, more, table.kind), match, '', false).map(inDoubt));
  }
  return { values, lines: taken };
}

/**
 * In a table aligned with spaces, a missing cell is found by the positions of the others. Null if none is missing, or
 * if the headings are not to the right of the labels.
 */
function underHeadings(
  cells: Row,
  line: Line | undefined,
  top: { readonly cells: Row },
  topLine: Line | undefined,
): Row | null {
  const [label, ...values] = cells;
  if (line === undefined || topLine === undefined || label === undefined) return null;
  const place = (cell: Cell | undefined, of: Line) => (cell?.at ?? 0) - of.start + of.indent;
  const places = top.cells.map((cell) => place(cell, topLine));
  if (values.length === 0 || values.length >= places.length) return null;
  if ((places[0] ?? 0) <= place(label, line) + label.text.trimEnd().length) return null;
  const placed: Cell[] = [label, ...top.cells.map(() => ({ text: '', at: line.start }))];
  for (const value of values) {
    const distances = places.map((one) => Math.abs(one - place(value, line)));
    placed[1 + distances.indexOf(Math.min(...distances))] = value;
  }
  return placed;
}

const labelIn = (cell: Cell, book: LabelBook): LabelMatch | null => {
  const text = cellText(cell);
  return text === '' || text.length > 80 || !book.mayEnd(text) ? null : book.whole(text);
};

/** A cell that is no label looks like a value, so the row is not a heading. */
const hasValue = (cells: Row, labels: readonly (LabelMatch | null)[]): boolean =>
  cells.some(
    (cell, at) =>
      labels[at] === null &&
      (/https?:\/\//i.test(cell.text) || (looksMade(cellText(cell)) && cellText(cell).length >= 8)),
  );

/** The column of a row's label: the first, or the second if the first is empty or names an environment. */
function labelColumn(cells: Row, labels: readonly (LabelMatch | null)[]): number {
  if (labels[0] !== null && labels[0] !== undefined) return 0;
  const first = cellText(cells[0]);
  const second = labels[1] !== null && labels[1] !== undefined && cells.length > 2;
  return second && (first === '' || isEnvironmentAlone(first) || /^\d{1,2}[.)]?$/.test(first)) ? 1 : -1;
}

function shiftOf(top: Row, cells: Row): 0 | 1 {
  if (isCorner(top[0])) return 0;
  return isEnvironmentAlone(cellText(top[0])) || cells.length > top.length ? 1 : 0;
}

/** The values of a row that begins with its label. */
function rowValues({
  cells,
  column,
  match,
  shift,
  top,
  group,
  line,
}: {
  readonly cells: Row;
  readonly column: number;
  readonly match: LabelMatch;
  /** 1 if the heading has no cell above the labels, so its cells are one further to the left. */
  readonly shift: number;
  readonly top: Row | null;
  readonly group: string;
  readonly line: Line | undefined;
}): readonly LabelledValue[] {
  const rowHeading =
    cells
      .slice(column + 1)
      .map(cellText)
      .find(isEnvironmentAlone) ?? '';
  return cells.flatMap((cell, index) => {
    if (top !== null && index - shift >= top.length) return [];
    if (index <= column || cellText(cell) === '' || isEnvironmentAlone(cellText(cell))) return [];
    const over = top === null ? '' : cellText(top[index - shift]);
    const word = canonicalLabel(over);
    if (isRemark(word)) return [];
    // Without a heading, words in another column are a remark.
    if (top === null && index > column + 1 && !looksMade(cellText(cell)) && !/:\/\//.test(cell.text))
      return [];
    const own = VALUES.has(word) ? '' : over;
    const heading =
      match.heading === '' ? joinHeadings(own, group, own === '' ? rowHeading : '') : match.heading;
    return valuesInCell(cell, match, joinHeadings(line?.heading ?? '', heading), /^`/.test(cell.text.trim()));
  });
}

/** The rows below a row of labels. */
function readBelow(
  table: Table,
  index: number,
  top: Row,
  labels: readonly (LabelMatch | null)[],
  lines: readonly Line[],
  book: LabelBook,
  addName: AddName,
): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  const environment = top.findIndex((cell) => INSTANCES.has(cellLabel(cell)));
  const name = top.findIndex((cell, at) => labels[at] === null && NAMES.has(cellLabel(cell)));
  const unknown = labels.findIndex((label, at) => label === null && !isRemark(cellLabel(top[at])));
  for (let row = index + 1; row < table.rows.length; row += 1) {
    const [line, cells] = table.rows[row] ?? [0, []];
    const again = cells.map((cell) => labelIn(cell, book));
    if (again.filter((label) => label !== null).length >= 2) break;
    if (again[0] !== null && again[0] !== undefined && labels[0] !== null) break;
    taken.add(line);
    const more = splitCells(cells, top.length, table.kind);
    const naming = [environment, name, unknown].find((at) => at >= 0 && cellText(cells[at]) !== '') ?? -1;
    const heading =
      naming >= 0 ? cellText(cells[naming]) : (cells.map(cellText).find(isEnvironmentAlone) ?? '');
    cells.forEach((cell, at) => {
      const match = labels[at];
      if (match === null || match === undefined || match.field === null || cellText(cell) === '') return;
      const own = joinHeadings(lines[line]?.heading ?? '', joinHeadings(match.heading, heading));
      const read = valuesInCell(cell, match, own, /^`/.test(cell.text.trim()));
      if (more === 0) {
        values.push(...read);
        return;
      }
      values.push(...read.map(inDoubt));
      if (!match.secret) return;
      // The secret may have been split, or moved by a split before it.
      values.push(...valuesInCell(joinedCell(cells, at, more, table.kind), match, own, false).map(inDoubt));
      const moved = cells[at + more];
      if (
        moved !== undefined &&
        labels.slice(0, at).some((label, column) => label === null && column !== environment)
      )
        values.push(...valuesInCell(moved, match, own, false).map(inDoubt));
    });
    if (naming >= 0 && naming === name) addName(heading);
  }
  return { values, lines: taken };
}
