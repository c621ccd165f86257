import type { Bound, Figure, Row, Unit } from './row';

/** The rows as a plain-text table: what people compare first is on the left, the judgement on the right. */
export function table(rows: readonly Row[]): readonly string[] {
  const head = ['', 'bare', 'app', 'ratio', 'bound', 'n', ''];
  const cells = rows.map((each) => [
    each.statistic === 'median' ? each.measure : `${each.measure} (${each.statistic})`,
    each.bare === null ? '–' : figure(each.bare, each.unit),
    figure(each.app, each.unit),
    each.ratio === null ? '–' : each.ratio.toFixed(2),
    each.bounds.map((one) => bound(one, each.unit)).join(', ') || '–',
    String(each.app.samples.length),
    each.kept === null ? '' : each.kept ? 'kept' : 'OVER',
  ]);
  const widths = head.map((title, column) =>
    Math.max(title.length, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const print = (line: readonly string[]): string =>
    line
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const notes = rows.flatMap(({ measure, note }) => (note === null ? [] : [`  ${measure}: ${note}`]));
  return [print(head), ...cells.map(print), ...notes];
}

function figure({ value, quartiles, samples }: Figure, unit: Unit): string {
  const spread = samples.length > 1 ? ` [${digits(quartiles[0])}–${digits(quartiles[1])}]` : '';
  return `${digits(value)}${unit === '' ? '' : ` ${unit}`}${spread}`;
}

function bound(one: Bound, unit: Unit): string {
  if (one.kind === 'ratio') return `≤ ${one.atMost.toFixed(2)} ×`;
  const limit = `${one.atMost}${unit === '' ? '' : ` ${unit}`}`;
  return one.kind === 'limit' ? `≤ ${limit}` : `≤ bare + ${limit}`;
}

const digits = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));
