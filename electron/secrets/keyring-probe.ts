import type { ProtectionReason } from '@contract/keyring';
import { assertNever } from '@contract/result';
import { isWalletBackend, KWallet } from './kwallet';
import { collectionState, openCollection } from './secret-service';
import { BusFailure, openSessionBus, type SessionBus } from './session-bus';
import { TIMED_OUT, withLimit } from './time-limit';

export type KeyringState = Extract<
  ProtectionReason,
  | 'ready'
  | 'locked'
  | 'not-created'
  | 'needs-permission'
  | 'access-denied'
  | 'access-blocked'
  | 'switched-off'
  | 'no-wallet'
  | 'not-shared'
  | 'no-keyring'
  | 'no-session-bus'
  | 'not-answering'
>;

/**
 * Queries the state of a Linux keyring over D-Bus instead of safeStorage. If the keyring is locked or does not exist,
 * the first safeStorage call blocks the main process until the user answers a prompt, and no safeStorage call tells
 * these states apart. Never rejects.
 */
export interface KeyringProbe {
  /** @param backend safeStorage's name for the keyring it will use: `gnome_libsecret`, `kwallet6`, … */
  state(backend: string): Promise<KeyringState>;
  /**
   * Prompts the user to unlock the keyring, to create one, or to grant this program access. Resolves with the
   * resulting state. After `signal` is aborted, it no longer waits for the answer.
   */
  unlock(backend: string, signal: AbortSignal): Promise<KeyringState>;
  /** Releases what `state` or `unlock` holds for safeStorage, which has read its key by now. */
  release(): void;
}

/** Limit for all queries of one look together, so that the user sees a result within two seconds. */
const STATE_LIMIT_MS = 1_500;
/** How long the wizard waits for an open password prompt. */
const PROMPT_LIMIT_MS = 120_000;

export class DBusKeyringProbe implements KeyringProbe {
  readonly #wallet: KWallet;

  constructor(
    private readonly env: NodeJS.ProcessEnv = process.env,
    private readonly promptLimitMs: number = PROMPT_LIMIT_MS,
  ) {
    this.#wallet = new KWallet(env);
  }

  async state(backend: string): Promise<KeyringState> {
    if (!isWalletBackend(backend)) {
      return this.#onBus(STATE_LIMIT_MS, async (bus) => (await collectionState(bus, STATE_LIMIT_MS)).state);
    }
    // If KWallet grants access without a dialog, it takes one more limit at most.
    const limitMs = 2 * STATE_LIMIT_MS;
    const state = await this.#onBus(limitMs, (bus) => this.#wallet.state(bus, backend, STATE_LIMIT_MS));
    return state === 'no-keyring' ? 'no-wallet' : state;
  }

  async unlock(backend: string, signal: AbortSignal): Promise<KeyringState> {
    const limitMs = this.promptLimitMs + 2 * STATE_LIMIT_MS;
    await this.#onBus(limitMs, async (bus) => {
      if (isWalletBackend(backend)) {
        await this.#wallet.open(bus, backend, STATE_LIMIT_MS, this.promptLimitMs, signal);
      } else {
        const current = await collectionState(bus, STATE_LIMIT_MS);
        await openCollection(bus, current, STATE_LIMIT_MS, this.promptLimitMs, signal);
      }
      return 'ready';
    });
    // The prompt was answered, dismissed or ignored. Only a new query tells the current state.
    return this.state(backend);
  }

  release(): void {
    this.#wallet.release();
  }

  /** Opens a short-lived connection per query, because the program may run for hours. */
  async #onBus(limitMs: number, ask: (bus: SessionBus) => Promise<KeyringState>): Promise<KeyringState> {
    const opening = openSessionBus(this.env, STATE_LIMIT_MS);
    const look = async (): Promise<KeyringState> => ask(await opening);
    try {
      const state = await withLimit(look(), limitMs);
      return state === TIMED_OUT ? 'not-answering' : state;
    } catch (failure) {
      return stateOf(failure);
    } finally {
      // Also closes a bus that connects only after the limit.
      opening.then((bus) => bus.close()).catch(() => undefined);
    }
  }
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
