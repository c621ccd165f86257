/** Reproducible random numbers (mulberry32, public domain). */
export interface Seeded {
  readonly seed: number;
  /** From 0 inclusive to 1 exclusive. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number;
  pick<Item>(items: readonly Item[]): Item;
  chance(share: number): boolean;
}

export function seeded(seed: number): Seeded {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    seed,
    next,
    whole,
    pick: (items) => {
      if (items.length === 0) throw new Error('Nothing to pick from');
      // The index is in range, and `undefined` may be a valid item.
      return items[whole(0, items.length - 1)] as (typeof items)[number];
    },
    chance: (share) => next() < share,
  };
}

/** The seed of `npm test`: fixed, so that a failed run fails again and a change is judged on its own. */
const SEED_OF_SHORT_RUNS = 20_261_130;

/** `SEED` from the environment, to repeat a run. Long runs use a fresh seed each time, to cover more. */
export function chosenSeed(what: string): Seeded {
  const isLong = process.env.LONG_RESULT !== undefined;
  const seed = Number(
    process.env.SEED ?? (isLong ? Math.floor(Math.random() * 2 ** 32) : SEED_OF_SHORT_RUNS),
  );
  process.stdout.write(`  ${what}: SEED=${seed}\n`);
  return seeded(seed);
}
