import { useTranslation } from 'react-i18next';
import { Fold } from '../components/fold';

/** Where a value is found, folded under its field: for windows too narrow to show it beside. */
export function Where({ steps }: { readonly steps: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Fold label={t('common.field.whereIsThis')}>
      <ol className="numbered hint">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Fold>
  );
}
