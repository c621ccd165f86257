import { useEffect } from 'react';
import { bridge } from '../bridge';
import type { CheckEvent } from './check-run';

/** Hands the steps of every check in main to a reducer, which drops those of other attempts. */
export function useCheckEvents(dispatch: (event: CheckEvent) => void): void {
  useEffect(() => {
    const stops = [
      bridge.on('check-step-began', ({ attempt, id, subject }) =>
        dispatch({ type: 'check-step-began', attempt, id, subject }),
      ),
      bridge.on('check-step', ({ attempt, step }) => dispatch({ type: 'check-step', attempt, step })),
      bridge.on('browser-sign-in', ({ attempt, url, waitSeconds }) =>
        dispatch({
          type: 'check-browser',
          attempt,
          browser: { url, until: Date.now() + waitSeconds * 1000 },
        }),
      ),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [dispatch]);
}
