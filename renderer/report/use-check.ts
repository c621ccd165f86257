import type { Probe } from '@contract/channels';
import { useCallback } from 'react';
import { bridge } from '../bridge';
import type { CheckEvent } from './check-run';
import { useCheckEvents } from './use-check-events';

/** @param withoutSecrets only the way to the servers */
type Start = (probe: Probe, alternative?: string | null, withoutSecrets?: boolean) => Promise<void>;

/** Connects a check in main to a reducer in the window, which drops the events of other attempts. */
export function useCheck(
  connectionId: string | null,
  dispatch: (event: CheckEvent) => void,
  /** Tests the replacement secret instead of the current one. */
  beside = false,
): {
  readonly start: Start;
  readonly cancel: (attempt: string) => void;
} {
  useCheckEvents(dispatch);

  const start = useCallback<Start>(
    async (probe, alternative = null, withoutSecrets = false) => {
      if (connectionId === null) return;
      const attempt = crypto.randomUUID();
      dispatch({ type: 'check-began', attempt, probe, alternative });
      const answer = await bridge.call('run-check', {
        id: connectionId,
        attempt,
        probe,
        ...(alternative === null ? {} : { alternative }),
        ...(beside ? { beside } : {}),
        ...(withoutSecrets ? { withoutSecrets } : {}),
      });
      dispatch(
        answer.ok
          ? { type: 'check-ended', attempt, ...answer.value }
          : { type: 'check-refused', attempt, failure: answer.failure },
      );
    },
    [connectionId, dispatch, beside],
  );

  const cancel = useCallback(
    (attempt: string) => {
      dispatch({ type: 'check-cancelling', attempt });
      void bridge.call('cancel-check', { attempt });
    },
    [dispatch],
  );

  return { start, cancel };
}
