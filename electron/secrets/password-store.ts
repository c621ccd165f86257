import { mayShareKey } from '@contract/keyring';

/** Desktops for which Chromium itself picks a keyring (Secret Service or KWallet). */
const KNOWN_DESKTOPS = [
  'gnome',
  'unity',
  'kde',
  'xfce',
  'cinnamon',
  'x-cinnamon',
  'deepin',
  'pantheon',
  'ukui',
] as const;

/** Chromium's `--password-store` values by safeStorage's name for the keyring. */
const STORES = {
  gnome_libsecret: 'gnome-libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
} as const;
export type PasswordStore = (typeof STORES)[keyof typeof STORES];

/**
 * True if Chromium would not find the keyring by itself. On an unknown desktop (i3, sway, a kiosk) or without one
 * (ssh, cron), it uses its fixed, public key even if a keyring is running (electron#47436). On KDE without
 * `KDE_SESSION_VERSION`, it looks for the KDE 4 wallet.
 */
export function mustChooseStore(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return false;
  const names = (env.XDG_CURRENT_DESKTOP ?? '').toLowerCase().split(':');
  const desktop = names.find((name) => KNOWN_DESKTOPS.some((known) => known === name));
  if (desktop === 'kde') return env.KDE_SESSION_VERSION !== '5' && env.KDE_SESSION_VERSION !== '6';
  return desktop === undefined;
}

/**
 * The keyring that can decrypt most of the saved secrets: only the keyring that encrypted a secret has its key.
 * @param wroteBy safeStorage's name for the keyring, once per saved secret
 * @returns null if nothing is saved; among KDE's wallets the newest, which took over the contents of the older ones
 */
export function storeThatWrote(wroteBy: readonly string[]): PasswordStore | null {
  const known = wroteBy.filter(isBackend);
  const sharing = (backend: string): number => known.filter((other) => mayShareKey(backend, other)).length;
  const [most] = known.sort((one, other) => sharing(other) - sharing(one) || other.localeCompare(one));
  return most === undefined ? null : STORES[most];
}

const isBackend = (name: string): name is keyof typeof STORES => Object.hasOwn(STORES, name);
