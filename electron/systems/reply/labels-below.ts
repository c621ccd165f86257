import type { Field } from '../system';
import type { LabelBook } from './label-book';
import type { Line } from './lines';
import { isPlaceholder, isUnderAnEmptyLabel } from './no-value';
import { isButton } from './plain-note';
import { continuesScopes } from './scope-readings';

/*
 * Some web pages show cards with each label below its value. Such a card is recognized by its first label having a
 * value above it and its last label having none below.
 */

const LONGEST_LABEL = 90;
const EMPTY_LINES = 2;

interface Entry {
  readonly line: number;
  /** Null for a value. */
  readonly label: { readonly field: string | null } | null;
}

/**
 * Line of a label whose value is above it → line of the value. Null if the order is unclear, because a secret might
 * then be offered to a field that is shown unmasked.
 * @param holdsBoth whether a line has a label and its value
 */
export function labelsBelowValues(
  lines: readonly Line[],
  done: ReadonlySet<number>,
  book: LabelBook,
  fieldOf: (id: string) => Field | undefined,
  holdsBoth: (line: Line) => boolean,
): ReadonlyMap<number, number | null> {
  const found = new Map<number, number | null>();
  let card: Entry[] = [];
  let empty = 0;
  const end = (): void => {
    const pairs = pairsOf(card);
    const fit = ([value, label]: readonly [value: Entry, label: Entry]) =>
      fits(lines[value.line], label, fieldOf);
    if (pairs.every(fit)) {
      const isUsualOrder = pairsOf(card.slice(1, -1).toReversed()).every(fit);
      for (const [value, label] of pairs) found.set(label.line, isUsualOrder ? null : value.line);
    }
    card = [];
  };
  lines.forEach((line, at) => {
    const text = line.text.length > 4096 ? line.text : line.text.trim();
    empty = text === '' ? empty + 1 : 0;
    if (text === '' && empty <= EMPTY_LINES) return;
    if (text === '' || done.has(at) || line.only !== null || holdsBoth(line)) {
      end();
      return;
    }
    const label = text.length <= LONGEST_LABEL && book.mayHold(text) ? book.whole(text) : null;
    if (label !== null) card.push({ line: at, label });
    else if (isValue(text)) card.push({ line: at, label: null });
    else if (!isButton(text)) end();
  });
  end();
  return found;
}

/** The pairs of value and label; empty if the card is in any other order. */
function pairsOf(card: readonly Entry[]): readonly (readonly [value: Entry, label: Entry])[] {
  if (card.length % 2 > 0) return [];
  const pairs: [Entry, Entry][] = [];
  for (let at = 0; at < card.length; at += 2) {
    const [value, label] = [card[at], card[at + 1]];
    if (value === undefined || value.label !== null || label === undefined || label.label === null) return [];
    pairs.push([value, label]);
  }
  return pairs;
}

const isValue = (text: string): boolean =>
  /\s/.test(text) ? continuesScopes(text) : isPlaceholder(text) || !isUnderAnEmptyLabel(text);

/** An address field takes addresses, and no other field does. */
function fits(
  value: Line | undefined,
  { label }: Entry,
  fieldOf: (id: string) => Field | undefined,
): boolean {
  const id = label?.field ?? null;
  const kind = id === null ? undefined : fieldOf(id)?.kind;
  const isAddress = /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[:/]|$))/i.test(value?.text ?? '');
  return kind === undefined || kind === 'scopes' || isAddress === (kind === 'address');
}
