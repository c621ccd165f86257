import { useTranslation } from 'react-i18next';

/** Marks a rehearsal, in the list and on the connection's page. */
export function PracticeTag() {
  const { t } = useTranslation();
  return (
    <span className="tag" data-practice>
      {t('connections.row.practice')}
    </span>
  );
}
