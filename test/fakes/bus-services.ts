import dbus from '@homebridge/dbus-native';

/*
 * Fakes on a real bus for what needs a desktop: a Secret Service whose password prompt somebody answers, and KDE's
 * wallet daemon.
 */

type Handler = (...values: unknown[]) => unknown;
interface ServiceBus {
  requestName(name: string, flags: number, callback: (failure: unknown) => void): void;
  setMethodCallHandler(path: string, iface: string, member: string, handler: [Handler, string]): void;
  exportInterface(object: object, path: string, description: object): void;
  sendSignal(path: string, iface: string, name: string, signature: string, args: unknown[]): void;
  readonly connection: { on(event: 'error', listener: () => void): void; end(): void };
}

async function serve(busAddress: string, name: string): Promise<ServiceBus> {
  const bus = (dbus as unknown as { createClient(options: object): ServiceBus }).createClient({ busAddress });
  bus.connection.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    bus.requestName(name, 0, (failure) => (failure === null ? resolve() : reject(failure)));
  });
  return bus;
}

/** The user's reaction to the prompt. */
export type PromptAnswer = 'enters-password' | 'dismisses' | 'never-answers';

export interface FakeSecretService {
  readonly calls: readonly string[];
  stop(): void;
}

export async function startFakeSecretService(
  busAddress: string,
  start: 'locked' | 'not-created',
  answer: PromptAnswer,
  /** Further names of the same program. */
  names: readonly string[] = [],
): Promise<FakeSecretService> {
  const root = '/org/freedesktop/secrets';
  const collection = `${root}/collection/login`;
  const prompt = `${root}/prompt/p1`;
  const service = 'org.freedesktop.Secret.Service';
  const bus = await serve(busAddress, 'org.freedesktop.secrets');
  for (const name of names) await new Promise((done) => bus.requestName(name, 0, done));
  const calls: string[] = [];
  let isCreated = start === 'locked';
  let isLocked = start === 'locked';
  bus.setMethodCallHandler(root, service, 'ReadAlias', [() => (isCreated ? collection : '/'), 'o']);
  bus.setMethodCallHandler(root, service, 'Unlock', [
    (wanted) => {
      calls.push(`Unlock ${JSON.stringify(wanted)}`);
      return [[], prompt];
    },
    'aoo',
  ]);
  bus.setMethodCallHandler(root, service, 'CreateCollection', [
    (_properties, alias) => {
      calls.push(`CreateCollection ${String(alias)}`);
      return ['/', prompt];
    },
    'oo',
  ]);
  const locked = {
    get Locked() {
      return isLocked;
    },
  };
  const described = { name: 'org.freedesktop.Secret.Collection', methods: {}, properties: { Locked: 'b' } };
  bus.exportInterface(locked, collection, described);
  bus.setMethodCallHandler(prompt, 'org.freedesktop.Secret.Prompt', 'Prompt', [
    () => {
      calls.push('Prompt');
      if (answer === 'never-answers') return null;
      const isOpened = answer === 'enters-password';
      // After the call's own reply, like a real prompter.
      setImmediate(() => {
        if (isOpened) [isCreated, isLocked] = [true, false];
        const values = [!isOpened, ['s', '']];
        bus.sendSignal(prompt, 'org.freedesktop.Secret.Prompt', 'Completed', 'bv', values);
      });
      return null;
    },
    '',
  ]);
  return { calls, stop: () => bus.connection.end() };
}

/** The user's reaction to KWallet's dialog, if there is one. */
type WalletAnswer = 'allows' | 'denies' | 'never-answers' | 'daemon-ends';

export interface FakeWalletOptions {
  readonly enabled?: boolean;
  readonly open: boolean;
  readonly exists?: boolean;
  readonly answer?: WalletAnswer;
  /** Since KDE Frameworks 6.14: the Secret Service behind the wallet, with an unlocked collection. */
  readonly behind?: 'org.kde.ksecretd';
}

export interface FakeWallet {
  readonly calls: readonly string[];
  /** The user's answer to an open dialog. */
  answer(answer: 'allows' | 'denies'): void;
  /** Closes the wallet, like a screen saver. */
  close(): void;
  stop(): void;
}

/** The part of KDE's daemon that this program uses. Access lasts as long as the client's connection. */
export async function startFakeWallet(busAddress: string, options: FakeWalletOptions): Promise<FakeWallet> {
  const { enabled = true, exists = true, answer = 'allows', behind } = options;
  const [path, iface] = ['/modules/kwalletd6', 'org.kde.KWallet'];
  const bus = await serve(busAddress, 'org.kde.kwalletd6');
  if (behind !== undefined) await new Promise((done) => bus.requestName(behind, 0, done));
  const calls: string[] = [];
  const users: string[] = [];
  let isOpen = options.open;
  let transaction = 0;
  const pending: { readonly number: number; readonly application: string }[] = [];
  const on = (member: string, signature: string, handler: Handler): void =>
    bus.setMethodCallHandler(path, iface, member, [handler, signature]);
  const settle = (said: 'allows' | 'denies'): void => {
    for (const { number, application } of pending.splice(0)) {
      if (said === 'allows') {
        isOpen = true;
        users.push(application);
      }
      const handle = said === 'allows' ? 7 : -1;
      bus.sendSignal(path, iface, 'walletAsyncOpened', 'ii', [number, handle]);
    }
  };
  on('isEnabled', 'b', () => enabled);
  on('networkWallet', 's', () => 'kdewallet');
  on('isOpen', 'b', () => isOpen);
  on('wallets', 'as', () => (exists ? ['kdewallet'] : []));
  on('users', 'as', () => users);
  on('openAsync', 'i', (_wallet, _window, application) => {
    calls.push(`openAsync ${String(application)}`);
    const number = transaction;
    transaction += 1;
    pending.push({ number, application: String(application) });
    if (answer === 'allows' || answer === 'denies') setImmediate(() => settle(answer));
    if (answer === 'daemon-ends') setImmediate(() => bus.connection.end());
    return number;
  });
  if (behind !== undefined) await serveOpenCollection(busAddress);
  return {
    calls,
    answer: settle,
    close: () => {
      isOpen = false;
      users.splice(0);
    },
    stop: () => bus.connection.end(),
  };
}

async function serveOpenCollection(busAddress: string): Promise<void> {
  const collection = '/org/freedesktop/secrets/collection/kdewallet';
  const bus = await serve(busAddress, 'org.freedesktop.secrets');
  const service = 'org.freedesktop.Secret.Service';
  bus.setMethodCallHandler('/org/freedesktop/secrets', service, 'ReadAlias', [() => collection, 'o']);
  const described = { name: 'org.freedesktop.Secret.Collection', methods: {}, properties: { Locked: 'b' } };
  bus.exportInterface({ Locked: false }, collection, described);
}

/** Only names on the bus, all owned by one connection. */
export async function holdNames(busAddress: string, names: readonly string[]): Promise<void> {
  const [first, ...others] = names;
  if (first === undefined) return;
  const bus = await serve(busAddress, first);
  for (const name of others) await new Promise((done) => bus.requestName(name, 0, done));
}
