import type { Failure } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { formatDay } from '@contract/formats';
import type { System } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { Button } from '../components/button';
import { FailureNotice } from '../components/failure-notice';
import { Notice } from '../components/notice';
import { nextYearly } from './next-yearly';

interface Props {
  readonly system: System;
  readonly connectionId: string;
  readonly reminders: Connection['reminders'];
  readonly onKept?: (reminders: NonNullable<Connection['reminders']>) => void;
}

/** For credentials that change every year: a reminder before the next change, with one click. */
export function YearlyReminder({ system, connectionId, reminders, onKept }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const [kept, setKept] = useState<string | null>(null);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { yearly } = system.rotation ?? {};
  const why = system.texts[language].rotation?.yearly;
  if (yearly === undefined || why === undefined) return null;
  if (kept !== null)
    return <Notice tone="ok" title={t('secrets.reminder.yearlyKept', { date: formatDay(language, kept) })} />;
  if ((reminders?.keyEndsOn ?? null) !== null) return null;
  const day = nextYearly(yearly, new Date());
  const keep = async () => {
    const next = { everyMonths: reminders?.everyMonths ?? null, keyEndsOn: day };
    const answer = await bridge.call('set-reminders', { id: connectionId, reminders: next });
    setProblem(answer.ok ? null : answer.failure);
    if (!answer.ok) return;
    setKept(day);
    onKept?.(next);
  };
  return (
    <div className="stack-close">
      <p>{why}</p>
      <div>
        <Button size="small" onPress={() => void keep()}>
          {t('secrets.reminder.yearly', { date: formatDay(language, day) })}
        </Button>
      </div>
      <FailureNotice failure={problem} />
    </div>
  );
}
