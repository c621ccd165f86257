import { ClipboardPaste } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import styles from './paste-offer.module.css';

interface Props {
  /** True if the values came by e-mail, false if they are copied from a page. */
  readonly byMail: boolean;
  readonly onPress: () => void;
}

/** Offers to extract all values from one pasted text. */
export function PasteOffer({ byMail, onPress }: Props) {
  const { t } = useTranslation();
  return (
    <div className={styles.offer}>
      <ClipboardPaste className="accent" size={22} strokeWidth={1.75} aria-hidden />
      <p>
        <strong>{t(byMail ? 'wizard.enter.offerTitle' : 'wizard.copied.offerTitle')}</strong>{' '}
        {t('wizard.enter.offerText')}
      </p>
      <Button size="small" onPress={onPress}>
        {t(byMail ? 'wizard.enter.offer' : 'wizard.copied.offer')}
      </Button>
    </div>
  );
}
