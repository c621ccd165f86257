import { clockMs } from '../http/clock';
import { type Interruption, interruptionOf, type Waiting } from '../http/waiting';

/** For each wait, and for the whole check. The person's own time in the browser counts apart. */
export const LIMITS_MS = { wait: 10_000, whole: 60_000, browser: 5 * 60_000 } as const;

/**
 * The time a whole check has. It stands still while the person is busy in the browser, and ends early when they
 * cancel; either way everything under way hears of it through one signal.
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
    this.resume();
  }

  /** Why the check has to stop, or null while it may go on. */
  get interruption(): Interruption | null {
    const { signal } = this.#controller;
    return signal.aborted ? interruptionOf(signal) : null;
  }

  /** The limit of one wait that begins now. */
  waiting(longestMs = this.#waitMs): Waiting {
    return { waitMs: Math.min(longestMs, Math.max(1, this.#remaining())), signal: this.#controller.signal };
  }

  /** The limit of a wait for the person, which does not count: `pause` first. */
  waitingForPerson(longestMs: number): Waiting {
    return { waitMs: longestMs, signal: this.#controller.signal };
  }

  pause(): void {
    this.#leftMs = this.#remaining();
    this.#runsSince = null;
    clearTimeout(this.#timer);
  }

  resume(): void {
    if (this.#runsSince !== null || this.#controller.signal.aborted) return;
    this.#runsSince = clockMs();
    this.#timer = setTimeout(() => this.#stop('timed-out'), this.#leftMs);
  }

  /** Lets go of the timer and of the outside signal. */
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
