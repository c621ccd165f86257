import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button';

/** Copies the details of a bug in main, for a ticket or an e-mail to support. */
export function CopyDetails({ details }: { readonly details: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton text={details} what={t('common.fatal.detailsNamed')}>
      {t('common.fatal.copy')}
    </CopyButton>
  );
}
