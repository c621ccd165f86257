import { canonicalLabel } from '../labels';
import { valuesInCell } from './cell-values';
import { isEnvironmentWord } from './environment-words';
import type { LabelBook, LabelMatch } from './label-book';
import type { ExtractedLines } from './labelled-value';
import { joinHeadings, type LabelledValue } from './labelled-value';
import type { Line } from './lines';
import { isEnvironmentAlone, looksMade } from './no-value';
import { RULE } from './table-rows';
import { INSTANCES } from './table-words';

/* Tables that were pasted with one cell per line. */

/** Either each label is followed by the same number of lines, or all labels come first and then the rows. */
export function brokenTablesIn(
  lines: readonly Line[],
  book: LabelBook,
  done: ReadonlySet<number>,
): ExtractedLines {
  const values: LabelledValue[] = [];
  const taken = new Set<number>();
  const cells = lines.flatMap((line, at) =>
    line.text.trim() === '' || RULE.test(line.text.slice(0, 200)) || line.only === 'header'
      ? []
      : [{ line, at }],
  );
  const wholes = cells.map(({ line, at }) =>
    done.has(at) ||
    line.text.length > 90 ||
    /[:=\t|][ \t]*[^\s:=*_`|]|[?？][ \t]*$/.test(line.text) ||
    !book.mayHold(line.text)
      ? null
      : book.whole(bareCell(line.text)),
  );
  const isInstance = (index: number) =>
    INSTANCES.has(canonicalLabel((cells[index]?.line.text ?? '').slice(0, 40)));
  let columns: readonly string[] = [];
  for (let index = 0; index < cells.length; index += 1) {
    const run = environmentRun(cells, index);
    if (run.length >= 2) {
      columns = run;
      for (let one = 0; one < run.length; one += 1) taken.add(cells[index + one]?.at ?? 0);
      index += run.length - 1;
      continue;
    }
    if (wholes[index] === null && !(wholes[index + 1] !== null && isInstance(index))) {
      if (
        columns.length > 0 &&
        !/^(?:setting|field|champ|parametre|value|valeur)s?$/.test(
          canonicalLabel(cells[index]?.line.text.slice(0, 40) ?? ''),
        )
      )
        columns = [];
      continue;
    }
    if (columns.length >= 2) {
      const below = cells.slice(index + 1, index + 1 + columns.length);
      const fits =
        below.length === columns.length && below.every((_, one) => wholes[index + 1 + one] === null);
      const match = wholes[index];
      if (fits && match !== null && match !== undefined) {
        taken.add(cells[index]?.at ?? 0);
        below.forEach(({ line, at }, column) => {
          taken.add(at);
          values.push(
            ...alone(
              line,
              match,
              joinHeadings(line.heading === columns.at(-1) ? '' : line.heading, columns[column] ?? ''),
            ),
          );
        });
        index += columns.length;
        continue;
      }
      columns = [];
    }
    const length = labelRun(wholes, index, isInstance);
    if (length < 2) continue;
    // "Answers:" is not a cell, but starts another list.
    const isOtherList = /[:：]$/.test(cells[index + length]?.line.text.trim() ?? '');
    const rows = isOtherList ? 0 : rowsBelow(cells, wholes, index, length);
    if (rows > 0) {
      for (let row = 0; row < rows; row += 1) {
        const from = index + length * (row + 1);
        const own = Array.from({ length }, (_, one) => cells[from + one]?.line.text.trim() ?? '');
        const named =
          own[Array.from({ length }, (_, one) => one).find((one) => isInstance(index + one)) ?? -1];
        const heading = named ?? own.find(isEnvironmentAlone) ?? '';
        for (let one = 0; one < length; one += 1) {
          const [match, cell] = [wholes[index + one], cells[from + one]];
          if (cell !== undefined) taken.add(cell.at);
          if (match !== null && match !== undefined && cell !== undefined)
            values.push(...alone(cell.line, match, heading));
        }
      }
      for (let one = 0; one < length; one += 1) taken.add(cells[index + one]?.at ?? 0);
      index += length * (rows + 1) - 1;
    } else {
      const last = cells[index + length - 1];
      // A list of labels without values: none of them labels what comes below.
      if (last !== undefined && !/[:：]\s*$/.test(last.line.text)) {
        for (let one = 0; one < length; one += 1) taken.add(cells[index + one]?.at ?? 0);
      }
      index += length - 1;
      if (last !== undefined && /[:：]\s*$/.test(last.line.text)) taken.delete(last.at);
    }
  }
  return { values, lines: taken };
}

const bareCell = (text: string): string => text.replaceAll(/^[\s*_`|]+|[\s*_`|]+$/g, '');

function alone(line: Line, match: LabelMatch, heading: string): readonly LabelledValue[] {
  if (match.field === null) return [];
  return valuesInCell({ text: line.text, at: line.start }, match, heading, false);
}

function environmentRun(cells: readonly { readonly line: Line }[], index: number): readonly string[] {
  const run: string[] = [];
  for (let at = index; at < cells.length && run.length < 12; at += 1) {
    const text = (cells[at]?.line.text ?? '').trim();
    if (
      text.length > 40 ||
      !isEnvironmentAlone(text) ||
      !canonicalLabel(text).split(' ').some(isEnvironmentWord)
    )
      break;
    run.push(text.replace(/:$/, ''));
  }
  return run;
}

function labelRun(
  wholes: readonly (LabelMatch | null)[],
  index: number,
  isInstance: (index: number) => boolean,
): number {
  let length = 0;
  while (
    length < 12 &&
    index + length < wholes.length &&
    (wholes[index + length] !== null || isInstance(index + length))
  )
    length += 1;
  return length;
}

/** How many complete rows of values are below a run of labels. */
function rowsBelow(
  cells: readonly { readonly line: Line }[],
  wholes: readonly (LabelMatch | null)[],
  index: number,
  length: number,
): number {
  let rows = 0;
  while (rows < 12) {
    const from = index + length * (rows + 1);
    const texts = Array.from({ length }, (_, one) => cells[from + one]?.line.text.trim() ?? '');
    const fits = texts.every(
      (text, one) =>
        text !== '' && wholes[from + one] === null && !/\s/.test(text.replaceAll(/\s?[/:]\s?/g, '')),
    );
    if (!fits || !texts.some((text) => looksMade(text) || /:\/\//.test(text))) break;
    rows += 1;
  }
  return rows;
}
