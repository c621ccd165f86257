import { LIMITS } from '@contract/limits';
import { useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { TextArea } from 'react-aria-components/TextArea';
import { TextField } from 'react-aria-components/TextField';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { Dialog } from '../components/dialog';

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
      <TextField className="field" value={text} onChange={setText} autoFocus>
        <Label>{t('otherComputer.paste.box')}</Label>
        <div className="box">
          <TextArea className="value" maxLength={LIMITS.reportText} spellCheck={false} autoComplete="off" />
        </div>
      </TextField>
    </Dialog>
  );
}
