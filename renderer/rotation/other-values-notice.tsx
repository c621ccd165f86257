import { useTranslation } from 'react-i18next';
import { Notice } from '../components/notice';
import type { OtherValue } from './other-values';

interface Props {
  readonly others: readonly OtherValue[];
  readonly labelOf: (field: string) => string;
}

/** Lists what else a pasted reply says, and what to do about it. Renders nothing if there is nothing. */
export function OtherValuesNotice({ others, labelOf }: Props) {
  const { t } = useTranslation();
  if (others.length === 0) return null;
  return (
    <Notice tone="warning" title={t('rotation.enter.others')}>
      <ul className="bulleted">
        {others.map(({ field, value }) => (
          <li key={`${field} ${value}`}>
            {t('rotation.enter.other', { what: labelOf(field) })} <span className="value">{value}</span>
          </li>
        ))}
      </ul>
      <p>{t('rotation.enter.othersText')}</p>
    </Notice>
  );
}
