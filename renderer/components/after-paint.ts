import { flushSync } from 'react-dom';

/*
 * What a screen makes of a letter (notes, the name in the margin, whether the way on is open) takes longer than
 * drawing the letter, and would stand between the key and the eye. It waits here until the letter is painted, or
 * until anything else is done, whichever comes first: whatever is pressed next finds the screen knowing every letter.
 */

/** Whatever could come before the frame has, and has to find the screen knowing. */
const NEXT = [
  'keydown',
  // And not only the click: a box is ticked already then, and drawing it takes the tick away. A screen reader's press
  // has no pointer.
  'mousedown',
  'click',
  'focusout',
  'pagehide',
] as const;

/** A page that nobody sees is given no frame. */
const LONGEST_WAIT_MS = 100;

const waiting = new Set<() => void>();
let frame = 0;
let timer = 0;

// Before React's own, which listens at the page's root. And from the start, before any screen listens for the page's
// end: the browser calls who listens for that in the order of their coming.
for (const kind of NEXT) window.addEventListener(kind, doAll, true);

/** Does the work once what now stands on the page is painted, at the latest before the next thing that is done there. */
export function afterPaint(work: () => void): void {
  if (waiting.size === 0) begin();
  waiting.add(work);
}

/** Does it now if it waits still. */
export function withoutWaiting(work: () => void): void {
  if (waiting.delete(work)) work();
}

function begin(): void {
  // The first frame draws the letter; when the second comes, the first is on the screen.
  frame = requestAnimationFrame(() => {
    frame = requestAnimationFrame(doAll);
  });
  timer = window.setTimeout(doAll, LONGEST_WAIT_MS);
}

function doAll(): void {
  if (waiting.size === 0) return;
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  const works = [...waiting];
  waiting.clear();
  // Drawn before anything else happens: React's own time would come after a press that waits.
  flushSync(() => {
    for (const work of works) work();
  });
}
