import { startTransition, useEffect, useState } from 'react';

/** No row is lower, px. */
const LOWEST_ROW = 60;
/** As many as fit into the window. */
const first = (): number => Math.ceil(window.innerHeight / LOWEST_ROW);
/** So few that a key never waits for them. */
const MORE = 50;

/**
 * How many of a long list to show by now: what fits on the screen at once, the rest bit by bit while nobody waits.
 * In the end all of them are there, for the screen reader and for whoever scrolls.
 */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(first);
  useEffect(() => {
    if (shown >= count) return;
    const idle = requestIdleCallback(() => startTransition(() => setShown((before) => before + MORE)));
    return () => cancelIdleCallback(idle);
  }, [shown, count]);
  return Math.min(shown, count);
}
