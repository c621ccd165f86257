/** What items share: of those with the same key, at most `most` run concurrently. */
export interface Turn {
  readonly key: string;
  readonly most: number;
}

/**
 * Runs `work` for every item in order, at most `atOnce` concurrently, and no more of those that share something than
 * may. Later items overtake those that wait for their turn.
 *
 * @param turnsOf empty for items that may run alongside any other
 * @returns once all items are done; `work` must not throw
 */
export function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  turnsOf: (item: Item) => readonly Turn[],
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.map((item) => ({ item, turns: turnsOf(item) }));
  const taken = new Map<string, number>();
  const take = (turns: readonly Turn[], count: 1 | -1): void => {
    for (const { key } of turns) taken.set(key, (taken.get(key) ?? 0) + count);
  };
  let running = 0;
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      while (running < atOnce) {
        const at = waiting.findIndex(({ turns }) =>
          turns.every(({ key, most }) => (taken.get(key) ?? 0) < most),
        );
        const [next] = at < 0 ? [] : waiting.splice(at, 1);
        if (next === undefined) break;
        running += 1;
        take(next.turns, 1);
        work(next.item).then(() => {
          running -= 1;
          take(next.turns, -1);
          begin();
        }, reject);
      }
      if (running === 0) resolve();
    };
    begin();
  });
}
