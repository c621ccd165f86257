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
 * Asks a Linux desktop's keyring how it is, beside safeStorage: with a locked or uncreated keyring the first
 * safeStorage call stands still until the person answers a prompt, and the main process with it; and no
 * safeStorage call tells these states apart. Never rejects.
 */
export interface KeyringProbe {
  /** @param backend safeStorage's name for what it will use: `gnome_libsecret`, `kwallet6`, … */
  state(backend: string): Promise<KeyringState>;
  /**
   * Has the desktop ask the person for the keyring's password, to create one, or to let this program in; resolves with
   * what came of it. Once `signal` is aborted nobody waits for the answer any more.
   */
  unlock(backend: string, signal: AbortSignal): Promise<KeyringState>;
  /** safeStorage has read its key: what `state` or `unlock` holds for it is handed back. */
  release(): void;
}

/** All questions of one look together; a person is told within two seconds. */
const STATE_LIMIT_MS = 1_500;
/** How long a password prompt may stand open before the wizard stops waiting for it. */
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
    // A program that KWallet lets in without a dialog is let in within one more limit.
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
    // Answered, dismissed, or never answered: only a fresh look tells what is true now.
    return this.state(backend);
  }

  release(): void {
    this.#wallet.release();
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
