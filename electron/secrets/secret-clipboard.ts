import { createHash, timingSafeEqual } from 'node:crypto';

/** The part of Electron's clipboard used here. Synchronous before Electron 44, asynchronous since. */
export interface ClipboardPort {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

const CLEAR_AFTER_SECONDS = 30;

/**
 * Copies a secret and clears the clipboard after 30 s at most and on quit, but only if it still contains that secret:
 * anything the user copied since must stay. In between, only a hash is kept.
 */
export class SecretClipboard {
  #held: { readonly hash: Buffer; readonly timer: NodeJS.Timeout } | null = null;

  readonly #seconds: number;

  /** @param longest the most seconds that the organization allows; null: the usual ones */
  constructor(
    private readonly clipboard: ClipboardPort,
    longest: number | null = null,
  ) {
    this.#seconds = Math.min(longest ?? CLEAR_AFTER_SECONDS, CLEAR_AFTER_SECONDS);
  }

  async copy(secret: string): Promise<{ readonly clearAfterSeconds: number }> {
    if (this.#held !== null) clearTimeout(this.#held.timer);
    const timer = setTimeout(() => void this.clearIfOurs().catch(() => undefined), this.#seconds * 1000);
    this.#held = { hash: hashOf(secret), timer };
    await this.clipboard.writeText(secret);
    return { clearAfterSeconds: this.#seconds };
  }

  /** True while the clipboard may still contain a secret. */
  get holds(): boolean {
    return this.#held !== null;
  }

  /** Also call this when the app quits. */
  async clearIfOurs(): Promise<void> {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    clearTimeout(held.timer);
    if (timingSafeEqual(hashOf(await this.clipboard.readText()), held.hash)) await this.clipboard.clear();
  }

  /**
   * For a shutdown that waits for nothing. If the clipboard cannot be read synchronously, it is cleared
   * unconditionally: leaving a secret there is worse than losing what the user copied in the last few seconds.
   */
  clearAtOnce(): void {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    clearTimeout(held.timer);
    const text = this.clipboard.readText();
    if (typeof text === 'string' && !timingSafeEqual(hashOf(text), held.hash)) return;
    for (const pending of [text, this.clipboard.clear()]) Promise.resolve(pending).catch(() => undefined);
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
