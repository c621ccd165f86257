import type { Connection } from '@contract/connection';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import { useWhen } from '../connections/use-when';

/** On a connection's page: how to continue a rotation in progress, otherwise how to start one. */
export function RotationNotice({
  connection,
  begin,
}: {
  readonly connection: Connection;
  /** The system's own words for the button that starts one. */
  readonly begin: string | undefined;
}) {
  const { t } = useTranslation();
  const { go } = useApp();
  const when = useWhen();
  const { rotation, id } = connection;
  const open = (words: string) => (
    <div className="row">
      <Button onPress={() => go({ at: 'rotation', id })}>{words}</Button>
    </div>
  );
  if (rotation === undefined) return open(begin ?? t('rotation.notice.begin'));
  return rotation.phase === 'beside' ? (
    <Notice title={t('rotation.notice.beside')}>
      <p>{t('rotation.notice.besideText')}</p>
      {open(t('rotation.notice.goOn'))}
    </Notice>
  ) : (
    <Notice title={t('rotation.notice.switched', { when: when(rotation.switchedAt) })}>
      <p>{t('rotation.notice.switchedText')}</p>
      {open(t('rotation.notice.goOn'))}
    </Notice>
  );
}
