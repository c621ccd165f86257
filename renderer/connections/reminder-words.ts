import type { Language } from '@contract/channels';
import type { Reminder } from '@contract/reminder';
import type { TFunction } from 'i18next';
import { formatDay } from '../i18n/format';

/** What is due, in one line. */
export function reminderLine(t: TFunction, language: Language, reminder: Reminder): string {
  if (reminder.kind === 'replacing') return t('connections.reminder.replacing');
  const day = 'on' in reminder ? reminder.on : reminder.since;
  return t(`connections.reminder.${reminder.kind}`, { date: formatDay(language, day) });
}
