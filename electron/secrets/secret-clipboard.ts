import { createHash, timingSafeEqual } from 'node:crypto';

/** The part of Electron's clipboard this needs; it answers at once before Electron 44 and later since. */
export interface ClipboardPort {
  readText(): string | Promise<string>;
  writeText(text: string): void | Promise<void>;
  clear(): void | Promise<void>;
}

const CLEAR_AFTER_SECONDS = 30;

/**
 * Puts a secret on the clipboard and takes it off again after 30 s and on quitting, but only while the
 * clipboard still holds that very value: what the person copied since is theirs. Between, only a hash is kept.
 */
export class SecretClipboard {
  #held: { readonly hash: Buffer; readonly timer: NodeJS.Timeout } | null = null;

  constructor(private readonly clipboard: ClipboardPort) {}

  async copy(secret: string): Promise<{ readonly clearAfterSeconds: number }> {
    if (this.#held !== null) clearTimeout(this.#held.timer);
    const timer = setTimeout(
      () => void this.clearIfOurs().catch(() => undefined),
      CLEAR_AFTER_SECONDS * 1000,
    );
    this.#held = { hash: hashOf(secret), timer };
    await this.clipboard.writeText(secret);
    return { clearAfterSeconds: CLEAR_AFTER_SECONDS };
  }

  /** True while a secret may still be on the clipboard. */
  get holds(): boolean {
    return this.#held !== null;
  }

  /** Also to be called when the app quits. */
  async clearIfOurs(): Promise<void> {
    const held = this.#held;
    if (held === null) return;
    this.#held = null;
    clearTimeout(held.timer);
    if (timingSafeEqual(hashOf(await this.clipboard.readText()), held.hash)) await this.clipboard.clear();
  }

  /**
   * For an end that waits for nothing. Where the clipboard does not answer at once, it is cleared unseen: a secret
   * that stays is worse than losing what was copied within the last seconds.
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
