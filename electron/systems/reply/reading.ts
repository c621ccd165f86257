/* One way to read the text after a label. */

/** How a reading differs from the other readings of the same text. */
export type ReadingKind =
  | 'plain'
  /** Up to where something else seems to begin, or everything. */
  | 'first-part'
  | 'whole'
  /** Without or with the marks around it or its full stop. */
  | 'inside'
  | 'with-marks'
  /** Only its line, or joined with the lines below. */
  | 'first-line'
  | 'joined'
  /** From a pasted request: only the server, or with the path. */
  | 'server'
  | 'path'
  /** Next to its label, without a separator. */
  | 'loose';

export interface Reading {
  readonly value: string;
  readonly kind: ReadingKind;
  /** The environment it is marked with in the text, or ''. */
  readonly heading: string;
  /** The user is asked about it even if it is the only one. */
  readonly isDoubted?: boolean;
}

export const doubted = (one: Reading): Reading => ({ ...one, isDoubted: true });

/** Spaces and invisible characters: zero-width characters, soft hyphens, direction marks. */
const UNSEEN = '\\s\\u00ad\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufeff';

const EDGE = new RegExp(`^[${UNSEEN}]+|[${UNSEEN}]+$`, 'g');

export const reading = (value: string, kind: ReadingKind = 'plain', heading = ''): Reading => ({
  value,
  kind,
  heading,
});

/** Trims spaces and invisible characters at both ends. Inside, they may be intended. */
export const trimmed = (text: string): string => text.replaceAll(EDGE, '');

/** Where another label or a remark begins after a value. All run in linear time: the text is bounded, nothing nests. */
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
