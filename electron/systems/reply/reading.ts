/* One way to read the text after a label. */

/** How a reading differs from the other readings of the same text. */
export type ReadingKind =
  | 'plain'
  /** Up to where something else seems to begin, or all of it. */
  | 'first-part'
  | 'whole'
  /** Without the marks around it, or its full stop, or with them. */
  | 'inside'
  | 'with-marks'
  /** One line, or the lines below as well. */
  | 'first-line'
  | 'joined'
  /** Of a request that was pasted: its server alone, or with its path. */
  | 'server'
  | 'path'
  /** Beside its label, with nothing that joins the two. */
  | 'loose';

export interface Reading {
  readonly value: string;
  readonly kind: ReadingKind;
  /** Which environment the text itself names beside it, or ''. */
  readonly heading: string;
  /** Asked about even where it is the only one. */
  readonly isDoubted?: boolean;
}

export const doubted = (one: Reading): Reading => ({ ...one, isDoubted: true });

/** Blanks, and marks that nobody sees: zero-width characters, soft hyphens, marks of the writing direction. */
const UNSEEN = '\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';

const EDGE = new RegExp(`^[${UNSEEN}]+|[${UNSEEN}]+$`, 'g');

export const reading = (value: string, kind: ReadingKind = 'plain', heading = ''): Reading => ({
  value,
  kind,
  heading,
});

/** Without blanks and what nobody sees at both ends; inside, each may be meant. */
export const trimmed = (text: string): string => text.replaceAll(EDGE, '');

/** Where behind a value another label or a remark begins. The text is bounded, and no part of it repeats. */
export const TAILS: readonly RegExp[] = [
  /[ \u00a0]?[,;][ \u00a0]+(?=[\p{L}\d])/u,
  /[ \u00a0]+[-–—•·][ \u00a0]+(?=[\p{L}(])/u,
  /[ \u00a0]+[([](?=[\p{L}\d])/u,
  /[ \u00a0]+(?:#|\/\/|\/\*|<!--|←|<-|--)[ \u00a0]/u,
  /[ \u00a0]{2,}(?=\S)|\t/u,
  /[([](?=(?:exp|val|until|jusqu)[\p{L}’'.]{0,12}[ \u00a0])/iu,
  /\.[ \u00a0]+(?=\p{Lu})/u,
  /[ \u00a0](?=\p{L}[\p{L}\p{N}_’'-]{0,30}(?:[ \u00a0]\p{L}[\p{L}_’'-]{0,30}){0,2}[ \u00a0\u202f]?[:=：](?:[ \u00a0]|$))/u,
];
