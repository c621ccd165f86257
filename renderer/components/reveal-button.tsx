import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';

interface Props {
  /** The name of what is masked. */
  readonly what: string;
  readonly isShown: boolean;
  /** Until it is masked again; null where that does not happen by itself. */
  readonly secondsLeft?: number | null;
  readonly isDisabled?: boolean;
  readonly onPress: () => void;
}

/** The eye that shows what is masked, and masks it again, with how long it will still be shown. */
export function RevealButton({ what, isShown, secondsLeft = null, isDisabled = false, onPress }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {secondsLeft === null ? null : (
        <span className="countdown" aria-hidden>
          {t('common.field.hiddenIn', { seconds: secondsLeft })}
        </span>
      )}
      <IconButton
        aria-label={t(isShown ? 'common.action.hide' : 'common.action.show', { what })}
        isDisabled={isDisabled}
        onPress={onPress}
      >
        {isShown ? <EyeOff size={20} aria-hidden /> : <Eye size={20} aria-hidden />}
      </IconButton>
    </>
  );
}
