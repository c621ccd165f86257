import { clockMs } from '../http/clock';
import { type Interruption, interruptionOf, type Waiting } from '../http/waiting';

/** Limits for one wait, for the whole check, and for the user's part in the browser, which counts separately. */
export const LIMITS_MS = { wait: 10_000, whole: 60_000, browser: 5 * 60_000 } as const;

/**
 * The time limit of a whole check. The clock is paused while the user signs in through the browser. A timeout and a
 * cancellation both abort one signal, which everything in progress listens to.
 */
export class Deadline {
  readonly #controller = new AbortController();
  readonly #waitMs: number;
  readonly #outside: AbortSignal;
  #leftMs: number;
  #runsSince: number | null = null;
  #timer: NodeJS.Timeout | undefined;
  readonly #onCancel = () => this.#stop('cancelled');

  constructor(wholeMs: number, waitMs: number, outside: AbortSignal) {
    this.#leftMs = wholeMs;
    this.#waitMs = waitMs;
    this.#outside = outside;
    if (outside.aborted) this.#stop('cancelled');
    else outside.addEventListener('abort', this.#onCancel, { once: true });
    this.#resume();
  }

  /** Why the check has to stop; null while it may continue. */
  get interruption(): Interruption | null {
    const { signal } = this.#controller;
    return signal.aborted ? interruptionOf(signal) : null;
  }

  /** The limit for a wait that starts now. */
  waiting(longestMs = this.#waitMs): Waiting {
    return { waitMs: Math.min(longestMs, Math.max(1, this.#remaining())), signal: this.#controller.signal };
  }

  /** Pauses the clock, since waiting on the user does not count against the check. `done` ends the pause. */
  waitingForPerson(longestMs: number): { readonly waiting: Waiting; readonly done: () => void } {
    this.#leftMs = this.#remaining();
    this.#runsSince = null;
    clearTimeout(this.#timer);
    const waiting = { waitMs: longestMs, signal: this.#controller.signal };
    return { waiting, done: () => this.#resume() };
  }

  #resume(): void {
    if (this.#runsSince !== null || this.#controller.signal.aborted) return;
    this.#runsSince = clockMs();
    this.#timer = setTimeout(() => this.#stop('timed-out'), this.#leftMs);
  }

  /** Clears the timer and stops listening to the outside signal. */
  close(): void {
    clearTimeout(this.#timer);
    this.#outside.removeEventListener('abort', this.#onCancel);
  }

  #remaining(): number {
    return this.#runsSince === null ? this.#leftMs : this.#leftMs - (clockMs() - this.#runsSince);
  }

  #stop(why: Interruption): void {
    clearTimeout(this.#timer);
    this.#controller.abort(why);
  }
}
