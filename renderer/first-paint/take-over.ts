import type { StartView } from '@contract/channels';
import type { ReactNode } from 'react';
import { createRoot, hydrateRoot, type RootOptions } from 'react-dom/client';
import { isDrawn } from './drawn';

/** What stands there is what main says. */
export const canTakeOver = (container: HTMLElement, start: StartView | null): boolean =>
  start?.isDrawn === true && isDrawn(container);

/** Shows the screens: as they stand in the page where they can be taken over, else drawn anew. */
export function show(
  container: HTMLElement,
  screens: ReactNode,
  isTakenOver: boolean,
  options: RootOptions,
): void {
  if (isTakenOver) hydrateRoot(container, screens, options);
  else createRoot(container, options).render(screens);
}
