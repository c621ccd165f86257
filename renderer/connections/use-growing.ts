import { FIRST_ROWS, ROW_AND_GAP } from '@contract/drawn-page';
import { type RefObject, startTransition, useEffect, useState } from 'react';

/** How far below the visible area rows are created, in px: further than anybody scrolls or tabs before they exist. */
const AHEAD = 1_500;

/**
 * How many rows of a long list exist: one screenful at first, more as the user approaches the end. A row takes about 80
 * KB of memory.
 * @param rest the placeholder for the remaining rows, while there are any
 * @returns the number, and a function that creates all of them
 */
export function useGrowing(count: number, rest: RefObject<Element | null>): [shown: number, all: () => void] {
  const [shown, setShown] = useState(FIRST_ROWS);
  useEffect(() => {
    if (rest.current === null || shown >= count) return;
    const watch = new IntersectionObserver(
      ([seen]) => {
        if (seen?.isIntersecting !== true) return;
        // Enough to fill the visible part of the placeholder: the user may have jumped to the end.
        const height = seen.intersectionRect.bottom - seen.boundingClientRect.top;
        const more = Math.ceil(height / ROW_AND_GAP);
        startTransition(() => setShown((before) => before + Math.max(more, FIRST_ROWS)));
      },
      // The list has its own scroll container.
      { scrollMargin: `${AHEAD}px` },
    );
    watch.observe(rest.current);
    return () => watch.disconnect();
  }, [shown, count, rest]);
  return [Math.min(shown, count), () => setShown(count)];
}
