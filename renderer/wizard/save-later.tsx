import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../app-context';
import { Button } from '../components/button';

/** Saves everything and goes to the list; stays here if saving failed. */
export function SaveLater({
  save,
  primary = false,
  isDisabled = false,
}: {
  readonly save: () => Promise<boolean>;
  readonly primary?: boolean;
  readonly isDisabled?: boolean;
}) {
  const { t } = useTranslation();
  const { go } = useApp();
  const [busy, setBusy] = useState(false);
  const leave = async () => {
    setBusy(true);
    const saved = await save();
    setBusy(false);
    if (saved) go({ at: 'home' });
  };
  return (
    <Button kind={primary ? 'primary' : 'plain'} isDisabled={busy || isDisabled} onPress={() => void leave()}>
      {t('common.action.later')}
    </Button>
  );
}
