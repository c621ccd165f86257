import { useInsertionEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** Titles the window after its content, for the taskbar and screen readers. */
export function useScreenTitle(what: string): void {
  const { t } = useTranslation();
  const app = t('common.appName');
  // Runs before the heading takes the focus in its layout effect, so that screen readers announce the new title.
  useInsertionEffect(() => {
    document.title = `${what} · ${app}`;
  }, [what, app]);
}
