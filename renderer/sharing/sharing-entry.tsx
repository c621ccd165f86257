import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';

/** On the first screen, once a store is set up: the way to what is shared. */
export function SharingEntry() {
  const { t } = useTranslation();
  const { go } = useApp();
  return (
    <Button kind="quiet" size="small" onPress={() => go({ at: 'sharing', id: null, publish: false })}>
      {t('sharing.entry')}
    </Button>
  );
}
