import type { Protection } from '@contract/keyring';
import type { Result } from '@contract/result';

/**
 * Why encryption or decryption failed.
 * - `keyring-unavailable`: nothing was tried, or a later try may work: the keyring is locked, absent or not
 *   answering.
 * - `not-decryptable`: the keyring works, but did not write these bytes: they are damaged, or another user's.
 * - `not-encrypted`: the keyring promised protection and did not deliver it; the bytes were discarded.
 */
export type CipherFailure =
  | { readonly code: 'keyring-unavailable'; readonly protection: Protection }
  | { readonly code: 'not-decryptable' }
  | { readonly code: 'not-encrypted' };

export interface Decrypted {
  readonly plain: string;
  /** The operating system has a newer key: encrypt and store this value again. */
  readonly shouldReEncrypt: boolean;
}

/** Encryption by the operating system's keyring, for this user on this computer. Never throws and never blocks. */
export interface SecretCipher {
  /** Called only when a step needs the keyring. A good answer is cached; any other is checked again. */
  protection(): Promise<Protection>;
  encrypt(plain: string): Promise<Result<Buffer, CipherFailure>>;
  decrypt(bytes: Buffer): Promise<Result<Decrypted, CipherFailure>>;
}
