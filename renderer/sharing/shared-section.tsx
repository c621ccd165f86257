import type { SharedRow } from '@contract/shared-store';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { useWhen } from '../connections/use-when';
import { ReplacementNotice } from './replacement-notice';
import { RowLines, StandingLine } from './standing-line';

/** On a connection's page, once a store is set up: how it stands to the store, and the way there. */
export function SharedSection({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { go } = useApp();
  const when = useWhen();
  const [row, setRow] = useState<SharedRow | null>(null);
  useEffect(() => {
    let isHere = true;
    void bridge.call('shared-row', { id }).then((answer) => {
      if (isHere && answer.ok) setRow(answer.value);
    });
    return () => {
      isHere = false;
    };
  }, [id]);
  if (row === null) return null;
  const { standing, replacement, asOf } = row;
  const isHereOnly = standing === 'here-only';
  return (
    <section>
      <h2>{t('sharing.section.title')}</h2>
      <div className="stack-close">
        <StandingLine standing={standing} />
        <div className="soft">
          <p>{t(`sharing.means.${standing}`)}</p>
          <RowLines row={row} />
          {asOf === null || row.isTooOld ? null : <p>{t('sharing.row.asOf', { when: when(asOf) })}</p>}
        </div>
        {replacement === null || replacement.isHere ? null : <ReplacementNotice replacement={replacement} />}
        <div className="row">
          <Button onPress={() => go({ at: 'sharing', id, publish: isHereOnly })}>
            {t(isHereOnly ? 'sharing.section.publish' : 'sharing.section.open')}
          </Button>
        </div>
      </div>
    </section>
  );
}
