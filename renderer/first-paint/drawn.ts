/* Separate from React, which is loaded only after the drawn page has been painted. */

/** True if the page had content before its script drew anything. */
export const isDrawn = (container: HTMLElement): boolean => container.firstElementChild !== null;

/** Resolves once the drawn page has been painted, or after a limit, since a hidden page gets no frames. */
export function painted(): Promise<void> {
  const LONGEST_WAIT_MS = 300;
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LONGEST_WAIT_MS);
  });
}
