import type { CarriedLine } from '@contract/carried';
import { useTranslation } from 'react-i18next';

/** The operating system and the program's version of another computer, as far as its report tells. */
export function usePlace(): (report: Pick<CarriedLine, 'platform' | 'app'>) => string {
  const { t } = useTranslation();
  return ({ platform, app }) =>
    [
      platform === null ? t('otherComputer.platform.unknown') : t(`otherComputer.platform.${platform}`),
      ...(app === '' ? [] : [t('otherComputer.version', { version: app })]),
    ].join(', ');
}
