import type { ScreenGuardView } from '@contract/channels';

export interface ScreenGuardPorts {
  readonly platform: NodeJS.Platform;
  /** Excludes the window from screenshots and screen sharing, or no longer (`setContentProtection`). */
  readonly protect: (on: boolean) => void;
  /** Whether a screen reader or magnifier is active. Some capture the screen, and would see a black window. */
  readonly isAssisted: () => boolean;
  readonly isWanted: () => boolean;
  readonly longestMs?: number;
}

/** Slightly longer than a secret is shown: if the window was reloaded, it never reports that the secret is hidden. */
const LONGEST_MS = 35_000;

/**
 * Keeps shown secrets out of screenshots and screen sharing. This is not a security boundary: on macOS,
 * ScreenCaptureKit captures the window anyway (Electron's documentation of `setContentProtection`).
 */
export class ScreenGuard {
  #shown = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly ports: ScreenGuardPorts) {}

  get view(): ScreenGuardView {
    const { platform, isAssisted, isWanted } = this.ports;
    return {
      supported: platform === 'win32' || platform === 'darwin',
      wanted: isWanted(),
      assisted: isAssisted(),
    };
  }

  /** Called before a secret is sent to the window, and when the window has hidden it. */
  shown(isShown: boolean): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#shown = isShown;
    if (isShown) {
      this.#timer = setTimeout(() => this.shown(false), this.ports.longestMs ?? LONGEST_MS);
      this.#timer.unref();
    }
    this.refresh();
  }

  /** Also call this when an assistive tool starts or stops, and when the setting changes. */
  refresh(): void {
    const { supported, wanted, assisted } = this.view;
    if (supported) this.ports.protect(this.#shown && wanted && !assisted);
  }
}
