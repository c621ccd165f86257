import type { LabelBook, LabelMatch } from './label-book';
import type { Reader } from './line-reader';
import type { Line } from './lines';
import { quotedAt } from './quotes';

/* The labels in a line that are followed by a separator such as a colon, a tab or "is", and command options. */

/** A label in a line, and where its value may be. */
export interface Hit {
  readonly match: LabelMatch;
  readonly start: number;
  readonly valueStart: number;
  readonly separator: string;
  /** Written as in code, so quotation marks delimit the value. */
  readonly code: boolean;
  /** A clause about the value is between the two: "the secret that belongs to it is …". */
  readonly isClause: boolean;
}

const VERBS =
  "is|are|est|sont|should (?:be|read)|must be|devrait être|doit être|(?:changes?|changed|goes|moves|passe|change) (?:from|de)|c[’']est|it[’']s|becomes|devient|stays|remains|moves to|changes to|demeure|reste|passe à|ne change pas|(?:has been|have been|was|is|will be|a été|est|sera) (?:changed|updated|reset|set|replaced|renewed|regenerated|modifiée?|changée?|remplacée?|réinitialisée?|renouvelée?)(?: to| with| by| as| à| en| par| pour)?";

/** The verbs of an instruction: "In the Client ID field, enter …". */
const ENTERS =
  '(?:please |veuillez )?(?:enter|type|paste|put|use|input|entrez|entrer|saisissez|saisir|collez|coller|inscrivez|inscrire|mettez|mettre|tapez|taper|utilisez|utiliser)(?: in| dedans| the following| ceci)?';

const SEPARATOR = new RegExp(
  `[-=]>|:=|[:=\\t|│：→➔➜➞➡⇒⟶]|[’'](?:s|re)[ \\u00a0](?=\\S{3})|[?][ \\u00a0]{1,3}(?:(?:it|that)[’']s|it is|that is|c[’']est)?[ \\u00a0]?(?=\\S)|[ \\u00a0](?:field|box|champ|case|zone)?,?[ \\u00a0]?(?:${ENTERS})[ \\u00a0](?!(?:is|est|sont|are)[ \\u00a0]):?[ \\u00a0]?|(?<!\\.)\\.{3,60}[ \\u00a0]|[ \\u00a0](?:${VERBS})(?: now| maintenant| désormais)?(?:[ \\u00a0]:?[ \\u00a0]?|$)`,
  'giu',
);

const LIKELY = / [-–—] |(?<=[ \u00a0]{2})(?=\S)|[ \u00a0](?=<?https?:\/\/)/g;

const MAY_BE_LIKELY = / [-–—] |[ \u00a0]{2}|https?:\/\//i;

const OPTION = /(?<=^|[\s(])--?([A-Za-z][\w-]{1,40})(?:[ \t]+|=|:)(?=\S)/g;

export const LONGEST_HEAD = 90;

/** Per line. A line with more labels is not a reply. */
export const MOST_LABELS = 1000;

/** The labels of a line that are followed by a separator, in order. */
export function hitsIn(text: string, book: LabelBook): readonly Hit[] {
  const hits: Hit[] = [];
  let from = 0;
  /** The end of the last hit's quoted value. */
  let quoteEnd = 0;
  const consider = (index: number, separator: string, likely: boolean): void => {
    if (index < from || index === 0 || /^:\/\//.test(text.slice(index, index + 3))) return;
    const headStart = Math.max(from, index - LONGEST_HEAD);
    const head = text.slice(headStart, index);
    const inner = book.mayEnd(head) ? labelBefore(text, head, headStart, hits.length > 0, book) : null;
    const outer =
      likely || !IS_VERB.test(separator)
        ? null
        : labelBeforeClause(text, head, headStart, inner !== null, book);
    const isClause = outer !== null && outer.field !== inner?.field;
    const match = isClause ? outer : inner;
    if (match === null) return;
    // "The client ID, which is also …": the clause goes on.
    if (isClause && !MAY_BE_VALUE.test(text.slice(index + separator.length, index + separator.length + 80)))
      return;
    const leadsToUrl = likely && /^[ \u00a0]?<?https?:/i.test(text.slice(index, index + 9));
    if (
      likely &&
      match.after &&
      !(leadsToUrl && !match.common) &&
      /\p{L}[^.,:;|•(]*$/u.test(withoutJoint(head.slice(0, match.start)))
    )
      return;
    const start = headStart + match.start;
    const before = text.slice(headStart, start);
    const after = index + separator.length;
    const previous = hits.at(-1);
    if (previous !== undefined && pairs(previous, match, text, start, separator)) hits.pop();
    const paired =
      previous !== undefined && pairs(previous, match, text, start, separator)
        ? previous.match.field
        : match.pairedWith;
    const marked = after + markLength(before, text, after);
    const valueStart = marked + restOfSeparator(separator, text, marked);
    const code = isCode(text, start, index, separator);
    hits.push({
      match: paired === null ? match : { ...match, pairedWith: paired },
      start:
        paired !== null && previous !== undefined && paired === previous.match.field ? previous.start : start,
      valueStart,
      separator,
      code,
      isClause,
    });
    quoteEnd = quotedEnd(text, valueStart, code);
    from = after;
  };
  const marks: { readonly index: number; readonly text: string; readonly likely: boolean }[] = [];
  for (const match of text.matchAll(SEPARATOR))
    marks.push({ index: match.index, text: match[0], likely: false });
  const gaps = MAY_BE_LIKELY.test(text) ? [...text.matchAll(LIKELY)].slice(0, 200) : [];
  for (const match of gaps) marks.push({ index: match.index, text: match[0], likely: true });
  if (gaps.length > 0) marks.sort((one, other) => one.index - other.index);
  /** The end of the last separator. Another one right after it follows the same words. */
  let runEnd = -1;
  for (const { index, text: separator, likely } of marks) {
    if (hits.length >= MOST_LABELS) break;
    const isSame = !likely && index === runEnd;
    if (!likely) runEnd = index + separator.length;
    // There are no labels inside the previous hit's quoted value.
    if (isSame || index < quoteEnd) continue;
    consider(index, separator, likely);
  }
  if (/(?:^|\s)--?[A-Za-z]/.test(text)) addOptions(text, book, hits);
  return hits;
}

const MAY_BE_VALUE = /^[«“"'`( \u00a0]{0,3}\S*[\d_=+/-]/u;

const IS_VERB = /^[ \u00a0].*\p{L}/su;

/** What is said of a value between its label and the verb: without punctuation or "and", or between commas. */
const CLAUSE =
  /[ \u00a0](?:(that|which|you|we|to (?:use|enter)|belonging|matching|corresponding|associated|assigned|issued|generated|qui|que|dont|qu[’'][^ \u00a0]+|[àa] (?:utiliser|saisir)|correspondant|associée?|attribuée?|générée?)|for|pour)(?:[ \u00a0](?!(?:and|et|but|mais|or|ou|is|are|est|sont)[ \u00a0])[^\s.,;:!?|=()[\]]+){0,9}$|,[ \u00a0](which|that|qui|que|dont)[ \u00a0][^.,;:!?|=()[\]]{1,60},$/iu;

/**
 * The label before such a clause. It outranks a label inside a relative clause: "the secret that belongs to this ID". For
 * "for", the label must say enough by itself, and the clause must contain none.
 */
function labelBeforeClause(
  text: string,
  head: string,
  headStart: number,
  holdsLabel: boolean,
  book: LabelBook,
): LabelMatch | null {
  const clause = CLAUSE.exec(head);
  const before = clause === null ? '' : head.slice(0, clause.index);
  if (!book.mayEnd(before)) return null;
  const match = labelBefore(text, before, headStart, false, book);
  if (match === null || match.field === null) return null;
  const isRelative = (clause?.[1] ?? clause?.[2]) !== undefined;
  return isRelative || !(holdsLabel || match.common) ? match : null;
}

/** The words before "and the" belong to something else. */
const withoutJoint = (before: string): string =>
  /(?:^|[ \u00a0])(?:and|et)(?:[ \u00a0](?:the|your|le|la|votre))?[ \u00a0]$/i.test(before) ? '' : before;

function labelBefore(
  text: string,
  head: string,
  headStart: number,
  follows: boolean,
  book: LabelBook,
): LabelMatch | null {
  let match = book.atEnd(head) ?? (headStart === 0 ? book.ofProduct(head) : null);
  if (match === null && follows) {
    // "Client ID: abc Secret: xyz": the word before the second label is the first one's value.
    const shorter = /^\s*\S+[ \u00a0]+(?=\S)/.exec(head);
    const short = shorter === null ? null : book.whole(head.slice(shorter[0].length));
    if (shorter !== null && short !== null) match = { ...short, start: short.start + shorter[0].length };
  }
  if (match === null) return null;
  const start = headStart + match.start;
  // "Client ID (this is …": the separator is inside a remark.
  const own = text.slice(start, headStart + head.length);
  if (own.lastIndexOf('(') > own.lastIndexOf(')')) return null;
  if (start === 0) return match;
  // It is not a label inside an address: `?client_id=…`.
  const word = /[^\s;]{0,300}$/.exec(text.slice(Math.max(0, start - 300), start))?.[0] ?? '';
  return /:\/\/|[?&]|\w@/.test(word) ? null : match;
}

/** `clientId:clientSecret = …`: the first label's value is the second label. */
const pairs = (previous: Hit, match: LabelMatch, text: string, start: number, separator: string): boolean =>
  match.secret &&
  previous.separator === ':' &&
  !previous.match.secret &&
  previous.match.field !== null &&
  start === previous.valueStart &&
  /[:=\t]/.test(separator) &&
  text.charAt(start) !== ' ';

/** In code, a quotation mark always opens a quotation; elsewhere only if the closing mark ends a word. */
const quotedEnd = (text: string, at: number, code: boolean): number => {
  let start = at;
  while (start < at + 4 && /[ \t]/.test(text.charAt(start))) start += 1;
  const end = quotedAt(text, start)?.end ?? at;
  return code || /^(?:$|[\s.,;)])/.test(text.slice(end, end + 1)) ? end : at;
};

/** `clientId`, `CLIENT_ID`, `"client_id"`, `$secret`, or anything before an equals sign. */
function isCode(text: string, start: number, end: number, separator: string): boolean {
  if (separator.includes('=')) return true;
  const label = text.slice(Math.max(0, start - 1), end).trim();
  if (/^["'`“][^"'`”]*["'`”]$/.test(label)) return true;
  return !/\s/.test(label) && /[_$]|\p{Ll}\p{Lu}|\w-\w/u.test(label);
}

/** `**Client ID:** value`: the length of the markup that ends the label. */
function markLength(before: string, text: string, after: number): number {
  const mark = /(\*{1,3}|_{1,3})$/.exec(before)?.[1];
  return mark !== undefined && text.startsWith(mark, after) ? mark.length : 0;
}

/** `:-`, `::`, `: –`, `==`: more marks of the same separator. A value does not begin with a mark and a space. */
function restOfSeparator(separator: string, text: string, from: number): number {
  if (!/[:=]/.test(separator)) return 0;
  return (
    /^[ \u00a0]{0,2}[-–—:=>*]{1,3}(?=[ \u00a0]+[^\s-])/.exec(text.slice(from, from + 12))?.[0].length ?? 0
  );
}

function addOptions(text: string, book: LabelBook, hits: Hit[]): void {
  const before = [...hits];
  let passed = 0;
  for (const option of text.matchAll(OPTION)) {
    const match = book.whole(option[1] ?? '');
    const valueStart = option.index + option[0].length;
    if (match === null || /^-[A-Za-z]/.test(text.slice(valueStart, valueStart + 2))) continue;
    while ((before[passed]?.start ?? Number.POSITIVE_INFINITY) < option.index) passed += 1;
    if ((before[passed]?.start ?? Number.POSITIVE_INFINITY) < valueStart) continue;
    hits.push({ match, start: option.index, valueStart, separator: 'option', code: true, isClause: false });
  }
  hits.sort((one, other) => one.start - other.start);
}

export const isLabelled = (line: Line, reader: Reader): boolean =>
  reader.book.mayHold(line.text) &&
  (hitsIn(line.text, reader.book).length > 0 ||
    (line.text.length <= LONGEST_HEAD && reader.book.whole(line.text) !== null));
