import type { Field } from '../system';
import type { LabelBook, LabelMatch } from './label-book';
import { joinHeadings } from './labelled-value';
import type { Line } from './lines';
import type { RequestFields } from './request-address';

/* What the readers of labelled lines share. */

export interface Reader {
  readonly book: LabelBook;
  readonly fieldOf: (id: string) => Field | undefined;
  readonly requestFields: RequestFields;
}

export const headingFor = (line: Line, match: LabelMatch): string =>
  match.forAll ? '' : joinHeadings(line.heading, match.heading);
