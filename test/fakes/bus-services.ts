import dbus from '@homebridge/dbus-native';

/*
 * Stand-ins on a real bus, for what cannot be had without a desktop: a Secret Service whose password prompt
 * somebody answers, and KDE's wallet daemon.
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

/** What the person does with the prompt. */
export type PromptAnswer = 'enters-password' | 'dismisses' | 'never-answers';

export interface FakeSecretService {
  readonly calls: readonly string[];
  stop(): void;
}

export async function startFakeSecretService(
  busAddress: string,
  start: 'locked' | 'not-created',
  answer: PromptAnswer,
): Promise<FakeSecretService> {
  const root = '/org/freedesktop/secrets';
  const collection = `${root}/collection/login`;
  const prompt = `${root}/prompt/p1`;
  const service = 'org.freedesktop.Secret.Service';
  const bus = await serve(busAddress, 'org.freedesktop.secrets');
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
      // After the answer to the call itself, as a real prompter does.
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

export async function startFakeWallet(
  busAddress: string,
  wallet: { enabled: boolean; open: boolean; exists: boolean },
): Promise<{ stop(): void }> {
  const [path, iface] = ['/modules/kwalletd6', 'org.kde.KWallet'];
  const bus = await serve(busAddress, 'org.kde.kwalletd6');
  const on = (member: string, signature: string, handler: Handler): void =>
    bus.setMethodCallHandler(path, iface, member, [handler, signature]);
  on('isEnabled', 'b', () => wallet.enabled);
  on('networkWallet', 's', () => 'kdewallet');
  on('isOpen', 'b', () => wallet.open);
  on('wallets', 'as', () => (wallet.exists ? ['kdewallet'] : []));
  on('open', 'i', () => {
    wallet.open = true;
    wallet.exists = true;
    return 7;
  });
  return { stop: () => bus.connection.end() };
}
