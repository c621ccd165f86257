import { askable, type Protection, type ProtectionReason } from '@contract/keyring';

export interface KeyringWatchPorts {
  readonly keyring: {
    protection(): Promise<Protection>;
    unlock(): Promise<Protection>;
    stopUnlocking(): void;
  };
  /** Called for every change after the first answer, and awaited before the new answer is returned. */
  readonly onChange: (protection: Protection) => Promise<void>;
  /** Polling is limited to Linux, where a query takes a few milliseconds on the session bus and never prompts. */
  readonly platform: NodeJS.Platform;
  readonly everyMs?: number;
}

/** States the user can end outside this program, e.g. by unlocking the keyring or starting a service. */
const MAY_PASS: readonly ProtectionReason[] = [
  ...askable,
  'access-blocked',
  'switched-off',
  'no-wallet',
  'not-shared',
  'no-keyring',
  'not-answering',
];
const EVERY_MS = 1_500;

/**
 * Notices when a keyring becomes available: polls while the last state is one that may pass, and reports changes.
 * D-Bus signals would not do: a service that is not running yet sends none, and KWallet sends different ones.
 */
export class KeyringWatch {
  #last: Protection | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(private readonly ports: KeyringWatchPorts) {}

  async protection(): Promise<Protection> {
    return this.#saw(await this.ports.keyring.protection());
  }

  async unlock(): Promise<Protection> {
    return this.#saw(await this.ports.keyring.unlock());
  }

  /** Stops waiting for an answer to the desktop's prompt. */
  stopUnlocking(): void {
    this.ports.keyring.stopUnlocking();
  }

  /** Stops polling when the window is gone. */
  stop(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  async #saw(protection: Protection): Promise<Protection> {
    const before = this.#last;
    this.#last = protection;
    this.stop();
    if (this.ports.platform === 'linux' && MAY_PASS.includes(protection.reason)) {
      this.#timer = setTimeout(() => void this.protection(), this.ports.everyMs ?? EVERY_MS);
      this.#timer.unref();
    }
    const changed = before !== null && before.reason !== protection.reason;
    if (changed) await this.ports.onChange(protection);
    return protection;
  }
}
