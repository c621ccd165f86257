import type { ConnectionSummary } from '@contract/channels';
import { describeRow } from '@contract/list-row';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { saidOf } from './connection-row';
import { ConnectionRows, type RowsProps } from './connection-rows';
import { finds, folded } from './find-connections';
import styles from './found-list.module.css';
import { SearchBox } from './search-box';
import { useRowWords } from './use-row-words';

export interface FoundListProps extends RowsProps {
  /** The current query, owned by the parent because the list moves between two places. */
  readonly kept: RefObject<string>;
  /** It was just asked for: the field has the focus from the start. */
  readonly takesFocus?: boolean;
}

/** The list with a search field for any text on its rows. */
export function FoundList({ connections, live, kept, takesFocus = false }: FoundListProps) {
  const { t } = useTranslation();
  const { readMessage } = useApp();
  const [query, setShownQuery] = useState(kept.current);
  const setQuery = useCallback(
    (next: string): void => {
      kept.current = next;
      setShownQuery(next);
    },
    [kept],
  );
  const input = useRef<HTMLInputElement>(null);
  const isSearching = query.trim() !== '';
  const found = useFound(connections, live, isSearching ? query : null);

  // The user may have typed into an already drawn page before this mounted.
  useLayoutEffect(() => setQuery(input.current?.value ?? ''), [setQuery]);

  const focusAtFirst = useRef(takesFocus);
  useEffect(() => {
    if (focusAtFirst.current) input.current?.focus();
  }, []);

  const clear = (): void => {
    setQuery('');
    // The pressed button is gone; keep the focus.
    input.current?.focus();
  };

  return (
    <>
      <div className={styles.search}>
        <SearchBox
          query={query}
          onChange={setQuery}
          input={input}
          inside={
            query === '' ? null : (
              <Button kind="quiet" size="small" slot={null} onPress={clear}>
                {t('search.clear')}
              </Button>
            )
          }
        >
          <Text slot="description" className="hint">
            {t('search.help')}
          </Text>
        </SearchBox>
        <p className="small soft" role="status">
          {isSearching && found.length > 0
            ? t('search.found', { count: found.length, all: connections.length })
            : null}
        </p>
      </div>
      {found.length > 0 ? (
        <ConnectionRows connections={found} {...(live === undefined ? {} : { live })} />
      ) : (
        <div className="stack-close" role="status">
          <p>{t('search.none', { text: query.trim() })}</p>
          <div className="row">
            <Button onPress={clear}>{t('search.showAll')}</Button>
            <Button onPress={() => readMessage({ id: null, text: query })}>{t('search.asMessage')}</Button>
          </div>
        </div>
      )}
    </>
  );
}

/** The connections that match the query. Each row's text is folded only once, for the first query. */
function useFound(
  connections: readonly ConnectionSummary[],
  live: RowsProps['live'],
  query: string | null,
): readonly ConnectionSummary[] {
  const { t } = useTranslation();
  const { language } = useApp();
  const rowWords = useRowWords();
  const words = useRef(rowWords);
  words.current = rowWords;
  const isSearching = query !== null;
  const texts = useMemo(
    () =>
      (isSearching ? connections : []).map((connection) => {
        const { environment, practice } = connection;
        const { name, situation } = describeRow({ ...words.current, language }, connection);
        const written = [
          name,
          t(`common.environment.${environment}`),
          practice ? t('connections.row.practice') : '',
          saidOf(situation, live?.get(connection.id)),
          live?.get(connection.id)?.note ?? '',
        ];
        return folded(written.join(' '));
      }),
    [connections, live, isSearching, language, t],
  );
  return useMemo(() => {
    if (query === null) return connections;
    const isFound = finds(query);
    return connections.filter((_, at) => isFound(texts[at] ?? ''));
  }, [connections, query, texts]);
}
