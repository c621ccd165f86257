import { PRODUCT_NAME } from '../identity';
import { readWalletConfig } from './kwallet-config';
import { collectionState } from './secret-service';
import { type BusCall, BusFailure, nameOwner, openSessionBus, type SessionBus } from './session-bus';
import { TIMED_OUT, withLimit } from './time-limit';

/*
 * KDE's wallet, accessed the way Chromium does it: through the wallet daemon of the running KDE version. Older KDE
 * desktops do not provide org.freedesktop.secrets, so its absence means nothing here.
 */

const DAEMONS = {
  kwallet: { service: 'org.kde.kwalletd', path: '/modules/kwalletd' },
  kwallet5: { service: 'org.kde.kwalletd5', path: '/modules/kwalletd5' },
  kwallet6: { service: 'org.kde.kwalletd6', path: '/modules/kwalletd6' },
} as const;
export type WalletBackend = keyof typeof DAEMONS;

export const isWalletBackend = (backend: string): backend is WalletBackend => Object.hasOwn(DAEMONS, backend);

const INTERFACE = 'org.kde.KWallet';

/** The application id KWallet shows and remembers answers for. It must match Chromium's, which is the app's name. */
const APPLICATION = PRODUCT_NAME;

/**
 * - `ready`: the wallet is open and this program may read it; KWallet shows no dialog
 * - `needs-permission`: the wallet is open, but KWallet has to ask the user about this program
 * - `access-denied`: the user refused when KWallet asked; it can ask again
 * - `access-blocked`: the user answered "Deny Forever"; KWallet does not ask again
 */
export type WalletState =
  | 'ready'
  | 'locked'
  | 'not-created'
  | 'switched-off'
  | 'needs-permission'
  | 'access-denied'
  | 'access-blocked';

type Answer = 'granted' | 'refused' | 'gone';

/** A request to open the wallet. Access lasts as long as the request's bus connection. */
interface Request {
  readonly answer: Promise<Answer>;
  isGranted(): boolean;
  end(): void;
}

/**
 * This program's access to the wallet. Chromium opens the wallet with a call that blocks the main process until the
 * user has answered KWallet's dialog. We therefore request access first, without blocking, and hold it until Chromium
 * has read its key: as long as we have access, KWallet lets Chromium in without a dialog.
 */
export class KWallet {
  /** At most one at a time, since KWallet shows a dialog for each. */
  #request: Request | null = null;
  #wasRefused = false;

  constructor(private readonly env: NodeJS.ProcessEnv) {}

  /** Queries the state without a dialog. Rejects with a `BusFailure`. */
  async state(bus: SessionBus, backend: WalletBackend, limitMs: number): Promise<WalletState> {
    const config = readWalletConfig(this.env);
    // Any call starts the daemon. If KWallet is switched off, the daemon exits at once without answering.
    if (!config.enabled && (await nameOwner(bus, DAEMONS[backend].service, limitMs)) === null) {
      return 'switched-off';
    }
    const ask = async (member: string, ...values: readonly string[]): Promise<unknown> =>
      (await bus.call(onDaemon(backend, member, 's'.repeat(values.length), values), limitMs))[0];
    if ((await ask('isEnabled')) !== true) return 'switched-off';
    const wallet = await ask('networkWallet');
    if (typeof wallet !== 'string') return 'not-created';
    if (config.denies(wallet, APPLICATION)) return 'access-blocked';
    if ((await ask('isOpen', wallet)) !== true && !(await isOpenInKSecret(bus, limitMs))) {
      // Dismissing the password dialog does not count as refusing this program.
      this.#wasRefused = false;
      const wallets = await ask('wallets');
      return Array.isArray(wallets) && wallets.includes(wallet) ? 'locked' : 'not-created';
    }
    const users = await ask('users', wallet);
    const isUser = Array.isArray(users) && users.includes(APPLICATION);
    if (this.#request?.isGranted()) {
      if (isUser) return 'ready';
      // KWallet has closed the wallet, which ended our access.
      this.#endRequest();
    }
    const isAllowed = isUser || config.allows(wallet, APPLICATION);
    if (!isAllowed && this.#wasRefused) return 'access-denied';
    if (!isAllowed && this.#request === null && config.promptOnOpen) return 'needs-permission';
    // According to the settings there is no dialog now. If they are newer than the daemon, it may show one; the limit
    // keeps us from waiting for it.
    return this.#stateAfter(await withLimit(this.#ask(backend, wallet).answer, limitMs));
  }

  /**
   * Opens the wallet, or makes KWallet ask the user about this program. KWallet shows its own dialogs. Resolves when
   * the user has answered, after `promptLimitMs`, or when `signal` is aborted. The dialog stays open until it is
   * answered. Rejects with a `BusFailure`.
   */
  async open(
    bus: SessionBus,
    backend: WalletBackend,
    limitMs: number,
    promptLimitMs: number,
    signal: AbortSignal,
  ): Promise<void> {
    const [wallet] = await bus.call(onDaemon(backend, 'networkWallet'), limitMs);
    if (typeof wallet !== 'string') throw new BusFailure('refused');
    this.#wasRefused = false;
    const request = this.#ask(backend, wallet);
    const stop = (): void => {
      if (!request.isGranted()) request.end();
    };
    signal.addEventListener('abort', stop);
    if (signal.aborted) stop();
    const answer = await withLimit(request.answer, promptLimitMs);
    signal.removeEventListener('abort', stop);
    if (answer === TIMED_OUT) this.#endRequest();
    else this.#stateAfter(answer);
  }

  /** Gives up access once Chromium has its key or will not ask for it. Leaves an open dialog alone. */
  release(): void {
    if (this.#request?.isGranted()) this.#endRequest();
  }

  #stateAfter(answer: Answer | typeof TIMED_OUT): WalletState {
    if (answer === TIMED_OUT) return 'needs-permission';
    if (answer === 'granted') return 'ready';
    this.#endRequest();
    if (answer === 'gone') return 'needs-permission';
    this.#wasRefused = true;
    return 'access-denied';
  }

  #endRequest(): void {
    this.#request?.end();
    this.#request = null;
  }

  #ask(backend: WalletBackend, wallet: string): Request {
    this.#request ??= requestWallet(this.env, backend, wallet);
    return this.#request;
  }
}

/** Limit for one step of the request. The user's answer is not limited here. */
const STEP_LIMIT_MS = 5_000;

function requestWallet(env: NodeJS.ProcessEnv, backend: WalletBackend, wallet: string): Request {
  let bus: SessionBus | null = null;
  let isGranted = false;
  let isEnded = false;
  let settle: (answer: Answer) => void = () => undefined;
  const answer = new Promise<Answer>((resolve) => {
    settle = resolve;
  });
  const end = (): void => {
    isEnded = true;
    isGranted = false;
    bus?.close();
    settle('gone');
  };
  const ask = async (): Promise<void> => {
    bus = await openSessionBus(env, STEP_LIMIT_MS);
    if (isEnded) return bus.close();
    const { path, service } = DAEMONS[backend];
    // The signal may arrive before the reply with its transaction number.
    const handles = new Map<unknown, unknown>();
    let transaction: unknown = null;
    const look = (): void => {
      const handle = handles.get(transaction);
      if (typeof handle !== 'number') return;
      isGranted = handle >= 0 && !isEnded;
      settle(isGranted ? 'granted' : 'refused');
    };
    const opened = { path, interface: INTERFACE, member: 'walletAsyncOpened' };
    await bus.listen(opened, STEP_LIMIT_MS, ([number, handle]) => {
      handles.set(number, handle);
      look();
    });
    const changed = { path: BUS_PATH, interface: BUS_NAME, member: 'NameOwnerChanged' };
    await bus.listen(changed, STEP_LIMIT_MS, ([name]) => {
      if (name === service) end();
    });
    // Window 0: no parent window. `true`: access ends with this connection.
    const call = onDaemon(backend, 'openAsync', 'sxsb', [wallet, 0, APPLICATION, true]);
    [transaction] = await bus.call(call, STEP_LIMIT_MS);
    if (typeof transaction !== 'number' || transaction < 0) settle('refused');
    else look();
  };
  ask().catch(end);
  return { answer, isGranted: () => isGranted, end };
}

const BUS_NAME = 'org.freedesktop.DBus';
const BUS_PATH = '/org/freedesktop/DBus';

/**
 * Since KDE Frameworks 6.14, kwalletd forwards everything to its own Secret Service and reports a wallet as open only
 * while a program uses it through kwalletd.
 */
async function isOpenInKSecret(bus: SessionBus, limitMs: number): Promise<boolean> {
  if ((await nameOwner(bus, 'org.kde.ksecretd', limitMs)) === null) return false;
  return (await collectionState(bus, limitMs)).state === 'ready';
}

const onDaemon = (
  backend: WalletBackend,
  member: string,
  signature = '',
  body: readonly unknown[] = [],
): BusCall => ({
  destination: DAEMONS[backend].service,
  path: DAEMONS[backend].path,
  interface: INTERFACE,
  member,
  ...(signature === '' ? {} : { signature, body }),
});
