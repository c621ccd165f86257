import { fromBase64 } from './base64';
import { withJoined, withMoreScopes } from './broken-lines';
import type { Hit } from './label-hits';
import type { LabelledValue, ValueContext } from './labelled-value';
import { headingFor, type Reader } from './line-reader';
import type { Line } from './lines';
import { hasProse } from './no-value';
import { isOpeningQuote, quotedAt } from './quotes';

/* The value after a label, on the same line. */

/** The secret up to the label that seems to begin inside it, and the whole of it; both are doubtful. */
export function withWhole(
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
    heading: headingFor(line, hit.match),
    at: line.start + start,
  };
  const parts = values === 'empty' ? [] : values;
  return [...parts.map((each) => ({ ...each, context: { ...each.context, doubted: true } })), whole];
}

/** The values as a question, if the words around them are not certain. */
export const withDoubt = (
  values: readonly LabelledValue[] | 'empty',
  isDoubted: boolean,
): readonly LabelledValue[] | 'empty' =>
  values === 'empty' || !isDoubted
    ? values
    : values.map((each) => ({ ...each, context: { ...each.context, doubted: true } }));

/** "Client secret (base64): …": as written, and decoded. */
export function withDecoded(
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

/**
 * The end of the unbroken text of a secret that contains another label: `x9;scope=b2` may be one secret. Zero if there
 * is no doubt: `clientSecret=abc;clientId=def` is a list.
 */
export function gluedEnd(text: string, hit: Hit, next: Hit | undefined, previous: Hit | undefined): number {
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

/** The end of a value before another label on the same line, without what joins the two: a comma, a bar, "and". */
export function beforeNext(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - 16), end);
  const joint =
    /(?:\s*[,;/|•(["'“«$]\s*|\s+(?:and|et)(?:\s+(?:the|your|le|votre))?\s+|\s+)+$/.exec(tail)?.[0] ?? '';
  const cut = Math.max(start, end - joint.length);
  // The closing quotation mark belongs to the value.
  const value = text.slice(start, cut).trimStart();
  const close = { '"': '"', "'": "'", '“': '”', '«': '»' }[value.charAt(0)];
  const at = close === undefined ? -1 : text.slice(cut, end).indexOf(close);
  return at < 0 || value.indexOf(close ?? '', 1) > 0 ? cut : cut + at + 1;
}

/** `r"…"`, `b'…'`, `@"…"`, `$"…"`: prefixes of strings in code. */
const STRING_PREFIX = /^(?:[rbfu]{1,2}|N|L|@\$?|\$@?|(?:&[\w-]{1,40}|!{1,2}[\w-]{1,40})[ ]{1,3})(?=["'])/i;

const ESCAPED = /^\\"([^"]{1,4000}?)\\"(?=\s{0,3}(?:[,}\]]|$))/;

/** `'''abc'''` in TOML and Python. */
const TRIPLED = /^('''|""")(?!\1)(.+?)\1(?!['"])/;

export function valuesAfter(
  line: Line,
  hit: Hit,
  end: number,
  last: boolean,
  lines: readonly Line[],
  at: number,
  reader: Reader,
): readonly LabelledValue[] | 'empty' {
  const { match } = hit;
  const heading = headingFor(line, match);
  let start = hit.valueStart;
  while (start < end && /[\s\u200b\ufeff]/.test(line.text.charAt(start))) start += 1;
  const one = { field: match.field ?? '', label: match.label, heading, at: line.start + start };
  const prefix = hit.code ? (STRING_PREFIX.exec(line.text.slice(start, start + 48))?.[0] ?? '') : '';
  if (hit.code && isOpeningQuote(line.text.charAt(start + prefix.length))) {
    start += prefix.length;
    const tripled = TRIPLED.exec(line.text.slice(start, start + 10_000))?.[2];
    if (tripled !== undefined) return [{ ...one, value: tripled, context: { exact: true } }];
    const quoted = quotedAt(line.text, start, hit.separator === 'option' ? line.text.length : end + 2);
    if (quoted !== null) {
      // Concatenated parts and interpolated strings are not a value.
      const after = line.text.slice(quoted.end, quoted.end + 12);
      const isPart =
        /^\s*(?:\+|\.(?=\s*["'])|&(?=\s*["'])|\\\s*$)/.test(after) || continuesQuoted(lines[at + 1]?.text);
      if (isPart || (/[f$]/i.test(prefix) && /\{[^{}]+\}/.test(quoted.value))) return [];
      const exact = { ...one, context: { exact: true } };
      // Some languages take a backslash literally, others as an escape.
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
  // JSON in a log or in a string of a program: `\"client_id\":\"abc\"`.
  const escaped = ESCAPED.exec(line.text.slice(start, Math.min(end, start + 4100)))?.[1];
  if (escaped !== undefined)
    return [{ ...one, value: escaped.replaceAll(/\\{1,3}(["\\/])/g, '$1'), context: { exact: true } }];
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
  // "Client secret - please keep it safe:", with the value below.
  if (last && /[ \u00a0]/.test(value.trim()) && /[:：]$/.test(value.trimEnd()) && hasProse(value))
    return 'empty';
  // YAML: the value is on the lines below.
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
 * The text in an expression such as `new Uri("…")`; '' if the expression looks the value up, as in
 * `os.environ["ID"]`; null if it is not an expression.
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
