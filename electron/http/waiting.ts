import { type Result, refuse } from '@contract/result';

/** Why a wait ended early. These values are the `reason` of the check's `AbortSignal`. */
export type Interruption = 'cancelled' | 'timed-out';

export interface Waiting {
  /** The longest this one wait may take, in milliseconds. */
  readonly waitMs: number;
  /** Aborted with an `Interruption` as its reason: by the user, or when the whole check has timed out. */
  readonly signal: AbortSignal;
}

/** Any reason but our own timeout is a cancellation by the user. */
export const interruptionOf = (signal: AbortSignal): Interruption =>
  signal.reason === 'timed-out' ? 'timed-out' : 'cancelled';

/** A limit as shown in facts: seconds, to one decimal. */
export const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/**
 * One limited, cancellable wait.
 *
 * @param begin starts the work and calls `end` when it is done; later calls are ignored.
 * @param interrupted must release everything `begin` opened, and returns the failure for the interruption.
 */
export function wait<Value, Failure>(
  { waitMs, signal }: Waiting,
  begin: (end: (result: Result<Value, Failure>) => void) => void,
  interrupted: (why: Interruption) => Failure,
): Promise<Result<Value, Failure>> {
  return new Promise((resolve) => {
    let over = false;
    const end = (result: Result<Value, Failure>) => {
      if (over) return;
      over = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      resolve(result);
    };
    const interrupt = (why: Interruption) => {
      if (!over) end(refuse(interrupted(why)));
    };
    const onAbort = () => interrupt(interruptionOf(signal));
    const timer = setTimeout(interrupt, waitMs, 'timed-out');
    if (signal.aborted) {
      onAbort();
      return;
    }
    signal.addEventListener('abort', onAbort, { once: true });
    begin(end);
  });
}
