import { FIRST_ROWS, ROW_AND_GAP } from '@contract/drawn-page';
import { type RefObject, startTransition, useEffect, useState } from 'react';

/** How far below what is seen rows are made, px: further than a person scrolls, or presses Tab, before they are there. */
const AHEAD = 1_500;

/**
 * How many rows of a long list exist: what fits on the screen at first, more when somebody comes near the end of them.
 * A row takes about 80 KB of memory.
 * @param rest the place of the rows to come, while there are any
 * @returns how many, and what makes all of them at once
 */
export function useGrowing(count: number, rest: RefObject<Element | null>): [shown: number, all: () => void] {
  const [shown, setShown] = useState(FIRST_ROWS);
  useEffect(() => {
    if (rest.current === null || shown >= count) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting !== true) return;
        // As many as the place is now seen of: somebody may have jumped to the end.
        const height = seen.intersectionRect.bottom - seen.boundingClientRect.top;
        const more = Math.ceil(height / ROW_AND_GAP);
        startTransition(() => setShown((before) => before + Math.max(more, FIRST_ROWS)));
      },
      // The list scrolls in a box of its own.
      { scrollMargin: `${AHEAD}px` },
    );
    watch.observe(rest.current);
    return () => watch.disconnect();
  }, [shown, count, rest]);
  return [Math.min(shown, count), () => setShown(count)];
}
