import { useInsertionEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Names the window after what it shows, for the task bar and for screen readers. */
export function useScreenTitle(what: string): void {
  const { t } = useTranslation();
  const app = t('common.appName');
  // Before the heading takes the focus in its layout effect, so that a screen reader says the new name of the window.
  useInsertionEffect(() => {
    document.title = `${what} · ${app}`;
  }, [what, app]);
}
