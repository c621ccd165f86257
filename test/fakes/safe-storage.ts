import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { SafeStorage } from '../../electron/secrets/safe-storage-wrapper';

export interface FakeSafeStorageOptions {
  readonly style: 'synchronous' | 'asynchronous' | 'both';
  /** Linux: the result of `getSelectedStorageBackend`; undefined if the call does not exist. */
  readonly backend?: string;
  readonly available?: boolean;
  /** The ciphertext's prefix: `v11` for a Linux keyring; `v10` for the public key, and on macOS and Windows. */
  readonly prefix?: string;
  /** What goes wrong with a decryption's result. */
  readonly fault?:
    | 'wrong-text'
    | 'throws-on-encrypt'
    | 'throws-on-decrypt'
    | 'temporarily-unavailable'
    | 'hangs';
  readonly shouldReEncrypt?: boolean;
}

/** Electron's safeStorage with its own key; records every call. */
export function fakeSafeStorage(options: FakeSafeStorageOptions): SafeStorage & { readonly calls: string[] } {
  const key = randomBytes(32);
  const calls: string[] = [];
  const prefix = Buffer.from(options.prefix ?? 'v11');

  const encrypt = (plain: string): Buffer => {
    if (options.fault === 'throws-on-encrypt') throw new Error('Encryption is not available.');
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', key, nonce);
    const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([prefix, nonce, cipher.getAuthTag(), body]);
  };
  const decrypt = (bytes: Buffer): string => {
    if (options.fault === 'throws-on-decrypt') throw new Error('Error while decrypting the ciphertext.');
    if (options.fault === 'temporarily-unavailable') {
      throw new Error('safeStorage.decryptStringAsync is temporarily unavailable. Please try again.');
    }
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(3, 15));
    decipher.setAuthTag(bytes.subarray(15, 31));
    const plain = Buffer.concat([decipher.update(bytes.subarray(31)), decipher.final()]).toString('utf8');
    return options.fault === 'wrong-text' ? `${plain}?` : plain;
  };
  const noted = <Value>(name: string, value: () => Value): Value => {
    calls.push(name);
    return value();
  };
  const slow = async <Value>(name: string, value: () => Value): Promise<Value> => {
    calls.push(name);
    if (options.fault === 'hangs') return new Promise<Value>(() => undefined);
    return value();
  };

  const synchronous: SafeStorage = {
    isEncryptionAvailable: () => noted('isEncryptionAvailable', () => options.available ?? true),
    encryptString: (plain) => noted('encryptString', () => encrypt(plain)),
    decryptString: (bytes) => noted('decryptString', () => decrypt(bytes)),
  };
  const asynchronous: SafeStorage = {
    // Electron on Linux returns true whatever key it has (docs/electron-notes.md#asynchronous-safestorage).
    isAsyncEncryptionAvailable: () => slow('isAsyncEncryptionAvailable', () => options.available ?? true),
    encryptStringAsync: (plain) => slow('encryptStringAsync', () => encrypt(plain)),
    decryptStringAsync: (bytes) =>
      slow('decryptStringAsync', () => ({
        result: decrypt(bytes),
        shouldReEncrypt: options.shouldReEncrypt ?? false,
      })),
  };
  const { backend } = options;
  return {
    calls,
    ...(options.style === 'asynchronous' ? {} : synchronous),
    ...(options.style === 'synchronous' ? {} : asynchronous),
    ...(backend === undefined
      ? {}
      : { getSelectedStorageBackend: () => noted('getSelectedStorageBackend', () => backend) }),
  };
}
