import type { Row } from './row';

/** A benchmark part's parameters. */
export interface Bench {
  /** True if we only check that the part runs: fewest samples, shortest waits. */
  readonly short: boolean;
  /** How many times each side is measured; the sides take turns. */
  readonly rounds: number;
  say(line: string): void;
}

/** One part of the benchmark, in its own file and listed in `all.ts`. */
export interface Part {
  /** As typed after `npm run bench --`. */
  readonly name: string;
  /** What it measures, and against what. */
  readonly title: string;
  /** Measures; throws if something cannot be measured. Leaves nothing running. */
  measure(bench: Bench): Promise<readonly Row[]>;
}
