import type { LabelMatch } from './label-book';
import type { LabelledValue } from './labelled-value';
import { headingFor, type Reader } from './line-reader';
import type { Line } from './lines';
import { looksMade } from './no-value';
import { replacementIn } from './replaced-values';
import { isJoined } from './text-readings';

/* A label and its value in a sentence, or next to each other without a separator. */

const LABEL_BEFORE = /^(.{2,60})[ \u00a0](\S{6,200})$/u;

const LABEL_BEHIND = /^(\S{4,200})[ \u00a0]?[([]([^()[\]]{2,60})[)\]]$/u;

const LABEL_AFTER = /^(\S{6,200})[ \u00a0](?:[-–—]|is|est)[ \u00a0](.{2,60}?)\.?$/iu;

/** `OAuth2`, `SHA-256`: a kind of secret, not a secret. */
const KIND_OF_SECRET = /^(?:oauth|oneroster|sha|hmac|hs|rs|es|md|tls|v|version)[-_.]?\d[\d.]*[a-z]?$/i;

/** `client id abc123`, `abc123 (Client ID)`: a label next to a generated value, without a separator. */
export function unseparated(line: Line, reader: Reader): readonly LabelledValue[] {
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

/** The line is a label and one word, which may be a name that somebody chose. */
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
    heading: headingFor(line, match),
    at: line.start + line.text.indexOf(value),
  };
}

export const LONGEST_PROSE = 2000;

const BEFORE_LABEL =
  /(?:^|[\s(«“"])([^\s(«“"]{4,200}?)["”»)]?,?[ \u00a0](?:(?:(?:which|that|qui)[ \u00a0])?(?:is|est)|as|comme)[ \u00a0](?:the[ \u00a0]|your[ \u00a0]|our[ \u00a0]|le[ \u00a0]|la[ \u00a0]|votre[ \u00a0]|notre[ \u00a0]|l[’'])?([\p{L}\d][\p{L}\d ’']{1,38}?)(?=[,.;:!?)]|$|[ \u00a0](?:and|et|with|avec|in|dans)[ \u00a0])/giu;

/** "abc123, which is the client ID", "Enter abc123 as the client ID.": a value before its label. */
export function valuesBeforeLabel(line: Line, reader: Reader): readonly LabelledValue[] {
  if (line.text.length > LONGEST_PROSE || !reader.book.mayHold(line.text)) return [];
  return [...line.text.matchAll(BEFORE_LABEL)].flatMap(([, value = '', label = '']) => {
    const match = isMade(value) || isJoined(value) ? reader.book.whole(label) : null;
    const one = match === null ? null : valueBeside(match, value, line, reader, true);
    return one === null ? [] : [one];
  });
}

/** "FYI the secret abc123 was revoked": behind an article, the word is the label, whatever precedes it. */
function secretAfterArticle(head: string, reader: Reader): LabelMatch | null {
  const tail = /(?<=(?<!(?:of|de|du))[ \u00a0])(?:the|your|our|le|votre|notre)[ \u00a0]\p{L}{2,20}$/iu.exec(
    head.slice(-40),
  )?.[0];
  const match = tail === undefined ? null : reader.book.whole(tail);
  return match?.secret === true ? match : null;
}

/** "Use client ID abc123 and client secret xyz789 to sign in." */
export function looseValuesIn(line: Line, reader: Reader): readonly LabelledValue[] {
  const values: LabelledValue[] = [];
  let from = 0;
  for (const match of line.text.matchAll(/[ \u00a0](\S{4,200})/gu)) {
    const value = (match[1] ?? '').replace(/^[(«“"]+/, '').replace(/[.,;:!?)»”"]+$/, '');
    // The text before the last value belongs to that one.
    const head = line.text.slice(from, match.index);
    if (value.length < 4 || !(isMade(value) || isJoined(value))) continue;
    if (!reader.book.mayEnd(head) && !/[ \u00a0](?:from|de)$/i.test(head)) continue;
    const behind = line.text.slice(match.index + 1 + (match[1] ?? '').indexOf(value) + value.length);
    // "the secret from abc1 to def2"
    const named = replacementIn(behind, true) === null ? head : head.replace(/[ \u00a0](?:from|de)$/i, '');
    const label = reader.book.atEnd(named) ?? secretAfterArticle(named, reader);
    // Behind a word as common as "key", a short word may be anything.
    if (label === null || (label.common && value.length < 6)) continue;
    const one = valueBeside(label, value, line, reader, true);
    if (one === null) continue;
    values.push(one);
    from = match.index + match[0].length;
    const other = replacementIn(behind, label.secret);
    if (other !== null) values.push({ ...one, value: other });
  }
  return values;
}
