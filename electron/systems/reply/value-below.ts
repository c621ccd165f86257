import type { Field } from '../system';
import { withJoined, withMoreScopes } from './broken-lines';
import { variantsIn } from './environment-words';
import type { LabelMatch } from './label-book';
import { hitsIn, isLabelled } from './label-hits';
import { joinHeadings, type LabelledValue } from './labelled-value';
import { headingFor, type Reader } from './line-reader';
import type { Line } from './lines';
import { isPlaceholder, isUnderAnEmptyLabel, looksMade } from './no-value';
import { pairedValues } from './pairs';

/* The value on one of the lines below its label. */

const EMPTY_LINES = 2;

/** The value on one of the next lines, unless that line has its own label. */
export function valuesBelow(
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
    // "Test: abc" below the label is a value marked with its environment.
    const one = { field: id, label: match.label, at: line.start };
    const variants = variantsFrom(lines, next, one, reader);
    if (variants.length > 0) return variants;
    if (line.only !== null || isLabelled(line, reader)) return [];
    // If the label's line is not quoted, a quote mark may be the first character of the secret.
    if (field.secret && line.quoted !== (own?.quoted ?? false)) {
      return [{ ...one, context: { ownLine: true }, value: whole(line), heading: line.heading }];
    }
    const heading = headingFor(line, match);
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
    // Above values marked with an environment, this one may belong to any.
    return [first, { ...first, context: {} }, ...marked].map((each) => ({
      ...each,
      context: { ...each.context, doubted: true },
    }));
  }
  return [];
}

/** Lines that contain only values marked with their environment. */
export function variantsFrom(
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

/** More values right below the first, any of which may be meant. */
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
  // A secret may also have been broken here.
  const whole = `${first.value.trim()}${text}`;
  const isOneRun = field.secret && line.prefix === '' && first.value.trim().length >= 16;
  const both = isOneRun ? [{ ...first, value: whole }] : [];
  return [{ ...first, value: text, at: line.start }, ...both];
}

/** The line including what was taken for a bullet. */
const whole = (line: Line): string => `${line.prefix}${line.text}`;

/** The label has a bullet as well, so that of the value is not part of the value. */
const isBulleted = (lines: readonly Line[], label: number, value: number): boolean =>
  lines[value]?.prefix === '' || lines[label]?.prefix !== '';
