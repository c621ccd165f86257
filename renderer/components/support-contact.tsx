import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';

/** Whom the organization says to ask for help. */
export function SupportContact() {
  const { t } = useTranslation();
  const { supportContact } = useApp().start.policies;
  return supportContact === null ? null : (
    <p className="small">{t('common.managed.contact', { contact: supportContact })}</p>
  );
}
