import type { LabelMatch } from './label-book';
import type { LabelledValue } from './labelled-value';
import { pairedValues } from './pairs';
import type { Cell } from './table-rows';

/* The values in one cell, under the label of its row or column. */

export const inDoubt = (one: LabelledValue): LabelledValue => ({
  ...one,
  context: { ...one.context, doubted: true },
});

export function valuesInCell(
  cell: Cell,
  match: LabelMatch,
  heading: string,
  code: boolean,
): readonly LabelledValue[] {
  const one = {
    label: match.label,
    context: { cell: code || /^\s*\*\*/.test(cell.text) },
    heading,
    at: cell.at,
  };
  if (match.field === null) return [];
  if (match.pairedWith === null) return [{ ...one, field: match.field, value: cell.text }];
  const pair = pairedValues(cell.text);
  return pair === null
    ? []
    : [
        { ...one, context: { exact: true }, field: match.pairedWith, value: pair[0] },
        { ...one, context: { exact: true }, field: match.field, value: pair[1] },
      ];
}
