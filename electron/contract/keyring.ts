/** What the operating system's encrypted storage is worth right now, on this computer, for this user. */
const protectionVerdicts = ['os-keyring', 'weak', 'unavailable'] as const;
export type ProtectionVerdict = (typeof protectionVerdicts)[number];

const protectionReasons = [
  'ready',
  /** The keyring exists and wants its password. */
  'locked',
  /** A keyring service runs, but no keyring has been made for this user yet. */
  'not-created',
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

export interface Protection {
  readonly verdict: ProtectionVerdict;
  readonly reason: ProtectionReason;
  /** The backend's own name: `gnome_libsecret`, `kwallet6`, `keychain`, `dpapi`, `basic_text`, … */
  readonly backend: string;
}
