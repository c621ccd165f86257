/** What the operating system's encrypted storage is worth right now, on this computer, for this user. */
const protectionVerdicts = ['os-keyring', 'weak', 'unavailable'] as const;
export type ProtectionVerdict = (typeof protectionVerdicts)[number];

const protectionReasons = [
  'ready',
  /** The keyring exists and wants its password. */
  'locked',
  /** A keyring service runs, but no keyring has been made for this user yet. */
  'not-created',
  /** KDE's wallet is open, and wants to ask the person whether to let this program in. */
  'needs-permission',
  /** The person said no when KDE's wallet asked; it can ask again. */
  'access-denied',
  /** KDE's wallet refuses this program for good, as the person once told it to. */
  'access-blocked',
  /** KDE's wallet is switched off in KDE's settings. */
  'switched-off',
  /** A KDE session without its wallet's service. */
  'no-wallet',
  /** The only Secret Service is KDE's wallet, which shows no keyring there. */
  'not-shared',
  /** No keyring service answers on the session bus. */
  'no-keyring',
  /** There is no session bus at all. */
  'no-session-bus',
  /** The service is there but did not answer in time. */
  'not-answering',
  /** Chromium fell back to its fixed, public key: that is not encryption. */
  'public-key',
  /** The throwaway value did not survive the round trip, or came out under the public key. */
  'self-test-failed',
] as const;
export type ProtectionReason = (typeof protectionReasons)[number];

/** The states in which the desktop can put a question to the person that ends them. */
export const askable: readonly ProtectionReason[] = [
  'locked',
  'not-created',
  'needs-permission',
  'access-denied',
];

export interface Protection {
  readonly verdict: ProtectionVerdict;
  readonly reason: ProtectionReason;
  /** The backend's own name: `gnome_libsecret`, `kwallet6`, `keychain`, `dpapi`, `basic_text`, … */
  readonly backend: string;
}

/**
 * True when one keyring may have the key with which the other encrypted: the same one, or KDE's wallet under the names of
 * two generations. An update of KDE keeps the wallet with all that is in it.
 */
export const mayShareKey = (one: string, other: string): boolean =>
  one === other || [one, other].every((backend) => backend.startsWith('kwallet'));

/** The keyring as people call it, with the backend's own name for whoever has to look it up. */
export function keyringName(backend: string): string {
  switch (backend) {
    case 'gnome_libsecret':
      return `GNOME Keyring (${backend})`;
    case 'kwallet':
    case 'kwallet5':
    case 'kwallet6':
      return `KDE Wallet (${backend})`;
    default:
      return backend;
  }
}
