import type { Environment } from '@contract/connection';
import { canonicalLabel } from './labels';
import { brokenTablesIn } from './reply/cell-per-line';
import { correctionsIn } from './reply/corrections';
import { doubtedByHeading, wholeElsewhere } from './reply/elsewhere';
import { environmentNamed, innermost } from './reply/environment-words';
import { jsonIn } from './reply/json-blocks';
import { type LabelBook, labelBookOf } from './reply/label-book';
import { labelledLines } from './reply/labelled-lines';
import { joinHeadings, type LabelledValue } from './reply/labelled-value';
import { type Line, linesOf } from './reply/lines';
import { loneAddresses } from './reply/lone-addresses';
import { shownText, xmlIn } from './reply/markup';
import { namedValuesIn } from './reply/named-values';
import { numberedAnswers } from './reply/numbered-answers';
import { linesOfOthers } from './reply/other-products';
import { withoutRowsAround } from './reply/quoted-cells';
import { withoutQuotedPrintable } from './reply/quoted-printable';
import type { ReadingKind } from './reply/reading';
import { readingsOf } from './reply/readings';
import { isSameRequest, type RequestFields } from './reply/request-address';
import { requestsIn } from './reply/requests';
import { shownHeading, shownPart } from './reply/shown-names';
import { tablesIn } from './reply/tables';
import { titleAbove } from './reply/title-above';
import type { System } from './system';

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
 * whether it is meant at all, since it stands among values of something else.
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

interface Candidate extends FoundValue {
  readonly at: number;
  readonly headings: readonly string[];
  /** It had no label, but was derived from a request's URL. */
  readonly derived: 'sure' | 'guess' | null;
  /** The user is asked about it even if it is the only one. */
  readonly isDoubted: boolean;
}

interface Options {
  /** The environment of the setup the values are for, if known. */
  readonly environment?: Environment | null;
}

/** Labels of a token, a page or a person's address as well: only an address with its scheme counts. */
const IN_SHORT =
  /^(?:(?:oauth )?token|jeton|auth(?:ori[sz]ation|ori[sz]e|entication|entification)?|autorisation|api|site|adresse|address|web ?site|site web|token server|serveur de jetons)$/;
/** A signature has one too. */
const OF_A_SITE = /^(?:site|web ?site|site web|web address|adresse web)$/;

/** With more different readings of a field, there is no point in choosing. */
const MOST_CANDIDATES = 12;

/**
 * Recognizes labelled values in pasted text, in English or French: an e-mail, a table, a file, a request. Structured
 * parts are read by their structure first, the rest line by line. A field with several different readings is a doubt;
 * nothing is ever chosen for the user. Never throws; linear in the length of the text.
 */
export function readReply(system: System, text: string, { environment = null }: Options = {}): ReplyReading {
  const book = labelBookOf(system);
  const fields = new Map(system.fields.map((field) => [field.id, field]));
  const requestFields = requestFieldsOf(system);
  const perField = new Map<string, Map<string, Candidate>>();
  let more = false;
  let ofOthers: ReadonlySet<Line> = new Set();
  /** Adds the values, each once, until there are too many to choose from. */
  const add = (values: readonly LabelledValue[], lines: readonly Line[]): void => {
    for (const one of values) {
      const field = fields.get(one.field);
      if (field === undefined || !book.wants(one.field)) continue;
      const candidates = perField.get(one.field) ?? new Map<string, Candidate>();
      perField.set(one.field, candidates);
      const context = IN_SHORT.test(canonicalLabel(one.label))
        ? { ...one.context, schemed: true }
        : one.context;
      const isSite = field.kind === 'address' && OF_A_SITE.test(canonicalLabel(one.label));
      for (const { value, kind, heading: own, isDoubted = false } of readingsOf(
        field,
        one.value,
        context,
        one.joined,
      )) {
        // `client_id = $ClientId`: a variable that a program fills in.
        if (value === '' || (/^\$\{?[A-Za-z_]+\}?$/.test(value) && book.whole(value) !== null)) continue;
        const before = candidates.get(value);
        const line = lineAt(lines, one.at);
        const doubted =
          isDoubted || isSite || one.context.doubted === true || (line !== null && ofOthers.has(line));
        // What the value itself says takes precedence over what is above it.
        const heading =
          own !== '' && environmentNamed(one.heading) !== null
            ? own
            : innermost(joinHeadings(one.heading, own));
        const headings = before === undefined ? [heading] : together(before.headings, heading);
        const derived =
          one.context.derived === undefined ? null : one.context.derived === 'sure' ? 'sure' : 'guess';
        if (before !== undefined && (before.derived === null || derived !== null) && before.at <= one.at) {
          // Stated again without a doubt, it is no longer doubtful.
          const stillDoubted = before.isDoubted && doubted;
          if (headings !== before.headings || stillDoubted !== before.isDoubted)
            candidates.set(value, { ...before, headings, isDoubted: stillDoubted });
          continue;
        }
        candidates.set(value, {
          field: one.field,
          label: one.label,
          value,
          heading,
          part: line?.part ?? '',
          reading: kind,
          suggested: false,
          at: one.at,
          headings,
          derived,
          isDoubted: doubted && before?.isDoubted !== false,
        });
      }
      if (one.field === requestFields.base && one.context.derived === undefined)
        add(otherFieldsIn(one, requestFields), lines);
      if (candidates.size > MOST_CANDIDATES) {
        book.ignore(one.field);
        more = true;
      }
    }
  };

  const shown = withoutRowsAround(shownText(withoutQuotedPrintable(text)));
  const names = new Set<string>();
  const addName = (name: string) => names.add(name);
  const json = jsonIn(shown, book);
  const named = namedValuesIn(json.rest, book);
  const requests = requestsIn(shown, named.rest, book, requestFields);
  const xml = xmlIn(requests.rest, shown, book);
  const lines = linesOf(xml.rest, book, addName);
  ofOthers = linesOfOthers(lines, book);
  add(inSections([...json.values, ...named.values, ...requests.values, ...xml.values], lines), lines);
  const tables = tablesIn(lines, book, addName);
  add(tables.values, lines);
  const broken = brokenTablesIn(lines, book, tables.lines);
  add(broken.values, lines);
  const done = new Set([...tables.lines, ...broken.lines]);
  const reader = { book, fieldOf: (id: string) => fields.get(id), requestFields };
  const { cut, ofProducts } = labelledLines(lines, done, reader, (values) => add(values, lines));
  const unread = ofProducts.filter(({ field }) => (perField.get(field)?.size ?? 0) === 0);
  add(unread, lines);
  const known = new Set(perField.keys());
  add(
    numberedAnswers(lines, book).filter(({ field }) => !known.has(field)),
    lines,
  );
  const { base } = requestFields;
  if (
    base !== null &&
    (perField.get(base)?.size ?? 0) === 0 &&
    [...perField.values()].some(({ size }) => size > 0)
  ) {
    const addresses = [...perField.values()].flatMap((values) => [...values.keys()]);
    add(loneAddresses(lines, base, addresses), lines);
  }
  const read = [...perField.values()]
    .flatMap((values) => [...values.values()])
    .map((one) => ({
      ...one,
      secret: fields.get(one.field)?.secret === true,
      kind: fields.get(one.field)?.kind,
      isOlder: one.part !== '',
    }));
  const corrections = correctionsIn(lines, read);
  add(corrections.values, lines);
  for (const field of corrections.withheld) perField.delete(field);
  for (const field of corrections.withdrawn)
    for (const [value, one] of perField.get(field) ?? [])
      perField.get(field)?.set(value, { ...one, isDoubted: true });

  const inOrder = [...perField].map(
    ([field, values]) =>
      [
        field,
        withTitles(
          withoutRepeated([...values.values()])
            .sort((one, other) => one.at - other.at)
            .slice(0, MOST_CANDIDATES),
          lines,
          book,
          addName,
        ),
      ] as const,
  );
  // A copy, because substrings would keep the whole text in memory, and so does the last match of any pattern.
  const reading = structuredClone({
    ...readingOf(system, new Map(inOrder), environment, names),
    more: more || cut,
  });
  /^/.test('');
  return reading;
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

/** Removes request URLs that another value states better. */
function withoutRepeated(values: readonly Candidate[]): Candidate[] {
  if (values.every(({ derived }) => derived === null)) return [...values];
  return values.filter((value) => {
    if (value.derived === null) return true;
    const isGuess = value.derived === 'guess';
    return !values.some(
      (other) =>
        (other.derived === null || (isGuess && other.derived === 'sure')) &&
        isSameRequest(other.value, value.value, isGuess),
    );
  });
}

const MOST_HEADINGS = 8;
const together = (headings: readonly string[], heading: string): readonly string[] =>
  headings.includes(heading) || headings.length >= MOST_HEADINGS ? headings : [...headings, heading];

/** What else a labelled request URL contains, such as the application in its path. */
function otherFieldsIn(values: LabelledValue, { base, ofRequest }: RequestFields): readonly LabelledValue[] {
  const address = /https?:\/\/[^\s<>"'`|\\^{}()]{3,2000}/i.exec(values.value)?.[0];
  const others = Object.entries((address === undefined ? null : ofRequest(address)) ?? {});
  return others
    .filter(([field]) => field !== base)
    .map(([field, value]) => ({ ...values, field, value, context: { exact: true, derived: 'sure' } }));
}

/** Values in a structure get the heading of the section above it if they have none. */
const inSections = (values: readonly LabelledValue[], lines: readonly Line[]): readonly LabelledValue[] =>
  values.map((one) => (one.heading === '' ? { ...one, heading: lineAt(lines, one.at)?.heading ?? '' } : one));

const lineAt = (lines: readonly Line[], at: number): Line | null => lines[indexAt(lines, at)] ?? null;

function indexAt(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
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
    base: system.fields.find(({ id, beginningOnly }) => beginningOnly || id === 'apiUrl')?.id ?? null,
    ofRequest: (address) => system.ofRequest?.(address) ?? null,
  };
}

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
  const found: FoundValue[] = [];
  const doubts: Doubt[] = [];
  for (const { field, values } of fields) {
    const [only] = values;
    if (only === undefined) continue;
    if (values.length > 1 || only.isDoubted || only.reading === 'loose' || isDoubted(only))
      doubts.push({ field, candidates: withSuggestion(values, environment).map(show) });
    else found.push(show(only));
  }
  return { found, doubts, elsewhere: wholeElsewhere(everything, environment) };
}

const toFoundValue =
  (names: ReadonlySet<string>, secrets: readonly string[]) =>
  ({ field, label, value, heading, part, reading, suggested }: Candidate): FoundValue => ({
    field,
    label,
    value,
    heading: withoutSecrets(shownHeading(heading, names), secrets),
    part: withoutSecrets(shownPart(part), secrets),
    reading,
    suggested,
  });

/** '' where the text holds a secret, in whatever case and however its parts are joined. */
const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  text !== '' && secrets.some((secret) => secret.length >= 4 && letters(text).includes(letters(secret)))
    ? ''
    : text;
const letters = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\d]/gu, '') || text;

/** Text shown unmasked must not contain a secret, however it got there; a short one counts as a word of its own. */
const holdsSecret = (value: string, secrets: readonly string[]): boolean =>
  secrets.some((secret) => {
    if (secret.length < 4 || !value.includes(secret)) return false;
    if (secret.length >= 8) return true;
    const [before, after] = [value.indexOf(secret) - 1, value.indexOf(secret) + secret.length];
    return !/[\p{L}\d]/u.test(value.charAt(before)) && !/[\p{L}\d]/u.test(value.charAt(after));
  });

function withSuggestion(values: readonly Candidate[], environment: Environment | null): readonly Candidate[] {
  if (environment === null) return values;
  const named = values.map(({ headings }) =>
    headings.some((heading) => environmentNamed(heading) === environment),
  );
  if (named.filter(Boolean).length !== 1) return values;
  return values.map((value, index) => (named[index] === true ? { ...value, suggested: true } : value));
}
