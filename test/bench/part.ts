import type { Row } from './row';

/** What a part of the benchmark is given. */
export interface Bench {
  /** True where it is only to be shown that the part runs: least samples, shortest waits. */
  readonly short: boolean;
  /** How often each side is measured; the sides take turns. */
  readonly rounds: number;
  say(line: string): void;
}

/** One part of the benchmark: a file of its own, listed in `all.ts`. */
export interface Part {
  /** As typed after `npm run bench --`. */
  readonly name: string;
  /** What it measures, and against what. */
  readonly title: string;
  /** Measures; what cannot be measured throws. Leaves nothing running. */
  measure(bench: Bench): Promise<readonly Row[]>;
}
