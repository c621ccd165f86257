import type { Environment } from '@contract/connection';
import { environmentNamed } from './reply/environment-words';
import { brokenGridsIn, gridsIn } from './reply/grid';
import { jsonIn } from './reply/json-blocks';
import { labelBookOf } from './reply/label-book';
import { labelledLines } from './reply/labelled-lines';
import { type Line, linesOf } from './reply/lines';
import { shownText, xmlIn } from './reply/markup';
import { withoutQuotedPrintable } from './reply/quoted-printable';
import { type ReadingKind, readingsOf } from './reply/readings';
import { type RequestFields, requestsIn } from './reply/requests';
import { joinHeadings, type Said } from './reply/said';
import type { Field, System } from './system';

/** A value as it stands in the pasted text, and what tells it from the others of its field. */
export interface FoundValue {
  readonly field: string;
  /** The label it stood behind. */
  readonly label: string;
  readonly value: string;
  /** The column, row or section it stands in; '' where there is none. */
  readonly heading: string;
  /** The older message it stands in, below or quoted; '' in the newest, '>' where it has no name. */
  readonly part: string;
  readonly reading: ReadingKind;
  /** The heading names the environment of this set-up, and no other reading does. Still to be confirmed. */
  readonly suggested: boolean;
}

/** One field, several readings; which of them is meant, only the person can say. */
interface Doubt {
  readonly field: string;
  readonly candidates: readonly FoundValue[];
}

export interface ReplyReading {
  readonly found: readonly FoundValue[];
  readonly doubts: readonly Doubt[];
}

interface Options {
  /** Of the set-up that the values are for, where it is known. */
  readonly environment?: Environment | null;
}

/** So many different readings of one field are no choice any more. */
const MOST_CANDIDATES = 12;

/**
 * Recognizes the labelled values of a pasted text, in English or French: a mail, a table, a file, a request. What has
 * a structure is read by its structure first, the rest line by line. A field with several different readings is a
 * doubt; nothing is ever chosen for the person. Never throws; linear in the text's length.
 */
export function readReply(system: System, text: string, { environment = null }: Options = {}): ReplyReading {
  const book = labelBookOf(system);
  const fields = new Map(system.fields.map((field) => [field.id, field]));
  const requestFields = requestFieldsOf(system);
  const perField = new Map<string, Map<string, FoundValue & { readonly at: number }>>();
  /** Takes in what was said, each value once, until there are too many to choose between. */
  const tell = (said: readonly Said[], lines: readonly Line[]): void => {
    for (const one of said) {
      const field = fields.get(one.field);
      if (field === undefined || !book.wants(one.field)) continue;
      const values = perField.get(one.field) ?? new Map<string, FoundValue & { readonly at: number }>();
      perField.set(one.field, values);
      for (const { value, kind, heading } of readingsOf(field, one.value, one.manner, one.joined)) {
        const before = values.get(value);
        if (value === '' || (before !== undefined && before.at <= one.at)) continue;
        values.set(value, {
          field: one.field,
          label: one.label,
          value,
          // What the value itself says outweighs what stands above it.
          heading:
            heading !== '' && environmentNamed(one.heading) !== null
              ? heading
              : joinHeadings(one.heading, heading),
          part: lineAt(lines, one.at)?.part ?? '',
          reading: kind,
          suggested: false,
          at: one.at,
        });
      }
      if (values.size >= MOST_CANDIDATES) book.enough(one.field);
    }
  };

  const shown = shownText(withoutQuotedPrintable(text));
  const json = jsonIn(shown, book);
  const requests = requestsIn(json.rest, book, requestFields);
  const xml = xmlIn(requests.rest, book);
  const lines = linesOf(xml.rest, book);
  tell(inSections([...json.said, ...requests.said, ...xml.said], lines), lines);
  const grids = gridsIn(lines, book);
  tell(grids.said, lines);
  const broken = brokenGridsIn(lines, book, grids.lines);
  tell(broken.said, lines);
  const done = new Set([...grids.lines, ...broken.lines]);
  labelledLines(lines, done, { book, fieldOf: (id) => fields.get(id), requestFields }, (said) =>
    tell(said, lines),
  );

  const inOrder = [...perField].map(
    ([field, values]) =>
      [
        field,
        [...values.values()].sort((one, other) => one.at - other.at).map(({ at: _, ...value }) => value),
      ] as const,
  );
  return readingOf(system, new Map(inOrder), environment);
}

/** Values of a structure have the section above the structure, where they name none themselves. */
const inSections = (said: readonly Said[], lines: readonly Line[]): readonly Said[] =>
  said.map((one) => (one.heading === '' ? { ...one, heading: lineAt(lines, one.at)?.heading ?? '' } : one));

function lineAt(lines: readonly Line[], at: number): Line | null {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return lines[low] ?? null;
}

function requestFieldsOf(system: System): RequestFields {
  const text = system.fields.filter(({ kind }) => kind === 'text');
  const identifier = text.find(({ secret }) => !secret)?.id ?? null;
  const secret = text.find((field) => field.secret)?.id ?? null;
  const isToken = secret !== null && (system.replyLabels[secret] ?? []).includes('bearer token');
  return {
    clientId: isToken ? null : identifier,
    clientSecret: isToken ? null : secret,
    token: isToken ? secret : null,
    tokenUrl: system.fields.find(({ id }) => id === 'tokenUrl')?.id ?? null,
  };
}

function readingOf(
  system: System,
  perField: ReadonlyMap<string, readonly FoundValue[]>,
  environment: Environment | null,
): ReplyReading {
  const secrets = system.fields
    .filter(({ secret }) => secret)
    .flatMap(({ id }) => (perField.get(id) ?? []).map(({ value }) => value));
  const found: FoundValue[] = [];
  const doubts: Doubt[] = [];
  for (const field of system.fields) {
    const all = perField.get(field.id) ?? [];
    const values = field.secret ? all : all.filter(({ value }) => !holdsSecret(field, value, secrets));
    const [only] = values;
    if (values.length > 1) doubts.push({ field: field.id, candidates: withSuggestion(values, environment) });
    else if (only !== undefined) found.push(only);
  }
  return { found, doubts };
}

/** What is shown in clear must not hold a secret, however it came there. */
const holdsSecret = (field: Field, value: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => {
    if (secret.length < 4 || !value.includes(secret) || value === secret) return false;
    if (field.kind === 'address')
      return secret.length >= 8 && /[?&=:@]/.test(value.charAt(value.indexOf(secret) - 1));
    return /\s/.test(value);
  });

function withSuggestion(
  values: readonly FoundValue[],
  environment: Environment | null,
): readonly FoundValue[] {
  if (environment === null) return values;
  const named = values.map(({ heading }) => environmentNamed(heading) === environment);
  if (named.filter(Boolean).length !== 1) return values;
  return values.map((value, index) => (named[index] === true ? { ...value, suggested: true } : value));
}
