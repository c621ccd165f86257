import { FIRST_ROWS } from '@contract/drawn-page';
import { startTransition, useEffect, useState } from 'react';

/** So few that a key never waits for them. */
const MORE = 50;

/**
 * How many of a long list to show by now: what fits on the screen at once, the rest bit by bit while nobody waits.
 * In the end all of them are there, for the screen reader and for whoever scrolls.
 */
export function useGrowing(count: number): number {
  const [shown, setShown] = useState(FIRST_ROWS);
  useEffect(() => {
    if (shown >= count) return;
    const idle = requestIdleCallback(() => startTransition(() => setShown((before) => before + MORE)));
    return () => cancelIdleCallback(idle);
  }, [shown, count]);
  return Math.min(shown, count);
}
