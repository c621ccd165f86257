import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../components/button';
import { Notice } from '../components/notice';
import type { StageProps } from './stage-props';

/** Gives the replacement up; asked once more, because the new secret may be the only one the server still takes. */
export function DropNew({ act }: Pick<StageProps, 'act'>) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button onPress={() => setAsking(true)}>{t('rotation.drop.ask')}</Button>;
  return (
    <Notice tone="warning" alert title={t('rotation.drop.title')}>
      <p>{t('rotation.drop.text')}</p>
      <div className="row">
        <Button size="small" onPress={() => setAsking(false)}>
          {t('rotation.drop.keep')}
        </Button>
        <Button size="small" kind="danger" onPress={() => void act('cancel')}>
          {t('rotation.drop.confirm')}
        </Button>
      </div>
    </Notice>
  );
}
