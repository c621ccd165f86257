/*
 * What a screen makes of a letter (notes, the name in the margin, whether the way on is open) takes longer than
 * drawing the letter, and would stand between the key and the eye. It waits here until the letter is painted, or
 * until anything else is done, whichever comes first: whatever is pressed next finds the screen knowing every letter.
 */

/** Whatever could come before the frame has, and has to find the screen knowing. */
const NEXT = [
  'keydown',
  'beforeinput',
  'compositionstart',
  'paste',
  'pointerdown',
  'click',
  'change',
  'focusout',
  'pagehide',
] as const;

/** A page that nobody sees is given no frame. */
const LONGEST_WAIT_MS = 100;

const waiting = new Set<() => void>();
let frame = 0;
let timer = 0;

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
  // Before React's own, which listens at the page's root.
  for (const kind of NEXT) window.addEventListener(kind, doAll, true);
}

function doAll(): void {
  cancelAnimationFrame(frame);
  clearTimeout(timer);
  for (const kind of NEXT) window.removeEventListener(kind, doAll, true);
  const works = [...waiting];
  waiting.clear();
  for (const work of works) work();
}
