import type { Failure } from '@contract/channels';
import { KEPT_AT_ONCE, type SharedOutcome } from '@contract/shared-requests';
import type { KeptInStep } from '@contract/shared-store';
import { useCallback, useEffect, useRef, useState } from 'react';
import { bridge } from '../bridge';

/** A run of "Keep in step" over several connections. */
export interface Keeping {
  readonly all: number;
  readonly outcomes: readonly SharedOutcome<KeptInStep>[];
  readonly state: 'running' | 'stopping' | 'stopped' | 'ended';
  /** Why it went no further. */
  readonly failure: Failure | null;
}

/** @param onEnd whenever a run has ended, whichever way */
export function useKeeping(onEnd: () => void): {
  readonly keeping: Keeping | null;
  readonly keep: (ids: readonly string[]) => void;
  readonly stop: () => void;
  readonly close: () => void;
} {
  const [keeping, setKeeping] = useState<Keeping | null>(null);
  const isStopped = useRef(false);
  const ended = useRef(onEnd);
  ended.current = onEnd;
  useEffect(
    () => () => {
      isStopped.current = true;
    },
    [],
  );

  const keep = useCallback((ids: readonly string[]) => {
    isStopped.current = false;
    setKeeping({ all: ids.length, outcomes: [], state: 'running', failure: null });
    const run = async (): Promise<Failure | null> => {
      for (let at = 0; at < ids.length && !isStopped.current; at += KEPT_AT_ONCE) {
        const answer = await bridge.call('keep-in-step', { ids: ids.slice(at, at + KEPT_AT_ONCE) });
        if (!answer.ok) return answer.failure;
        const came = answer.value;
        setKeeping((now) => now && { ...now, outcomes: [...now.outcomes, ...came] });
      }
      return null;
    };
    void run().then((failure) => {
      setKeeping((now) => now && { ...now, failure, state: isStopped.current ? 'stopped' : 'ended' });
      ended.current();
    });
  }, []);
  const stop = useCallback(() => {
    isStopped.current = true;
    setKeeping((now) => (now?.state === 'running' ? { ...now, state: 'stopping' } : now));
  }, []);
  const close = useCallback(() => setKeeping(null), []);
  return { keeping, keep, stop, close };
}
