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

/** Chromium's `--password-store` for each keyring, by safeStorage's name for it. */
const STORES = {
  gnome_libsecret: 'gnome-libsecret',
  kwallet: 'kwallet',
  kwallet5: 'kwallet5',
  kwallet6: 'kwallet6',
} as const;
export type PasswordStore = (typeof STORES)[keyof typeof STORES];

/**
 * True where Chromium would not find the keyring by itself: on a desktop it does not know (i3, sway, a kiosk) or
 * without one (ssh, cron) it takes its fixed, public key although a keyring is running (electron#47436), and on KDE
 * without the desktop's version it looks for the wallet of KDE 4.
 */
export function mustChooseStore(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform !== 'linux') return false;
  const names = (env.XDG_CURRENT_DESKTOP ?? '').toLowerCase().split(':');
  const desktop = names.find((name) => KNOWN_DESKTOPS.some((known) => known === name));
  if (desktop === 'kde') return env.KDE_SESSION_VERSION !== '5' && env.KDE_SESSION_VERSION !== '6';
  return desktop === undefined;
}

/**
 * The keyring that opens most of what is saved: only the one that encrypted a secret has its key.
 * @param wroteBy safeStorage's name for the keyring, once for each saved secret
 * @returns null while nothing is saved; of KDE's wallets the newest, which has what the older ones had
 */
export function storeThatWrote(wroteBy: readonly string[]): PasswordStore | null {
  const known = wroteBy.filter(isBackend);
  const sharing = (backend: string): number => known.filter((other) => mayShareKey(backend, other)).length;
  const [most] = known.sort((one, other) => sharing(other) - sharing(one) || other.localeCompare(one));
  return most === undefined ? null : STORES[most];
}

const isBackend = (name: string): name is keyof typeof STORES => Object.hasOwn(STORES, name);
