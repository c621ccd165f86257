import type { Field } from '../system';
import { addressReadings, withPort } from './address-readings';
import { variantsIn } from './environment-words';
import type { ValueContext } from './labelled-value';
import { hasProse, isPlaceholder, looksMade } from './no-value';
import { isPlainNote } from './plain-note';
import { type Reading, reading, trimmed } from './reading';
import { scopeReadings } from './scope-readings';
import { textReadings } from './text-readings';

/* Decides how much of the text after a label is the value. With more than one reading, the user has to choose. */

const LONGEST_VALUE = 16_384;

export function readingsOf(
  field: Field,
  value: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  // An endless word is not a value, and must not cost time.
  if (value.length > LONGEST_VALUE && /\S/.test(value.charAt(LONGEST_VALUE))) return [];
  const text = trimmed(value.slice(0, LONGEST_VALUE));
  if (text === '') return [];
  if (field.kind === 'choice') return choicesIn(field, text);
  const readings = context.exact === true ? [] : marked(field, text, context, joined);
  return readings.length > 0 ? readings : unmarked(field, text, context, joined);
}

/** The readings of a text whose values are marked with their environment; empty if none is. */
function marked(
  field: Field,
  text: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  const { variants, rest, isAll } = variantsIn(text);
  if (variants.length === 0) return [];
  const base = field.kind === 'address' ? /https?:\/\/[^\s<>"()]+/i.exec(text)?.[0] : undefined;
  let ports = 0;
  const own = variants.flatMap(({ heading, value: each }) => {
    // "https://api.example (test: 8443, production: 443)"
    const whole =
      base !== undefined && /^\d{2,5}[.)]?$/.test(each) ? withPort(base, each.replace(/\D/g, '')) : null;
    if (whole !== null) ports += 1;
    return unmarked(field, whole ?? each, { ...context, exact: true }).map((one) => ({ ...one, heading }));
  });
  if (own.length === 0 || isAll || isPlainNote(rest) || ports === variants.length) return own;
  // A marked value does not hide an unmarked one next to it.
  const beside = valuesIn(rest).flatMap((each) => unmarked(field, each, { ...context, exact: true }));
  return [...own, ...beside, ...unmarked(field, text, context, joined)].map((one) => ({
    ...one,
    isDoubted: true,
  }));
}

const MOST_BESIDE = 12;

const JOINT = /\s*[,;/|]\s*|\s+[-–—·•](?:\s+|$)|\s+(?:and|et|or|ou|&|\+)(?:\s+|$)/i;

/** Words that look like values, or are alone between separators. */
function valuesIn(rest: string): readonly string[] {
  const alone = rest
    .replaceAll(/[([][^()[\]]*[)\]]/g, ',')
    .split(JOINT)
    .map(trimmed)
    .filter((each) => /^\S{2,}$/.test(each) && !hasProse(each) && /[\p{L}\d]/u.test(each));
  const made = rest.split(/[\s,;()[\]]+/).filter(looksMade);
  return [...new Set([...alone, ...made])].filter((each) => !isPlaceholder(each)).slice(0, MOST_BESIDE);
}

function unmarked(
  field: Field,
  text: string,
  context: ValueContext,
  joined?: readonly string[],
): readonly Reading[] {
  if (field.kind === 'address') return addressReadings(text, context, joined);
  if (field.kind === 'scopes') return scopeReadings(text, context);
  const readings = textReadings(field, text, context);
  const [only] = readings;
  if (joined === undefined || only === undefined || readings.length > 1) return readings;
  return [reading(only.value, 'first-line'), ...joined.map((each) => reading(each, 'joined'))];
}

const bare = (text: string): string => text.toLowerCase().replaceAll(/[^a-z\d]/g, '');

/** `OAuth 2.0` means `oauth2`, `OneRoster 1.1` means `1.1`. Words that name no choice are not a value. */
function choicesIn(field: Field, text: string): readonly Reading[] {
  const words = bare(text.slice(0, 80));
  return (field.choices ?? [])
    .filter((choice) => words.includes(bare(choice)))
    .map((choice) => reading(choice));
}
