import { canonicalLabel } from '../labels';
import type { System } from '../system';
import { environmentNamed, innermost } from './environment-words';
import type { LabelBook } from './label-book';
import { joinHeadings, type LabelledValue, type ValueContext } from './labelled-value';
import { type Line, lineAt } from './lines';
import { isLabelOfAnother } from './other-products';
import type { Reading, ReadingKind } from './reading';
import { readingsOf } from './readings';
import { isSameRequest, type RequestFields } from './request-address';

/* The values found so far, per field. */

export interface Candidate {
  readonly field: string;
  /** The label before it. */
  readonly label: string;
  readonly value: string;
  readonly reading: ReadingKind;
  /** Its column, row or section; '' if there is none. */
  readonly heading: string;
  /** Every heading it was found under. */
  readonly headings: readonly string[];
  /** The older message it is in; '' for the newest. */
  readonly part: string;
  readonly at: number;
  /** It had no label, but was derived from a request's URL. */
  readonly derived: 'sure' | 'guess' | null;
  /** The user is asked about it even if it is the only one. */
  readonly isDoubted: boolean;
}

/** Nobody can choose between more values than this. */
const MOST_CANDIDATES = 12;
const MOST_HEADINGS = 8;

/** Also labels of a token, a web page or a postal address: only an address with its scheme counts. */
const NEEDS_SCHEME =
  /^(?:(?:oauth )?token|jeton|auth(?:ori[sz]ation|ori[sz]e|entication|entification)?|autorisation|api|base|site|adresse|address|web ?site|site web|token server|serveur de jetons)$/;
/** E-mail signatures have one as well. */
const OF_A_SITE = /^(?:site|web ?site|site web|web address|adresse web)$/;

interface Options {
  readonly system: System;
  readonly book: LabelBook;
  readonly requestFields: RequestFields;
  readonly lines: readonly Line[];
  /** The lines about another product. */
  readonly ofOthers: ReadonlySet<Line>;
}

export class Candidates {
  readonly #perField = new Map<string, Map<string, Candidate>>();
  readonly #options: Options;
  /** A field had too many values, and the rest were ignored. */
  isCut = false;

  constructor(options: Options) {
    this.#options = options;
  }

  /** Adds each value once, until its field has too many. */
  add(values: readonly LabelledValue[]): void {
    for (const one of values) this.#addOne(one);
  }

  has(field: string): boolean {
    return (this.#perField.get(field)?.size ?? 0) > 0;
  }

  /** Whether a label of the field was read, even if nothing after it could be a value. */
  isMentioned(field: string): boolean {
    return this.#perField.has(field);
  }

  all(): readonly Candidate[] {
    return [...this.#perField.values()].flatMap((values) => [...values.values()]);
  }

  remove(field: string): void {
    this.#perField.delete(field);
  }

  /** Makes every value of the field a question. */
  doubt(field: string): void {
    const values = this.#perField.get(field);
    for (const [value, one] of values ?? []) values?.set(value, { ...one, isDoubted: true });
  }

  /** Field → its values in the order of the text, without request URLs that a better value repeats. */
  inOrder(): ReadonlyMap<string, readonly Candidate[]> {
    const sorted = (values: Iterable<Candidate>) =>
      withoutRepeated([...values])
        .sort((one, other) => one.at - other.at)
        .slice(0, MOST_CANDIDATES);
    return new Map([...this.#perField].map(([field, values]) => [field, sorted(values.values())]));
  }

  #addOne(one: LabelledValue): void {
    const { system, book, requestFields } = this.#options;
    const field = system.fields.find(({ id }) => id === one.field);
    if (field === undefined || !book.wants(one.field)) return;
    const values = this.#perField.get(one.field) ?? new Map<string, Candidate>();
    this.#perField.set(one.field, values);
    const label = canonicalLabel(one.label);
    const context: ValueContext = NEEDS_SCHEME.test(label) ? { ...one.context, schemed: true } : one.context;
    const isSite = field.kind === 'address' && OF_A_SITE.test(label);
    for (const reading of readingsOf(field, one.value, context, one.joined)) {
      // `client_id = $ClientId`: a variable that a program fills in.
      const isVariable = /^\$\{?[A-Za-z_]+\}?$/.test(reading.value) && book.whole(reading.value) !== null;
      if (reading.value !== '' && !isVariable) this.#addReading(values, one, reading, isSite);
    }
    if (one.field === requestFields.base && one.context.derived === undefined)
      this.add(otherFieldsIn(one, requestFields));
    if (values.size > MOST_CANDIDATES) {
      book.ignore(one.field);
      this.isCut = true;
    }
  }

  #addReading(values: Map<string, Candidate>, one: LabelledValue, reading: Reading, isSite: boolean): void {
    const { lines, ofOthers } = this.#options;
    const before = values.get(reading.value);
    const line = lineAt(lines, one.at);
    const isDoubted =
      reading.isDoubted === true ||
      isSite ||
      one.context.doubted === true ||
      isLabelOfAnother(one.label) ||
      (line !== null &&
        (ofOthers.has(line) || isLabelOfAnother(line.text.slice(0, Math.max(0, one.at - line.start)))));
    // What the value itself says takes precedence over what is above it.
    const heading =
      reading.heading !== '' && environmentNamed(one.heading) !== null
        ? reading.heading
        : innermost(joinHeadings(one.heading, reading.heading));
    const headings = before === undefined ? [heading] : withHeading(before.headings, heading);
    const derived =
      one.context.derived === undefined ? null : one.context.derived === 'sure' ? 'sure' : 'guess';
    if (before !== undefined && (before.derived === null || derived !== null) && before.at <= one.at) {
      // A value that is stated again without a doubt is no longer doubtful.
      const stillDoubted = before.isDoubted && isDoubted;
      if (headings !== before.headings || stillDoubted !== before.isDoubted)
        values.set(reading.value, { ...before, headings, isDoubted: stillDoubted });
      return;
    }
    values.set(reading.value, {
      field: one.field,
      label: one.label,
      value: reading.value,
      reading: reading.kind,
      heading,
      headings,
      part: line?.part ?? '',
      at: one.at,
      derived,
      isDoubted: isDoubted && before?.isDoubted !== false,
    });
  }
}

const withHeading = (headings: readonly string[], heading: string): readonly string[] =>
  headings.includes(heading) || headings.length >= MOST_HEADINGS ? headings : [...headings, heading];

/** What else a labelled request URL contains, such as the application in its path. */
function otherFieldsIn(one: LabelledValue, { base, ofRequest }: RequestFields): readonly LabelledValue[] {
  const address = /https?:\/\/[^\s<>"'`|\\^{}()]{3,2000}/i.exec(one.value)?.[0];
  const others = Object.entries((address === undefined ? null : ofRequest(address)) ?? {});
  return others
    .filter(([field]) => field !== base)
    .map(([field, value]) => ({ ...one, field, value, context: { exact: true, derived: 'sure' } }));
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
