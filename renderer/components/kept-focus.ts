import { useEffect, useLayoutEffect, useRef } from 'react';

/* Without a focused element a screen reader goes silent, and the next Tab starts at the top of the page. */

/**
 * Keeps the focus somewhere: on `main` while a new screen is still loading and has no heading, and on the nearest
 * heading if the focused element was removed, such as a closed result or notice.
 * @param screen changes with the screen
 */
export function useKeptFocus(screen: unknown): void {
  const before = useRef(screen);
  useLayoutEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    // The pressed button is gone with the old screen, and no heading has taken the focus.
    if (document.activeElement === document.body) focusOn(document.querySelector('main'));
  }, [screen]);
  useEffect(watchFocus, []);
}

function watchFocus(): () => void {
  /** The last focused element and its ancestors. */
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
    if (!line.some((each) => each.matches('[role$=dialog]'))) {
      // At once: a screen reader would be told that the focus is on the page.
      look();
      return;
    }
    // A closing dialog restores the focus itself, one frame later.
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
