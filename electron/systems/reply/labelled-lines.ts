import type { Field } from '../system';
import { fromBase64 } from './base64';
import { variantsIn } from './environment-words';
import type { LabelBook, LabelMatch } from './label-book';
import { joinHeadings, type LabelledValue, type ValueContext } from './labelled-value';
import { labelsBelowValues } from './labels-below';
import type { Line } from './lines';
import { hasProse, isPlaceholder, isUnderAnEmptyLabel, looksMade } from './no-value';
import { pairedValues } from './pairs';
import { isOpeningQuote, quotedAt } from './quotes';
import { continuesScopes, isJoined } from './readings';
import type { RequestFields } from './request-address';
import { authorization } from './requests';

/* Lines with a label and its value: `Client ID: abc`, `clientId = "abc"`, "your secret is abc", or the value below. */

/** A label in a line, and where its value may stand. */
interface Hit {
  readonly match: LabelMatch;
  readonly start: number;
  readonly valueStart: number;
  readonly separator: string;
  /** As a program writes it, so that marks of quotation are surely marks. */
  readonly code: boolean;
}

const VERBS =
  "is|are|est|sont|c[’']est|it[’']s|becomes|devient|stays|remains|moves to|changes to|demeure|reste|passe à|ne change pas|(?:has been|have been|was|is|will be|a été|est|sera) (?:changed|updated|reset|set|replaced|renewed|regenerated|modifiée?|changée?|remplacée?|réinitialisée?|renouvelée?)(?: to| with| by| as| à| en| par| pour)?";
/** What an instruction says to do with a value: "In the Client ID field, enter …". */
const ENTERS =
  '(?:please |veuillez )?(?:enter|type|paste|put|use|input|entrez|entrer|saisissez|saisir|collez|coller|inscrivez|inscrire|mettez|mettre|tapez|taper|utilisez|utiliser)(?: in| dedans| the following| ceci)?';
const SEPARATOR = new RegExp(
  `[-=]>|:=|[:=\\t|│：→]|[’'](?:s|re)[ \\u00a0](?=\\S{3})|[?][ \\u00a0]{1,3}(?:(?:it|that)[’']s|it is|that is|c[’']est)?[ \\u00a0]?(?=\\S)|[ \\u00a0](?:field|box|champ|case|zone)?,?[ \\u00a0]?(?:${ENTERS})[ \\u00a0]:?[ \\u00a0]?|(?<!\\.)\\.{3,60}[ \\u00a0]|[ \\u00a0](?:${VERBS})(?: now| maintenant| désormais)?(?:[ \\u00a0]:?[ \\u00a0]?|$)`,
  'giu',
);
const LIKELY = / [-–—] |(?<=[ \u00a0]{2})(?=\S)|[ \u00a0](?=<?https?:\/\/)/g;
const MAY_BE_LIKELY = / [-–—] |[ \u00a0]{2}|https?:\/\//i;
const OPTION = /(?<=^|[\s(])--?([A-Za-z][\w-]{1,40})(?:[ \t]+|=|:)(?=\S)/g;
const LONGEST_HEAD = 90;
const EMPTY_LINES = 2;
const LINES_TOGETHER = 5;
/** Of one line. A file's worth of labels without a line end between them is no reply. */
const MOST_LABELS = 1000;
const MOST_REMEMBERED = 4000;
const LONGEST_REMEMBERED = 500;

export interface Reader {
  readonly book: LabelBook;
  readonly fieldOf: (id: string) => Field | undefined;
  readonly requestFields: RequestFields;
}

export function labelledLines(
  lines: readonly Line[],
  done: ReadonlySet<number>,
  reader: Reader,
  add: (values: readonly LabelledValue[]) => void,
): { readonly cut: boolean; readonly ofProducts: readonly LabelledValue[] } {
  const read = new Set<string>();
  const valuesAbove = labelsBelowValues(
    lines,
    done,
    reader.book,
    reader.fieldOf,
    ({ text }) => reader.book.mayHold(text) && hitsIn(text, reader.book).length > 0,
  );
  const ofProducts: LabelledValue[] = [];
  let cut = false;
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || done.has(at) || line.only !== null) continue;
    if (/basic |bearer /i.test(line.text.length > 300 ? line.text.slice(0, 300) : line.text)) {
      const header = /authorization["']?\s{0,3}[:=]\s{0,3}["'`]?((?:basic|bearer) [^"'`]*)/i.exec(
        line.text.slice(0, 9000),
      )?.[1];
      const found = header === undefined ? [] : authorization(header, line.start, reader.requestFields);
      if (found.length > 0) {
        add(found.map((one) => ({ ...one, heading: line.heading })));
        continue;
      }
    }
    if (!reader.book.mayHoldWanted(line.text)) continue;
    // A mail quoted ten times over says nothing new the second time.
    const together = lines.slice(at, at + LINES_TOGETHER);
    if (together.every(({ text }) => text.length <= LONGEST_REMEMBERED)) {
      const seen = `${line.part}\n${line.heading}\n${together.map(({ text }) => text).join('\n')}`;
      if (read.has(seen)) continue;
      if (read.size < MOST_REMEMBERED) read.add(seen);
    }
    const above = valuesAbove.get(at);
    if (above !== undefined) {
      if (above !== null) add(valueAbove(lines[above], line, reader));
      continue;
    }
    const { values, cut: short } = valuesInLine(lines, at, done, reader);
    cut ||= short;
    add(values.filter(({ product = '' }) => product === ''));
    if (ofProducts.length < MOST_LABELS)
      ofProducts.push(...values.filter(({ product = '' }) => product !== ''));
  }
  // A product with an identifier and a secret is surely the one; a single "Maple Key" may be of anything.
  const isSure = (one: LabelledValue) =>
    ofProducts.some(({ product, field }) => product === one.product && field !== one.field);
  add(ofProducts.filter(isSure));
  return {
    cut,
    ofProducts: ofProducts
      .filter((one) => !isSure(one))
      .map((one) => ({ ...one, context: { ...one.context, doubted: true } })),
  };
}

/** A label below its value: a question, since the usual order is the other one. */
function valueAbove(value: Line | undefined, line: Line, reader: Reader): readonly LabelledValue[] {
  const match = reader.book.whole(line.text);
  if (match === null || match.field === null || value === undefined) return [];
  return [
    {
      field: match.field,
      label: match.label,
      value: value.text,
      context: { ownLine: true, doubted: true },
      heading: joinHeadings(value.heading, match.heading),
      at: value.start,
    },
  ];
}

function valuesInLine(
  lines: readonly Line[],
  at: number,
  done: ReadonlySet<number>,
  reader: Reader,
): { readonly values: readonly LabelledValue[]; readonly cut: boolean } {
  const line = lines[at];
  if (line === undefined) return { values: [], cut: false };
  const hits = hitsIn(line.text, reader.book);
  if (hits.length === 0) {
    const label = labelOf(line, reader.book);
    const values = label === null ? unseparated(line, reader) : valuesBelow(lines, at, done, label, reader);
    return { values, cut: false };
  }
  const values: LabelledValue[] = [];
  let glued = 0;
  hits.forEach((first, index) => {
    const hit = index === 0 ? withLineAbove(first, lines[at - 1], reader) : first;
    const next = hits[index + 1];
    const { pairedWith } = hit.match;
    // The address of a request is told as such.
    const { field, product } = hit.match;
    if (product !== '' && !/[:=：\t]$/.test(hit.separator)) return;
    if (hit.separator === 'option' && /^ur[il]$/i.test(hit.match.label)) return;
    if (field === null || !reader.book.wants(field)) return;
    const end = next === undefined ? line.text.length : beforeNext(line.text, hit.valueStart, next.start);
    const behind = withDecoded(
      valuesAfter(line, hit, end, next === undefined, lines, at, reader),
      line.text.slice(hit.start, hit.valueStart),
    );
    const inside = hit.start < glued;
    glued = Math.max(glued, gluedEnd(line.text, hit, next, hits[index - 1]));
    const one = inside || hit.valueStart >= glued ? behind : withWhole(behind, line, hit, glued, field);
    // What may be a part of a secret is offered nowhere else, where it would stand in clear.
    if (inside && !hit.match.secret) return;
    if (one === 'empty') {
      if (next === undefined)
        values.push(...valuesBelow(lines, at, done, hit.match, reader).map((each) => ({ ...each, product })));
    } else if (pairedWith === null) {
      values.push(...one.map((each) => ({ ...each, field, product })));
      // "Secret: abc (test)", and on the next line "def (production)".
      const [only] = one;
      if (next === undefined && only !== undefined && variantsIn(only.value).isAll)
        values.push(...variantsFrom(lines, at + 1, { field, label: only.label, at: only.at }, reader));
    } else {
      for (const each of one) {
        const pair = pairedValues(each.value);
        if (pair === null) continue;
        values.push({ ...each, context: { exact: true }, field: pairedWith, value: pair[0] });
        values.push({ ...each, context: { exact: true }, field, value: pair[1] });
      }
    }
  });
  if (line.text.length <= LONGEST_PROSE && /(?:\S+[ \u00a0]){6}/.test(line.text)) {
    const labelled = new Set(hits.map(({ match }) => match.field));
    values.push(
      ...[...looseValuesIn(line, reader), ...valuesBeforeLabel(line, reader)].filter(
        ({ field }) => !labelled.has(field),
      ),
    );
  }
  return { values, cut: hits.length >= MOST_LABELS };
}

/** The label that a line is, or asks for, or only adds a remark to: "And the client secret?", "Client ID (keep the dash):". */
function labelOf({ text }: Line, book: LabelBook): LabelMatch | null {
  if (text.length <= LONGEST_HEAD) {
    const whole = book.whole(text);
    if (whole !== null) return whole;
    const question = /^(.{2,80}?)[ \u00a0\u202f]?\?$/u.exec(text.trim())?.[1];
    if (question !== undefined) return book.atEnd(question.replace(ASKS, ''));
  }
  const remarked = text.length <= LONGEST_REMARKED ? REMARKED.exec(text.trim())?.[1] : undefined;
  return remarked === undefined ? null : book.whole(remarked);
}
const ASKS =
  /^(?:and |et |ok,? )?(?:what|which|who|where|quel(?:le)?s?|celle|celui|celles|ceux|o[uù])(?:[’']s| is| are| est| sont)?(?: the| our| your| my| de la| de| du| des| la| le| les| notre| nos)?[ \u00a0]/iu;
const LONGEST_REMARKED = 200;
/** A label, a remark in brackets or behind a dash, and the colon behind both. */
const REMARKED =
  /^([^(:,;–—]{2,60}?)[ \u00a0](?:\([^()]{3,150}\)|[-–—][ \u00a0][^:]{3,150})[ \u00a0\u202f]?[:：]$/u;

/** A label that was broken: "Access Token" above "URL: …". */
function withLineAbove(hit: Hit, above: Line | undefined, reader: Reader): Hit {
  const text = above?.text.trim() ?? '';
  if (hit.start > 0 || !hit.match.common || text === '' || text.length > 40 || /[:=|\t]/.test(text))
    return hit;
  const match = reader.book.whole(`${text} ${hit.match.label}`);
  return match === null || match.field === null || match.common
    ? hit
    : { ...hit, match: { ...match, start: 0 } };
}

const headingOf = (line: Line, match: LabelMatch): string =>
  match.forAll ? '' : joinHeadings(line.heading, match.heading);

/** A secret up to the label that seems to begin inside it, and all of it: both are a question. */
function withWhole(
  values: readonly LabelledValue[] | 'empty',
  line: Line,
  hit: Hit,
  end: number,
  field: string,
): readonly LabelledValue[] {
  const text = line.text.slice(hit.valueStart, end);
  const start = hit.valueStart + text.length - text.trimStart().length;
  const whole: LabelledValue = {
    field,
    label: hit.match.label,
    value: line.text.slice(start, end),
    context: { exact: true, doubted: true },
    heading: headingOf(line, hit.match),
    at: line.start + start,
  };
  const parts = values === 'empty' ? [] : values;
  return [...parts.map((each) => ({ ...each, context: { ...each.context, doubted: true } })), whole];
}

/** "Client secret (base64): …": as it stands, and decoded. */
function withDecoded(
  values: readonly LabelledValue[] | 'empty',
  label: string,
): readonly LabelledValue[] | 'empty' {
  if (values === 'empty' || !/base[ -]?64/i.test(label)) return values;
  return values.flatMap((one) => {
    const decoded = fromBase64(one.value.trim());
    const both = decoded === null ? [one] : [{ ...one, value: decoded, context: { exact: true } }, one];
    return both.map((each) => ({ ...each, context: { ...each.context, doubted: true } }));
  });
}

const LABEL_BEFORE = /^(.{2,60})[ \u00a0](\S{6,200})$/u;
const LABEL_BEHIND = /^(\S{4,200})[ \u00a0]?[([]([^()[\]]{2,60})[)\]]$/u;
const LABEL_AFTER = /^(\S{6,200})[ \u00a0](?:[-–—]|is|est)[ \u00a0](.{2,60}?)\.?$/iu;
/** `OAuth2`, `SHA-256`: a kind of secret, and none. */
const KIND_OF_SECRET = /^(?:oauth|oneroster|sha|hmac|hs|rs|es|md|tls|v|version)[-_.]?\d[\d.]*[a-z]?$/i;

/** `client id abc123`, `abc123 (Client ID)`: a label and what a machine made, with nothing that joins the two. */
function unseparated(line: Line, reader: Reader): readonly LabelledValue[] {
  if (line.text.length > 500) return [];
  const text = line.text.trim();
  const [, before = '', after = ''] = LABEL_BEFORE.exec(text) ?? [];
  const [, made = '', inBrackets = ''] = LABEL_BEHIND.exec(text) ?? [];
  const [, first = '', last = ''] = LABEL_AFTER.exec(text) ?? [];
  const alone =
    beside(inBrackets, made, line, reader) ??
    beside(before, after, line, reader) ??
    (isNamed(before, after) ? looselyBeside(before, after, line, reader) : null) ??
    beside(last, first, line, reader, true);
  return alone === null ? [...looseValuesIn(line, reader), ...valuesBeforeLabel(line, reader)] : [alone];
}

function beside(
  label: string,
  value: string,
  line: Line,
  reader: Reader,
  loose = false,
): LabelledValue | null {
  if (!isMade(value)) return null;
  const match = reader.book.whole(label);
  return match === null ? null : valueBeside(match, value, line, reader, loose);
}

function looselyBeside(label: string, value: string, line: Line, reader: Reader): LabelledValue | null {
  const match = reader.book.whole(label);
  return match === null ? null : valueBeside(match, value, line, reader, true);
}

/** A line that is a label and one word: the word may be a name that somebody gave. */
const isNamed = (label: string, value: string): boolean =>
  label.length > 0 && value.length >= 4 && isJoined(value);

const isMade = (value: string): boolean =>
  value.length >= 4 && /\d/.test(value) && looksMade(value) && !KIND_OF_SECRET.test(value);

function valueBeside(
  match: LabelMatch,
  value: string,
  line: Line,
  reader: Reader,
  loose: boolean,
): LabelledValue | null {
  const { field } = match;
  if (field === null || reader.fieldOf(field)?.kind !== 'text') return null;
  return {
    field,
    label: match.label,
    value,
    context: loose ? { loose } : {},
    heading: headingOf(line, match),
    at: line.start + line.text.indexOf(value),
  };
}

const LONGEST_PROSE = 2000;
const BEFORE_LABEL =
  /(?:^|[\s(«“"])([^\s(«“"]{4,200}?)["”»)]?,?[ \u00a0](?:(?:(?:which|that|qui)[ \u00a0])?(?:is|est)|as|comme)[ \u00a0](?:the[ \u00a0]|your[ \u00a0]|our[ \u00a0]|le[ \u00a0]|la[ \u00a0]|votre[ \u00a0]|notre[ \u00a0]|l[’'])?([\p{L}\d][\p{L}\d ’']{1,38}?)(?=[,.;:!?)]|$|[ \u00a0](?:and|et|with|avec|in|dans)[ \u00a0])/giu;

/** "abc123, which is the client ID", "Enter abc123 as the client ID.": a value before its label. */
function valuesBeforeLabel(line: Line, reader: Reader): readonly LabelledValue[] {
  if (line.text.length > LONGEST_PROSE || !reader.book.mayHold(line.text)) return [];
  return [...line.text.matchAll(BEFORE_LABEL)].flatMap(([, value = '', label = '']) => {
    const match = isMade(value) || isJoined(value) ? reader.book.whole(label) : null;
    const one = match === null ? null : valueBeside(match, value, line, reader, true);
    return one === null ? [] : [one];
  });
}

/** "Use client ID abc123 and client secret xyz789 to sign in." */
function looseValuesIn(line: Line, reader: Reader): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  let from = 0;
  for (const match of line.text.matchAll(/[ \u00a0](\S{6,200})/gu)) {
    const value = (match[1] ?? '').replace(/^[(«“"]+/, '').replace(/[.,;:!?)»”"]+$/, '');
    // What stood before the last value belongs to that one.
    const head = line.text.slice(from, match.index);
    if (value.length < 6 || !(isMade(value) || isJoined(value)) || !reader.book.mayEnd(head)) continue;
    const label = reader.book.atEnd(head);
    const one = label === null ? null : valueBeside(label, value, line, reader, true);
    if (one === null) continue;
    values.push(one);
    from = match.index + match[0].length;
  }
  return values;
}

/** Every label of a line that is followed by a separator, in order. */
function hitsIn(text: string, book: LabelBook): readonly Hit[] {
  const hits: Hit[] = [];
  let from = 0;
  /** Behind the quoted value of the last hit. */
  let quoteEnd = 0;
  const consider = (index: number, separator: string, likely: boolean): void => {
    if (index < from || index === 0 || /^:\/\//.test(text.slice(index, index + 3))) return;
    const headStart = Math.max(from, index - LONGEST_HEAD);
    const head = text.slice(headStart, index);
    if (!book.mayEnd(head)) return;
    const match = labelBefore(text, head, headStart, hits.length > 0, book);
    if (match === null) return;
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
    const valueStart = after + markLength(before, text, after);
    const code = isCode(text, start, index, separator);
    hits.push({
      match: paired === null ? match : { ...match, pairedWith: paired },
      start:
        paired !== null && previous !== undefined && paired === previous.match.field ? previous.start : start,
      valueStart,
      separator,
      code,
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
  /** Behind the last separator: one that follows at once has the same words before it. */
  let runEnd = -1;
  for (const { index, text: separator, likely } of marks) {
    if (hits.length >= MOST_LABELS) break;
    const isSame = !likely && index === runEnd;
    if (!likely) runEnd = index + separator.length;
    // Inside the quoted value of the hit before, nothing is a label.
    if (isSame || index < quoteEnd) continue;
    consider(index, separator, likely);
  }
  if (/(?:^|\s)--?[A-Za-z]/.test(text)) addOptions(text, book, hits);
  return hits;
}

/** What stands before "and the" is another thing. */
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
    // "Client ID: abc Secret: xyz": before the label stands the one word that is the value.
    const shorter = /^\s*\S+[ \u00a0]+(?=\S)/.exec(head);
    const short = shorter === null ? null : book.whole(head.slice(shorter[0].length));
    if (shorter !== null && short !== null) match = { ...short, start: short.start + shorter[0].length };
  }
  if (match === null) return null;
  const start = headStart + match.start;
  // "Client ID (this is …": the remark has not ended yet.
  const own = text.slice(start, headStart + head.length);
  if (own.lastIndexOf('(') > own.lastIndexOf(')')) return null;
  if (start === 0) return match;
  // Inside an address it is no label: `?client_id=…`.
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

/** In code a mark of quotation always opens one; elsewhere only where the mark that closes it ends a word. */
const quotedEnd = (text: string, at: number, code: boolean): number => {
  let start = at;
  while (start < at + 4 && /[ \t]/.test(text.charAt(start))) start += 1;
  const end = quotedAt(text, start)?.end ?? at;
  return code || /^(?:$|[\s.,;)])/.test(text.slice(end, end + 1)) ? end : at;
};

/**
 * Behind the unbroken text of a secret, where a further label begins inside it: `x9;scope=b2`. It may be one secret.
 * Zero where that is no question: `clientSecret=abc;clientId=def` is a list, as programs write it.
 */
function gluedEnd(text: string, hit: Hit, next: Hit | undefined, previous: Hit | undefined): number {
  if (next === undefined || !hit.match.secret || hit.separator === 'option' || next.separator === 'option')
    return 0;
  const start = hit.valueStart + (/^\s*/.exec(text.slice(hit.valueStart, next.start))?.[0].length ?? 0);
  const between = text.slice(start, next.start);
  if (/\s/.test(between) || (start > 0 && /["'`“«]/.test(text.charAt(start)))) return 0;
  const isListed = (one: Hit, other: Hit) =>
    one.separator === other.separator && /^\S*[^\s;,&|][;,&|]$/.test(text.slice(one.valueStart, other.start));
  const isList =
    isListed(hit, next) && (!next.match.common || (previous !== undefined && isListed(previous, hit)));
  if (isList) return 0;
  return start + (/^\S{0,9000}/.exec(text.slice(start, start + 9000))?.[0].length ?? 0);
}

/** `clientId`, `CLIENT_ID`, `"client_id"`, `$secret`, or anything before an equals sign. */
function isCode(text: string, start: number, end: number, separator: string): boolean {
  if (separator.includes('=')) return true;
  const label = text.slice(Math.max(0, start - 1), end).trim();
  if (/^["'`“][^"'`”]*["'`”]$/.test(label)) return true;
  return !/\s/.test(label) && /[_$]|\p{Ll}\p{Lu}|\w-\w/u.test(label);
}

/** `**Client ID:** value`: the marks that end the bold label are no part of the value. */
function markLength(before: string, text: string, after: number): number {
  const mark = /(\*{1,3}|_{1,3})$/.exec(before)?.[1];
  return mark !== undefined && text.startsWith(mark, after) ? mark.length : 0;
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
    hits.push({ match, start: option.index, valueStart, separator: 'option', code: true });
  }
  hits.sort((one, other) => one.start - other.start);
}

/** Before a further label on the same line stands what joins the two: a comma, a bar, "and". */
function beforeNext(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 16), end);
  const joint =
    /(?:\s*[,;/|•(["'“«$]\s*|\s+(?:and|et)(?:\s+(?:the|your|le|votre))?\s+|\s+)+$/.exec(tail)?.[0] ?? '';
  const cut = Math.max(start, end - joint.length);
  // The mark that closes the value is no part of what joins.
  const value = text.slice(start, cut).trimStart();
  const close = { '"': '"', "'": "'", '“': '”', '«': '»' }[value.charAt(0)];
  const at = close === undefined ? -1 : text.slice(cut, end).indexOf(close);
  return at < 0 || value.indexOf(close ?? '', 1) > 0 ? cut : cut + at + 1;
}

/** `r"…"`, `b'…'`, `@"…"`, `$"…"`: what programs write before a string. */
const STRING_PREFIX = /^(?:[rbfu]{1,2}|N|L|@\$?|\$@?|(?:&[\w-]{1,40}|!{1,2}[\w-]{1,40})[ ]{1,3})(?=["'])/i;

function valuesAfter(
  line: Line,
  hit: Hit,
  end: number,
  last: boolean,
  lines: readonly Line[],
  at: number,
  reader: Reader,
): readonly LabelledValue[] | 'empty' {
  const { match } = hit;
  const heading = headingOf(line, match);
  let start = hit.valueStart;
  while (start < end && /[\s\u200b\ufeff]/.test(line.text.charAt(start))) start += 1;
  const one = { field: match.field ?? '', label: match.label, heading, at: line.start + start };
  const prefix = hit.code ? (STRING_PREFIX.exec(line.text.slice(start, start + 48))?.[0] ?? '') : '';
  if (hit.code && isOpeningQuote(line.text.charAt(start + prefix.length))) {
    start += prefix.length;
    const quoted = quotedAt(line.text, start, hit.separator === 'option' ? line.text.length : end + 2);
    if (quoted !== null) {
      // Parts that a program joins, and holes that it fills, are no value.
      const after = line.text.slice(quoted.end, quoted.end + 12);
      const isPart =
        /^\s*(?:\+|\.(?=\s*["'])|&(?=\s*["'])|\\\s*$)/.test(after) || continuesQuoted(lines[at + 1]?.text);
      if (isPart || (/[f$]/i.test(prefix) && /\{[^{}]+\}/.test(quoted.value))) return [];
      const exact = { ...one, context: { exact: true } };
      // A backslash stands for itself in some languages, and for what follows in others.
      if (/^[r@$]+$/i.test(prefix))
        return [{ ...exact, value: /@/.test(prefix) ? quoted.raw.replaceAll('""', '"') : quoted.raw }];
      return quoted.raw === quoted.value || /\\["'\\/]|''|""|\\u/.test(quoted.raw)
        ? [{ ...exact, value: quoted.value }]
        : [
            { ...exact, value: quoted.raw },
            { ...exact, value: quoted.value },
          ];
    }
  }
  if (hit.separator === 'option') {
    return [{ ...one, context: { exact: true }, value: /^\S+/.exec(line.text.slice(start, end))?.[0] ?? '' }];
  }
  const inBrackets = /\([^()]*$/.test(line.text.slice(Math.max(0, hit.start - 2), hit.start));
  const closed = /^([^\s()]+)\)[.,;]?$/.exec(line.text.slice(start, end).trim())?.[1];
  if (inBrackets && closed !== undefined)
    return [closed, `${closed})`].map((value) => ({
      ...one,
      value,
      context: { exact: true, doubted: true },
    }));
  const computed = hit.code ? computedIn(line.text.slice(start, end)) : null;
  if (computed !== null)
    return computed === '' ? [] : [{ ...one, value: computed, context: { exact: true, doubted: true } }];
  const stop = cellEnd(line.text, hit, start, end);
  const value = line.text.slice(start, stop);
  if (value.trim() === '') return 'empty';
  // "Client secret - please keep it safe:", and the value below.
  if (last && /[ \u00a0]/.test(value.trim()) && /[:：]$/.test(value.trimEnd()) && hasProse(value))
    return 'empty';
  // YAML: the text stands on the lines below.
  if (/^[|>][+-]?$/.test(value.trim())) return 'empty';
  const sentence = /[a-zé?]/i.test(hit.separator);
  const kind = match.field === null ? undefined : reader.fieldOf(match.field)?.kind;
  const isOther = kind === 'scopes' ? !/[:：][ \u00a0]/.test(value) : !/https?:\/\//.test(value);
  if (sentence && kind !== undefined && kind !== 'text' && isOther) return [];
  const context: ValueContext = sentence ? { sentence: true } : {};
  const field = match.field === null ? undefined : reader.fieldOf(match.field);
  if (field?.kind === 'scopes' && last)
    return [{ ...one, context, value: withMoreScopes(value, lines, at, reader) }];
  return [
    { ...one, context, ...withJoined(field, value, last && !sentence && stop === end, lines, at, reader) },
  ];
}

const CALL = /^(?:new[ ]{1,3})?[A-Za-z_$][\w$.:-]{1,60}(?:[ ]{0,3}[([]|[ ]{1,3}(?=["']))/;
const LOOKS_UP =
  /env|config|setting|secret(?:s|manager)?\b.{0,5}[([.]|vault|keyring|keychain|prompt|input|argv|args|read|fetch|load|param/i;
const REFERS = /^(?:process\.env|os\.environ|ENV\[|System\.getenv|Environment\.Get|import\.meta\.env)/;

/**
 * Of an expression of a program, `new Uri("…")`, the text in it; '' where it looks the value up elsewhere, as in
 * `os.environ["ID"]`; null where it is no expression.
 */
function computedIn(text: string): string | null {
  const head = text.slice(0, 400);
  if (REFERS.test(head)) return '';
  const call = CALL.exec(head)?.[0];
  if (call === undefined) return null;
  const mark = head.slice(call.length).search(/["']/);
  const quoted = mark < 0 || mark > 3 ? null : quotedAt(head, call.length + mark);
  const isWhole = /[)\]]\s*[;,]?\s*(?:#.*|\/\/.*)?$/.test(head);
  if (quoted === null) return /[([]$/.test(call) && isWhole && LOOKS_UP.test(call) ? '' : null;
  return LOOKS_UP.test(call) ? '' : quoted.raw;
}

const continuesQuoted = (next: string | undefined): boolean =>
  /^[+.&]?\s*["'][^"']*["']\s*[;,)]?\s*$/.test(next?.trim() ?? '');

/** A tab always ends a value, a bar only in a row of bars. */
function cellEnd(text: string, hit: Hit, start: number, end: number): number {
  const stretch = text.slice(start, end);
  const tab = stretch.indexOf('\t');
  const bar = /[|│]/.test(hit.separator) ? stretch.search(/[|│]/) : -1;
  const ends = [tab, bar].filter((index) => index >= 0);
  return ends.length === 0 ? end : start + Math.min(...ends);
}

/** The value on one of the next lines, unless that line has a label of its own. */
function valuesBelow(
  lines: readonly Line[],
  at: number,
  done: ReadonlySet<number>,
  match: LabelMatch,
  reader: Reader,
): readonly LabelledValue[] {
  const { field: id } = match;
  const field = id === null ? undefined : reader.fieldOf(id);
  if (id === null || field === undefined || !reader.book.wants(id)) return [];
  const own = lines[at];
  for (let next = at + 1; next <= at + 1 + EMPTY_LINES; next += 1) {
    const line = lines[next];
    if (line === undefined || done.has(next) || line.only === 'header') return [];
    if (line.text.trim() === '') continue;
    // "Test: abc" below the label says for which environment it is.
    const one = { field: id, label: match.label, at: line.start };
    const variants = variantsFrom(lines, next, one, reader);
    if (variants.length > 0) return variants;
    if (line.only !== null || isLabelled(line, reader)) return [];
    // A mark of quoting may be the first character of a secret where the label's own line has none.
    if (field.secret && line.quoted !== (own?.quoted ?? false)) {
      return [{ ...one, context: { ownLine: true }, value: whole(line), heading: line.heading }];
    }
    const heading = headingOf(line, match);
    const context = { ownLine: true };
    if (match.pairedWith !== null) {
      const pair = pairedValues(line.text);
      if (pair === null) return [];
      return [
        { ...one, context, value: pair[1], heading },
        { ...one, context, field: match.pairedWith, value: pair[0], heading },
      ];
    }
    if (field.kind === 'scopes')
      return [{ ...one, context, value: withMoreScopes(line.text, lines, next, reader), heading }];
    // A bullet may be the first character of a secret.
    const full = field.secret && !isBulleted(lines, at, next) ? whole(line) : line.text;
    const value = full.replace(/^(?:it[’']s|it is|that[’']s|c[’']est)[ \u00a0](?=\S+$)/i, '');
    const first = { ...one, context, heading, ...withJoined(field, value, true, lines, next, reader) };
    const marked = variantsFrom(lines, next + 1, one, reader);
    if (marked.length === 0) return [first, ...furtherValues(field, first, lines, next, reader)];
    // Above values that say for which environment they are, this one may be of any.
    return [first, { ...first, context: {} }, ...marked].map((each) => ({
      ...each,
      context: { ...each.context, doubted: true },
    }));
  }
  return [];
}

/** Lines of nothing but values that each say for which environment they are. */
function variantsFrom(
  lines: readonly Line[],
  first: number,
  one: Pick<LabelledValue, 'field' | 'label' | 'at'>,
  reader: Reader,
): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  for (let at = first; at < Math.min(lines.length, first + 12); at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > 2000 || hitsIn(line.text, reader.book).length > 0) break;
    const { variants, isAll } = variantsIn(line.text);
    if (!isAll) break;
    for (const { value, heading } of variants)
      values.push({ ...one, context: { exact: true }, value, heading: joinHeadings(line.heading, heading) });
  }
  return values;
}

/** More values right below the first: nobody says that the first is the one. */
function furtherValues(
  field: Field,
  first: LabelledValue,
  lines: readonly Line[],
  at: number,
  reader: Reader,
): readonly LabelledValue[] {
  const line = lines[at + 1];
  if (first.joined !== undefined || line === undefined || line.only !== null) return [];
  const text = line.text.trim();
  if (
    text === '' ||
    /\s/.test(text) ||
    isPlaceholder(text) ||
    isUnderAnEmptyLabel(text) ||
    isLabelled(line, reader)
  )
    return [];
  const fits =
    field.kind === 'address'
      ? false
      : looksMade(text) && !/:\/\//.test(text) && looksMade(first.value.trim());
  if (!fits) return [];
  // A secret may have been broken there as well.
  const whole = `${first.value.trim()}${text}`;
  const isOneRun = field.secret && line.prefix === '' && first.value.trim().length >= 16;
  const both = isOneRun ? [{ ...first, value: whole }] : [];
  return [{ ...first, value: text, at: line.start }, ...both];
}

const isLabelled = (line: Line, reader: Reader): boolean =>
  reader.book.mayHold(line.text) &&
  (hitsIn(line.text, reader.book).length > 0 ||
    (line.text.length <= LONGEST_HEAD && reader.book.whole(line.text) !== null));

/** The line with what was taken for a bullet. */
const whole = (line: Line): string => `${line.prefix}${line.text}`;

/** True where the next label, too, has a bullet before its value, so that this one is none of the value's. */
const isBulleted = (lines: readonly Line[], label: number, value: number): boolean =>
  lines[value]?.prefix === '' || lines[label]?.prefix !== '';

// --- broken lines

/** The value, and the same with the lines below where it may go on there. */
function withJoined(
  field: Field | undefined,
  value: string,
  last: boolean,
  lines: readonly Line[],
  at: number,
  reader: Reader,
): { readonly value: string; readonly joined?: readonly string[] } {
  if (field === undefined || !last || field.kind === 'choice' || field.kind === 'scopes') return { value };
  const first = value.trim();
  if (first.length > 9000) return { value };
  const bracketed = field.kind === 'address' && /^<https?:\/\/[^\s<>"]+$/i.test(first);
  let joined = first.replace(/^</, '');
  let softly = joined;
  for (let next = at + 1; next < Math.min(lines.length, at + 40); next += 1) {
    const line = lines[next];
    const text = line?.text.trim() ?? '';
    // A bullet begins something new.
    if (line === undefined || text === '' || line.only !== null || line.prefix !== '') break;
    if (bracketed) {
      const rest = /^([^\s<>"]+)(>?)/.exec(text);
      if (rest === null) break;
      joined += rest[1] ?? '';
      // RFC 3986, appendix C: what stands between angle brackets may be joined.
      if (rest[2] === '>') return { value: joined };
      continue;
    }
    const above = (lines[next - 1]?.text ?? '').trimEnd();
    const isPath =
      field.kind === 'address' && /^\S*\/\S*$/.test(text) && hitsIn(text, reader.book).length === 0;
    if (
      !(goesOn(field, joined, above, text) || hangsBelow(field, joined, line, text)) ||
      (!isPath && isLabelled(line, reader))
    )
      break;
    softly = `${softly.replace(/=$/, '')}${text.replace(/>$/, '')}`;
    joined += text.replace(/>$/, '');
  }
  if (joined === first.replace(/^</, '') || bracketed) return { value };
  // An equals sign at the end of a line may be the mail's way of saying that the line goes on.
  return { value, joined: softly === joined ? [joined] : [joined, softly] };
}

const ROUGHLY_A_LINE = 50;
const A_FULL_LINE = 70;
const HANGING = 8;

/** A line far to the right, under a value beside its label, or what follows a hyphen: the value was broken there. */
function hangsBelow(field: Field, before: string, line: Line, text: string): boolean {
  if (/\s/.test(before) || before.length < 6 || !/^[\w./+=%?&~:@$!*-]{1,200}$/.test(text)) return false;
  if (isPlaceholder(text) || /^https?:/i.test(text)) return false;
  if (field.kind === 'address' && !/^https?:\/\/\S+$/i.test(before)) return false;
  return line.indent >= HANGING || (/[\da-f]-$/i.test(before) && /^[\da-f][\da-f-]*$/i.test(text));
}

function goesOn(field: Field, before: string, above: string, text: string): boolean {
  if (/\s/.test(text) || text.length > 4000 || isPlaceholder(text)) return false;
  // At the right margin a mail program breaks an address wherever it is.
  if (
    field.kind === 'address' &&
    above.length >= A_FULL_LINE &&
    /^https?:\/\/\S+$/i.test(before) &&
    /^[a-z\d]{1,40}$/.test(text)
  )
    return true;
  if (isUnderAnEmptyLabel(text)) return false;
  if (field.kind === 'address') {
    if (!/^https?:\/\/\S+$/i.test(before) || /^(?:https?:|www\.|[-=_*<[(]{2})/i.test(text)) return false;
    if (!/^[\w./?=&%~#+:;,@!$'()*-]+>?$/.test(text)) return false;
    return (
      /[/?&=.%_-]$/.test(before) ||
      /^[/?&=.%_-]/.test(text) ||
      (above.length >= ROUGHLY_A_LINE && /[/?=&%\d]/.test(text))
    );
  }
  if (/\s/.test(before) || /^[-=_*.]+$/.test(text)) return false;
  return (
    above.length >= ROUGHLY_A_LINE &&
    before.length >= 30 &&
    looksMade(text) &&
    text.length <= above.length + 8
  );
}

/** Scopes that run over several lines; joined by a blank, since quote marks and bullets stand between them. */
function withMoreScopes(first: string, lines: readonly Line[], at: number, reader: Reader): string {
  let all = first.trim();
  for (let next = at + 1; next < lines.length && all.length < 4096; next += 1) {
    const line = lines[next];
    if (line === undefined || line.only !== null || line.text.length > 4096) break;
    if (!continuesScopes(line.text) || isLabelled(line, reader)) break;
    all = `${all} ${line.text.trim()}`;
  }
  return all;
}
