import type { ConnectionSummary } from '@contract/channels';
import { describeRow } from '@contract/list-row';
import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { SearchField } from 'react-aria-components/SearchField';
import { Text } from 'react-aria-components/Text';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { ConnectionRows, type RowsProps } from './connection-rows';
import { asksForSearch, finds, folded } from './find-connections';
import styles from './found-list.module.css';
import { useRowWords } from './use-row-words';

export interface FoundListProps extends RowsProps {
  /** What is searched for, kept by whoever shows the list now in one place and now in another. */
  readonly kept: RefObject<string>;
  /** It was just asked for: the field has the focus from the start. */
  readonly takesFocus?: boolean;
}

/** The list with a field to search it by anything written on its rows. */
export function FoundList({ connections, live, kept, takesFocus = false }: FoundListProps) {
  const { t } = useTranslation();
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

  // A page that was drawn ahead can be typed in before this is there to hear of it.
  useLayoutEffect(() => setQuery(input.current?.value ?? ''), [setQuery]);

  const focusAtFirst = useRef(takesFocus);
  useEffect(() => {
    if (focusAtFirst.current) input.current?.focus();
  }, []);

  useEffect(() => {
    const jump = (event: KeyboardEvent): void => {
      if (!asksForSearch(event)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    window.addEventListener('keydown', jump);
    return () => window.removeEventListener('keydown', jump);
  }, []);

  const clear = (): void => {
    setQuery('');
    // The button that was pressed is gone.
    input.current?.focus();
  };

  return (
    <>
      <div className={styles.search}>
        <SearchField className="field" value={query} onChange={setQuery}>
          <Label>{t('search.label')}</Label>
          <div className="box">
            <Input ref={input} maxLength={200} spellCheck={false} aria-keyshortcuts="Control+F Meta+F" />
            {query === '' ? null : (
              <Button kind="quiet" size="small" slot={null} onPress={clear}>
                {t('search.clear')}
              </Button>
            )}
          </div>
          <Text slot="description" className="hint">
            {t('search.help')}
          </Text>
        </SearchField>
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
          </div>
        </div>
      )}
    </>
  );
}

/** Those that a query finds, all of them without one; what is written on each row is folded once, for the first query. */
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
          live?.get(connection.id)?.situation ?? situation,
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
