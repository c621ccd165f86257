/**
 * Passes on in order what comes in any order, as soon as it may: a long run keeps little.
 * @returns takes each item with its place, from 0
 */
export function inOrder<Item>(pass: (item: Item, at: number) => void): (at: number, item: Item) => void {
  const early = new Map<number, Item>();
  let next = 0;
  return (at, item) => {
    early.set(at, item);
    for (let first = early.get(next); first !== undefined; first = early.get(next)) {
      early.delete(next);
      pass(first, next);
      next += 1;
    }
  };
}
