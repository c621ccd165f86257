import { Eye, EyeOff } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from './button';

interface Props {
  /** The name of what is masked. */
  readonly what: string;
  readonly isShown: boolean;
  /** Seconds until it is masked again; null if that does not happen automatically. */
  readonly secondsLeft?: number | null;
  /** Why it cannot be shown. */
  readonly reason?: string | null;
  readonly onPress: () => void;
}

/** Reveals and masks again, with the remaining time. */
export function RevealButton({ what, isShown, secondsLeft = null, reason = null, onPress }: Props) {
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
        reason={reason}
        onPress={onPress}
      >
        {isShown ? <EyeOff size={20} aria-hidden /> : <Eye size={20} aria-hidden />}
      </IconButton>
    </>
  );
}
