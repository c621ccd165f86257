import type { KeyringProbe, KeyringState } from '../../electron/secrets/keyring-probe';

/** A keyring in a configurable state that records its queries. */
export class FakeKeyringProbe implements KeyringProbe {
  readonly asked: string[] = [];
  released = 0;
  /** Whether the user answers the prompt at once. */
  prompt: 'answered' | 'waits' = 'answered';

  constructor(
    public current: KeyringState = 'ready',
    private readonly afterPrompt: KeyringState = 'ready',
  ) {}

  async state(backend: string): Promise<KeyringState> {
    this.asked.push(`state ${backend}`);
    return this.current;
  }

  async unlock(backend: string, signal: AbortSignal): Promise<KeyringState> {
    this.asked.push(`unlock ${backend}`);
    if (this.prompt === 'waits') {
      await new Promise<void>((stopped) => signal.addEventListener('abort', () => stopped()));
      return this.current;
    }
    this.current = this.afterPrompt;
    return this.current;
  }

  release(): void {
    this.released += 1;
  }
}

/** For platforms where it must not be queried. */
export const untouchableKeyring: KeyringProbe = {
  state: () => {
    throw new Error('The keyring probe was asked on a platform without one');
  },
  unlock: () => {
    throw new Error('The keyring probe was told to unlock on a platform without one');
  },
  release: () => {
    throw new Error('The keyring probe was told to release on a platform without one');
  },
};
