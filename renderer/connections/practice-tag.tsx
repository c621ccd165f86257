import { useTranslation } from 'react-i18next';

/** Marks a practice connection, in the list and on its page. */
export function PracticeTag() {
  const { t } = useTranslation();
  return (
    <span className="tag" data-practice>
      {t('connections.row.practice')}
    </span>
  );
}
