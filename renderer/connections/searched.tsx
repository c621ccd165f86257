import type { ConnectionSummary } from '@contract/channels';
import { SEARCHED_FROM } from '@contract/drawn-page';
import { lazy, useEffect, useState } from 'react';
import { asksForSearch } from './find-connections';
import type { FoundListProps } from './found-list';

/*
 * The search field is fetched only for lists that have one, and before the list renders, so that nothing moves
 * afterwards.
 */

export const isSearched = (connections: readonly ConnectionSummary[]): boolean =>
  connections.length >= SEARCHED_FROM;

/**
 * Ctrl+F brings up the search of a list that is too short to have one unasked.
 * @returns `wanted` once it was asked for
 */
export function useSearchWanted(connections: readonly ConnectionSummary[]): boolean {
  const [wanted, setWanted] = useState(false);
  const canBe = !wanted && connections.length > 0 && !isSearched(connections);
  useEffect(() => {
    if (!canBe) return;
    const press = (event: KeyboardEvent): void => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      setWanted(true);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [canBe]);
  return wanted;
}

let fetched: typeof import('./found-list') | null = null;

export async function fetchFoundList(): Promise<void> {
  fetched = await import('./found-list');
}

const Later = lazy(() => import('./found-list').then((module) => ({ default: module.FoundList })));

/** Renders immediately if already fetched; otherwise suspends. */
export function FoundListWhenThere(props: FoundListProps) {
  const List = fetched?.FoundList ?? Later;
  return <List {...props} />;
}
