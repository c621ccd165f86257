import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { bridge } from '../bridge';
import { useAnnounce } from './announcer';
import { tellShown } from './tell-shown';
import { useCountdown } from './use-countdown';

interface ShownSecret {
  /** The secret while it is revealed, otherwise null. */
  readonly shown: string | null;
  readonly secondsLeft: number | null;
  readonly show: (secret: string, hideAfterSeconds: number) => void;
  readonly hide: () => void;
}

/**
 * Reveals a secret for a limited time. It is hidden when the time is up, when the window loses focus, when main says so
 * (screen locked, computer asleep), and on unmount.
 */
export function useShownSecret(what: string): ShownSecret {
  const { t } = useTranslation();
  const announce = useAnnounce();
  const [state, setState] = useState<{ readonly secret: string; readonly until: number } | null>(null);

  const hide = useCallback(() => {
    setState((before) => {
      if (before !== null) queueMicrotask(() => announce(t('common.field.hiddenNow', { what })));
      return null;
    });
  }, [announce, t, what]);

  const secondsLeft = useCountdown(state?.until ?? null, hide);

  useEffect(() => {
    if (state === null) return;
    const tellHidden = tellShown();
    const stopListening = bridge.on('hide-secrets', hide);
    window.addEventListener('blur', hide);
    return () => {
      stopListening();
      tellHidden();
      window.removeEventListener('blur', hide);
    };
  }, [state, hide]);

  const show = useCallback(
    (secret: string, hideAfterSeconds: number) => {
      setState({ secret, until: Date.now() + hideAfterSeconds * 1000 });
      announce(t('common.field.shownNow', { what, seconds: hideAfterSeconds }));
    },
    [announce, t, what],
  );

  return { shown: state?.secret ?? null, secondsLeft, show, hide };
}
