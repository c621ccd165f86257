import type { BusCall, SessionBus } from './session-bus';

/*
 * KDE's wallet, as Chromium talks to it: not through org.freedesktop.secrets, which older KDE desktops do not
 * have (so its absence says nothing here), but through the daemon of the desktop's own generation.
 */

const DAEMONS = {
  kwallet: { service: 'org.kde.kwalletd', path: '/modules/kwalletd' },
  kwallet5: { service: 'org.kde.kwalletd5', path: '/modules/kwalletd5' },
  kwallet6: { service: 'org.kde.kwalletd6', path: '/modules/kwalletd6' },
} as const;
export type WalletBackend = keyof typeof DAEMONS;

export const isWalletBackend = (backend: string): backend is WalletBackend => Object.hasOwn(DAEMONS, backend);

/** The id under which KWallet lists who asks; shown to the person in its prompt. */
const APPLICATION = 'School API Setup Wizard';

export type WalletState = 'ready' | 'locked' | 'not-created' | 'disabled';

/** Asks without opening anything. Rejects with a `BusFailure`. */
export async function walletState(
  bus: SessionBus,
  backend: WalletBackend,
  limitMs: number,
): Promise<WalletState> {
  const ask = async (member: string, signature?: string, body?: readonly unknown[]): Promise<unknown> =>
    (await bus.call(onDaemon(backend, member, signature, body), limitMs))[0];
  if ((await ask('isEnabled')) !== true) return 'disabled';
  const wallet = await ask('networkWallet');
  if (typeof wallet !== 'string') return 'not-created';
  if ((await ask('isOpen', 's', [wallet])) === true) return 'ready';
  const wallets = await ask('wallets');
  return Array.isArray(wallets) && wallets.includes(wallet) ? 'locked' : 'not-created';
}

/**
 * Opens the wallet Chromium will use; KWallet asks for its password, or offers to create it, in its own window.
 * The call answers when the person has, or after `promptLimitMs`. The wallet stays open afterwards unless the
 * person told KWallet to close it with its last user; then the state is asked anew and says so.
 */
export async function openWallet(
  bus: SessionBus,
  backend: WalletBackend,
  limitMs: number,
  promptLimitMs: number,
): Promise<void> {
  const [wallet] = await bus.call(onDaemon(backend, 'networkWallet'), limitMs);
  await bus.call(onDaemon(backend, 'open', 'sxs', [wallet, 0, APPLICATION]), promptLimitMs);
}

const onDaemon = (
  backend: WalletBackend,
  member: string,
  signature?: string,
  body?: readonly unknown[],
): BusCall => ({
  destination: DAEMONS[backend].service,
  path: DAEMONS[backend].path,
  interface: 'org.kde.KWallet',
  member,
  ...(signature === undefined ? {} : { signature }),
  ...(body === undefined ? {} : { body }),
});
