import type { SharedRef } from '@contract/shared-record';
import type { SharedVersionRow } from '@contract/shared-store';
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Fold } from '../components/fold';
import { useWhen } from '../connections/use-when';
import { askShared } from './ask-shared';
import { ConfirmDialog } from './confirm-dialog';
import styles from './shared-page.module.css';
import { TroubleNotice } from './trouble-notice';
import { useAsking } from './use-asking';

interface Props {
  readonly sharedRef: SharedRef;
  /** The store's rules let this person write. */
  readonly mayWrite: boolean;
  readonly onRestored: () => void;
}

/** What the store has kept of a connection. Asked for when it is opened. */
export function Versions(props: Props) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('sharing.versions.title')}</h2>
      <Fold label={t('sharing.versions.show')}>
        <Kept {...props} />
      </Fold>
    </section>
  );
}

function Kept({ sharedRef, mayWrite, onRestored }: Props) {
  const { t } = useTranslation();
  const when = useWhen({ exactly: true });
  const announce = useAnnounce();
  const { folder, id } = sharedRef;
  const [rows, setRows] = useState<readonly SharedVersionRow[] | null>(null);
  const { busy, trouble, setTrouble, ask } = useAsking();
  const [asked, setAsked] = useState<number | null>(null);
  const look = useCallback(async () => {
    const answer = await askShared('shared-history', { ref: { folder, id } });
    if (answer.ok) setRows(answer.value);
    else setTrouble(answer.failure);
  }, [folder, id, setTrouble]);
  useEffect(() => void look(), [look]);

  const restore = async (version: number) => {
    const shown = Math.max(0, ...(rows ?? []).map((row) => row.version));
    const answer = await ask(() => askShared('restore-shared', { ref: { folder, id }, version, shown }));
    setAsked(null);
    if (answer.ok) announce(t('sharing.versions.restored', { version }));
    await look();
    if (answer.ok) onRestored();
  };
  return (
    <div className="stack-close">
      <p className="soft">{t('sharing.versions.lead')}</p>
      <TroubleNotice trouble={trouble} />
      {rows === null ? (
        trouble === null ? (
          <p className="soft" role="status">
            {t('sharing.one.loading')}
          </p>
        ) : null
      ) : (
        <ul className={styles.versions}>
          {rows.map(({ version, at, goneAt, isDestroyed, isCurrent }) => (
            <li key={version}>
              <span>
                {t('sharing.versions.row', { version, when: when(at) })}
                {isCurrent && goneAt === null && !isDestroyed ? ` · ${t('sharing.versions.current')}` : ''}
                {goneAt === null ? '' : ` · ${t('sharing.versions.gone', { when: when(goneAt) })}`}
                {isDestroyed ? ` · ${t('sharing.versions.destroyed')}` : ''}
              </span>
              {isDestroyed || (isCurrent && goneAt === null) || !mayWrite ? null : (
                <Button
                  size="small"
                  aria-label={t('sharing.versions.restoreNamed', { version })}
                  onPress={() => setAsked(version)}
                >
                  {t('sharing.versions.restore')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked === null ? null : (
        <ConfirmDialog
          title={t('sharing.versions.restoreTitle', { version: asked })}
          text={t('sharing.versions.restoreText')}
          yes={t('sharing.versions.restoreYes')}
          no={t('sharing.versions.restoreNo')}
          busy={busy}
          onYes={() => void restore(asked)}
          onNo={() => setAsked(null)}
        />
      )}
    </div>
  );
}
