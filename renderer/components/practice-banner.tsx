import { FlaskConical } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './practice-banner.module.css';

/** Shown on every screen of a practice connection. */
export function PracticeBanner() {
  const { t } = useTranslation();
  return (
    <div className={styles.banner} role="note">
      <FlaskConical className="accent" size={18} aria-hidden />
      <span>{t('common.practiceBanner')}</span>
    </div>
  );
}
