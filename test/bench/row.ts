/* A benchmark's results: rows of samples, judged by ratio or limit. */

/** A sample's unit: milliseconds, megabytes (2^20 bytes), kilobytes (2^10), percent of one core, or a count. */
export type Unit = 'ms' | 'MB' | 'KB' | '%' | '';

/** How one side's samples are reduced to one figure. */
type Statistic = 'median' | 'p95' | 'highest';

/** The figure's bound; none for a row that is only informative. */
export type Bound =
  /** The row's ratio. */
  | { readonly kind: 'ratio'; readonly atMost: number }
  /** App minus bare, in the row's unit. */
  | { readonly kind: 'above-bare'; readonly atMost: number }
  /** The app alone, in the row's unit. */
  | { readonly kind: 'limit'; readonly atMost: number };

export interface Figure {
  readonly samples: readonly number[];
  /** The samples reduced by the row's statistic. */
  readonly value: number;
  /** The first and third quartile. */
  readonly quartiles: readonly [number, number];
}

/** One row of the table. `bare` is the baseline: a bare Electron, curl, or nothing. */
export interface Row {
  readonly measure: string;
  readonly unit: Unit;
  readonly statistic: Statistic;
  readonly bare: Figure | null;
  readonly app: Figure;
  /**
   * App divided by bare; null without a baseline, or if the baseline was zero. The sides took turns, so for medians it
   * is the median over the pairs: a temporarily busy computer slows both sides of a pair.
   */
  readonly ratio: number | null;
  readonly bounds: readonly Bound[];
  /** Whether every bound is met; null without any. */
  readonly kept: boolean | null;
  /** What a reader needs to know besides the figures. */
  readonly note: string | null;
}

interface Measured {
  readonly measure: string;
  readonly unit: Unit;
  readonly app: readonly number[];
  readonly bare?: readonly number[] | null;
  readonly statistic?: Statistic;
  readonly bounds?: readonly Bound[];
  readonly note?: string;
}

/** Makes a row from both sides' samples; throws if there are none. */
export function row({ measure, unit, app, bare, statistic = 'median', bounds = [], note }: Measured): Row {
  const figures = {
    app: figureOf(app, statistic),
    bare: bare == null ? null : figureOf(bare, statistic),
  };
  const value = figures.app.value;
  const quotient = figures.bare === null ? null : ratioOf(figures.app, figures.bare, statistic);
  const ratio = Number.isFinite(quotient) ? quotient : null;
  const isKept = (bound: Bound): boolean => {
    if (bound.kind === 'limit') return value <= bound.atMost;
    if (figures.bare === null) throw new Error(`"${measure}" has nothing to be held against`);
    if (bound.kind === 'above-bare') return value - figures.bare.value <= bound.atMost;
    if (ratio === null) throw new Error(`"${measure}" has nothing to be divided by`);
    return ratio <= bound.atMost;
  };
  return {
    measure,
    unit,
    statistic,
    ...figures,
    ratio,
    bounds,
    kept: bounds.length === 0 ? null : bounds.every(isKept),
    note: note ?? null,
  };
}

function ratioOf(app: Figure, bare: Figure, statistic: Statistic): number {
  if (statistic !== 'median' || app.samples.length !== bare.samples.length) return app.value / bare.value;
  const pairs = app.samples.map((sample, index) => sample / (bare.samples[index] ?? Number.NaN));
  return quantile(pairs, 0.5);
}

function figureOf(samples: readonly number[], statistic: Statistic): Figure {
  if (samples.length === 0) throw new Error('Nothing was measured');
  const share = { median: 0.5, p95: 0.95, highest: 1 }[statistic];
  return {
    samples,
    value: quantile(samples, share),
    quartiles: [quantile(samples, 0.25), quantile(samples, 0.75)],
  };
}

/** Interpolates linearly between the two nearest samples. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
