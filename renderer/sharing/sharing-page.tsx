import { assertNever } from '@contract/result';
import type { SharedView, StoreSettings } from '@contract/shared-store';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Opened, useApp } from '../app-context';
import { bridge } from '../bridge';
import { BackScreen } from '../components/back-screen';
import { FailureNotice } from '../components/failure-notice';
import { useKeptWhere } from '../components/use-kept-where';
import { askShared, type Trouble } from './ask-shared';
import { PublishPage } from './publish-page';
import { SharedList } from './shared-list';
import { SharedPage } from './shared-page';
import { type StorePlace, StorePlaceForm } from './store-place';
import { StoreSettingsPage } from './store-settings-page';
import { StoreSignIn } from './store-sign-in';
import { StoreWayForm } from './store-way';
import { TroubleNotice } from './trouble-notice';

type Stage =
  | { readonly at: 'place' }
  | { readonly at: 'way'; readonly place: StorePlace }
  | { readonly at: 'sign-in' }
  | { readonly at: 'list' }
  | { readonly at: 'settings' }
  | { readonly at: 'publish'; readonly only: string | null }
  /** `folder`: where it was listed. The same id may stand in several. */
  | { readonly at: 'one'; readonly id: string; readonly folder: string | null };

/** Sharing with colleagues. */
export function SharingPage({ place }: { readonly place: Opened<'sharing'> }) {
  const { t } = useTranslation();
  const { go } = useApp();
  const kept = useKeptWhere();
  const { opened, id, publish } = place;
  return opened.ok ? (
    <Sharing first={opened.value} id={id} publish={publish} kept={kept} />
  ) : (
    <BackScreen back={t('connections.page.back')} onBack={() => go({ at: 'home' })} kept={kept}>
      <FailureNotice failure={opened.failure} />
    </BackScreen>
  );
}

function firstStage({ settings, session, rows }: SharedView, id: string | null, publish: boolean): Stage {
  if (settings === null) return { at: 'place' };
  if (publish && session !== null) return { at: 'publish', only: id };
  const row = id === null ? undefined : rows.find((one) => one.id === id);
  if (row !== undefined) return { at: 'one', id: row.id, folder: row.folder };
  return session === null && rows.every(({ standing }) => standing === 'here-only')
    ? { at: 'sign-in' }
    : { at: 'list' };
}

interface Props {
  readonly first: SharedView;
  /** The connection to begin with; null: the list. */
  readonly id: string | null;
  /** Begin with publishing it. */
  readonly publish: boolean;
  readonly kept: string;
}

/** The store, the list, and one connection, one question at a time. */
function Sharing({ first, id, publish, kept }: Props) {
  const { t } = useTranslation();
  const { go, askMarks } = useApp();
  const [view, setView] = useState(first);
  const [stage, setStage] = useState<Stage>(() => firstStage(first, id, publish));
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const found = useRef({ query: '', folder: null as string | null });
  const { settings, session, rows, isGiven } = view;

  const look = useCallback(async () => {
    const answer = await bridge.call('shared-view', null);
    if (answer.ok) setView(answer.value);
    askMarks();
  }, [askMarks]);
  useEffect(() => () => askMarks(), [askMarks]);

  const show = (next: Stage) => {
    setTrouble(null);
    setStage(next);
    void look();
  };
  const toList = () => show({ at: 'list' });
  const setUp = async (wanted: StoreSettings) => {
    const answer = await askShared('set-up-store', wanted);
    if (!answer.ok) {
      setTrouble(answer.failure);
      return;
    }
    // The next page needs the settings themselves.
    await look();
    show({ at: 'sign-in' });
  };

  const body = () => {
    switch (stage.at) {
      case 'place':
        return <StorePlaceForm first={settings} onPlace={(place) => show({ at: 'way', place })} />;
      case 'way':
        return (
          <StoreWayForm
            first={settings?.signIn ?? null}
            onWay={(signIn) => void setUp({ ...stage.place, signIn })}
          />
        );
      case 'sign-in':
        return settings === null ? null : (
          <StoreSignIn
            settings={settings}
            isGiven={isGiven}
            person={session?.person ?? null}
            onReady={toList}
            onPlace={() => show(isGiven ? { at: 'settings' } : { at: 'place' })}
            onWay={() => {
              const { address, mount, prefix, namespace } = settings;
              show({ at: 'way', place: { address, mount, prefix, namespace } });
            }}
          />
        );
      case 'list':
        return (
          <SharedList
            view={view}
            onView={(next) => {
              setView(next);
              askMarks();
            }}
            onSignIn={() => show({ at: 'sign-in' })}
            onPublish={() => show({ at: 'publish', only: null })}
            onSettings={() => show({ at: 'settings' })}
            onOpen={(opened) => show({ at: 'one', id: opened.id, folder: opened.folder })}
            kept={found.current}
          />
        );
      case 'settings':
        return settings === null ? null : (
          <StoreSettingsPage
            view={view}
            settings={settings}
            onTest={() => show({ at: 'sign-in' })}
            onChange={() => show({ at: 'place' })}
            onChanged={() => void look()}
            onTakenDown={() => {
              askMarks();
              go({ at: 'home' });
            }}
          />
        );
      case 'publish':
        return (
          <PublishPage
            rows={rows.filter(({ standing }) => standing === 'here-only')}
            only={stage.only}
            onList={toList}
          />
        );
      case 'one': {
        const same = rows.filter((each) => each.id === stage.id);
        // What is here stays the same connection when it is published, or no longer shared.
        const row =
          same.find(({ standing }) => standing !== 'apart' && standing !== 'not-here') ??
          same.find(({ folder }) => folder === stage.folder) ??
          same.find(({ standing }) => standing === 'apart');
        return row === undefined ? (
          <TroubleNotice trouble={{ of: 'store', failure: { code: 'not-found' } }} />
        ) : (
          <SharedPage
            row={row}
            isSignedIn={session !== null}
            onChanged={() => void look()}
            onList={toList}
            onSignIn={() => show({ at: 'sign-in' })}
            onPublish={(only) => show({ at: 'publish', only })}
          />
        );
      }
      default:
        return assertNever(stage);
    }
  };

  const isFirstQuestion = stage.at === 'place' && settings === null;
  const leaves = stage.at === 'list' || isFirstQuestion || (stage.at === 'sign-in' && rows.length === 0);
  const back = () => {
    if (leaves) go({ at: 'home' });
    else if (stage.at === 'way') show({ at: 'place' });
    else if (stage.at === 'place') show({ at: 'settings' });
    else toList();
  };
  return (
    <BackScreen
      back={
        leaves
          ? t('connections.page.back')
          : stage.at === 'way' || stage.at === 'place'
            ? t('common.action.back')
            : t('sharing.title')
      }
      onBack={back}
      kept={kept}
    >
      <TroubleNotice trouble={trouble} />
      {body()}
    </BackScreen>
  );
}
