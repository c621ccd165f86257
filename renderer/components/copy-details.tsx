import { useTranslation } from 'react-i18next';
import { CopyButton } from './copy-button';

/** Of a bug in main: for a ticket, or a mail to whoever looks after the program. */
export function CopyDetails({ details }: { readonly details: string }) {
  const { t } = useTranslation();
  return (
    <CopyButton text={details} what={t('common.fatal.detailsNamed')}>
      {t('common.fatal.copy')}
    </CopyButton>
  );
}
