import type { ProtectionReason } from '@contract/keyring';
import { assertNever } from '@contract/result';
import { isWalletBackend, openWallet, walletState } from './kwallet';
import { collectionState, openCollection } from './secret-service';
import { BusFailure, openSessionBus, type SessionBus } from './session-bus';
import { TIMED_OUT, withLimit } from './time-limit';

export type KeyringState = Extract<
  ProtectionReason,
  'ready' | 'locked' | 'not-created' | 'no-keyring' | 'no-session-bus' | 'not-answering'
>;

/**
 * Asks a Linux desktop's keyring how it is, beside safeStorage: with a locked or uncreated keyring the first
 * safeStorage call stands still until the person answers a prompt, and the main process with it; and no
 * safeStorage call tells these states apart. Never rejects.
 */
export interface KeyringProbe {
  /** @param backend safeStorage's name for what it will use: `gnome_libsecret`, `kwallet6`, … */
  state(backend: string): Promise<KeyringState>;
  /** Has the desktop ask the person for the keyring's password (or to create one); resolves with what came of it. */
  unlock(backend: string): Promise<KeyringState>;
}

/** All questions of one look together; a person is told within two seconds. */
const STATE_LIMIT_MS = 1_500;
/** How long a password prompt may stand open before the wizard stops waiting for it. */
const PROMPT_LIMIT_MS = 120_000;

export class DBusKeyringProbe implements KeyringProbe {
  constructor(
    private readonly env: NodeJS.ProcessEnv = process.env,
    private readonly promptLimitMs: number = PROMPT_LIMIT_MS,
  ) {}

  state(backend: string): Promise<KeyringState> {
    return this.#onBus(STATE_LIMIT_MS, (bus) => stateOn(bus, backend));
  }

  async unlock(backend: string): Promise<KeyringState> {
    const limitMs = this.promptLimitMs + 2 * STATE_LIMIT_MS;
    const opened = await this.#onBus(limitMs, async (bus) => {
      if (isWalletBackend(backend)) {
        await openWallet(bus, backend, STATE_LIMIT_MS, this.promptLimitMs);
      } else {
        const current = await collectionState(bus, STATE_LIMIT_MS);
        await openCollection(bus, current, STATE_LIMIT_MS, this.promptLimitMs);
      }
      return 'ready';
    });
    switch (opened) {
      case 'no-session-bus':
      case 'no-keyring':
        return opened;
      case 'ready':
      case 'locked':
      case 'not-created':
      case 'not-answering':
        // Dismissed, or never answered: only a fresh look tells what is true now.
        return this.state(backend);
      default:
        return assertNever(opened);
    }
  }

  /** One short-lived connection a look: nothing is kept open in a program that runs for hours. */
  async #onBus(limitMs: number, ask: (bus: SessionBus) => Promise<KeyringState>): Promise<KeyringState> {
    const opening = openSessionBus(this.env, STATE_LIMIT_MS);
    const look = async (): Promise<KeyringState> => ask(await opening);
    try {
      const state = await withLimit(look(), limitMs);
      return state === TIMED_OUT ? 'not-answering' : state;
    } catch (failure) {
      return stateOf(failure);
    } finally {
      // Also one that opens only after the limit.
      opening.then((bus) => bus.close()).catch(() => undefined);
    }
  }
}

async function stateOn(bus: SessionBus, backend: string): Promise<KeyringState> {
  if (!isWalletBackend(backend)) return (await collectionState(bus, STATE_LIMIT_MS)).state;
  const state = await walletState(bus, backend, STATE_LIMIT_MS);
  return state === 'disabled' ? 'no-keyring' : state;
}

function stateOf(failure: unknown): KeyringState {
  if (!(failure instanceof BusFailure)) return 'not-answering';
  switch (failure.code) {
    case 'no-bus':
      return 'no-session-bus';
    case 'no-service':
      return 'no-keyring';
    case 'no-answer':
    case 'refused':
      return 'not-answering';
    default:
      return assertNever(failure.code);
  }
}
