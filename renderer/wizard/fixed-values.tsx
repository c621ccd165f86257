import type { System } from '@systems/system';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import styles from './fixed-values.module.css';

interface Props {
  readonly system: System;
  /** Field id → value, in the system's order. */
  readonly values: readonly (readonly [field: string, value: string])[];
}

/** Values that the organization has set: shown, so that it is seen where a secret will go, and not to be changed. */
export function FixedValues({ system, values }: Props) {
  const { t } = useTranslation();
  const { language } = useApp();
  const titleId = useId();
  const texts = system.texts[language].fields;
  return (
    <section aria-labelledby={titleId}>
      <h2 id={titleId}>{t('wizard.enter.prepared')}</h2>
      <p className="soft">{t('wizard.enter.preparedLead')}</p>
      <dl className={styles.values}>
        {values.map(([field, value]) => (
          <div key={field}>
            <dt>{texts[field]?.label ?? field}</dt>
            <dd className="value">{texts[field]?.choices?.[value]?.name ?? value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
