import { useTranslation } from 'react-i18next';
import { AskedAgain } from './asked-again';
import type { StageProps } from './stage-props';

/**
 * Abandons the rotation. Asks for confirmation, because the new secret may be the only one the server still accepts.
 */
export function DropNew({ act }: Pick<StageProps, 'act'>) {
  const { t } = useTranslation();
  return (
    <AskedAgain
      action={t('rotation.drop.ask')}
      title={t('rotation.drop.title')}
      text={t('rotation.drop.text')}
      no={t('rotation.drop.keep')}
      yes={t('rotation.drop.confirm')}
      onYes={() => void act('cancel')}
    />
  );
}
