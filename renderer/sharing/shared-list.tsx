import type { SharedRow, SharedView } from '@contract/shared-store';
import type { TFunction } from 'i18next';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { finds, folded } from '../connections/find-connections';
import { SearchBox } from '../connections/search-box';
import { useWhen } from '../connections/use-when';
import { askShared, type Trouble } from './ask-shared';
import { KeepingSummary, useKeptNotes } from './keeping-summary';
import styles from './shared-list.module.css';
import { SharedRows } from './shared-rows';
import { TroubleNotice } from './trouble-notice';
import { useKeeping } from './use-keeping';
import { useSharedWords } from './use-shared-words';

interface Props {
  readonly view: SharedView;
  readonly onView: (view: SharedView) => void;
  readonly onSignIn: () => void;
  readonly onPublish: () => void;
  readonly onSettings: () => void;
  readonly onOpen: (row: SharedRow) => void;
  /** The query and folder of before, kept while another page was open. */
  readonly kept: { query: string; folder: string | null };
}

/** On both sides: compared with the store when everything is kept in step. */
const isShared = ({ standing }: SharedRow): boolean =>
  standing !== 'here-only' && standing !== 'not-here' && standing !== 'apart';

/** All connections of this computer and of the store, and how they stand to each other. */
export function SharedList({ view, onView, onSignIn, onPublish, onSettings, onOpen, kept }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const { session, settings, listing, rows } = view;
  const { refresh, refreshing, trouble } = useRefresh(onView);
  const { keeping, keep, stop, close } = useKeeping(() => {
    void bridge.call('shared-view', null).then((answer) => {
      if (answer.ok) onView(answer.value);
    });
  });
  const notes = useKeptNotes(keeping);
  const shared = rows.filter(isShared).map(({ id }) => id);
  const isBusy = refreshing !== null || keeping?.state === 'running' || keeping?.state === 'stopping';
  const notSignedIn = session === null ? t('sharing.list.signInFirst') : null;
  const isUrgent = rows.some(({ standing }) => standing === 'changed-here' || standing === 'changed-there');
  // The first look at the store after a sign-in needs no click.
  const looked = useRef(false);
  useEffect(() => {
    if (looked.current || session === null || listing !== null) return;
    looked.current = true;
    void refresh();
  }, [session, listing, refresh]);

  return (
    <div className={styles.body}>
      <div className={styles.head}>
        <Heading focusOn="shared">{t('sharing.title')}</Heading>
        <div className="row">
          <Button
            kind={session !== null && isUrgent ? 'primary' : 'plain'}
            isDisabled={isBusy}
            reason={
              isBusy ? null : (notSignedIn ?? (shared.length === 0 ? t('sharing.list.nothingToKeep') : null))
            }
            onPress={() => keep(shared)}
          >
            {t('sharing.list.keep')}
          </Button>
          <Button
            isDisabled={isBusy}
            reason={
              isBusy
                ? null
                : (notSignedIn ??
                  (rows.every(({ standing }) => standing !== 'here-only')
                    ? t('sharing.list.nothingToPublish')
                    : null))
            }
            onPress={onPublish}
          >
            {t('sharing.list.publish')}
          </Button>
          <Button onPress={onSettings}>{t('sharing.list.settings')}</Button>
        </div>
      </div>
      <div className={styles.about}>
        <p>
          <bdi className="value">{settings?.address}</bdi>
        </p>
        <p>
          {session === null
            ? t('sharing.list.signedOut')
            : session.until === null
              ? t('sharing.list.signedIn', { person: session.person })
              : t('sharing.list.signedInUntil', { person: session.person, when: when(session.until) })}
        </p>
        <p>
          {listing === null ? t('sharing.list.never') : t('sharing.list.asOf', { when: when(listing.asOf) })}
        </p>
        {session === null ? <p>{offlineWords(t, view.offlineHours)}</p> : null}
        <div className="row">
          {session === null ? (
            <Button kind="primary" size="small" onPress={onSignIn}>
              {t('sharing.list.signIn')}
            </Button>
          ) : (
            <Button size="small" isDisabled={isBusy} onPress={() => void refresh()}>
              {t('sharing.list.refresh')}
            </Button>
          )}
          <span className="soft small" role="status">
            {refreshing === null
              ? null
              : refreshing === 0
                ? t('sharing.list.refreshing')
                : t('sharing.list.found', { count: refreshing })}
          </span>
        </div>
      </div>
      <TroubleNotice trouble={trouble} onSignIn={onSignIn} />
      {keeping === null ? null : <KeepingSummary keeping={keeping} onStop={stop} onClose={close} />}
      {rows.length === 0 ? (
        <p>{t('sharing.list.empty')}</p>
      ) : (
        <Found rows={rows} notes={notes} onOpen={onOpen} kept={kept} />
      )}
      {listing === null || listing.otherEntries === 0 ? null : (
        <p className="hint">{t('sharing.list.others', { count: listing.otherEntries })}</p>
      )}
    </div>
  );
}

/** For how long shared connections can be used without the store. */
function offlineWords(t: TFunction, hours: number): string {
  if (hours === 0) return t('sharing.list.offlineNever');
  return hours % 24 === 0
    ? t('sharing.list.offlineDays', { count: hours / 24 })
    : t('sharing.list.offlineHours', { count: hours });
}

/** Reads the store's list. `refreshing`: how many were found so far; null: not under way. */
function useRefresh(onView: (view: SharedView) => void) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [refreshing, setRefreshing] = useState<number | null>(null);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  useEffect(() => bridge.on('shared-found', ({ count }) => setRefreshing((now) => now && count)), []);
  const tell = useRef(onView);
  tell.current = onView;
  const [refresh] = useState(() => async () => {
    setRefreshing(0);
    setTrouble(null);
    const answer = await askShared('refresh-shared', null);
    setRefreshing(null);
    if (answer.ok) {
      tell.current(answer.value);
      announce(t('sharing.list.refreshed', { count: answer.value.rows.length }));
      return;
    }
    setTrouble(answer.failure);
    // The session may have ended with it.
    const view = await bridge.call('shared-view', null);
    if (view.ok) tell.current(view.value);
  });
  return { refresh, refreshing, trouble };
}

interface FoundProps {
  readonly rows: readonly SharedRow[];
  readonly notes: ReadonlyMap<string, string>;
  readonly onOpen: (row: SharedRow) => void;
  readonly kept: Props['kept'];
}

/** The rows with a search field, and a choice of one folder if there are several. */
function Found({ rows, notes, onOpen, kept }: FoundProps) {
  const { t } = useTranslation();
  const words = useSharedWords();
  const [query, setShownQuery] = useState(kept.query);
  const [folder, setShownFolder] = useState(kept.folder);
  const input = useRef<HTMLInputElement>(null);
  const setQuery = (next: string) => {
    kept.query = next;
    setShownQuery(next);
  };
  const setFolder = (next: string | null) => {
    kept.folder = next;
    setShownFolder(next);
  };
  const folders = useMemo(
    () => [...new Set(rows.flatMap((row) => (row.folder === null ? [] : [row.folder])))].sort(),
    [rows],
  );
  const own = useRef(words);
  own.current = words;
  const isSearching = query.trim() !== '';
  const texts = useMemo(
    () =>
      (isSearching ? rows : []).map((row) =>
        folded(
          [
            own.current.name(row),
            row.folder ?? '',
            row.about === null ? '' : t(`common.environment.${row.about.environment}`),
            t(`sharing.standing.${row.standing}`),
            ...own.current.lines(row),
          ].join(' '),
        ),
      ),
    [rows, isSearching, t],
  );
  const inFolder = (row: SharedRow) => folder === null || row.folder === folder;
  const isFound = finds(query);
  const found = rows.filter((row, at) => inFolder(row) && (!isSearching || isFound(texts[at] ?? '')));
  const clear = () => {
    setQuery('');
    setFolder(null);
    input.current?.focus();
  };
  return (
    <>
      <div className={styles.search}>
        <SearchBox query={query} onChange={setQuery} input={input} />
        {folders.length < 2 ? null : (
          <label className="field">
            <span className="label">{t('sharing.list.folder')}</span>
            <span className="box">
              <select
                value={folder === null ? '' : `/${folder}`}
                onChange={({ target }) => setFolder(target.value === '' ? null : target.value.slice(1))}
              >
                <option value="">{t('sharing.list.allFolders')}</option>
                {folders.map((one) => (
                  <option key={one} value={`/${one}`}>
                    {one === '' ? t('sharing.row.topFolder') : one}
                  </option>
                ))}
              </select>
            </span>
          </label>
        )}
        <p className="small soft" role="status">
          {(isSearching || folder !== null) && found.length > 0
            ? t('search.found', { count: found.length, all: rows.length })
            : null}
        </p>
      </div>
      {found.length > 0 ? (
        <SharedRows rows={found} notes={notes} onOpen={onOpen} />
      ) : (
        <div className="stack-close" role="status">
          <p>{isSearching ? t('search.none', { text: query.trim() }) : t('sharing.list.noneInFolder')}</p>
          <div className="row">
            <Button onPress={clear}>{t('search.showAll')}</Button>
          </div>
        </div>
      )}
    </>
  );
}
