import type { LabelHit, LabelMap, Line } from './reply-lines';
import { labelsIn, linesOf } from './reply-lines';
import { type Candidate, candidatesIn, continuesScopes, type Stretch } from './reply-values';
import type { Field, System } from './system';

/** A value as it stands in the pasted text, with the label it stood behind; offsets in the whole text. */
interface FoundValue {
  readonly field: string;
  readonly label: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** One field, several readings; which of them is meant, only the person can say. */
interface Doubt {
  readonly field: string;
  readonly candidates: readonly FoundValue[];
}

export interface ReplyReading {
  readonly found: readonly FoundValue[];
  readonly doubts: readonly Doubt[];
}

/** So many different readings of one field are no choice any more. */
const MOST_CANDIDATES = 12;
/** A value under its label may follow after so many empty lines. */
const EMPTY_LINES = 2;

/**
 * Recognizes the labelled values of a pasted e-mail, in English or French: `Client ID: x`, `Client ID = x`, the
 * value on the next line, rows and columns of a pasted table, bullets, quoted replies. A field with several
 * different readings is a doubt; nothing is ever chosen for the person. Never throws; linear in the text's length.
 */
export function readReply(system: System, text: string): ReplyReading {
  const fields = new Map(system.fields.map((field) => [field.id, field]));
  const known: LabelMap = new Map(
    Object.entries(system.replyLabels).flatMap(([field, labels]) =>
      labels.map((label) => [label, field] as const),
    ),
  );
  const lines = linesOf(text);
  const perField = new Map<string, FoundValue[]>();
  const keep = (hit: Pick<LabelHit, 'field' | 'label'>, candidates: readonly Candidate[]): void => {
    const values = perField.get(hit.field) ?? [];
    perField.set(hit.field, values);
    for (const { value, start, end } of candidates) {
      // A label with nothing but quotes or marks behind it says nothing.
      if (value === '') continue;
      if (values.length >= MOST_CANDIDATES || values.some((one) => one.value === value)) continue;
      values.push({ field: hit.field, label: hit.label, value, start, end });
    }
  };

  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined) continue;
    const columns = columnsOf(text, line, known);
    const below = columns === null ? null : rowBelow(text, lines, at, columns.length);
    if (columns !== null && below !== null) {
      columns.forEach((hit, column) => {
        const cell = below[column];
        const field = fields.get(hit.field);
        if (cell === undefined || field === undefined) return;
        keep(hit, candidatesIn(field, cell, { inQuotes: false, ownLine: false }));
      });
      continue;
    }
    const hits = labelsIn(text, line, known);
    hits.forEach((hit, index) => {
      const field = fields.get(hit.field);
      if (field === undefined) return;
      const next = hits[index + 1]?.start;
      keep(hit, candidatesOf(field, hit, next, text, lines, at, known));
    });
  }

  const found: FoundValue[] = [];
  const doubts: Doubt[] = [];
  for (const field of system.fields) {
    const values = perField.get(field.id) ?? [];
    const [only] = values;
    if (values.length > 1) doubts.push({ field: field.id, candidates: values });
    else if (only !== undefined) found.push(only);
  }
  return { found, doubts };
}

function candidatesOf(
  field: Field,
  hit: LabelHit,
  nextLabel: number | undefined,
  text: string,
  lines: readonly Line[],
  at: number,
  known: LabelMap,
): readonly Candidate[] {
  const lineEnd = lines[at]?.end ?? text.length;
  const end = beforeNextLabel(text, hit.valueStart, nextLabel ?? lineEnd, nextLabel !== undefined);
  const stretch: Stretch = { text, start: hit.valueStart, end: cellEnd(text, hit, end) };
  if (text.slice(stretch.start, stretch.end).trim() !== '') {
    const wrapped = nextLabel === undefined ? wrappedAddress(field, stretch, lines, at) : null;
    if (wrapped !== null) return [wrapped];
    const candidates = candidatesIn(field, stretch, { inQuotes: hit.inQuotes, ownLine: false });
    return field.kind === 'scopes' && nextLabel === undefined
      ? candidates.map((one) => withMoreScopes(one, text, lines, at, known))
      : candidates;
  }
  if (nextLabel !== undefined) return [];
  return valueBelow(field, text, lines, at, known);
}

/** The value on one of the next lines, unless that line has a label of its own. */
function valueBelow(
  field: Field,
  text: string,
  lines: readonly Line[],
  at: number,
  known: LabelMap,
): readonly Candidate[] {
  for (let below = at + 1; below <= at + 1 + EMPTY_LINES; below += 1) {
    const line = lines[below];
    if (line === undefined) return [];
    if (text.slice(line.start, line.end).trim() === '') continue;
    if (labelsIn(text, line, known).length > 0) return [];
    // A mark of quoting may be the first character of a secret where the label's own line has none.
    const quotedAlike = line.quoted === (lines[at]?.quoted ?? false);
    if (field.secret && !quotedAlike) return [];
    const candidates = candidatesIn(
      field,
      { text, start: line.start, end: line.end },
      { inQuotes: false, ownLine: true },
    );
    return field.kind === 'scopes'
      ? candidates.map((one) => withMoreScopes(one, text, lines, below, known))
      : candidates;
  }
  return [];
}

/** Scopes that run over several lines; joined by a blank, since quote marks and bullets stand between them. */
function withMoreScopes(
  first: Candidate,
  text: string,
  lines: readonly Line[],
  at: number,
  known: LabelMap,
): Candidate {
  let whole = first;
  for (let below = at + 1; below < lines.length && whole.value.length < 4096; below += 1) {
    const line = lines[below];
    if (line === undefined) break;
    const more = text.slice(line.start, line.end);
    if (!continuesScopes(more) || labelsIn(text, line, known).length > 0) break;
    whole = { value: `${whole.value} ${more.trim()}`, start: whole.start, end: line.end };
  }
  return whole;
}

/** `<https://…` that ends on the next line with `>`: RFC 3986 appendix C calls exactly this safe to join. */
function wrappedAddress(
  field: Field,
  stretch: Stretch,
  lines: readonly Line[],
  at: number,
): Candidate | null {
  if (field.kind !== 'address') return null;
  const first = /^\s{0,20}<(https?:\/\/[^\s<>"]+)\s{0,20}$/i.exec(
    stretch.text.slice(stretch.start, Math.min(stretch.end, stretch.start + 5000)),
  )?.[1];
  const line = lines[at + 1];
  if (first === undefined || line === undefined) return null;
  const rest = /^([^\s<>"]+)>/.exec(stretch.text.slice(line.start, line.end))?.[1];
  if (rest === undefined) return null;
  const start = stretch.start + stretch.text.slice(stretch.start).indexOf(first);
  return { value: first + rest, start, end: line.start + rest.length };
}

/** Before a further label on the same line stands what joins the two: a comma, a bar, "and". */
function beforeNextLabel(text: string, start: number, end: number, followed: boolean): number {
  if (!followed) return end;
  const tail = text.slice(Math.max(start, end - 12), end);
  const joint = /(?:\s*[,;/|•(["'“«]\s*|\s+(?:and|et)\s+|\s+)$/.exec(tail)?.[0] ?? '';
  return end - joint.length;
}

/** A tab always ends a value, a bar only in a row of bars. */
function cellEnd(text: string, hit: LabelHit, end: number): number {
  let start = hit.valueStart;
  while (start < end && /\s/.test(text.charAt(start))) start += 1;
  const stretch = text.slice(start, end);
  const tab = stretch.indexOf('\t');
  const bar = hit.cell === '|' ? stretch.indexOf('|') : -1;
  const ends = [tab, bar].filter((index) => index >= 0);
  return ends.length === 0 ? end : start + Math.min(...ends);
}

/** The labels of a heading row, when every cell of the line is one. */
function columnsOf(
  text: string,
  line: Line,
  known: LabelMap,
): readonly Pick<LabelHit, 'field' | 'label'>[] | null {
  const content = text.slice(line.start, Math.min(line.end, line.start + 1000));
  const cells = cellsOf(content);
  if (cells.length < 2) return null;
  const hits = cells.flatMap(({ value }) => {
    const [hit] = labelsIn(value, { start: 0, end: value.length, quoted: false }, known);
    return hit !== undefined && !hit.separated ? [{ field: hit.field, label: hit.label }] : [];
  });
  return hits.length === cells.length ? hits : null;
}

function rowBelow(
  text: string,
  lines: readonly Line[],
  at: number,
  columns: number,
): readonly Stretch[] | null {
  for (let below = at + 1; below <= at + 1 + EMPTY_LINES; below += 1) {
    const line = lines[below];
    if (line === undefined) return null;
    const content = text.slice(line.start, line.end);
    if (/^[\s|:+-]*$/.test(content)) continue;
    const cells = cellsOf(content);
    if (cells.length !== columns) return null;
    return cells.map(({ start, value }) => ({
      text,
      start: line.start + start,
      end: line.start + start + value.length,
    }));
  }
  return null;
}

function cellsOf(content: string): readonly { readonly start: number; readonly value: string }[] {
  const separator = content.includes('\t') ? '\t' : '|';
  const cells: { start: number; value: string }[] = [];
  let start = 0;
  for (const value of content.split(separator)) {
    cells.push({ start, value });
    start += value.length + 1;
  }
  const outer = (cell: { value: string } | undefined) => separator === '|' && cell?.value.trim() === '';
  if (outer(cells.at(-1))) cells.pop();
  if (outer(cells[0])) cells.shift();
  return cells;
}
