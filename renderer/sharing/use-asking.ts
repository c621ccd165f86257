import type { Result } from '@contract/result';
import { useState } from 'react';
import type { Trouble } from './ask-shared';

interface Asking {
  readonly busy: boolean;
  /** Why the last thing was not done. */
  readonly trouble: Trouble | null;
  readonly setTrouble: (trouble: Trouble | null) => void;
  readonly ask: <Value>(question: () => Promise<Result<Value, Trouble>>) => Promise<Result<Value, Trouble>>;
}

/** What a page asks of the store, one thing at a time. */
export function useAsking(): Asking {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const ask: Asking['ask'] = async (question) => {
    setBusy(true);
    setTrouble(null);
    const answer = await question();
    setBusy(false);
    if (!answer.ok) setTrouble(answer.failure);
    return answer;
  };
  return { busy, trouble, setTrouble, ask };
}
