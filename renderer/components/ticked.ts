/** The ticked items after one more was ticked, or no longer is. */
export function ticked<Item>(before: ReadonlySet<Item>, item: Item, isWanted: boolean): ReadonlySet<Item> {
  const after = new Set(before);
  if (isWanted) after.add(item);
  else after.delete(item);
  return after;
}
