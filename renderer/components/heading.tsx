import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  readonly children: ReactNode;
  /** When it changes, the heading takes the focus, so that the new situation is read out. */
  readonly focusOn: string;
}

/** The first screen after a start must not steal the focus; every later one takes it. */
let firstScreenShown = false;

/** A screen's heading: it says the situation, and takes the focus when the screen changes. */
export function Heading({ children, focusOn }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  // In the same moment in which the old screen leaves the page: a screen reader that finds the pressed button gone and
  // the focus nowhere falls silent, and stays so.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `focusOn` is the signal itself.
  useLayoutEffect(() => {
    if (firstScreenShown) ref.current?.focus({ preventScroll: false });
    firstScreenShown = true;
  }, [focusOn]);
  return (
    <h1 ref={ref} tabIndex={-1}>
      {children}
    </h1>
  );
}
