import type { HelpPart } from '@contract/channels';
import { useCallback, useEffect, useState } from 'react';
import { bridge } from '../bridge';

/** The part of the help that is asked for, or null: F1 and the menu open it, on every screen. */
export function useHelp(): {
  readonly shown: HelpPart | null;
  readonly show: (part: HelpPart) => void;
  readonly hide: () => void;
} {
  const [shown, setShown] = useState<HelpPart | null>(null);
  const hide = useCallback(() => setShown(null), []);
  useEffect(() => bridge.on('show-help', setShown), []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setShown('keys');
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
  return { shown, show: setShown, hide };
}
