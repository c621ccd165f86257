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

/**
 * The `--password-store` to ask for where Chromium would not look for a keyring: on a desktop it does not know (i3,
 * sway, a kiosk) or without one (ssh, cron) it takes its fixed, public key although a keyring is running
 * (electron#47436). Whether one really is there is asked later, over the session bus.
 * @param desktop `XDG_CURRENT_DESKTOP`, names with `:` between
 * @returns null where Chromium's own choice is right
 */
export function passwordStoreFor(platform: NodeJS.Platform, desktop: string | undefined): string | null {
  if (platform !== 'linux') return null;
  const names = (desktop ?? '').toLowerCase().split(':');
  return names.some((name) => KNOWN_DESKTOPS.some((known) => known === name)) ? null : 'gnome-libsecret';
}
