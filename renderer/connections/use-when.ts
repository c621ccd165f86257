import { describeInstant } from '@contract/formats';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';

/** Formats a time the way people say it: "today at 8:04". `exactly` adds the time for every day, as in a record. */
export function useWhen({ exactly = false } = {}): (instant: string) => string {
  const { t } = useTranslation();
  const { language } = useApp();
  return (instant) => {
    const { day, time, date } = describeInstant(language, instant);
    return t(`connections.when.${exactly && day === 'date' ? 'exactly' : day}`, { time, date });
  };
}
