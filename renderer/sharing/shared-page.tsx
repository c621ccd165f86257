import { type Result, refuse } from '@contract/result';
import type { KeptInStep, SharedDetails, SharedRow } from '@contract/shared-store';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';
import { AddressPanel } from './address-panel';
import { askShared, isChangedThere, type Trouble } from './ask-shared';
import { ConfirmDialog } from './confirm-dialog';
import { ConflictForm } from './conflict-form';
import { OfferPanel } from './offer-panel';
import { ReplacementNotice } from './replacement-notice';
import { RowLines, StandingLine } from './standing-line';
import { TroubleNotice } from './trouble-notice';
import { useAsking } from './use-asking';
import { useSharedWords } from './use-shared-words';
import { Versions } from './versions';

interface Props {
  readonly row: SharedRow;
  readonly isSignedIn: boolean;
  /** Something has changed: the list is read again. */
  readonly onChanged: () => void;
  readonly onList: () => void;
  readonly onSignIn: () => void;
  readonly onPublish: (id: string) => void;
}

/** One shared connection: how it stands, what there is to decide, its versions, and how sharing it ends. */
export function SharedPage({ row: listed, isSignedIn, onChanged, onList, onSignIn, onPublish }: Props) {
  const { t } = useTranslation();
  const { go } = useApp();
  const when = useWhen();
  const announce = useAnnounce();
  const words = useSharedWords();
  const { id, folder: listedIn } = listed;
  const [details, setDetails] = useState<SharedDetails | null>(null);
  const { busy, trouble, setTrouble, ask } = useAsking();
  const [kept, setKept] = useState<KeptInStep | null>(null);
  const [asked, setAsked] = useState<'stop' | 'delete' | 'end' | null>(null);

  const look = useCallback(async () => {
    const answer = await askShared('open-shared', { id, folder: listedIn });
    if (answer.ok) setDetails(answer.value);
    // Without a sign-in, what is known is shown.
    else if (answer.failure.of === 'program' || answer.failure.failure.code !== 'not-signed-in')
      setTrouble(answer.failure);
  }, [id, listedIn, setTrouble]);
  useEffect(() => void look(), [look]);

  // Below the heading, and otherwise passed over by whoever goes from control to control.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page opens.
  useEffect(() => announce(t(`sharing.standing.${listed.standing}`)), []);

  const row = details?.row ?? listed;
  const { standing, folder, there, about, replacement } = row;
  const rights = details?.rights ?? null;
  const mayWrite = isSignedIn && rights?.write !== false;
  const isApart = standing === 'apart';
  const isHere = standing === 'here-only' || isApart || row.asOf !== null;
  const sharedRef = folder === null ? null : { folder, id };
  const system = about?.system ?? null;

  /** What is shown is no longer the newest: the list is read again before anything is pressed again. */
  const newer = async (why: Trouble) => {
    if (!isChangedThere(why)) return;
    await askShared('refresh-shared', null);
    await changed();
  };
  const changed = async () => {
    onChanged();
    await look();
  };
  const settled = (outcome: KeptInStep) => {
    setKept(outcome);
    announce(t(`sharing.keeping.result.${outcome}`));
    void changed();
  };
  const keep = async () => {
    setKept(null);
    const answer = await ask(() => keepInStep(id));
    if (answer.ok) settled(answer.value);
    else if (answer.failure.of === 'store') void changed();
  };
  const confirmed = async () => {
    if (asked === null) return;
    const answer = await ask(() => act(asked));
    setAsked(null);
    if (!answer.ok) {
      await newer(answer.failure);
      return;
    }
    announce(
      t(
        asked === 'stop'
          ? 'sharing.one.stopped'
          : asked === 'delete'
            ? 'sharing.one.deleted'
            : 'sharing.replacement.ended',
      ),
    );
    await changed();
  };
  const act = (what: 'stop' | 'delete' | 'end') => {
    const version = there?.version ?? 0;
    if (what === 'stop') return askShared('stop-sharing', { id });
    return what === 'delete'
      ? askShared('delete-there', { ref: { folder: folder ?? '', id }, version })
      : askShared('end-replacement', { id, version });
  };

  /** An address is judged only once it was read in this run. */
  const isUnread = standing === 'address-to-confirm' && details?.address == null;
  const mayKeep =
    isSignedIn &&
    details?.conflict == null &&
    (isUnread || standing === 'changed-here' || standing === 'changed-there' || standing === 'changed-both');
  const questions = {
    stop: {
      title: t('sharing.one.stopTitle'),
      text: t('sharing.one.stopText'),
      yes: t('sharing.one.stopYes'),
      no: t('sharing.one.stopNo'),
    },
    delete: {
      title: t('sharing.one.deleteTitle'),
      text: t('sharing.one.deleteText'),
      yes: t('sharing.one.deleteYes'),
      no: t('sharing.one.deleteNo'),
    },
    end: {
      title: t('sharing.replacement.endTitle', { by: replacement?.by ?? '' }),
      text: t('sharing.replacement.endText', { by: replacement?.by ?? '' }),
      yes: t('sharing.replacement.endYes'),
      no: t('sharing.replacement.endNo'),
    },
  };
  return (
    <>
      <div className="screen-head">
        <Heading focusOn={id}>{words.name(row)}</Heading>
        {about === null ? null : <EnvironmentTag environment={about.environment} />}
      </div>
      <div className="stack-close">
        <StandingLine standing={standing} />
        <p>{t(`sharing.means.${standing}`)}</p>
        <div className="soft">
          {folder === null ? null : <p>{words.folder(folder)}</p>}
          <RowLines row={row} />
          {!isSignedIn && row.asOf !== null ? <p>{t('sharing.row.asOf', { when: when(row.asOf) })}</p> : null}
        </div>
        {replacement === null || replacement.isHere ? null : (
          <ReplacementNotice replacement={replacement}>
            {mayWrite && isHere ? (
              <div className="row">
                <Button size="small" onPress={() => setAsked('end')}>
                  {t('sharing.replacement.end')}
                </Button>
              </div>
            ) : null}
          </ReplacementNotice>
        )}
        {rights?.read === false ? (
          <Notice>
            <p>{t('sharing.rights.noRead')}</p>
          </Notice>
        ) : rights?.write === false ? (
          <Notice>
            <p>{t('sharing.rights.noWrite')}</p>
          </Notice>
        ) : null}
        <TroubleNotice trouble={trouble} onSignIn={onSignIn} />
        {kept === null ? null : (
          <Notice tone={kept === 'asks' || kept === 'address-to-confirm' ? 'warning' : 'ok'}>
            <p>{t(`sharing.keeping.result.${kept}`)}</p>
          </Notice>
        )}
        {!isSignedIn && standing !== 'here-only' ? (
          <div className="stack-close">
            <p className="soft">{t('sharing.one.notReached')}</p>
            <div className="row">
              <Button kind="primary" onPress={onSignIn}>
                {t('sharing.list.signIn')}
              </Button>
            </div>
          </div>
        ) : null}
        <div className="row">
          {mayKeep ? (
            <Button kind="primary" isDisabled={busy} onPress={() => void keep()}>
              {t(isUnread ? 'sharing.row.look' : 'sharing.one.keep')}
            </Button>
          ) : null}
          {standing === 'here-only' && isSignedIn ? (
            <Button kind="primary" onPress={() => onPublish(id)}>
              {t('sharing.section.publish')}
            </Button>
          ) : null}
          {isHere ? (
            <Button onPress={() => go({ at: 'connection', id, testNow: false })}>
              {t('sharing.one.openConnection')}
            </Button>
          ) : null}
        </div>
      </div>

      {(standing === 'not-here' || isApart) && sharedRef !== null && isSignedIn && rights?.read ? (
        <OfferPanel sharedRef={sharedRef} isHere={isApart} onBrought={() => void changed()} />
      ) : null}
      {details?.conflict == null ? null : (
        <ConflictForm
          key={`conflict ${details.conflict.theirs.version}`}
          conflict={details.conflict}
          system={system}
          onSettled={settled}
          onCancel={() => {
            announce(t('sharing.conflict.cancelled'));
            onList();
          }}
          onChanged={() => void changed()}
        />
      )}
      {details?.address == null ? null : (
        <AddressPanel
          key={`address ${details.address.theirs.version}`}
          address={details.address}
          system={system}
          mayWrite={mayWrite}
          onSettled={settled}
          onLater={onList}
          onChanged={() => void changed()}
        />
      )}
      {sharedRef !== null && isSignedIn && rights?.read !== false ? (
        <Versions
          key={`versions ${there?.version}`}
          sharedRef={sharedRef}
          mayWrite={mayWrite}
          onRestored={() => void changed()}
        />
      ) : null}
      {standing === 'here-only' || standing === 'not-here' || isApart ? null : (
        <section>
          <h2>{t('sharing.one.end')}</h2>
          <div className="row">
            <Button onPress={() => setAsked('stop')}>{t('sharing.one.stop')}</Button>
            {isSignedIn && rights?.delete === true && standing !== 'gone-there' ? (
              <Button kind="danger" onPress={() => setAsked('delete')}>
                {t('sharing.one.delete')}
              </Button>
            ) : null}
          </div>
        </section>
      )}
      {asked === null ? null : (
        <ConfirmDialog
          {...questions[asked]}
          busy={busy}
          onYes={() => void confirmed()}
          onNo={() => setAsked(null)}
        />
      )}
    </>
  );
}

/** Keeps one connection in step. */
async function keepInStep(id: string): Promise<Result<KeptInStep, Trouble>> {
  const answer = await bridge.call('keep-in-step', { ids: [id] });
  if (!answer.ok) return refuse({ of: 'program', failure: answer.failure });
  const [outcome] = answer.value;
  if (outcome === undefined) return refuse({ of: 'store', failure: { code: 'not-found' } });
  return outcome.result.ok ? outcome.result : refuse({ of: 'store', failure: outcome.result.failure });
}
