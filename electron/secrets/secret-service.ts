import { type BusCall, BusFailure, nameOwner, type SessionBus } from './session-bus';

/*
 * org.freedesktop.secrets, the Secret Service API 0.2, implemented by gnome-keyring, KeePassXC and newer KWallets.
 * Chromium stores its key in the collection with the alias `default`.
 */

export const SECRET_SERVICE = 'org.freedesktop.secrets';
const ROOT = '/org/freedesktop/secrets';
const SERVICE_INTERFACE = 'org.freedesktop.Secret.Service';
const COLLECTION_INTERFACE = 'org.freedesktop.Secret.Collection';
const PROMPT_INTERFACE = 'org.freedesktop.Secret.Prompt';
/** The API's "no object" path. */
const NONE = '/';

export type CollectionState =
  | { readonly state: 'ready' }
  | { readonly state: 'locked'; readonly collection: string }
  | { readonly state: 'not-created' }
  /** KWallet is the service and exposes no collection. */
  | { readonly state: 'not-shared' };

/** KDE's daemons, any of which may be the Secret Service. */
const KDE_DAEMONS = ['org.kde.kwalletd5', 'org.kde.kwalletd6', 'org.kde.ksecretd'];

/** Queries the state without changing anything or prompting. Rejects with a `BusFailure`. */
export async function collectionState(bus: SessionBus, limitMs: number): Promise<CollectionState> {
  const [collection] = await bus.call(onService('ReadAlias', 's', ['default']), limitMs);
  if (typeof collection !== 'string' || collection === NONE) {
    // KWallet does not expose a wallet created after its daemon started, e.g. at the first sign-in. Creating a
    // collection here would result in a second wallet.
    return { state: (await isKWallet(bus, limitMs)) ? 'not-shared' : 'not-created' };
  }
  const [locked] = await bus.call(
    {
      destination: SECRET_SERVICE,
      path: collection,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [COLLECTION_INTERFACE, 'Locked'],
    },
    limitMs,
  );
  return variantValue(locked) === false ? { state: 'ready' } : { state: 'locked', collection };
}

/** True if KWallet provides the Secret Service. */
export async function isKWallet(bus: SessionBus, limitMs: number): Promise<boolean> {
  const [service, ...daemons] = await Promise.all(
    [SECRET_SERVICE, ...KDE_DAEMONS].map((name) => nameOwner(bus, name, limitMs)),
  );
  return typeof service === 'string' && daemons.includes(service);
}

/**
 * Makes the service unlock the collection or create the first one; it shows its own password prompt. Resolves when
 * the user has answered or dismissed the prompt, after `promptLimitMs`, or when `signal` is aborted, which dismisses
 * the prompt. Query the state again to learn the result. Rejects with a `BusFailure`.
 */
export async function openCollection(
  bus: SessionBus,
  current: CollectionState,
  limitMs: number,
  promptLimitMs: number,
  signal: AbortSignal,
): Promise<void> {
  const prompt = await promptFor(bus, current, limitMs);
  if (prompt === null || signal.aborted) return;
  const answered = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, promptLimitMs);
    const completed = (): void => {
      clearTimeout(timer);
      resolve();
    };
    signal.addEventListener('abort', () => {
      completed();
      bus.call(onPrompt(prompt, 'Dismiss'), limitMs).catch(() => undefined);
    });
    bus
      .listen({ path: prompt, interface: PROMPT_INTERFACE, member: 'Completed' }, limitMs, completed)
      // '': no parent window.
      .then(() => bus.call(onPrompt(prompt, 'Prompt', 's', ['']), limitMs))
      .catch((failure: unknown) => {
        clearTimeout(timer);
        reject(failure);
      });
  });
  await answered;
}

/** The object path of the prompt to show; null if none is needed. */
async function promptFor(bus: SessionBus, current: CollectionState, limitMs: number): Promise<string | null> {
  let answer: readonly unknown[];
  switch (current.state) {
    case 'ready':
    case 'not-shared':
      return null;
    case 'locked':
      answer = await bus.call(onService('Unlock', 'ao', [[current.collection]]), limitMs);
      break;
    case 'not-created':
      answer = await bus.call(
        onService('CreateCollection', 'a{sv}s', [
          [[`${COLLECTION_INTERFACE}.Label`, ['s', 'Default keyring']]],
          'default',
        ]),
        limitMs,
      );
      break;
  }
  const prompt = answer[1];
  if (typeof prompt !== 'string') throw new BusFailure('refused');
  return prompt === NONE ? null : prompt;
}

const onService = (member: string, signature: string, body: readonly unknown[]): BusCall => ({
  destination: SECRET_SERVICE,
  path: ROOT,
  interface: SERVICE_INTERFACE,
  member,
  signature,
  body,
});

const onPrompt = (path: string, member: string, signature = '', body: readonly unknown[] = []): BusCall => ({
  destination: SECRET_SERVICE,
  path,
  interface: PROMPT_INTERFACE,
  member,
  ...(signature === '' ? {} : { signature, body }),
});

/** dbus-native represents a variant as [type tree, [value]]. */
function variantValue(variant: unknown): unknown {
  return Array.isArray(variant) && Array.isArray(variant[1]) ? variant[1][0] : undefined;
}
