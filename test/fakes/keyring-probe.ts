import type { KeyringProbe, KeyringState } from '../../electron/secrets/keyring-probe';

/** A keyring in a settable state that writes down what it was asked. */
export class FakeKeyringProbe implements KeyringProbe {
  readonly asked: string[] = [];

  constructor(
    public current: KeyringState = 'ready',
    private readonly afterPrompt: KeyringState = 'ready',
  ) {}

  async state(backend: string): Promise<KeyringState> {
    this.asked.push(`state ${backend}`);
    return this.current;
  }

  async unlock(backend: string): Promise<KeyringState> {
    this.asked.push(`unlock ${backend}`);
    this.current = this.afterPrompt;
    return this.current;
  }
}

/** For the platforms on which nobody may ask it. */
export const untouchableKeyring: KeyringProbe = {
  state: () => {
    throw new Error('The keyring probe was asked on a platform without one');
  },
  unlock: () => {
    throw new Error('The keyring probe was told to unlock on a platform without one');
  },
};
