import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the window after what it shows, for the task bar and for screen readers. */
export function useScreenTitle(what: string): void {
  const { t } = useTranslation();
  const app = t('common.appName');
  useEffect(() => {
    document.title = `${what} · ${app}`;
  }, [what, app]);
}
