import type { Failure } from '@contract/channels';
import type { ImportAnswer } from '@contract/moving';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';

/** What was brought in, what it is worth here, and the way back while this page is open. */
export function Imported({ imported }: { readonly imported: Extract<ImportAnswer, { kind: 'imported' }> }) {
  const { t } = useTranslation();
  const { go } = useApp();
  const [state, setState] = useState<'done' | 'busy' | 'taken-back' | 'touched'>('done');
  const [failure, setFailure] = useState<Failure | null>(null);
  const { added, changed, secrets, sessionOnly, canTakeBack } = imported;

  const takeBack = async () => {
    setState('busy');
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
      <div className="one-head">
        <Heading focusOn={state === 'taken-back' ? state : 'imported'}>
          {t(state === 'taken-back' ? 'moving.imported.takenBack' : 'moving.imported.title')}
        </Heading>
      </div>
      <div className="stack">
        {state === 'taken-back' ? null : (
          <>
            <Notice tone="ok">
              <p>
                {t('moving.imported.counts', {
                  added,
                  changed,
                  secrets:
                    secrets === 0
                      ? t('moving.export.noSecret')
                      : t('moving.export.secrets', { count: secrets }),
                })}
              </p>
            </Notice>
            {sessionOnly === 0 ? null : (
              <Notice tone="warning">{<p>{t('moving.imported.session')}</p>}</Notice>
            )}
            <p>{t('moving.imported.next')}</p>
            {canTakeBack ? null : <p className="hint">{t('moving.imported.noTakeBack')}</p>}
          </>
        )}
        {state === 'touched' ? (
          <Notice tone="warning" title={t('moving.imported.notTakenBack')} alert />
        ) : null}
        <FailureNotice failure={failure} />
        <div className="row">
          <Button kind="primary" isDisabled={state === 'busy'} onPress={() => go({ at: 'home' })}>
            {t('moving.imported.list')}
          </Button>
          {canTakeBack && state !== 'taken-back' ? (
            <Button isDisabled={state === 'busy'} onPress={() => void takeBack()}>
              {t('moving.imported.takeBack')}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
}
