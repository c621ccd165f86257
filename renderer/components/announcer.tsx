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
/** What is said within this time is one message: of several in one frame, Chromium tells AT-SPI2 the last one first. */
const GATHER_MS = 150;
/** A busy window passes on what was said this close together in one go, and then the last one first as well. */
const APART_MS = 1000;

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
  /** Not yet in the region. */
  const gathered = useRef<string[]>([]);
  const lastSaidAt = useRef(-APART_MS);
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());

  const announce = useCallback((words: string) => {
    gathered.current.push(words);
    if (gathered.current.length > 1) return;
    const later = (after: number, act: () => void): void => {
      const timer = setTimeout(() => {
        timers.current.delete(timer);
        act();
      }, after);
      timers.current.add(timer);
    };
    const now = performance.now();
    later(Math.max(GATHER_MS, lastSaidAt.current + APART_MS - now), () => {
      lastSaidAt.current = performance.now();
      turn.current += 1;
      const own = { turn: turn.current, words: asOne(gathered.current) };
      gathered.current = [];
      // Append: replacing a text at once would mean that nobody hears it.
      setSaid((before) => ({ ...before, all: [...before.all, own] }));
      later(GONE_AFTER_MS, () => {
        setSaid((before) => ({ ...before, all: before.all.filter((each) => each !== own) }));
      });
    });
  }, []);
  // Drop pending announcements: they are in the old language.
  // biome-ignore lint/correctness/useExhaustiveDependencies: `language` is the signal itself.
  useEffect(
    () => () => {
      for (const timer of timers.current) clearTimeout(timer);
      timers.current.clear();
      gathered.current = [];
    },
    [language],
  );

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

/** Each as a sentence, so that a reader pauses between them. */
const asOne = (all: readonly string[]): string =>
  all
    .map((words, index) => (index < all.length - 1 && /[\p{L}\p{N})»”]$/u.test(words) ? `${words}.` : words))
    .join(' ');
