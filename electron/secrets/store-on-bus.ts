import type { PasswordStore } from './password-store';
import { isKWallet, SECRET_SERVICE } from './secret-service';
import { namesOnBus, openSessionBus, type SessionBus } from './session-bus';
import { withLimit } from './time-limit';

/** Electron's startup waits for this query. */
const LOOK_LIMIT_MS = 500;

/**
 * Picks the keyring for the first secret on desktops where Chromium would not find one. Starts no service and never
 * rejects. If in doubt, it assumes a Secret Service.
 */
export async function storeOnBus(env: NodeJS.ProcessEnv): Promise<PasswordStore> {
  const opening = openSessionBus(env, LOOK_LIMIT_MS);
  const look = async (): Promise<PasswordStore> => chosenOn(await opening);
  try {
    const store = await withLimit(look(), LOOK_LIMIT_MS);
    return typeof store === 'symbol' ? 'gnome-libsecret' : store;
  } catch {
    return 'gnome-libsecret';
  } finally {
    opening.then((bus) => bus.close()).catch(() => undefined);
  }
}

/**
 * A running Secret Service is preferred, then one that can be started, then KWallet. If KWallet provides the Secret
 * Service, it is addressed as KWallet, because as a Secret Service it may hide its existing wallet.
 */
async function chosenOn(bus: SessionBus): Promise<PasswordStore> {
  const { running, startable } = await namesOnBus(bus, LOOK_LIMIT_MS);
  const wallet = walletIn(running) ?? walletIn(startable);
  if (wallet === null) return 'gnome-libsecret';
  if (running.includes(SECRET_SERVICE)) {
    return (await isKWallet(bus, LOOK_LIMIT_MS)) ? wallet : 'gnome-libsecret';
  }
  if (walletIn(running) === null && startable.includes(SECRET_SERVICE)) return 'gnome-libsecret';
  return wallet;
}

function walletIn(names: readonly string[]): 'kwallet5' | 'kwallet6' | null {
  if (names.includes('org.kde.kwalletd6')) return 'kwallet6';
  return names.includes('org.kde.kwalletd5') ? 'kwallet5' : null;
}
