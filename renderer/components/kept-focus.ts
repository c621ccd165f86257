import { useEffect, useLayoutEffect, useRef } from 'react';

/* A screen reader that finds the focus nowhere falls silent, and the next Tab begins at the top of the page. */

/**
 * Keeps the focus on something: on the page's main part while a new screen has no heading yet, since it still asks main
 * what it is about; and on the nearest heading where the focus was on what is gone, as a closed result or a notice.
 * @param screen changes with the screen
 */
export function useKeptFocus(screen: unknown): void {
  const before = useRef(screen);
  useLayoutEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    // The pressed button left with the old screen, and no heading of the new one has taken the focus.
    if (document.activeElement === document.body) focusOn(document.querySelector('main'));
  }, [screen]);
  useEffect(watchFocus, []);
}

function watchFocus(): () => void {
  /** What had the focus last, and all that it stood in. */
  let line: readonly Element[] = [];
  let looking = 0;
  const remember = ({ target }: FocusEvent): void => {
    line = target instanceof Element ? withAncestors(target) : [];
  };
  const look = (): void => {
    if (document.activeElement !== document.body || line[0]?.isConnected !== false) return;
    const heading = line
      .filter((each) => each.isConnected)
      .map((each) => each.querySelector('h1, h2, h3'))
      .find((each) => each !== null);
    focusOn(heading ?? document.querySelector('main'));
  };
  const changed = new MutationObserver(() => {
    if (document.activeElement !== document.body || line[0]?.isConnected !== false) return;
    cancelAnimationFrame(looking);
    // A dialog that closes gives the focus back by itself, a frame later.
    looking = requestAnimationFrame(() => {
      looking = requestAnimationFrame(look);
    });
  });
  document.addEventListener('focusin', remember);
  changed.observe(document.body, { childList: true, subtree: true });
  return () => {
    document.removeEventListener('focusin', remember);
    changed.disconnect();
    cancelAnimationFrame(looking);
  };
}

function withAncestors(element: Element): readonly Element[] {
  const line: Element[] = [];
  for (let each: Element | null = element; each !== null; each = each.parentElement) line.push(each);
  return line;
}

function focusOn(element: Element | null): void {
  if (!(element instanceof HTMLElement)) return;
  element.tabIndex = -1;
  element.focus();
}
