/** How well the operating system currently protects secrets for this user on this computer. */
const protectionVerdicts = ['os-keyring', 'weak', 'unavailable'] as const;
export type ProtectionVerdict = (typeof protectionVerdicts)[number];

const protectionReasons = [
  'ready',
  /** The keyring exists but is locked. */
  'locked',
  /** A keyring service is running, but this user has no keyring yet. */
  'not-created',
  /** KDE's wallet is open, but has to ask the user whether to let this program in. */
  'needs-permission',
  /** The user refused when KDE's wallet asked; it can ask again. */
  'access-denied',
  /** KDE's wallet always refuses this program, because the user once chose so. */
  'access-blocked',
  /** KDE's wallet is switched off in the KDE settings. */
  'switched-off',
  /** A KDE session without the wallet service. */
  'no-wallet',
  /** The only Secret Service is KDE's wallet, which exposes no keyring there. */
  'not-shared',
  /** No keyring service on the session bus. */
  'no-keyring',
  /** No session bus. */
  'no-session-bus',
  /** The service exists but did not answer in time. */
  'not-answering',
  /** Chromium fell back to its fixed, public key, which is no protection. */
  'public-key',
  /** A throwaway value could not be decrypted again, or was encrypted with the public key. */
  'self-test-failed',
] as const;
export type ProtectionReason = (typeof protectionReasons)[number];

/** The states the desktop can resolve by asking the user. */
export const askable: readonly ProtectionReason[] = [
  'locked',
  'not-created',
  'needs-permission',
  'access-denied',
];

export interface Protection {
  readonly verdict: ProtectionVerdict;
  readonly reason: ProtectionReason;
  /** safeStorage's name for the backend: `gnome_libsecret`, `kwallet6`, `keychain`, `dpapi`, `basic_text`, … */
  readonly backend: string;
}

/**
 * True if one keyring may have the key the other encrypted with: if they are the same, or both are KDE's wallet in
 * different versions. A KDE upgrade keeps the wallet and its contents.
 */
export const mayShareKey = (one: string, other: string): boolean =>
  one === other || [one, other].every((backend) => backend.startsWith('kwallet'));

/** The keyring's common name, with the backend's name for whoever has to look it up. */
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
