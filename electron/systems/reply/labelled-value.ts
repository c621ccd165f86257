/* What the readers of the single formats hand over: a label, and the text that stands for it. */

/** How sure the text itself makes the end of a value. */
export interface ValueContext {
  /** Delimited by the format: the text of a JSON string, of a form field, of an attribute. */
  readonly exact?: boolean;
  /** On a line of its own under its label, where any word might stand. */
  readonly ownLine?: boolean;
  /** In a cell of a table, where `code` marks and bold marks are only marks. */
  readonly cell?: boolean;
  /** An address counts only with its scheme: the label is one of other things as well. */
  readonly schemed?: boolean;
  /** Behind a verb: "your secret is …". */
  readonly sentence?: boolean;
  /** The text does not say surely that this is the value. */
  readonly doubted?: boolean;
  /** Beside a label in the middle of a sentence: it may be no value at all. */
  readonly loose?: boolean;
  /** Of an address that no label stands before: out of a request, surely, or its server alone, or with its path. */
  readonly derived?: 'sure' | 'server' | 'path';
}

export interface LabelledValue {
  readonly field: string;
  /** As it stands in the text. */
  readonly label: string;
  readonly value: string;
  readonly context: ValueContext;
  /** The column, row or section it stands in, '' where there is none. */
  readonly heading: string;
  /** Where in the text; tells the order, and the part of the mail. */
  readonly at: number;
  /** The name of the product that its label stands behind, where the label alone says too little. */
  readonly product?: string;
  /** The same value with the lines below, where it may have been broken. */
  readonly joined?: readonly string[];
}

/** What one format said, and the text without it; of the same length, so that places stay the same. */
export interface Extracted {
  readonly values: readonly LabelledValue[];
  readonly rest: string;
}

export interface ExtractedLines {
  readonly values: readonly LabelledValue[];
  /** Numbers of the lines that were read as a table. */
  readonly lines: ReadonlySet<number>;
}

/** The same length and nothing in it, on lines of its own: no value goes from one side of it to the other. */
const blanked = (text: string): string => {
  const nothing = text.replaceAll(/[^\r\n\u2028\u2029]/g, ' ');
  return text.length < 2 ? nothing.replace(' ', '\n') : `\n${nothing.slice(1, -1)}\n`;
};

/** `text` with each stretch blanked; the stretches stand in order. */
export function withoutStretches(text: string, stretches: readonly (readonly [number, number])[]): string {
  if (stretches.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const [start, end] of stretches) {
    parts.push(text.slice(from, start), blanked(text.slice(start, end)));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

export const joinHeadings = (...headings: readonly string[]): string =>
  [...new Set(headings.filter((heading) => heading !== ''))].join(' · ');
