import { describeInstant } from '@contract/formats';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';

/** Says when something was, the way people do: "today at 8:04"; `exactly`: with the time on every day, as a record has it. */
export function useWhen({ exactly = false } = {}): (instant: string) => string {
  const { t } = useTranslation();
  const { language } = useApp();
  return (instant) => {
    const { day, time, date } = describeInstant(language, instant);
    return t(`connections.when.${exactly && day === 'date' ? 'exactly' : day}`, { time, date });
  };
}
