/**
 * Runs `work` for every item, at most `atOnce` side by side and in their order, so that a slow one holds up nobody.
 * Items of the same key take turns: those behind them go first meanwhile.
 *
 * @param keyOf null for what may run beside anything
 * @returns once all have ended; `work` must not throw
 */
export function inTurns<Item>(
  items: readonly Item[],
  atOnce: number,
  keyOf: (item: Item) => string | null,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.map((item) => ({ item, key: keyOf(item) }));
  const taken = new Set<string>();
  let running = 0;
  return new Promise((resolve, reject) => {
    const begin = (): void => {
      while (running < atOnce) {
        const at = waiting.findIndex(({ key }) => key === null || !taken.has(key));
        const [next] = at < 0 ? [] : waiting.splice(at, 1);
        if (next === undefined) break;
        running += 1;
        if (next.key !== null) taken.add(next.key);
        work(next.item).then(() => {
          running -= 1;
          if (next.key !== null) taken.delete(next.key);
          begin();
        }, reject);
      }
      if (running === 0) resolve();
    };
    begin();
  });
}
