import type { AnswerOf } from '@contract/channels';
import { formatForRegion } from '@contract/formats';
import { type ReactNode, useEffect } from 'react';
import type { RootOptions } from 'react-dom/client';
import { reportBug } from './bugs';
import { fetchFoundList, isSearched } from './connections/searched';
import { canTakeOver, show } from './first-paint/take-over';
import { showLanguage } from './i18n/i18n';
import { languageOf } from './language';
import { showNotOpened } from './not-opened';
import { fetchFindingTexts } from './report/finding-texts';
import { Screens } from './screens';

/**
 * Starts the window: loads the texts of main's language, then renders the first screen, or takes over the drawn one if
 * it matches main's answer.
 * @param onAlive called once everything on the screen responds
 */
export async function open(
  container: HTMLElement,
  answer: AnswerOf<'start'>,
  onAlive: () => void,
): Promise<void> {
  const start = answer.ok ? answer.value : null;
  formatForRegion(start?.region ?? null);
  const isTakenOver = canTakeOver(container, start);
  // The list's rows need them; the empty first screen does not, and a drawn row has them already.
  const findingTexts = start !== null && start.connections.length > 0 ? fetchFindingTexts() : null;
  await Promise.all([
    showLanguage(languageOf(answer)),
    start !== null && isSearched(start.connections) ? fetchFoundList() : null,
    isTakenOver ? findingTexts : null,
  ]);
  const screens = (
    <Alive onAlive={onAlive}>
      <Screens start={start} />
    </Alive>
  );
  // With these handlers React does not log errors to the console, where a message would be readable.
  const onBugs: RootOptions = {
    onCaughtError: (bug, { componentStack }) => void reportBug('caught', bug, componentStack),
    onRecoverableError: (bug, { componentStack }) => void reportBug('recoverable', bug, componentStack),
    onUncaughtError: (bug, { componentStack }) =>
      // React has removed everything from the page.
      showNotOpened(container, languageOf(answer), reportBug('uncaught', bug, componentStack)),
  };
  show(container, screens, isTakenOver, onBugs);
}

function Alive({ onAlive, children }: { readonly onAlive: () => void; readonly children: ReactNode }) {
  useEffect(onAlive, [onAlive]);
  return children;
}
