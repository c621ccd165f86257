import { type ReactNode, useLayoutEffect, useRef } from 'react';

interface Props {
  readonly children: ReactNode;
  /** When this changes, the heading takes the focus, so that screen readers read out the new situation. */
  readonly focusOn: string;
}

/** The first screen after a start must not steal the focus; every later one takes it. */
let firstScreenShown = false;

/** A screen's heading: states the situation, and takes the focus when the screen changes. */
export function Heading({ children, focusOn }: Props) {
  const ref = useRef<HTMLHeadingElement>(null);
  // In the same commit that removes the old screen: if the pressed button is gone and nothing has the focus, a screen
  // reader goes silent and stays silent.
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
