import type { ConnectionSummary } from '@contract/channels';
import { SEARCHED_FROM } from '@contract/drawn-page';
import { lazy } from 'react';
import type { FoundListProps } from './found-list';

/*
 * The search field is fetched only for lists that have one, and before the list renders, so that nothing moves
 * afterwards.
 */

export const isSearched = (connections: readonly ConnectionSummary[]): boolean =>
  connections.length >= SEARCHED_FROM;

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
