import { announcement, headingOf, SCHOOL, type Section } from './headings';
import type { LabelBook } from './label-book';
import { joinHeadings } from './labelled-value';
import { HEADER, olderPart } from './older-messages';
import { rawLines } from './raw-lines';

/* The lines of an e-mail without quote marks and bullets, each with the message and the section it is in. */

export interface Line {
  /** Offsets in the whole text, without quote marks, bullet and outer spaces. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The bullet or number that was removed, with its spaces. */
  readonly prefix: string;
  readonly quoted: boolean;
  readonly indent: number;
  /** Tabs before it, which are empty cells if it is a table row. */
  readonly tabs: number;
  /** The heading above it; '' if there is none. */
  readonly heading: string;
  /** The older message it is in; '' in the newest. */
  readonly part: string;
  /** A heading or an e-mail header: it contains no value. */
  readonly only: 'heading' | 'header' | null;
}

/** @param addName receives the lines that may be the name of a school */
export function linesOf(text: string, book: LabelBook, addName: (text: string) => void): readonly Line[] {
  const raw = rawLines(text);
  const lines: Line[] = [];
  let sections: Section[] = [];
  let part = '';
  let quotedPart = '';
  let wasQuoted = false;
  let headersLeft = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const one = raw[at];
    if (one === undefined) continue;
    const bare = one.text.length > 400 ? one.text : one.text.trim();
    if (one.quoted !== wasQuoted && bare !== '') {
      wasQuoted = one.quoted;
      if (!one.quoted) quotedPart = '';
      // A heading right above quoted text belongs to it.
      if (!one.quoted || lines.findLast(({ text: each }) => each.trim() !== '')?.only !== 'heading')
        sections = [];
    }
    const push = (only: Line['only']) =>
      lines.push({
        start: one.start,
        end: one.end,
        text: one.text,
        prefix: one.prefix,
        quoted: one.quoted,
        indent: one.indent,
        tabs: one.tabs,
        heading: sections.length === 0 ? '' : joinHeadings(...sections.map((section) => section.text)),
        part: part !== '' ? part : one.quoted ? (quotedPart === '' ? '>' : quotedPart) : '',
        only,
      });
    if (bare === '') {
      push(null);
      continue;
    }
    const older = olderPart(raw, at, bare);
    if (older !== null) {
      if (older.quotes) quotedPart = older.name;
      else part = older.name;
      headersLeft = older.quotes ? 0 : 6;
      sections = [];
      push('header');
      continue;
    }
    if (headersLeft > 0 && HEADER.test(bare)) {
      headersLeft -= 1;
      push('header');
      continue;
    }
    headersLeft = 0;
    const last = sections.at(-1);
    if (last !== undefined && last.inside === null) last.inside = one.indent > last.indent;
    while (sections.length > 0 && ends(sections.at(-1), one.indent)) sections.pop();
    const heading = headingOf(raw, at, bare, book);
    if (heading === null) {
      push(null);
      const announced = announcement(bare);
      const looksBack = LOOKS_BACK.test(bare) && lines.slice(-41, -1).some(({ text }) => book.mayHold(text));
      if (announced !== null && looksBack) applyHeadingAbove(lines, part, announced.text);
      else if (announced !== null) sections = [announced];
      continue;
    }
    if (SCHOOL.test(heading.text)) addName(heading.text);
    sections = sections.filter(({ indent }) => indent < heading.indent);
    sections.push({ indent: heading.indent, text: heading.text, inside: null });
    push('heading');
  }
  return lines;
}

const ends = (section: Section | undefined, indent: number): boolean =>
  section !== undefined && section.inside === true && indent <= section.indent;

/** "These are for the test environment." */
const LOOKS_BACK =
  /\b(?:these|those|above|ces|ceci|ci-dessus)\b(?!.*(?:\bbelow|\bfollowing|ci-dessous|suivant|[:：]$))/i;

/** Lines right above in the same message without a heading belong to the environment that is named below them. */
function applyHeadingAbove(lines: Line[], part: string, heading: string): void {
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    const line = lines[at];
    if (line === undefined || line.part !== part || line.heading !== '') return;
    lines[at] = { ...line, heading };
  }
}

/** The line at a position of the text. */
export const lineAt = (lines: readonly Line[], at: number): Line | null => lines[indexAt(lines, at)] ?? null;

export function indexAt(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
