import { canonicalLabel } from '../labels';
import { isEnvironmentWord, mayNameEnvironment } from './environment-words';
import type { LabelBook, LabelMatch } from './label-book';
import { joinHeadings, type LabelledValue } from './labelled-value';
import type { Line } from './lines';
import { isEnvironmentAlone, looksMade } from './no-value';
import { pairedValues } from './pairs';

/*
 * Tables: cells between tabs, bars, commas, semicolons or wide gaps; labels in the first row or in the first column;
 * what stands over a column or before a row is the heading of its values.
 */

interface Cell {
  readonly text: string;
  readonly at: number;
}
type Row = readonly Cell[];

interface Grid {
  readonly rows: readonly (readonly [line: number, cells: Row])[];
  readonly kind: Kind;
}

export interface ExtractedLines {
  readonly values: readonly LabelledValue[];
  /** Numbers of the lines that were read as a table. */
  readonly lines: ReadonlySet<number>;
}
/** Hears what stands where names stand: over the columns, or in a column of names. */
type AddName = (text: string) => void;

const RULE = /^[\s|│┃║+:=─━═┼├┤┬┴┌┐└┘╞╪╡╔╗╚╝╠╣╬╤╧-]+$/;
const BARS = /[|│┃║]/;
const MOST_CELLS = 40;
const LONGEST_ROW = 20_000;

const REMARKS = new Set(
  'notes note remarks remark remarques remarque comments comment commentaires commentaire description descriptions example examples exemple exemples format purpose expires expiry expiry date expiration date date d expiration required type obligatoire help aide details'.split(
    ' ',
  ),
);
/** Beside the column of this number, the column called "Value" holds the secret: Microsoft's list of client secrets. */
const SECRET_IDS = new Set(['secret id', 'id de secret', 'id du secret', 'id de cle secrete']);
const VALUES = new Set(['value', 'values', 'valeur', 'valeurs', 'setting', 'data', 'donnee', '']);
const INSTANCES = new Set([
  'environment',
  'environnement',
  'env',
  'instance',
  'tier',
  'stage',
  'environment name',
]);
const NAMES = new Set([
  'name',
  'nom',
  'school',
  'ecole',
  'district',
  'board',
  'conseil',
  'site',
  'label',
  'title',
]);

export function gridsIn(lines: readonly Line[], book: LabelBook, addName: AddName): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  for (let at = 0; at < lines.length; at += 1) {
    const [end, grid] = gridAt(lines, at, book);
    if (grid !== null) {
      const read = readGrid(grid, lines, book, addName);
      values.push(...read.values);
      for (const line of read.lines) taken.add(line);
    }
    at = Math.max(at, end - 1);
  }
  return { values, lines: taken };
}

/** Where the rows end that begin at a line, all with cells of one kind; and they, where a label is among them. */
function gridAt(lines: readonly Line[], first: number, book: LabelBook): readonly [number, Grid | null] {
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
  // Confluence and Jira write two bars around the cells of a heading.
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
    cells.push({ text: cellText(text.slice(from, match.index), kind), at: line.start + from });
    from = match.index + match[0].length;
  }
  cells.push({ text: cellText(text.slice(from), kind), at: line.start + from });
  if (kind !== 'tabs') {
    const outer = (cell: Cell | undefined) => cell?.text.trim() === '';
    if (outer(cells.at(-1))) cells.pop();
    if (kind === 'bars' && BARS.test(text.trimStart().charAt(0)) && outer(cells[0])) cells.shift();
    if (kind === 'gaps' && outer(cells[0])) cells.shift();
  }
  return cells.length < 2 && !(kind === 'gaps' && cells.length === 1) ? null : cells;
}

/** Markdown writes a bar inside a cell as `\|`. */
const cellText = (text: string, kind: Kind): string => (kind === 'bars' ? text.replaceAll('\\|', '|') : text);

/** Cells of CSV, with doubled marks inside quoted ones. */
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
      // Marks that do not enclose the whole cell are a part of it.
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

/** What parts the cells of a row, where it may stand inside a value as well. */
const SEPARATORS: Readonly<Partial<Record<Kind, string>>> = { commas: ',', semicolons: ';', bars: '|' };

/** How many cells a row has more than its heading, where one of its values may have been split; 0 where none was. */
function splitCells(cells: Row, columns: number, kind: Kind): number {
  if (SEPARATORS[kind] === undefined) return 0;
  return cells.slice(columns).some((cell) => plain(cell) !== '') ? cells.length - columns : 0;
}

/** The cell with those behind it, as they stood before they were split. */
const joinedCell = (cells: Row, at: number, more: number, kind: Kind): Cell => ({
  text: cells
    .slice(at, at + more + 1)
    .map(({ text }) => text)
    .join(SEPARATORS[kind]),
  at: cells[at]?.at ?? 0,
});

const plain = (cell: Cell | undefined): string =>
  (cell?.text ?? '').replaceAll(/[*_`]{1,3}(?=\S)|(?<=\S)[*_`]{1,3}/g, '').trim();

function readGrid(grid: Grid, lines: readonly Line[], book: LabelBook, addName: AddName): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  let header: { readonly line: number; readonly cells: Row } | null = null;
  let group = '';
  for (let index = 0; index < grid.rows.length; index += 1) {
    const [line, cells] = grid.rows[index] ?? [0, []];
    // Most rows of a long list hold no label, and are no heading of one.
    if (
      index > 3 &&
      !book.mayHoldWanted(lines[line]?.text.slice(0, 2000) ?? '') &&
      !cells.some((cell) => mayNameEnvironment(cell.text)) &&
      header === null
    )
      continue;
    const isSecretList = cells.some((cell) => SECRET_IDS.has(canonical(cell)));
    const labels = cells.map((cell) =>
      isSecretList && /^(?:value|valeur)$/.test(canonical(cell))
        ? book.whole('secret value')
        : labelIn(cell, book),
    );
    const own = labels.filter((label) => label !== null && label.field !== null);
    const isTop =
      own.length >= 1 &&
      (isSecretList || cells.filter((cell, at) => labels[at] !== null || isInstance(cell)).length >= 2) &&
      index + 1 < grid.rows.length &&
      !hasValue(cells, labels);
    if (isTop) {
      const below = readBelow(grid, index, cells, labels, lines, book, addName);
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
      // A row of values of something else, among the rows of a table, is no heading of what follows.
      if (header === null || isHeadingRow(cells)) {
        header = { line, cells };
        group = '';
        if (isCorner(cells[0])) for (const cell of cells.slice(1)) addName(plain(cell));
      }
      continue;
    }
    // Two cells with a wide gap between them are a label and its value, which lines are read for.
    const shift = header === null ? 0 : shiftOf(header.cells, cells);
    const more = header === null ? 0 : splitCells(cells, header.cells.length + shift, grid.kind);
    const top = more === 0 ? header : null;
    const placed =
      grid.kind === 'gaps' && top !== null ? underHeadings(cells, lines[line], top, lines[top.line]) : null;
    if (grid.kind === 'gaps' && cells.length === 2 && placed === null) continue;
    const before =
      cells
        .slice(0, column)
        .map(plain)
        .find((text) => text !== '') ?? '';
    if (before !== '') group = before;
    const match = labels[column];
    taken.add(line);
    if (top !== null) taken.add(top.line);
    if (match === null || match === undefined || match.field === null) continue;
    const row = {
      cells: placed ?? cells,
      column,
      match,
      shift: placed === null ? shift : 1,
      top: top?.cells ?? null,
      group: column > 0 ? group : '',
      line: lines[line],
    };
    values.push(...rowValues(row).map((one) => (more === 0 ? one : inDoubt(one))));
    if (more > 0 && match.secret)
      for (let at = column + 1; at + more < cells.length; at += 1)
        values.push(...valuesOf(joinedCell(cells, at, more, grid.kind), match, '', false).map(inDoubt));
  }
  return { values, lines: taken };
}

/**
 * A row of columns of blanks with a cell missing: which one, only the place of the others tells. Null where none is
 * missing, or the headings do not stand to the right of the labels.
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

/** A quick no for most cells comes first. */
const isInstance = (cell: Cell): boolean =>
  cell.text.length < 40 && /^[^\p{L}\p{N}]*[eits]/iu.test(cell.text) && INSTANCES.has(canonical(cell));

const canonical = (cell: Cell | undefined): string => canonicalLabel(plain(cell).slice(0, 60));

const labelIn = (cell: Cell, book: LabelBook): LabelMatch | null => {
  const text = plain(cell);
  return text === '' || text.length > 80 || !book.mayEnd(text) ? null : book.whole(text);
};

/** Whether one of the cells under no label looks like a value, so that the row is no heading. */
const hasValue = (cells: Row, labels: readonly (LabelMatch | null)[]): boolean =>
  cells.some(
    (cell, at) =>
      labels[at] === null &&
      (/https?:\/\//i.test(cell.text) || (looksMade(plain(cell)) && plain(cell).length >= 8)),
  );

/** The column of a row's label: the first, or the second where the first is empty or names an environment. */
function labelColumn(cells: Row, labels: readonly (LabelMatch | null)[]): number {
  if (labels[0] !== null && labels[0] !== undefined) return 0;
  const first = plain(cells[0]);
  const second = labels[1] !== null && labels[1] !== undefined && cells.length > 2;
  return second && (first === '' || isEnvironmentAlone(first) || /^\d{1,2}[.)]?$/.test(first)) ? 1 : -1;
}

const inDoubt = (one: LabelledValue): LabelledValue => ({
  ...one,
  context: { ...one.context, doubted: true },
});

const CORNERS = new Set(
  'setting settings field fields champ champs parametre parametres parameter parameters property propriete item element key cle label name nom'.split(
    ' ',
  ),
);
/** The cell above a column of labels. */
const isCorner = (cell: Cell | undefined): boolean => {
  const word = canonical(cell);
  return VALUES.has(word) || INSTANCES.has(word) || NAMES.has(word) || CORNERS.has(word);
};

function shiftOf(top: Row, cells: Row): 0 | 1 {
  if (isCorner(top[0])) return 0;
  return isEnvironmentAlone(plain(top[0])) || cells.length > top.length ? 1 : 0;
}

/** Nothing but names of environments, over columns. */
function isHeadingRow(cells: Row): boolean {
  const [first, ...others] = cells;
  const named = others.map(plain).filter((text) => text !== '');
  return (
    named.length > 0 &&
    named.every((text) => isEnvironmentAlone(text) || isRemark(canonicalLabel(text))) &&
    named.some(isEnvironmentAlone) &&
    (isCorner(first) || isEnvironmentAlone(plain(first)))
  );
}

/** The values of one row that begins with its label. */
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
  /** The heading has no cell above the labels, so that its cells stand one further to the left. */
  readonly shift: number;
  readonly top: Row | null;
  readonly group: string;
  readonly line: Line | undefined;
}): readonly LabelledValue[] {
  const rowHeading =
    cells
      .slice(column + 1)
      .map(plain)
      .find(isEnvironmentAlone) ?? '';
  return cells.flatMap((cell, index) => {
    if (top !== null && index - shift >= top.length) return [];
    if (index <= column || plain(cell) === '' || isEnvironmentAlone(plain(cell))) return [];
    const over = top === null ? '' : plain(top[index - shift]);
    const word = canonicalLabel(over);
    if (isRemark(word)) return [];
    // Without a heading, words in a further column are a remark.
    if (top === null && index > column + 1 && !looksMade(plain(cell)) && !/:\/\//.test(cell.text)) return [];
    const own = VALUES.has(word) ? '' : over;
    const heading =
      match.heading === '' ? joinHeadings(own, group, own === '' ? rowHeading : '') : match.heading;
    return valuesOf(cell, match, joinHeadings(line?.heading ?? '', heading), /^`/.test(cell.text.trim()));
  });
}

const isRemark = (word: string): boolean =>
  word !== '' && word.split(' ').every((one) => REMARKS.has(one) || one === 'd');

/** The rows below a row of labels. */
function readBelow(
  grid: Grid,
  index: number,
  top: Row,
  labels: readonly (LabelMatch | null)[],
  lines: readonly Line[],
  book: LabelBook,
  addName: AddName,
): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  const environment = top.findIndex((cell) => INSTANCES.has(canonical(cell)));
  const name = top.findIndex((cell, at) => labels[at] === null && NAMES.has(canonical(cell)));
  const unknown = labels.findIndex((label, at) => label === null && !isRemark(canonical(top[at])));
  for (let row = index + 1; row < grid.rows.length; row += 1) {
    const [line, cells] = grid.rows[row] ?? [0, []];
    const again = cells.map((cell) => labelIn(cell, book));
    if (again.filter((label) => label !== null).length >= 2) break;
    if (again[0] !== null && again[0] !== undefined && labels[0] !== null) break;
    taken.add(line);
    const more = splitCells(cells, top.length, grid.kind);
    const naming = [environment, name, unknown].find((at) => at >= 0 && plain(cells[at]) !== '') ?? -1;
    const heading = naming >= 0 ? plain(cells[naming]) : (cells.map(plain).find(isEnvironmentAlone) ?? '');
    cells.forEach((cell, at) => {
      const match = labels[at];
      if (match === null || match === undefined || match.field === null || plain(cell) === '') return;
      const own = joinHeadings(lines[line]?.heading ?? '', joinHeadings(match.heading, heading));
      const read = valuesOf(cell, match, own, /^`/.test(cell.text.trim()));
      if (more === 0) {
        values.push(...read);
        return;
      }
      values.push(...read.map(inDoubt));
      if (!match.secret) return;
      // A secret that was split, or one that a split before it has moved.
      values.push(...valuesOf(joinedCell(cells, at, more, grid.kind), match, own, false).map(inDoubt));
      const moved = cells[at + more];
      if (
        moved !== undefined &&
        labels.slice(0, at).some((label, column) => label === null && column !== environment)
      )
        values.push(...valuesOf(moved, match, own, false).map(inDoubt));
    });
    if (naming >= 0 && naming === name) addName(heading);
  }
  return { values, lines: taken };
}

function valuesOf(cell: Cell, match: LabelMatch, heading: string, code: boolean): readonly LabelledValue[] {
  const one = {
    label: match.label,
    context: { cell: code || /^\s*\*\*/.test(cell.text) },
    heading,
    at: cell.at,
  };
  if (match.field === null) return [];
  if (match.pairedWith === null) return [{ ...one, field: match.field, value: cell.text }];
  const pair = pairedValues(cell.text);
  return pair === null
    ? []
    : [
        { ...one, context: { exact: true }, field: match.pairedWith, value: pair[0] },
        { ...one, context: { exact: true }, field: match.field, value: pair[1] },
      ];
}

// --- a table that was pasted a cell a line

/** A cell a line: labels with the same number of lines below each, or all labels first and then the rows. */
export function brokenGridsIn(
  lines: readonly Line[],
  book: LabelBook,
  done: ReadonlySet<number>,
): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  const cells = lines.flatMap((line, at) =>
    line.text.trim() === '' || RULE.test(line.text.slice(0, 200)) || line.only === 'header'
      ? []
      : [{ line, at }],
  );
  const wholes = cells.map(({ line, at }) =>
    done.has(at) ||
    line.text.length > 90 ||
    /[:=\t|][ \t]*[^\s:=*_`|]|[?？][ \t]*$/.test(line.text) ||
    !book.mayHold(line.text)
      ? null
      : book.whole(bareCell(line.text)),
  );
  const isInstance = (index: number) =>
    INSTANCES.has(canonicalLabel((cells[index]?.line.text ?? '').slice(0, 40)));
  let columns: readonly string[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const run = environmentRun(cells, index);
    if (run.length >= 2) {
      columns = run;
      for (let one = 0; one < run.length; one += 1) taken.add(cells[index + one]?.at ?? 0);
      index += run.length - 1;
      continue;
    }
    if (wholes[index] === null && !(wholes[index + 1] !== null && isInstance(index))) {
      if (
        columns.length > 0 &&
        !/^(?:setting|field|champ|parametre|value|valeur)s?$/.test(
          canonicalLabel(cells[index]?.line.text.slice(0, 40) ?? ''),
        )
      )
        columns = [];
      continue;
    }
    if (columns.length >= 2) {
      const below = cells.slice(index + 1, index + 1 + columns.length);
      const fits =
        below.length === columns.length && below.every((_, one) => wholes[index + 1 + one] === null);
      const match = wholes[index];
      if (fits && match !== null && match !== undefined) {
        taken.add(cells[index]?.at ?? 0);
        below.forEach(({ line, at }, column) => {
          taken.add(at);
          values.push(
            ...alone(
              line,
              match,
              joinHeadings(line.heading === columns.at(-1) ? '' : line.heading, columns[column] ?? ''),
            ),
          );
        });
        index += columns.length;
        continue;
      }
      columns = [];
    }
    const length = labelRun(wholes, index, isInstance);
    if (length < 2) continue;
    // "Answers:" is no cell of a table, but begins another list.
    const isOtherList = /[:：]$/.test(cells[index + length]?.line.text.trim() ?? '');
    const rows = isOtherList ? 0 : rowsBelow(cells, wholes, index, length);
    if (rows > 0) {
      for (let row = 0; row < rows; row += 1) {
        const from = index + length * (row + 1);
        const own = Array.from({ length }, (_, one) => cells[from + one]?.line.text.trim() ?? '');
        const named =
          own[Array.from({ length }, (_, one) => one).find((one) => isInstance(index + one)) ?? -1];
        const heading = named ?? own.find(isEnvironmentAlone) ?? '';
        for (let one = 0; one < length; one += 1) {
          const [match, cell] = [wholes[index + one], cells[from + one]];
          if (cell !== undefined) taken.add(cell.at);
          if (match !== null && match !== undefined && cell !== undefined)
            values.push(...alone(cell.line, match, heading));
        }
      }
      for (let one = 0; one < length; one += 1) taken.add(cells[index + one]?.at ?? 0);
      index += length * (rows + 1) - 1;
    } else {
      const last = cells[index + length - 1];
      // A list of labels without values: none of them labels what comes below.
      if (last !== undefined && !/[:：]\s*$/.test(last.line.text)) {
        for (let one = 0; one < length; one += 1) taken.add(cells[index + one]?.at ?? 0);
      }
      index += length - 1;
      if (last !== undefined && /[:：]\s*$/.test(last.line.text)) taken.delete(last.at);
    }
  }
  return { values, lines: taken };
}

const bareCell = (text: string): string => text.replaceAll(/^[\s*_`|]+|[\s*_`|]+$/g, '');

function alone(line: Line, match: LabelMatch, heading: string): readonly LabelledValue[] {
  if (match.field === null) return [];
  return valuesOf({ text: line.text, at: line.start }, match, heading, false);
}

function environmentRun(cells: readonly { readonly line: Line }[], index: number): readonly string[] {
  const run: string[] = [];
  for (let at = index; at < cells.length && run.length < 12; at += 1) {
    const text = (cells[at]?.line.text ?? '').trim();
    if (
      text.length > 40 ||
      !isEnvironmentAlone(text) ||
      !canonicalLabel(text).split(' ').some(isEnvironmentWord)
    )
      break;
    run.push(text.replace(/:$/, ''));
  }
  return run;
}

function labelRun(
  wholes: readonly (LabelMatch | null)[],
  index: number,
  isInstance: (index: number) => boolean,
): number {
  let length = 0;
  while (
    length < 12 &&
    index + length < wholes.length &&
    (wholes[index + length] !== null || isInstance(index + length))
  )
    length += 1;
  return length;
}

/** How many full rows of values stand below a run of labels. */
function rowsBelow(
  cells: readonly { readonly line: Line }[],
  wholes: readonly (LabelMatch | null)[],
  index: number,
  length: number,
): number {
  let rows = 0;
  while (rows < 12) {
    const from = index + length * (rows + 1);
    const texts = Array.from({ length }, (_, one) => cells[from + one]?.line.text.trim() ?? '');
    const fits = texts.every(
      (text, one) =>
        text !== '' && wholes[from + one] === null && !/\s/.test(text.replaceAll(/\s?[/:]\s?/g, '')),
    );
    if (!fits || !texts.some((text) => looksMade(text) || /:\/\//.test(text))) break;
    rows += 1;
  }
  return rows;
}
