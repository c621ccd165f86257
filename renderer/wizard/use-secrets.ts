import type { Failure } from '@contract/channels';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { WizardPower } from './use-wizard';

interface TypedSecrets {
  /** Field id → typed text not yet stored. Cleared as soon as main has it. */
  readonly typed: Readonly<Record<string, string>>;
  readonly type: (field: string, secret: string) => void;
  /** Sends the typed secret to main. False if that failed; the text then stays in the field. */
  readonly keep: (field: string) => Promise<boolean>;
  readonly keepAll: () => Promise<boolean>;
  readonly problem: Failure | null;
}

/** Secrets go one way: typed, sent to main, forgotten here. Leaving the step loses nothing typed. */
export function useSecrets(wizard: WizardPower): TypedSecrets {
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [problem, setProblem] = useState<Failure | null>(null);
  const latest = useRef(typed);
  /**
   * Leaving the field and pressing Continue both store it. The second call waits for the first, or it would be stored
   * twice.
   */
  const keeping = useRef(new Map<string, { readonly secret: string; readonly done: Promise<boolean> }>());
  const { saveSecret } = wizard;

  const type = useCallback((field: string, secret: string) => {
    latest.current = { ...latest.current, [field]: secret };
    setTyped(latest.current);
  }, []);

  const keepNow = useCallback(
    async (field: string, secret: string) => {
      const answer = await saveSecret(field, secret);
      setProblem(answer.ok ? null : answer.failure);
      // If the text changed in the meantime it is another secret, and stays.
      if (answer.ok && latest.current[field] === secret) type(field, '');
      return answer.ok;
    },
    [saveSecret, type],
  );

  const keep = useCallback(
    async (field: string) => {
      const secret = latest.current[field] ?? '';
      if (secret === '') return true;
      const before = keeping.current.get(field);
      if (before?.secret === secret) return before.done;
      const done = keepNow(field, secret);
      keeping.current.set(field, { secret, done });
      try {
        return await done;
      } finally {
        if (keeping.current.get(field)?.done === done) keeping.current.delete(field);
      }
    },
    [keepNow],
  );

  const keepAll = useCallback(async () => {
    const kept = await Promise.all(Object.keys(latest.current).map(keep));
    return kept.every((each) => each);
  }, [keep]);

  useEffect(() => {
    const leave = () => void keepAll();
    window.addEventListener('pagehide', leave);
    return () => {
      window.removeEventListener('pagehide', leave);
      leave();
    };
  }, [keepAll]);

  return { typed, type, keep, keepAll, problem };
}
