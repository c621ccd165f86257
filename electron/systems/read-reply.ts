import type { Environment } from '@contract/connection';
import { type Candidate, Candidates } from './reply/candidates';
import { brokenTablesIn } from './reply/cell-per-line';
import { correctionsIn } from './reply/corrections';
import { doubtedByHeading, wholeElsewhere } from './reply/elsewhere';
import { environmentNamed } from './reply/environment-words';
import { jsonIn } from './reply/json-blocks';
import { type LabelBook, labelBookOf } from './reply/label-book';
import { labelledLines } from './reply/labelled-lines';
import type { LabelledValue } from './reply/labelled-value';
import { withoutLatex } from './reply/latex';
import { indexAt, type Line, lineAt, linesOf } from './reply/lines';
import { loneAddresses } from './reply/lone-addresses';
import { shownText, xmlIn } from './reply/markup';
import { namedValuesIn } from './reply/named-values';
import { numberedAnswers } from './reply/numbered-answers';
import { linesOfOthers } from './reply/other-products';
import { withoutIcons } from './reply/page-icons';
import { withoutRowsAround } from './reply/quoted-cells';
import { withoutQuotedPrintable } from './reply/quoted-printable';
import type { ReadingKind } from './reply/reading';
import { requestFieldsOf } from './reply/request-address';
import { requestsIn } from './reply/requests';
import { withoutRtf } from './reply/rtf';
import { shownHeading, shownPart } from './reply/shown-names';
import { tablesIn } from './reply/tables';
import { withoutTicketMarks } from './reply/ticket-marks';
import { titleAbove } from './reply/title-above';
import type { Field, System } from './system';

/** A value in the pasted text, with what distinguishes it from other values of its field. */
export interface FoundValue {
  readonly field: string;
  /** The label before it. */
  readonly label: string;
  readonly value: string;
  /** Its column, row or section; '' if there is none. */
  readonly heading: string;
  /** The older message it is in, below or quoted; '' for the newest, '>' for one without a name. */
  readonly part: string;
  readonly reading: ReadingKind;
  /** This is the only reading whose heading names the environment of this setup. Still to be confirmed. */
  readonly suggested: boolean;
}

/**
 * Several readings of one field, between which only the user can choose. With a single reading, the question is
 * whether it is meant at all, because the values around it belong to something else.
 */
interface Doubt {
  readonly field: string;
  readonly candidates: readonly FoundValue[];
}

export interface ReplyReading {
  readonly found: readonly FoundValue[];
  readonly doubts: readonly Doubt[];
  /** The other environment than the setup's, if the reply is only about that one. */
  readonly elsewhere: Environment | null;
  /** The text contains more than was read. */
  readonly more: boolean;
}

interface Options {
  /** The environment of the setup the values are for, if known. */
  readonly environment?: Environment | null;
}

/**
 * Recognizes labelled values in pasted text, in English or French: an e-mail, a table, a file, a request. Structured
 * parts are read by their structure first, the rest line by line. A field with several different readings is a doubt;
 * nothing is ever chosen for the user. Never throws; linear in the length of the text.
 */
export function readReply(system: System, text: string, { environment = null }: Options = {}): ReplyReading {
  const book = labelBookOf(system);
  const requestFields = requestFieldsOf(system);
  const names = new Set<string>();
  const addName = (name: string) => names.add(name);

  // Each reader blanks out what it read, for the next one.
  const shown = withoutRowsAround(shownText(withoutSourceMarks(text)));
  const json = jsonIn(shown, book);
  const named = namedValuesIn(json.rest, book);
  const requests = requestsIn(shown, named.rest, book, requestFields);
  const xml = xmlIn(requests.rest, shown, book);
  const lines = linesOf(xml.rest, book, addName);

  const ofOthers = linesOfOthers(lines, book);
  const candidates = new Candidates({ system, book, requestFields, lines, ofOthers });
  candidates.add(inSections([...json.values, ...named.values, ...requests.values, ...xml.values], lines));
  const tables = tablesIn(lines, book, addName);
  candidates.add(tables.values);
  const broken = brokenTablesIn(lines, book, tables.lines);
  candidates.add(broken.values);
  const done = new Set([...tables.lines, ...broken.lines]);
  const reader = { book, fieldOf: (id: string) => fieldOf(system, id), requestFields };
  const { cut, ofProducts } = labelledLines(lines, done, reader, (values) => candidates.add(values));
  // What only helps if nothing better was found.
  candidates.add(ofProducts.filter(({ field }) => !candidates.has(field)));
  candidates.add(numberedAnswers(lines, book).filter(({ field }) => !candidates.isMentioned(field)));
  const { base } = requestFields;
  const found = candidates.all();
  if (base !== null && !candidates.has(base) && found.length > 0)
    candidates.add(
      loneAddresses(
        lines,
        base,
        found.map(({ value }) => value),
      ),
    );
  correct(candidates, lines, system);

  const perField = new Map<string, readonly Candidate[]>();
  for (const [field, values] of candidates.inOrder())
    perField.set(field, withTitles(values, lines, book, addName));
  // A copy, because substrings would keep the whole text in memory, and so does the last match of any pattern.
  const reading = structuredClone({
    ...readingOf(system, perField, environment, names),
    more: candidates.isCut || cut,
  });
  /^/.test('');
  return reading;
}

/** What the text shows, whatever program it was copied from. */
const withoutSourceMarks = (text: string): string =>
  withoutIcons(withoutTicketMarks(withoutLatex(withoutRtf(withoutQuotedPrintable(text)))));

const fieldOf = (system: System, id: string): Field | undefined => system.fields.find((one) => one.id === id);

/** Applies what the text itself says about the values found so far: corrected, withdrawn, swapped. */
function correct(candidates: Candidates, lines: readonly Line[], system: System): void {
  const read = candidates.all().map((one) => {
    const field = fieldOf(system, one.field);
    return { ...one, secret: field?.secret === true, kind: field?.kind, isOlder: one.part !== '' };
  });
  const { values, withheld, withdrawn } = correctionsIn(lines, read);
  candidates.add(values);
  for (const field of withheld) candidates.remove(field);
  for (const field of withdrawn) candidates.doubt(field);
}

/** Adds the titles above the values, if no heading distinguishes the values but the titles do. */
function withTitles(
  values: readonly Candidate[],
  lines: readonly Line[],
  book: LabelBook,
  addName: (text: string) => void,
): readonly Candidate[] {
  if (values.length < 2 || values.some(({ heading, part }) => heading !== '' || part !== '')) return values;
  const places = values.map(({ at }) => indexAt(lines, at));
  const titles = places.map((place, at) => titleAbove(lines, place, places[at - 1] ?? -1, book));
  if (new Set(titles).size < titles.length) return values;
  for (const title of titles) addName(title);
  return values.map((value, at) => ({ ...value, heading: titles[at] ?? '' }));
}

/** Values in a structure get the heading of the section above it if they have none. */
const inSections = (values: readonly LabelledValue[], lines: readonly Line[]): readonly LabelledValue[] =>
  values.map((one) => (one.heading === '' ? { ...one, heading: lineAt(lines, one.at)?.heading ?? '' } : one));

function readingOf(
  system: System,
  perField: ReadonlyMap<string, readonly Candidate[]>,
  environment: Environment | null,
  names: ReadonlySet<string>,
): Omit<ReplyReading, 'more'> {
  const secrets = system.fields
    .filter(({ secret }) => secret)
    .flatMap(({ id }) => (perField.get(id) ?? []).map(({ value }) => value));
  const fields = system.fields.map((field) => {
    const all = perField.get(field.id) ?? [];
    return {
      field: field.id,
      values: field.secret ? all : all.filter(({ value }) => !holdsSecret(value, secrets)),
    };
  });
  const everything = fields.map(({ values }) => values);
  const isDoubted = doubtedByHeading(everything, environment);
  const show = toFoundValue(names, secrets);
  const withSuggestion = (values: readonly Candidate[]) => {
    const suggestion = suggestionAmong(values, environment);
    return values.map((value) => show(value, value === suggestion));
  };
  const found: FoundValue[] = [];
  const doubts: Doubt[] = [];
  for (const { field, values } of fields) {
    const [only] = values;
    if (only === undefined) continue;
    if (values.length > 1 || only.isDoubted || only.reading === 'loose' || isDoubted(only))
      doubts.push({ field, candidates: withSuggestion(values) });
    else found.push(show(only, false));
  }
  return { found, doubts, elsewhere: wholeElsewhere(everything, environment) };
}

const toFoundValue =
  (names: ReadonlySet<string>, secrets: readonly string[]) =>
  ({ field, label, value, heading, part, reading }: Candidate, suggested: boolean): FoundValue => ({
    field,
    label,
    value,
    heading: withoutSecrets(shownHeading(heading, names), secrets),
    part: withoutSecrets(shownPart(part), secrets),
    reading,
    suggested,
  });

/** '' if the text contains a secret, whatever its case and however its parts are joined. */
const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  text !== '' && secrets.some((secret) => secret.length >= 4 && letters(text).includes(letters(secret)))
    ? ''
    : text;
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '') || text;

/** Text shown unmasked must not contain a secret, however it got there. A short one counts only as a separate word. */
const holdsSecret = (value: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => {
    if (secret.length < 4 || !value.includes(secret)) return false;
    if (secret.length >= 8) return true;
    const [before, after] = [value.indexOf(secret) - 1, value.indexOf(secret) + secret.length];
    return !/[\p{L}\d]/u.test(value.charAt(before)) && !/[\p{L}\d]/u.test(value.charAt(after));
  });

/** The only one whose heading names the setup's environment; null if none or several do. */
function suggestionAmong(values: readonly Candidate[], environment: Environment | null): Candidate | null {
  if (environment === null) return null;
  const named = values.filter(({ headings }) =>
    headings.some((heading) => environmentNamed(heading) === environment),
  );
  return named.length === 1 ? (named[0] ?? null) : null;
}
