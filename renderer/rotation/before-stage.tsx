import type { SharedRow } from '@contract/shared-store';
import { systemFor } from '@systems/catalogue';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { Heading } from '../components/heading';
import { Notice } from '../components/notice';
import { ReplaceGuide } from '../report/replace-guide';
import { versionIn } from '../report/version-in';
import type { StageProps } from './stage-props';

const ReplacementNotice = lazy(() =>
  import('../sharing/replacement-notice').then((module) => ({ default: module.ReplacementNotice })),
);

/** First stage: what happens to the old secret in the vendor's system, before anything is changed there or here. */
export function BeforeStage({ view, about, act, toConnection }: StageProps) {
  const { t } = useTranslation();
  const { language, go } = useApp();
  const system = systemFor(view.connection);
  const [version, setVersion] = useState<string | null>(null);
  const { id } = view.connection;
  const elsewhere = useReplacementElsewhere(id);
  useEffect(() => {
    void bridge.call('open-connection', { id }).then((answer) => {
      if (answer.ok) setVersion(versionIn(answer.value.lastReport?.steps ?? []));
    });
  }, [id]);
  return (
    <div className="stack">
      <div>
        <Heading focusOn="before" about={about}>
          {t('rotation.before.title')}
        </Heading>
        <p className="lead">{t('rotation.before.lead')}</p>
      </div>
      {elsewhere === null ? null : (
        <Suspense fallback={null}>
          <ReplacementNotice replacement={elsewhere}>
            <div className="row">
              <Button size="small" onPress={() => go({ at: 'sharing', id, publish: false })}>
                {t('sharing.replacement.ask')}
              </Button>
            </div>
          </ReplacementNotice>
        </Suspense>
      )}
      <Notice tone="warning" title={t('rotation.before.old')}>
        <p>{system.texts[language].rotation?.before ?? t('rotation.before.unknown')}</p>
      </Notice>
      <section>
        <h2>{t('rotation.before.there')}</h2>
        <ReplaceGuide system={system} version={version} />
      </section>
      <section>
        <h2>{t('rotation.before.here')}</h2>
        <ol className="numbered">
          <li>{t('rotation.before.enter')}</li>
          <li>{t('rotation.before.test')}</li>
          <li>{t('rotation.before.switch')}</li>
          <li>{t('rotation.before.keep')}</li>
        </ol>
      </section>
      <div className="row">
        {elsewhere === null ? (
          <Button kind="primary" onPress={() => void act('begin')}>
            {t('rotation.before.begin')}
          </Button>
        ) : null}
        <Button onPress={toConnection}>{t('rotation.before.notNow')}</Button>
      </div>
    </div>
  );
}

/** A colleague's replacement of the same secret, as far as this computer knows; main asks the store when one begins. */
function useReplacementElsewhere(id: string): SharedRow['replacement'] {
  const { marks } = useApp();
  const isShared = marks?.[id] !== undefined;
  const [replacement, setReplacement] = useState<SharedRow['replacement']>(null);
  useEffect(() => {
    if (!isShared) return;
    let isHere = true;
    void bridge.call('shared-row', { id }).then((answer) => {
      if (isHere && answer.ok) setReplacement(answer.value?.replacement ?? null);
    });
    return () => {
      isHere = false;
    };
  }, [id, isShared]);
  return replacement?.isHere === true ? null : replacement;
}
