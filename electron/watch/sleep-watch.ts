const BEAT_MS = 1000;

/** A busy computer may be late by seconds; this one was not running. */
const SLEPT_MS = 20_000;

/** Notices that the computer slept: the clock went on, and nothing here did. A clock that was set looks the same. */
export class SleepWatch {
  readonly #timer: NodeJS.Timeout;
  #lastBeat: number;
  #wokeAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly now: () => number) {
    this.#lastBeat = now();
    this.#timer = setInterval(() => this.#beat(), BEAT_MS);
    this.#timer.unref();
  }

  /** Whether the computer slept at any time since `start`. */
  sleptSince(start: number): boolean {
    // After waking up, what was waiting may run before the timer.
    this.#beat();
    return this.#wokeAt >= start;
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #beat(): void {
    const now = this.now();
    if (now - this.#lastBeat > SLEPT_MS) this.#wokeAt = now;
    this.#lastBeat = now;
  }
}
