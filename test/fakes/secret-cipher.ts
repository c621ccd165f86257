import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { Protection } from '@contract/keyring';
import { ok, type Result, refuse } from '@contract/result';
import type { CipherFailure, Decrypted, SecretCipher } from '../../electron/secrets/cipher';

export const good: Protection = { verdict: 'os-keyring', reason: 'ready', backend: 'gnome_libsecret' };

/** A cipher with its own key (one user on one computer) under a keyring in a configurable state. */
export class FakeCipher implements SecretCipher {
  readonly #key = randomBytes(32);
  /** Counts every call except `protection`. */
  calls = 0;
  shouldReEncrypt = false;
  /** False mimics Chromium on Linux, where a flipped bit yields different text instead of an error. */
  authenticates = true;

  constructor(public current: Protection = good) {}

  async protection(): Promise<Protection> {
    return this.current;
  }

  async encrypt(plain: string): Promise<Result<Buffer, CipherFailure>> {
    this.calls += 1;
    if (this.current.verdict !== 'os-keyring') return this.#unavailable();
    const nonce = randomBytes(16);
    if (!this.authenticates) {
      const cipher = createCipheriv('aes-256-ctr', this.#key, nonce);
      return ok(Buffer.concat([Buffer.from('v11'), nonce, cipher.update(plain, 'utf8')]));
    }
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return ok(Buffer.concat([Buffer.from('v11'), nonce, cipher.getAuthTag(), body]));
  }

  async decrypt(bytes: Buffer): Promise<Result<Decrypted, CipherFailure>> {
    this.calls += 1;
    if (this.current.verdict !== 'os-keyring') return this.#unavailable();
    if (bytes.subarray(0, 3).toString() !== 'v11') return refuse({ code: 'not-decryptable' });
    try {
      return ok({ plain: this.#decrypt(bytes), shouldReEncrypt: this.shouldReEncrypt });
    } catch {
      return refuse({ code: 'not-decryptable' });
    }
  }

  #decrypt(bytes: Buffer): string {
    const nonce = bytes.subarray(3, 19);
    if (!this.authenticates) {
      return createDecipheriv('aes-256-ctr', this.#key, nonce).update(bytes.subarray(19)).toString('utf8');
    }
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce);
    decipher.setAuthTag(bytes.subarray(19, 35));
    return Buffer.concat([decipher.update(bytes.subarray(35)), decipher.final()]).toString('utf8');
  }

  #unavailable(): { readonly ok: false; readonly failure: CipherFailure } {
    return refuse({ code: 'keyring-unavailable', protection: this.current });
  }
}

/** For weak protection: any attempt to encrypt fails the test. */
export const untouchableCipher = (protection: Protection): SecretCipher => ({
  protection: async () => protection,
  encrypt: () => {
    throw new Error('A secret was handed to a cipher that does not protect');
  },
  decrypt: () => {
    throw new Error('A cipher that does not protect was asked to decrypt');
  },
});
