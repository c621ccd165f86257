import { useTranslation } from 'react-i18next';
import { Fold } from '../components/fold';

/** Where to find a value, collapsed under its field in windows too narrow for the help column. */
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
