import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useApp } from '../app-context';

const AnnounceContext = createContext<(words: string) => void>(() => undefined);

/** Says something to a screen reader without moving the focus. */
export const useAnnounce = (): ((words: string) => void) => useContext(AnnounceContext);

/**
 * Long enough for a screen reader to pick up the text, short enough that nobody comes across it later as something new.
 */
const GONE_AFTER_MS = 5000;

interface Said {
  readonly turn: number;
  readonly words: string;
}
const SILENCE: readonly Said[] = [];

/**
 * The window's only polite live region. Text stays in it briefly: left there, it would be read again whenever the
 * screen reader rescans the page, and in the previous language.
 */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const { language } = useApp();
  const [said, setSaid] = useState({ language, all: SILENCE });
  // Clear it before the page renders in the new language.
  if (said.language !== language) setSaid({ language, all: SILENCE });
  const turn = useRef(0);
  const leaving = useRef(new Set<ReturnType<typeof setTimeout>>());

  const announce = useCallback((words: string) => {
    turn.current += 1;
    const own = { turn: turn.current, words };
    // Append: replacing a text at once would mean that nobody hears it.
    setSaid((before) => ({ ...before, all: [...before.all, own] }));
    const leave = setTimeout(() => {
      leaving.current.delete(leave);
      setSaid((before) => ({ ...before, all: before.all.filter((each) => each !== own) }));
    }, GONE_AFTER_MS);
    leaving.current.add(leave);
  }, []);
  useEffect(() => {
    const all = leaving.current;
    return () => {
      for (const leave of all) clearTimeout(leave);
    };
  }, []);

  const region = useMemo(
    () => (
      // The attribute exempts it when a dialog hides the rest of the page (React Aria's `ariaHideOutside`).
      <div aria-live="polite" className="for-readers" data-testid="announcements" data-live-announcer="true">
        {said.all.map(({ turn: key, words }) => (
          <p key={key}>{words}</p>
        ))}
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
