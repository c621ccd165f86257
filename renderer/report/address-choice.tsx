import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import styles from './address-choice.module.css';
import type { NamedAddress } from './named-address';

interface Props {
  readonly address: NamedAddress;
  /** The label of the field the address goes into. */
  readonly label: string;
  readonly onUse: (values: Readonly<Record<string, string>>) => void;
}

/**
 * Both addresses, and a button for each that may be used. Neither is recommended: only the user can know which server
 * is the right one.
 */
export function AddressChoice({ address, label, onUse }: Props) {
  const { t } = useTranslation();
  const { field, entered, named, use, stay } = address;
  return (
    <section className={styles.choice} aria-label={t('report.addressChoice.title')}>
      <dl>
        <dt>{t('report.addressChoice.entered')}</dt>
        <dd className="value">{entered}</dd>
        <dt>{t('report.addressChoice.named')}</dt>
        <dd className="value">{named}</dd>
        {stay === null ? null : (
          <>
            <dt>{t('report.addressChoice.there')}</dt>
            <dd className="value">{stay}</dd>
          </>
        )}
      </dl>
      <p className="small">{t('report.addressChoice.then', { field: label })}</p>
      <div className="row">
        {use === null ? null : (
          <Button onPress={() => onUse({ [field]: use })}>{t('report.addressChoice.use')}</Button>
        )}
        {stay === null ? null : (
          <Button onPress={() => onUse({ [field]: stay })}>{t('report.addressChoice.stay')}</Button>
        )}
      </div>
    </section>
  );
}
