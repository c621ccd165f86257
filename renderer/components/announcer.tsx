import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Says something to a screen reader without moving the focus. */
export const useAnnounce = (): ((words: string) => void) => useContext(AnnounceContext);

/** The window's one polite live region. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const [said, setSaid] = useState({ words: '', turn: 0 });
  const turn = useRef(0);
  const announce = useCallback((words: string) => {
    turn.current += 1;
    setSaid({ words, turn: turn.current });
  }, []);
  const region = useMemo(
    () => (
      <div aria-live="polite" className="for-readers" data-testid="announcements">
        {/* A new element each time, so that the same words are said twice when they happen twice. */}
        <p key={said.turn}>{said.words}</p>
      </div>
    ),
    [said],
  );
  return (
    <AnnounceContext value={announce}>
      {children}
      {region}
    </AnnounceContext>
  );
}
