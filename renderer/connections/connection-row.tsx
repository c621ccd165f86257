import type { ConnectionSummary } from '@contract/channels';
import type { FindingCode, StepId } from '@contract/findings';
import { stepNames } from '@contract/step-names';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';
import { EnvironmentTag } from '../components/environment-tag';
import { type Status, StatusIcon } from '../components/status-icon';
import { formatDay } from '../i18n/format';
import { useFindingTitles, useSystems } from '../report/finding-texts';
import { stepLabel } from '../wizard/step-label';
import { reminderLine } from './reminder-words';
import { systemName } from './system-names';
import { useWhen } from './use-when';

/** How a connection stands, as one icon. */
function statusOf(connection: ConnectionSummary): Status {
  const { lastCheck, setup } = connection;
  if (setup.finishedAt === null) return setup.registrationSentOn === null ? 'unfinished' : 'waiting';
  if (lastCheck === null) return 'not-tried';
  if (lastCheck.outcome === 'failed') return 'failed';
  return lastCheck.proved ? 'passed' : 'warning';
}

/** How a connection stands, in one sentence. */
export function useSituation(): (connection: ConnectionSummary) => string {
  const { t } = useTranslation();
  const { language } = useApp();
  const when = useWhen();
  const titles = useFindingTitles();
  const systemOf = useSystems();
  /** Only the second step's name depends on the system, whose file may still be on its way. */
  const unfinished = ({ setup, system }: ConnectionSummary): string => {
    const known = systemOf(system);
    return known === undefined && setup.step === 'register'
      ? t('connections.row.unfinishedPlain')
      : t('connections.row.unfinished', { step: stepLabel(t, setup.step, known) });
  };
  return (connection) => {
    const { lastCheck, setup } = connection;
    if (setup.finishedAt === null && lastCheck?.outcome !== 'failed') {
      return setup.registrationSentOn !== null && (setup.step === 'register' || setup.step === 'enter')
        ? t('connections.row.waiting', { date: formatDay(language, setup.registrationSentOn) })
        : unfinished(connection);
    }
    if (lastCheck === null) return t('connections.row.notProved');
    const finding = lastCheck.code === null ? '' : titles(connection.system, lastCheck.code as FindingCode);
    if (lastCheck.outcome === 'failed' && lastCheck.step !== null) {
      const step = stepNames[language][lastCheck.step as StepId];
      return t('connections.row.stopped', { step, when: when(lastCheck.at), finding });
    }
    if (!lastCheck.proved) {
      const unproved = systemOf(connection.system)?.texts[language].unproved;
      return unproved?.row ?? t('connections.row.notProvedTested', { when: when(lastCheck.at) });
    }
    return lastCheck.outcome === 'warning'
      ? t('connections.row.provedRemark', { when: when(lastCheck.at), finding })
      : t('connections.row.proved', { when: when(lastCheck.at) });
  };
}

/** What a test of all connections adds to a row while it runs, and after. */
export interface LiveRow {
  readonly status?: Status;
  readonly situation?: string;
  readonly note?: string;
  /** The button that tests it on purpose, in the place of the one that opens it. */
  readonly testAlone?: string;
}

interface Props {
  readonly connection: ConnectionSummary;
  readonly live?: LiveRow | undefined;
}

/** One connection in the list: how it stands, and the next thing to do with it. */
export const ConnectionRow = memo(function ConnectionRow({ connection, live }: Props) {
  const { t } = useTranslation();
  const { go, language } = useApp();
  const situation = useSituation();
  const { id, lastCheck, setup } = connection;
  const name = `${systemName(language, connection.system)} · ${connection.name}`;
  const status = live?.status ?? statusOf(connection);

  const button = (action: string, onPress: () => void) => (
    <Button size="small" aria-label={t('connections.action.named', { action, name })} onPress={onPress}>
      {action}
    </Button>
  );
  const open = (testNow: boolean) => () => go({ at: 'connection', id, testNow });

  return (
    <li className="card">
      <StatusIcon status={status} />
      <div>
        <h2>
          {name} <EnvironmentTag environment={connection.environment} />
          {connection.practice ? (
            <span className="tag" data-practice>
              {t('connections.row.practice')}
            </span>
          ) : null}
        </h2>
        <p>{live?.situation ?? situation(connection)}</p>
        {live?.note === undefined ? null : <p>{live.note}</p>}
        {connection.reminder === undefined ? null : (
          <p className="due">{reminderLine(t, language, connection.reminder)}</p>
        )}
      </div>
      <div className="row">
        {setup.finishedAt === null ? (
          <>
            {button(t('connections.action.goOn'), () => go({ at: 'wizard', id, edit: false }))}
            {button(t('connections.action.open'), open(false))}
          </>
        ) : (
          <>
            {lastCheck?.outcome === 'failed'
              ? button(t('connections.action.whatToDo'), open(false))
              : button(t('connections.action.test'), open(true))}
            {live?.testAlone === undefined
              ? button(t('connections.action.open'), open(false))
              : button(live.testAlone, open(true))}
          </>
        )}
      </div>
    </li>
  );
});
