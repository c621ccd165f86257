import type { Failure } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { reminderLine } from '@contract/list-row';
import type { Reminder } from '@contract/reminder';
import { systemFor } from '@systems/catalogue';
import type { System } from '@systems/system';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { bridge } from '../bridge';
import { ChoiceList } from '../components/choice-list';
import { DayField } from '../components/day-field';
import { FailureNotice } from '../components/failure-notice';
import { Fold } from '../components/fold';
import { Notice } from '../components/notice';
import { useRowWords } from '../connections/use-row-words';
import { YearlyReminder } from './yearly-reminder';

const PERIODS = ['none', '6', '12', '24'] as const;
type Period = (typeof PERIODS)[number];

/** A connection's due reminders, each with its action, and the reminder settings. */
export function Reminders({
  connection,
  system,
  first,
}: {
  readonly connection: Connection;
  readonly system: System;
  readonly first: Reminder | null;
}) {
  const { t } = useTranslation();
  const words = useRowWords();
  const { language } = useApp();
  const { expiry } = systemFor(connection).texts[language];
  const [wishes, setWishes] = useState(connection.reminders ?? { everyMonths: null, keyEndsOn: null });
  const [reminder, setReminder] = useState(first);
  const [problem, setProblem] = useState<Failure | null>(null);
  const { id } = connection;

  const keep = async (change: Partial<typeof wishes>) => {
    const next = { ...wishes, ...change };
    setWishes(next);
    const answer = await bridge.call('set-reminders', { id, reminders: next });
    setProblem(answer.ok ? null : answer.failure);
    if (answer.ok) setReminder(answer.value.reminder);
  };
  const known = String(wishes.everyMonths ?? 'none');
  const period: Period | null = PERIODS.find((one) => one === known) ?? null;

  return (
    <>
      {reminder === null || reminder.kind === 'replacing' ? null : (
        <Notice tone="warning" title={reminderLine(words, reminder)}>
          <p>{t(`secrets.reminder.todo.${reminder.kind}`)}</p>
        </Notice>
      )}
      <YearlyReminder system={system} connectionId={id} reminders={wishes} onKept={setWishes} />
      <Fold label={t('secrets.reminder.fold')}>
        <div className="stack">
          <ChoiceList
            label={t('secrets.reminder.every')}
            sideBySide
            options={PERIODS.map((value) => ({
              value,
              label: t(`secrets.reminder.period.${value}`),
              hint: '',
            }))}
            value={period}
            onChange={(chosen) =>
              void keep({ everyMonths: chosen === 'none' ? null : Number.parseInt(chosen, 10) })
            }
          />
          <DayField
            label={t('secrets.reminder.ends')}
            name="keyEndsOn"
            optional
            value={wishes.keyEndsOn ?? ''}
            help={[expiry, t('secrets.reminder.endsHelp')].filter(Boolean).join(' ')}
            onChange={(day) => {
              if (day !== null) void keep({ keyEndsOn: day === '' ? null : day });
            }}
          />
          <FailureNotice failure={problem} />
        </div>
      </Fold>
    </>
  );
}
