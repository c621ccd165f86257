/**
 * Keeps the last press of a button that nothing answers yet: the drawn page is there some moments before its script.
 * @returns presses it again, once, for whoever answers now
 */
export function keepEarlyClick(root: HTMLElement): () => void {
  let pressed: HTMLElement | null = null;
  const keep = (event: Event): void => {
    pressed = event.target instanceof Element ? event.target.closest('button') : null;
  };
  root.addEventListener('click', keep);
  return () => {
    root.removeEventListener('click', keep);
    // Whoever calls this may be in the midst of its own work, in which React takes no press.
    setTimeout(() => pressed?.click());
  };
}
