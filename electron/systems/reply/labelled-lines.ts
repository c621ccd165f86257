import { variantsIn } from './environment-words';
import { LONGEST_PROSE, looseValuesIn, unseparated, valuesBeforeLabel } from './in-sentence';
import type { LabelBook, LabelMatch } from './label-book';
import { type Hit, hitsIn, LONGEST_HEAD, MOST_LABELS } from './label-hits';
import { joinHeadings, type LabelledValue } from './labelled-value';
import { labelsBelowValues } from './labels-below';
import type { Reader } from './line-reader';
import type { Line } from './lines';
import { pairedValues } from './pairs';
import { authorization } from './requests';
import { beforeNext, gluedEnd, valuesAfter, withDecoded, withDoubt, withWhole } from './value-after';
import { valuesBelow, variantsFrom } from './value-below';

/* Lines with a label and its value: `Client ID: abc`, `clientId = "abc"`, "your secret is abc", or the value below. */

const LINES_TOGETHER = 5;

const MOST_REMEMBERED = 4000;

const LONGEST_REMEMBERED = 500;

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
    // An e-mail that is quoted ten times says nothing new the second time.
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
  // A product with both an identifier and a secret is certainly meant; a lone "Maple Key" may be anything.
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

/** A label below its value is doubtful, because the usual order is the opposite. */
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
    // The address of a request is read elsewhere.
    const { field, product } = hit.match;
    if (product !== '' && !/[:=：\t]$/.test(hit.separator)) return;
    if (hit.separator === 'option' && /^ur[il]$/i.test(hit.match.label)) return;
    if (field === null || !reader.book.wants(field)) return;
    const end = next === undefined ? line.text.length : beforeNext(line.text, hit.valueStart, next.start);
    const behind = withDecoded(
      withDoubt(valuesAfter(line, hit, end, next === undefined, lines, at, reader), hit.isClause),
      line.text.slice(hit.start, hit.valueStart),
    );
    const inside = hit.start < glued;
    glued = Math.max(glued, gluedEnd(line.text, hit, next, hits[index - 1]));
    const one = inside || hit.valueStart >= glued ? behind : withWhole(behind, line, hit, glued, field);
    // Part of a secret must not be offered to another field, which would show it unmasked.
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

/** The label of a line without a value: "Client ID", "And the client secret?", "Client ID (keep the dash):". */
function labelOf({ text }: Line, book: LabelBook): LabelMatch | null {
  if (text.length <= LONGEST_HEAD) {
    const whole = book.whole(text);
    if (whole !== null) return whole;
    const question = /^(.{2,80}?)[ \u00a0\u202f]?\?$/u.exec(text.trim())?.[1];
    if (question !== undefined) return book.whole(question.replace(ASKS, ''));
  }
  const remarked = text.length <= LONGEST_REMARKED ? REMARKED.exec(text.trim())?.[1] : undefined;
  return remarked === undefined ? null : book.whole(remarked);
}

const ASKS =
  /^(?:and |et |ok,? )?(?:what|which|who|where|quel(?:le)?s?|celle|celui|celles|ceux|o[uù])(?:[’']s| is| are| est| sont)?(?: the| our| your| my| de la| de| du| des| la| le| les| notre| nos)?[ \u00a0]/iu;

const LONGEST_REMARKED = 200;

/** A label, a remark in brackets or after a dash, and a colon. */
const REMARKED =
  /^([^(:,;–—]{2,60}?)[ \u00a0](?:\([^()]{3,150}\)|[-–—][ \u00a0][^:]{3,150})[ \u00a0\u202f]?[:：]$/u;

/** A label broken over two lines: "Access Token" above "URL: …". */
function withLineAbove(hit: Hit, above: Line | undefined, reader: Reader): Hit {
  const text = above?.text.trim() ?? '';
  if (hit.start > 0 || !hit.match.common || text === '' || text.length > 40 || /[:=|\t]/.test(text))
    return hit;
  const match = reader.book.whole(`${text} ${hit.match.label}`);
  return match === null || match.field === null || match.common
    ? hit
    : { ...hit, match: { ...match, start: 0 } };
}
