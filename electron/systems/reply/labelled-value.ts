/* What every reader of a format returns: a label and the text of its value. */

/** What the surrounding text says about a value, such as how certain its end is. */
export interface ValueContext {
  /** Delimited by the format, such as a JSON string, a form field or an attribute. */
  readonly exact?: boolean;
  /** On its own line below its label, where there might be any other text. */
  readonly ownLine?: boolean;
  /** In a table cell, where marks for code and bold are only markup. */
  readonly cell?: boolean;
  /** An address counts only with its scheme, because the label has other meanings. */
  readonly schemed?: boolean;
  /** After a verb: "your secret is …". */
  readonly sentence?: boolean;
  /** The text does not make certain that this is the value. */
  readonly doubted?: boolean;
  /** Next to a label in the middle of a sentence: it may not be a value at all. */
  readonly loose?: boolean;
  /** An address from a request, without a label: certain, or a guess (the server only, or with the path). */
  readonly derived?: 'sure' | 'server' | 'path';
}

export interface LabelledValue {
  readonly field: string;
  /** As written in the text. */
  readonly label: string;
  readonly value: string;
  readonly context: ValueContext;
  /** Its column, row or section; '' if there is none. */
  readonly heading: string;
  /** Its position in the text, which gives its order and the message it is in. */
  readonly at: number;
  /** The product's name before the label, if the label alone says too little. */
  readonly product?: string;
  /** The value joined with the lines below, if it may have been broken. */
  readonly joined?: readonly string[];
}

/** The values of one format, and the text with them blanked out at the same length, so that positions stay valid. */
export interface Extracted {
  readonly values: readonly LabelledValue[];
  readonly rest: string;
}

export interface ExtractedLines {
  readonly values: readonly LabelledValue[];
  /** Numbers of the lines that were read as a table. */
  readonly lines: ReadonlySet<number>;
}

/** Blank text of the same length, on its own lines, so that no value can extend across it. */
const blanked = (text: string): string => {
  const nothing = text.replaceAll(/[^\r\n\u2028\u2029]/g, ' ');
  return text.length < 2 ? nothing.replace(' ', '\n') : `\n${nothing.slice(1, -1)}\n`;
};

/** `text` with each stretch blanked out; the stretches are in order. */
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
