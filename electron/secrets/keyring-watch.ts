import { askable, type Protection, type ProtectionReason } from '@contract/keyring';

export interface KeyringWatchPorts {
  readonly keyring: {
    protection(): Promise<Protection>;
    unlock(): Promise<Protection>;
    stopUnlocking(): void;
  };
  /** Told of every change after the first answer, before that answer is handed on. */
  readonly onChange: (protection: Protection) => Promise<void>;
  /** Where looking costs a few milliseconds on the session bus and never brings up a prompt. */
  readonly platform: NodeJS.Platform;
  readonly everyMs?: number;
}

/** States that end by what the person does elsewhere: an unlocked keyring, a service that was started. */
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
 * Goes on by itself once a keyring is unlocked: while the last answer was one that may pass, it looks again now and
 * then, and tells. Not by a signal of the bus: a service that is not there yet sends none, and KWallet has others.
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

  /** Ends the waiting for an answer to the desktop's prompt. */
  stopUnlocking(): void {
    this.ports.keyring.stopUnlocking();
  }

  /** The window is gone; nobody is to be told. */
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
