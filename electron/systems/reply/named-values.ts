import { fromBase64 } from './base64';
import type { LabelBook, LabelMatch } from './label-book';
import { type Extracted, type LabelledValue, withoutStretches } from './labelled-value';
import { isPlaceholder } from './no-value';
import { namesOther } from './other-products';
import { quotedAt } from './quotes';

/*
 * Values that code or settings name in one place and give in another: two strings in a call, `name` and `value` lines,
 * a variable with its default, a Kubernetes secret.
 */

/** `Add("client_id", "abc")`, `{ "client_id", "abc" }`: the brackets distinguish it from a table row. */
const TWO_STRINGS = /[({[]\s{0,20}(["'`])([\w .:-]{2,40})\1\s{0,5},\s{0,20}(?=["'`])/g;
/** `- name: CLIENT_ID`, and on the next line `value: abc`. */
const NAME_AND_VALUE =
  /^([ \t]{0,40})(-[ \t]{1,4})?(?:name|key|label):[ \t]{1,4}(["']?)([\w .-]{2,60})\3[ \t]{0,4}\r?\n[ \t]{0,44}value:[ \t]{1,4}(\S.{0,4000})$/gim;
/** `variable "client_id" { … default = "abc" }`. */
const VARIABLE = /\b(?:variable|output)[ \t]{1,4}"([\w-]{2,60})"[ \t]{0,4}\{([^{}]{0,2000})\}/g;
const DEFAULT = /\b(?:default|value)[ \t]{0,10}=[ \t]{0,10}(?=")/;
/** The keys below `data:` of a manifest. */
const MANIFEST = /^kind:[ \t]{1,4}["']?Secret["']?[ \t]{0,4}\r?$/m;
const DATA = /^data:[ \t]{0,4}\r?\n((?:[ \t]{1,20}[\w.-]{1,100}:[ \t]{1,4}\S.{0,8000}(?:\r?\n|$)){1,200})/gm;
const KEY = /^[ \t]{1,20}([\w.-]{1,100}):[ \t]{1,4}["']?([^\s"']{1,8000})["']?[ \t]{0,4}\r?$/gm;
/** Quickly rules out most text. */
const MAY_NAME = /[({[]\s{0,20}["'`]|^[ \t-]{0,44}(?:name|key|label):|\b(?:variable|output)[ \t]+"|^kind:/im;

export function namedValuesIn(text: string, book: LabelBook): Extracted {
  const values: LabelledValue[] = [];
  const stretches: [number, number][] = [];
  if (!MAY_NAME.test(text)) return { values, rest: text };
  const add = (label: string, value: string, start: number, end: number): void => {
    const match = book.whole(label) ?? prefixed(label, book);
    if (match === null || match.field === null || value === '' || isPlaceholder(value)) return;
    values.push({
      field: match.field,
      label,
      value,
      context: { exact: true, doubted: namesOther([label]) },
      heading: match.heading,
      at: start,
    });
    stretches.push([start, end]);
  };
  for (const match of text.matchAll(TWO_STRINGS)) {
    const start = match.index + match[0].length;
    const quoted = quotedAt(text, start);
    // A list of names contains no values.
    if (quoted === null || book.whole(quoted.value) !== null) continue;
    if (!/^\s{0,20}[)}\]]/.test(text.slice(quoted.end, quoted.end + 24))) continue;
    add(match[2] ?? '', quoted.value, match.index + 1, quoted.end);
  }
  for (const match of text.matchAll(NAME_AND_VALUE)) {
    const written = (match[5] ?? '').trim();
    const value = quotedAt(written, 0)?.value ?? written.replace(/[ \t]#.*$/, '').trim();
    add(match[4] ?? '', value, match.index, match.index + match[0].length);
  }
  for (const match of text.matchAll(VARIABLE)) {
    const body = match[2] ?? '';
    const at = DEFAULT.exec(body);
    const value = at === null ? null : quotedAt(body, at.index + at[0].length);
    if (value !== null) add(match[1] ?? '', value.value, match.index, match.index + match[0].length);
  }
  if (MANIFEST.test(text)) {
    for (const block of text.matchAll(DATA)) {
      const start = block.index + block[0].indexOf('\n') + 1;
      for (const entry of (block[1] ?? '').matchAll(KEY)) {
        const decoded = fromBase64(entry[2] ?? '');
        const at = start + entry.index;
        if (decoded !== null) add(entry[1] ?? '', decoded, at, at + entry[0].length);
      }
    }
  }
  return { values, rest: withoutStretches(text, inOrder(stretches)) };
}

/** `LIBPRO_CLIENT_ID`: a name in code begins with what it belongs to. */
function prefixed(name: string, book: LabelBook): LabelMatch | null {
  const match = /^\w+$/.test(name) ? book.atEnd(name) : null;
  return match === null || match.common ? null : match;
}

/** In order, without those inside another. */
function inOrder(stretches: readonly [number, number][]): readonly [number, number][] {
  const result: [number, number][] = [];
  for (const one of stretches.toSorted(([first], [second]) => first - second)) {
    const last = result.at(-1);
    if (last === undefined || one[0] >= last[1]) result.push(one);
  }
  return result;
}
