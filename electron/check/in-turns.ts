/**
 * Runs `work` for every item in order, at most `atOnce` concurrently. Items with the same key never run concurrently;
 * later items overtake those that wait for their key.
 *
 * @param keyOf null for items that may run alongside any other
 * @returns once all items are done; `work` must not throw
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
