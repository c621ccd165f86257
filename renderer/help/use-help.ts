import { useCallback, useEffect, useState } from 'react';
import { bridge } from '../bridge';

/** Whether the help is shown: F1 and the menu open it, on every screen. */
export function useHelp(): {
  readonly isShown: boolean;
  readonly show: () => void;
  readonly hide: () => void;
} {
  const [isShown, setShown] = useState(false);
  const show = useCallback(() => setShown(true), []);
  const hide = useCallback(() => setShown(false), []);
  useEffect(() => bridge.on('show-help', show), [show]);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      show();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [show]);
  return { isShown, show, hide };
}
