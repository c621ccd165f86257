import type { Failure } from '@contract/channels';
import type { ToldReport } from '@contract/told-report';
import { useEffect, useState } from 'react';
import { useApp } from '../app-context';
import { bridge } from '../bridge';

/** A report of a connection in the window's words; null until it has come, or the reason why it does not. */
export function useToldReport(
  id: string,
  startedAt: string,
): { readonly told: ToldReport | null; readonly failure: Failure | null } {
  const { language } = useApp();
  const [told, setTold] = useState<ToldReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let wanted = true;
    void bridge.call('read-report', { id, startedAt, language }).then((answer) => {
      if (!wanted) return;
      setTold(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer.failure);
    });
    return () => {
      wanted = false;
    };
  }, [id, startedAt, language]);
  return { told, failure };
}
