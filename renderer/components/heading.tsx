import { useLayoutEffect, useRef } from 'react';
import { useAnnounce } from './announcer';
import { useScreenTitle } from './use-screen-title';

interface Props {
  readonly children: string;
  /** When this changes, the heading takes the focus, so that screen readers read out the new situation. */
  readonly focusOn: string;
  /** What the screen is about, where the heading does not say it; the window's title does. */
  readonly about?: string;
}

/**
 * Where what had the focus is gone, Orca takes the new focus for a repair of its own place and reads nothing
 * (docs/electron-notes.md#accessibility-on-linux). Other screen readers do read it, and would say it twice.
 */
const ORCA_LISTENS = typeof navigator !== 'undefined' && navigator.userAgent.includes('Linux');

/** The first screen after a start must not steal the focus; every later one takes it. */
let firstScreenShown = false;

/** A screen's heading: states the situation, titles the window, and takes the focus when the screen changes. */
export function Heading({ children, focusOn, about }: Props) {
  useScreenTitle(about === undefined ? children : `${children} · ${about}`);
  const announce = useAnnounce();
  const ref = useRef<HTMLHeadingElement>(null);
  // In the same commit that removes the old screen: if the pressed button is gone and nothing has the focus, a screen
  // reader goes silent and stays silent.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `focusOn` is the signal itself.
  useLayoutEffect(() => {
    const isGone = document.activeElement === document.body;
    if (firstScreenShown) {
      ref.current?.focus({ preventScroll: false });
      if (isGone && ORCA_LISTENS) announce(children);
    }
    firstScreenShown = true;
  }, [focusOn]);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
