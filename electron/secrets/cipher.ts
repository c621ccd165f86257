import type { Protection } from '@contract/keyring';
import type { Result } from '@contract/result';

/**
 * Why bytes could not be made or read.
 * - `keyring-unavailable`: nothing was tried, or it may work later: the keyring is locked, absent or not answering.
 * - `not-decryptable`: the keyring is there and these bytes are not what it wrote: damaged, or another user's.
 * - `not-encrypted`: the keyring promised protection and did not deliver it; the bytes were thrown away.
 */
export type CipherFailure =
  | { readonly code: 'keyring-unavailable'; readonly protection: Protection }
  | { readonly code: 'not-decryptable' }
  | { readonly code: 'not-encrypted' };

export interface Decrypted {
  readonly plain: string;
  /** The operating system has a newer key: what was read should be encrypted and stored anew. */
  readonly shouldReEncrypt: boolean;
}

/** Encryption by the operating system's keyring, for this user on this computer. Never throws, never freezes. */
export interface SecretCipher {
  /** Asked only when a step needs it; a good answer is kept, any other is asked again. */
  protection(): Promise<Protection>;
  encrypt(plain: string): Promise<Result<Buffer, CipherFailure>>;
  decrypt(bytes: Buffer): Promise<Result<Decrypted, CipherFailure>>;
}
