import { useEffect, useState } from 'react';

/** Seconds left until `deadline` (ms since the epoch), updated once a second; null without a deadline. */
export function useCountdown(deadline: number | null, onEnd?: () => void): number | null {
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    if (deadline === null) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(ticking);
  }, [deadline]);

  const left = deadline === null ? null : Math.max(0, Math.ceil((deadline - now) / 1000));
  const ended = left === 0;
  useEffect(() => {
    if (ended) onEnd?.();
  }, [ended, onEnd]);
  return left;
}
