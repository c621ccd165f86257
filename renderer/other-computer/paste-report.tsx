import { LIMITS } from '@contract/limits';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';
import { PasteBox } from '../components/paste-box';

interface Props {
  readonly onRead: (text: string) => void;
  readonly onClose: () => void;
}

/** Takes a report as text, such as from an email. */
export function PasteReport({ onRead, onClose }: Props) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  return (
    <Dialog
      title={t('otherComputer.paste.title')}
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{t('common.action.cancel')}</Button>
          <Button
            kind="primary"
            reason={text.trim() === '' ? t('otherComputer.paste.empty') : null}
            onPress={() => onRead(text)}
          >
            {t('otherComputer.paste.read')}
          </Button>
        </>
      }
    >
      <p className="soft">{t('otherComputer.paste.lead')}</p>
      <PasteBox
        label={t('otherComputer.paste.box')}
        value={text}
        limit={LIMITS.reportText}
        onChange={setText}
      />
    </Dialog>
  );
}
