import type { ScreenGuardView } from '@contract/channels';

export interface ScreenGuardPorts {
  readonly platform: NodeJS.Platform;
  /** Asks that the window be left out of screenshots and shared screens, or no longer (`setContentProtection`). */
  readonly protect: (on: boolean) => void;
  /** A screen reader, a magnifier: some read the screen's own picture, which would then be black. */
  readonly isAssisted: () => boolean;
  readonly isWanted: () => boolean;
  readonly longestMs?: number;
}

/** Somewhat longer than a secret is shown: a window that was reloaded meanwhile says nothing any more. */
const LONGEST_MS = 35_000;

/**
 * Asks the system to leave a shown secret out of screenshots and screen sharing. It is no wall: on macOS what records by
 * ScreenCaptureKit sees the window all the same (says Electron of `setContentProtection`).
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

  /** Told before a secret is handed to the window, and when the window has hidden it. */
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

  /** Also to be called when an assistive tool comes or goes, and when the person decides otherwise. */
  refresh(): void {
    const { supported, wanted, assisted } = this.view;
    if (supported) this.ports.protect(this.#shown && wanted && !assisted);
  }
}
