import type { Failure } from '@contract/channels';
import type { RenderedReport } from '@contract/rendered-report';
import { useEffect, useState } from 'react';
import { useApp } from '../app-context';
import { bridge } from '../bridge';

/** A connection's report, worded in the window's language; null until it arrives, or the failure. */
export function useRenderedReport(
  id: string,
  startedAt: string,
): { readonly rendered: RenderedReport | null; readonly failure: Failure | null } {
  const { language } = useApp();
  const [rendered, setRendered] = useState<RenderedReport | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  useEffect(() => {
    let wanted = true;
    void bridge.call('read-report', { id, startedAt, language }).then((answer) => {
      if (!wanted) return;
      setRendered(answer.ok ? answer.value : null);
      setFailure(answer.ok ? null : answer.failure);
    });
    return () => {
      wanted = false;
    };
  }, [id, startedAt, language]);
  return { rendered, failure };
}
