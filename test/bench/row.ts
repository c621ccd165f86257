/* What a benchmark says: rows of samples, judged by ratio or limit. */

/** What a sample counts: milliseconds, megabytes (2^20 bytes), kilobytes (2^10), percent of one core, or things. */
export type Unit = 'ms' | 'MB' | 'KB' | '%' | '';

/** How the samples of one side become one figure. */
type Statistic = 'median' | 'p95' | 'highest';

/** What the figure has to reach; none where a row only informs. */
export type Bound =
  /** The row's ratio. */
  | { readonly kind: 'ratio'; readonly atMost: number }
  /** App minus bare, in the row's unit. */
  | { readonly kind: 'above-bare'; readonly atMost: number }
  /** The app alone, in the row's unit. */
  | { readonly kind: 'limit'; readonly atMost: number };

export interface Figure {
  readonly samples: readonly number[];
  /** The samples in one number, by the row's statistic. */
  readonly value: number;
  /** From the first to the third quartile. */
  readonly quartiles: readonly [number, number];
}

/** One line of the table. `bare` is what the app is held against: a bare Electron, curl, or nothing. */
export interface Row {
  readonly measure: string;
  readonly unit: Unit;
  readonly statistic: Statistic;
  readonly bare: Figure | null;
  readonly app: Figure;
  /**
   * App divided by bare, null without one. The sides took turns, so for medians it is the median over the pairs: a
   * computer that is busy for a while slows both of a pair. Null also where the bare side was nothing.
   */
  readonly ratio: number | null;
  readonly bounds: readonly Bound[];
  /** Whether every bound is kept; null without any. */
  readonly kept: boolean | null;
  /** What a reader has to know beside the figures. */
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

/** Makes a row of the samples of both sides; throws when there is none. */
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

/** Linear between the two nearest samples. */
function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? Number.NaN;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
