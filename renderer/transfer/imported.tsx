import type { Failure } from '@contract/channels';
import type { ImportAnswer } from '@contract/transfer';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';

export type Brought = Exclude<ImportAnswer, { kind: 'stale' }>;

/** What was imported, how much of it works here, and undo while this page is open. */
export function Imported({ imported }: { readonly imported: Brought }) {
  const { t } = useTranslation();
  const { go } = useApp();
  const [state, setState] = useState<'done' | 'busy' | 'taken-back' | 'touched'>('done');
  const [failure, setFailure] = useState<Failure | null>(null);
  const isDone = imported.kind === 'imported';
  const isOver = state === 'taken-back' || state === 'touched';
  const canTakeBack = !isOver && (!isDone || imported.canTakeBack);
  const title = isDone ? 'transfer.imported.title' : 'transfer.imported.notUndone';
  const takenBack =
    isDone || imported.canTakeBackAll ? 'transfer.imported.takenBack' : 'transfer.imported.takenBackRest';

  const takeBack = async () => {
    setState('busy');
    // Clear the last action's failure.
    setFailure(null);
    const answer = await bridge.call('take-back-import', null);
    if (answer.ok) setState('taken-back');
    else if (answer.failure.code === 'not-found') setState('touched');
    else {
      setState('done');
      setFailure(answer.failure);
    }
  };

  return (
    <>
      <div className="screen-head">
        {/* The pressed button disappears then; the heading takes the focus. */}
        <Heading focusOn={isOver ? state : 'imported'}>
          {t(state === 'taken-back' ? takenBack : title)}
        </Heading>
      </div>
      <div className="stack">
        {state === 'taken-back' ? null : isDone ? (
          <Done imported={imported} />
        ) : (
          <Notice tone="bad" title={t('transfer.imported.notUndoneWhy')}>
            <p>{t('transfer.imported.notUndoneNow')}</p>
            <Counts brought={imported} />
            {canTakeBack ? <p>{t('transfer.imported.notUndoneTodo')}</p> : null}
            <p>{t('transfer.imported.notUndoneTrust')}</p>
          </Notice>
        )}
        {state === 'touched' ? (
          <Notice tone="warning" title={t('transfer.imported.notTakenBack')} alert />
        ) : null}
        {failure?.code === 'not-saved' ? (
          <Notice tone="bad" title={t('transfer.imported.stillNotUndone')} alert />
        ) : (
          <FailureNotice failure={failure} />
        )}
        <div className="row">
          <Button
            kind={isDone || isOver ? 'primary' : 'plain'}
            isDisabled={state === 'busy'}
            onPress={() => go({ at: 'home' })}
          >
            {t('transfer.imported.list')}
          </Button>
          {canTakeBack ? (
            <Button
              kind={isDone ? 'plain' : 'primary'}
              isDisabled={state === 'busy'}
              onPress={() => void takeBack()}
            >
              {t('transfer.imported.takeBack')}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
}

function Done({ imported }: { readonly imported: Extract<Brought, { kind: 'imported' }> }) {
  const { t } = useTranslation();
  const { sessionOnly, canTakeBack } = imported;
  return (
    <>
      <Notice tone="ok">
        <Counts brought={imported} />
      </Notice>
      {sessionOnly === 0 ? null : <Notice tone="warning">{<p>{t('transfer.imported.session')}</p>}</Notice>}
      <p>{t('transfer.imported.next')}</p>
      {canTakeBack ? null : <p className="hint">{t('transfer.imported.noTakeBack')}</p>}
    </>
  );
}

function Counts({ brought: { added, changed, secrets } }: { readonly brought: Brought }) {
  const { t } = useTranslation();
  const withSecrets =
    secrets === 0 ? t('transfer.export.noSecret') : t('transfer.export.secrets', { count: secrets });
  return <p>{t('transfer.imported.counts', { added, changed, secrets: withSecrets })}</p>;
}
