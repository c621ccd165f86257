import { createHash, timingSafeEqual } from 'node:crypto';

/** The part of Electron's clipboard this needs. */
export interface ClipboardPort {
  readText(): string;
  writeText(text: string): void;
  clear(): void;
}

export const CLEAR_AFTER_SECONDS = 30;

/**
 * Puts a secret on the clipboard and takes it off again after 30 s and on quitting, but only while the
 * clipboard still holds that very value: what the person copied since is theirs. Between, only a hash is kept.
 */
export class SecretClipboard {
  #held: { readonly hash: Buffer; readonly timer: NodeJS.Timeout } | null = null;

  constructor(private readonly clipboard: ClipboardPort) {}

  copy(secret: string): { readonly clearAfterSeconds: number } {
    if (this.#held !== null) clearTimeout(this.#held.timer);
    this.clipboard.writeText(secret);
    const timer = setTimeout(() => this.clearIfOurs(), CLEAR_AFTER_SECONDS * 1000);
    this.#held = { hash: hashOf(secret), timer };
    return { clearAfterSeconds: CLEAR_AFTER_SECONDS };
  }

  /** Also to be called when the app quits. */
  clearIfOurs(): void {
    if (this.#held === null) return;
    clearTimeout(this.#held.timer);
    const ours = timingSafeEqual(hashOf(this.clipboard.readText()), this.#held.hash);
    this.#held = null;
    if (ours) this.clipboard.clear();
  }
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();
