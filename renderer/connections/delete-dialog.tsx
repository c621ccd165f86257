import type { Failure, OpenedConnection } from '@contract/channels';
import { fill } from '@contract/fill';
import { systemName } from '@contract/names';
import { isolated } from '@contract/printable';
import type { System } from '@systems/system';
import { Copy } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { useAnnounce } from '../components/announcer';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { EnvironmentTag } from '../components/environment-tag';
import { FailureNotice } from '../components/failure-notice';

interface Props {
  readonly opened: OpenedConnection;
  readonly system: System;
  readonly onClose: () => void;
}

/** Asks for confirmation and lists what would be lost. */
export function DeleteDialog({ opened, system, onClose }: Props) {
  const { t } = useTranslation();
  const { language, go } = useApp();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { connection, secrets, lastReport } = opened;
  const count = system.fields.filter(
    ({ id, secret }) => !secret && (connection.values[id] ?? '') !== '',
  ).length;
  const kept = Object.entries(secrets).filter(([, state]) => state !== 'absent');
  const { fields: labels, registration } = system.texts[language];
  const sayLost = (secret: string): string =>
    registration === undefined
      ? t('connections.deletion.secretVendor', { secret })
      : fill(registration.deletion.secret, { secret });

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
      title={t(`connections.deletion.title.${connection.practice ? 'practice' : connection.environment}`, {
        name: `${systemName(language, connection.system)} · ${isolated(connection.name)}`,
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
        <p>
          <EnvironmentTag environment={connection.environment} long />
        </p>
        <p>{t('connections.deletion.lead')}</p>
        <ul className="bulleted">
          <li>
            {count === 0 ? t('connections.deletion.noValues') : t('connections.deletion.values', { count })}
          </li>
          {kept.map(([field]) => (
            <li key={field}>
              {sayLost(labels[field]?.named ?? labels[field]?.label ?? field)}{' '}
              <CopySecret
                connectionId={connection.id}
                field={field}
                label={labels[field]?.label ?? field}
                onFailure={setProblem}
              />
            </li>
          ))}
          {lastReport === null ? null : <li>{t('connections.deletion.report')}</li>}
        </ul>
        {connection.practice ? null : (
          <p className="soft">{registration?.deletion.outside ?? t('connections.deletion.outsideVendor')}</p>
        )}
      </div>
      <FailureNotice failure={problem} />
    </Dialog>
  );
}

interface CopyProps {
  readonly connectionId: string;
  readonly field: string;
  readonly label: string;
  readonly onFailure: (failure: Failure | null) => void;
}

/** A last chance to save a secret elsewhere: copies it without revealing it. */
function CopySecret({ connectionId, field, label, onFailure }: CopyProps) {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const copy = async () => {
    const answer = await bridge.call('copy-secret', { id: connectionId, field });
    onFailure(answer.ok ? null : answer.failure);
    if (answer.ok) {
      announce(t('common.action.copiedSecret', { what: label, seconds: answer.value.clearAfterSeconds }));
    }
  };
  return (
    <Button size="small" onPress={() => void copy()}>
      <Copy size={18} aria-hidden />
      {t('connections.handOver.copySecret', { secret: label })}
    </Button>
  );
}
