import type { Field } from '../system';
import { hitsIn, isLabelled } from './label-hits';
import type { Reader } from './line-reader';
import type { Line } from './lines';
import { isPlaceholder, isUnderAnEmptyLabel, looksMade } from './no-value';
import { continuesScopes } from './scope-readings';

/* Values that an e-mail program broke over several lines. */

/** The value, and the value joined with the lines below if it may continue there. */
export function withJoined(
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
    // A bullet starts something new.
    if (line === undefined || text === '' || line.only !== null || line.prefix !== '') break;
    if (bracketed) {
      const rest = /^([^\s<>"]+)(>?)/.exec(text);
      if (rest === null) break;
      joined += rest[1] ?? '';
      // RFC 3986, appendix C: broken lines between angle brackets may be joined.
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
  // An equals sign at the end of a line may be a soft line break of quoted-printable.
  return { value, joined: softly === joined ? [joined] : [joined, softly] };
}

const ROUGHLY_A_LINE = 50;

const A_FULL_LINE = 70;

const HANGING = 8;

/** The value was broken here: the line is indented far to the right, or follows a hyphen. */
function hangsBelow(field: Field, before: string, line: Line, text: string): boolean {
  if (/\s/.test(before) || before.length < 6 || !/^[\w./+=%?&~:@$!*-]{1,200}$/.test(text)) return false;
  if (isPlaceholder(text) || /^https?:/i.test(text)) return false;
  if (field.kind === 'address' && !/^https?:\/\/\S+$/i.test(before)) return false;
  return line.indent >= HANGING || (/[\da-f]-$/i.test(before) && /^[\da-f][\da-f-]*$/i.test(text));
}

function goesOn(field: Field, before: string, above: string, text: string): boolean {
  if (/\s/.test(text) || text.length > 4000 || isPlaceholder(text)) return false;
  // E-mail programs break an address at the right margin, at any character.
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

/** Scopes over several lines, joined with spaces because quote marks and bullets may be between them. */
export function withMoreScopes(first: string, lines: readonly Line[], at: number, reader: Reader): string {
  let all = first.trim();
  for (let next = at + 1; next < lines.length && all.length < 4096; next += 1) {
    const line = lines[next];
    if (line === undefined || line.only !== null || line.text.length > 4096) break;
    if (!continuesScopes(line.text) || isLabelled(line, reader)) break;
    all = `${all} ${line.text.trim()}`;
  }
  return all;
}
