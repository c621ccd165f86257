/* Apart from React, which is loaded only once the drawn page has been painted. */

/** Something stands in the page before its script has drawn anything. */
export const isDrawn = (container: HTMLElement): boolean => container.firstElementChild !== null;

/** Once the drawn page has been painted. A hidden page is given no frame, but goes on all the same. */
export function painted(): Promise<void> {
  const LONGEST_WAIT_MS = 300;
  return new Promise((done) => {
    requestAnimationFrame(() => setTimeout(done));
    setTimeout(done, LONGEST_WAIT_MS);
  });
}
