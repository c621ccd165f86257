import type { StartView } from '@contract/channels';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot, type RootOptions } from 'react-dom/client';
import { isDrawn } from './drawn';

/** True if the page shows exactly what main's answer says. */
export const canTakeOver = (container: HTMLElement, start: StartView | null): boolean =>
  start?.isDrawn === true && isDrawn(container);

/** Hydrates the drawn page if it can be taken over, otherwise renders from scratch. */
export function show(
  container: HTMLElement,
  screens: ReactNode,
  isTakenOver: boolean,
  options: RootOptions,
): void {
  if (isTakenOver) hydrateRoot(container, screens, options);
  else createRoot(container, options).render(screens);
}
