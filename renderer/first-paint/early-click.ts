/**
 * Records the last press of a button before React handles it: the drawn page is visible before its script runs.
 * @returns stops recording and replays the press once
 */
export function keepEarlyClick(root: HTMLElement): () => void {
  let pressed: HTMLElement | null = null;
  const keep = (event: Event): void => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null;
  };
  root.addEventListener('click', keep);
  return () => {
    root.removeEventListener('click', keep);
    // The caller may be inside React's own work, where a click is ignored.
    setTimeout(() => pressed?.click());
  };
}
