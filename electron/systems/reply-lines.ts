import { canonicalLabel } from './labels';

/*
 * Where in a pasted e-mail the labels stand. Every step looks at a bounded stretch of text, so that the whole is
 * linear in the length of what was pasted.
 */

/** A line without its quote marks and bullet; `start` and `end` are offsets in the whole text. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** A label and where its value may begin. */
export interface LabelHit {
  readonly field: string;
  /** As it stands there, with what qualifies it ("API URL / Port (Test)"). */
  readonly label: string;
  readonly start: number;
  readonly valueStart: number;
  /** False for a label at the end of a line that says no more ("Client ID"). */
  readonly separated: boolean;
  /** True inside `"client_id": "…"`, where quotes are surely not part of the value. */
  readonly inQuotes: boolean;
  /** The value is one cell of a row. */
  readonly cell: '\t' | '|' | null;
}

/** Canonical label → field. */
export type LabelMap = ReadonlyMap<string, string>;

const LONGEST_HEAD = 90;
const MOST_WORDS = 8;

/** Quote marks, then one bullet or number; a bullet is one only with a blank after it. */
const PREFIX =
  /^[ \t\u00a0\ufeff]*(?:>[ \t]?)*[ \t\u00a0]*(?:\|[ \t]*)?(?:(?:[•·▪◦‣⁃●○*–—-]|\d{1,2}[.)]|[a-z]\))[ \t\u00a0]+)?/u;

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const part of text.split(/(\r\n|[\n\r\u2028\u2029])/)) {
    const end = start + part.length;
    if (!/^[\r\n\u2028\u2029]/.test(part)) {
      const prefix = PREFIX.exec(part.slice(0, 200))?.[0] ?? '';
      lines.push({ start: start + prefix.length, end, quoted: prefix.includes('>') });
    }
    start = end;
  }
  return lines;
}

/** Words around a label that say which one is meant, not what it is. */
const AROUND = new Set(
  'onsis sison test testing prod production essai environment environnement instance instances board conseil for pour the your our new old current previous votre nouveau nouvel nouvelle ancien le la les l de du d en is are est sont value valeur same all'.split(
    ' ',
  ),
);

interface Word {
  readonly text: string;
  readonly start: number;
}

function wordsOf(head: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of head.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    for (const text of canonicalLabel(match[0]).split(' ')) {
      if (text !== '') words.push({ text, start: match.index });
    }
  }
  return words;
}

/** The longest known label that ends `head`, a stretch of text before a separator. */
function labelAtEnd(
  head: string,
  known: LabelMap,
): { readonly field: string; readonly start: number } | null {
  // What stands in brackets explains the label, or is the label in the other language. Same length, to keep offsets.
  const bare = head.replace(/\([^()]*\)/g, (inside) => ' '.repeat(inside.length));
  const hit = wordsAtEnd(wordsOf(bare), known);
  if (hit !== null || bare === head) return hit;
  const inside = /\(([^()]*)\)[^()]*$/.exec(head);
  const other = inside === null ? undefined : known.get(canonicalLabel(inside[1] ?? ''));
  const first = wordsOf(head)[0];
  return other === undefined || first === undefined ? null : { field: other, start: first.start };
}

function wordsAtEnd(
  words: readonly Word[],
  known: LabelMap,
): { readonly field: string; readonly start: number } | null {
  for (let end = words.length; end > 0 && words.length - end <= MOST_WORDS; end -= 1) {
    for (let from = Math.max(0, end - MOST_WORDS); from < end; from += 1) {
      const slice = words.slice(from, end);
      const field = known.get(slice.map((word) => word.text).join(' '));
      const first = slice[0];
      if (field !== undefined && first !== undefined) return { field, start: first.start };
    }
    const last = words[end - 1];
    if (last === undefined || !AROUND.has(last.text)) return null;
  }
  return null;
}

const SURE_SEPARATOR = /[:=\t|：→]|[-=]>/g;
const LIKELY_SEPARATOR = / [-–—] |(?<=[ \u00a0]{2})(?=\S)|[ \u00a0](?=https?:\/\/)/g;

/** Every label of one line that is followed by a separator, in order; or the line itself when it is a label alone. */
export function labelsIn(text: string, line: Line, known: LabelMap): readonly LabelHit[] {
  const content = text.slice(line.start, line.end);
  const sure = labelsBefore(SURE_SEPARATOR, content, line, known);
  if (sure.length > 0) return sure;
  const likely = labelsBefore(LIKELY_SEPARATOR, content, line, known).slice(0, 1);
  if (likely.length > 0) return likely;
  const alone = content.length <= LONGEST_HEAD ? labelAtEnd(content, known) : null;
  if (alone === null || !onlyAround(content.slice(0, alone.start))) return [];
  return [
    {
      field: alone.field,
      label: content.trim(),
      start: line.start,
      valueStart: line.end,
      separated: false,
      inQuotes: false,
      cell: null,
    },
  ];
}

const onlyAround = (before: string): boolean => wordsOf(before).every((word) => AROUND.has(word.text));

function labelsBefore(separator: RegExp, content: string, line: Line, known: LabelMap): readonly LabelHit[] {
  const hits: LabelHit[] = [];
  let from = 0;
  for (const match of content.matchAll(separator)) {
    const headStart = Math.max(from, match.index - LONGEST_HEAD);
    const head = content.slice(headStart, match.index);
    const after = match.index + match[0].length;
    const found = head.trim() === '' ? null : labelAtEnd(head, known);
    if (found === null) continue;
    const labelStart = headStart + found.start;
    // Inside an address or a word it is no label: `?client_id=…`, `my_scope=…`.
    if (labelStart > 0 && !/[\s,;|•(["'“«*_`]/u.test(content.charAt(labelStart - 1))) continue;
    const before = content.slice(headStart, labelStart);
    hits.push({
      field: found.field,
      label: tidyLabel(headStart === 0 && onlyAround(before) ? head : head.slice(found.start)),
      start: line.start + labelStart,
      valueStart: line.start + after + markLength(before, content, after),
      separated: true,
      inQuotes: /["']$/.test(before) && /^["']/.test(head.slice(found.start).replace(/^[^"']*/, '')),
      cell: match[0] === '\t' || match[0] === '|' ? match[0] : null,
    });
    from = after;
  }
  return hits;
}

/** `**Client ID:** value`: the marks that end the bold label are no part of the value. */
function markLength(before: string, content: string, after: number): number {
  const mark = /(\*{1,3}|_{1,3})$/.exec(before)?.[1];
  return mark !== undefined && content.startsWith(mark, after) ? mark.length : 0;
}

const tidyLabel = (label: string): string =>
  label
    .replaceAll(/[*_"'`]+/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
