import type { Failure, OpenedConnection } from '@contract/channels';
import type { System } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { FailureNotice } from '../components/failure-notice';
import { systemNames } from './system-names';

interface Props {
  readonly opened: OpenedConnection;
  readonly system: System;
  readonly onClose: () => void;
}

/** Asks before deleting, and names what would be lost. */
export function DeleteDialog({ opened, system, onClose }: Props) {
  const { t } = useTranslation();
  const { language, go } = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { connection, secrets, lastReport } = opened;
  const count = Object.values(connection.values).filter((value) => value !== '').length;
  const kept = Object.entries(secrets).filter(([, state]) => state !== 'absent');
  const byMail = system.registrationMail !== undefined;
  const labels = system.texts[language].fields;

  const remove = async () => {
    setBusy(true);
    const answer = await bridge.call('delete-connection', { id: connection.id });
    setBusy(false);
    if (answer.ok) go({ at: 'home' });
    else setProblem(answer.failure);
  };

  return (
    <Dialog
      role="alertdialog"
      title={t('connections.deletion.title', {
        name: `${systemNames[connection.system]} · ${connection.name}`,
      })}
      onClose={onClose}
      foot={
        <>
          <Button autoFocus isDisabled={busy} onPress={onClose}>
            {t('connections.deletion.keep')}
          </Button>
          <Button kind="danger" isDisabled={busy} onPress={() => void remove()}>
            {t('connections.deletion.confirm')}
          </Button>
        </>
      }
    >
      <div className="stack-close">
        <p>{t('connections.deletion.lead')}</p>
        <ul className="bulleted">
          <li>
            {count === 0 ? t('connections.deletion.noValues') : t('connections.deletion.values', { count })}
          </li>
          {kept.map(([field]) => (
            <li key={field}>
              {t(byMail ? 'connections.deletion.secret' : 'connections.deletion.secretVendor', {
                secret: labels[field]?.label ?? field,
              })}
            </li>
          ))}
          {lastReport === null ? null : <li>{t('connections.deletion.report')}</li>}
        </ul>
        {connection.practice ? null : (
          <p className="soft">
            {t(byMail ? 'connections.deletion.outside' : 'connections.deletion.outsideVendor')}
          </p>
        )}
      </div>
      <FailureNotice failure={problem} />
    </Dialog>
  );
}
