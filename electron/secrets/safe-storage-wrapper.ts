import { askable, type Protection, type ProtectionReason, type ProtectionVerdict } from '@contract/keyring';
import { ok, type Result, refuse } from '@contract/result';
import type { CipherFailure, Decrypted, SecretCipher } from './cipher';
import type { KeyringProbe } from './keyring-probe';
import { TIMED_OUT, withLimit } from './time-limit';

/**
 * The part of Electron's safeStorage used here. Electron 42 added the asynchronous methods and deprecated the
 * synchronous ones; we detect which exist.
 */
export interface SafeStorage {
  isEncryptionAvailable?(): boolean;
  encryptString?(plain: string): Buffer;
  decryptString?(bytes: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(plain: string): Promise<Buffer>;
  decryptStringAsync?(bytes: Buffer): Promise<{ readonly result: string; readonly shouldReEncrypt: boolean }>;
  /** Linux only. */
  getSelectedStorageBackend?(): string;
}

export interface SafeStoragePorts {
  readonly safeStorage: SafeStorage;
  readonly platform: NodeJS.Platform;
  readonly keyring: KeyringProbe;
  /**
   * Limit for one asynchronous safeStorage call. Synchronous calls cannot be limited; that is what the probe is for.
   */
  readonly callLimitMs?: number;
}

/** Linux backends that are real keyrings. Any other name is not trusted. */
const REAL_BACKENDS = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

/**
 * Ciphertext prefixes on Linux that prove the keyring's key was used: `v11` for Secret Service and KWallet, `v12` for
 * the Secret portal (Electron 42+, asynchronous calls only). `v10` is Chromium's fixed, public key. On macOS and
 * Windows, `v10` is the normal, protected form.
 */
const KEYRING_PREFIXES = ['v11', 'v12'];

const THROWAWAY = 'a throwaway value that protects nothing';
const CALL_LIMIT_MS = 10_000;

/** The only code that uses Electron's safeStorage. Never call `setUsePlainTextEncryption`: its key is public. */
export class SafeStorageWrapper implements SecretCipher {
  #good: Protection | null = null;
  #asking: Promise<Protection> | null = null;
  #unlocking: Promise<Protection> | null = null;
  #stop = new AbortController();
  readonly #calls: Calls | null;
  readonly #limitMs: number;

  constructor(private readonly ports: SafeStoragePorts) {
    this.#calls = callsOf(ports.safeStorage);
    this.#limitMs = ports.callLimitMs ?? CALL_LIMIT_MS;
  }

  protection(): Promise<Protection> {
    if (this.#good !== null) return Promise.resolve(this.#good);
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  /**
   * Prompts for the keyring's password, to create a keyring, or to grant this program access. Linux only: other
   * platforms prompt by themselves.
   */
  unlock(): Promise<Protection> {
    this.#unlocking ??= this.#unlock().finally(() => {
      this.#unlocking = null;
      this.#stop = new AbortController();
    });
    return this.#unlocking;
  }

  /** Stops waiting in `unlock`, which then resolves with the current state. */
  stopUnlocking(): void {
    if (this.#unlocking !== null) this.#stop.abort();
  }

  async encrypt(plain: string): Promise<Result<Buffer, CipherFailure>> {
    const protection = await this.protection();
    if (protection.verdict !== 'os-keyring' || this.#calls === null) {
      return refuse({ code: 'keyring-unavailable', protection });
    }
    try {
      const bytes = await withLimit(this.#calls.encrypt(plain), this.#limitMs);
      if (bytes === TIMED_OUT) return this.#unavailable(protection, 'not-answering');
      // Check every time: a keyring that disappears while the app runs must not weaken later secrets.
      return this.#isProtected(bytes) ? ok(bytes) : refuse({ code: 'not-encrypted' });
    } catch {
      return this.#unavailable(protection, 'not-answering');
    }
  }

  async decrypt(bytes: Buffer): Promise<Result<Decrypted, CipherFailure>> {
    const protection = await this.protection();
    if (protection.verdict !== 'os-keyring' || this.#calls === null) {
      return refuse({ code: 'keyring-unavailable', protection });
    }
    // Anyone can encrypt with the public key, so such ciphertext is not ours.
    if (!this.#isProtected(bytes)) return refuse({ code: 'not-decryptable' });
    try {
      const decrypted = await withLimit(this.#calls.decrypt(bytes), this.#limitMs);
      return decrypted === TIMED_OUT ? this.#unavailable(protection, 'not-answering') : ok(decrypted);
    } catch (problem) {
      return isTemporary(problem)
        ? this.#unavailable(protection, 'not-answering')
        : refuse({ code: 'not-decryptable' });
    }
  }

  async #unlock(): Promise<Protection> {
    const current = await this.protection();
    if (this.ports.platform !== 'linux') return current;
    if (!askable.includes(current.reason)) return current;
    await this.ports.keyring.unlock(current.backend, this.#stop.signal);
    // Ignore the result of a query that began before the user answered.
    await this.#asking;
    return this.protection();
  }

  async #ask(): Promise<Protection> {
    const judged = await this.#judge();
    if (judged.verdict === 'os-keyring') this.#good = judged;
    return judged;
  }

  async #judge(): Promise<Protection> {
    const backend = this.#backend();
    const says = (verdict: ProtectionVerdict, reason: ProtectionReason): Protection => ({
      verdict,
      reason,
      backend,
    });
    if (this.ports.platform === 'linux') {
      if (backend === 'basic_text') return says('weak', 'public-key');
      // `unknown` before the app is ready, or a backend this version does not know.
      if (!REAL_BACKENDS.includes(backend)) return says('unavailable', 'no-keyring');
      const state = await this.ports.keyring.state(backend);
      if (state !== 'ready') return says('unavailable', state);
    }
    if (this.#calls === null) return says('unavailable', 'no-keyring');
    try {
      const available = await withLimit(this.#calls.available(), this.#limitMs);
      if (available === TIMED_OUT) return says('unavailable', 'not-answering');
      if (!available) return says('unavailable', 'no-keyring');
      return await this.#selfTest(this.#calls, says);
    } catch {
      return says('unavailable', 'self-test-failed');
    } finally {
      // By now safeStorage has read its key, or never will.
      if (this.ports.platform === 'linux') this.ports.keyring.release();
    }
  }

  /** Encrypts and decrypts a throwaway value before the first real secret. */
  async #selfTest(
    calls: Calls,
    says: (verdict: ProtectionVerdict, reason: ProtectionReason) => Protection,
  ): Promise<Protection> {
    const bytes = await withLimit(calls.encrypt(THROWAWAY), this.#limitMs);
    if (bytes === TIMED_OUT) return says('unavailable', 'not-answering');
    if (!this.#isProtected(bytes)) return says('weak', 'self-test-failed');
    const back = await withLimit(calls.decrypt(bytes), this.#limitMs);
    if (back === TIMED_OUT) return says('unavailable', 'not-answering');
    return back.plain === THROWAWAY ? says('os-keyring', 'ready') : says('unavailable', 'self-test-failed');
  }

  #backend(): string {
    switch (this.ports.platform) {
      case 'darwin':
        return 'keychain';
      case 'win32':
        return 'dpapi';
      default:
        return this.ports.safeStorage.getSelectedStorageBackend?.() ?? 'unknown';
    }
  }

  #isProtected(bytes: Buffer): boolean {
    if (bytes.includes(THROWAWAY)) return false;
    return (
      this.ports.platform !== 'linux' || KEYRING_PREFIXES.includes(bytes.subarray(0, 3).toString('latin1'))
    );
  }

  #unavailable(
    protection: Protection,
    reason: ProtectionReason,
  ): { readonly ok: false; readonly failure: CipherFailure } {
    return refuse({
      code: 'keyring-unavailable',
      protection: { ...protection, verdict: 'unavailable', reason },
    });
  }
}

interface Calls {
  available(): Promise<boolean>;
  encrypt(plain: string): Promise<Buffer>;
  decrypt(bytes: Buffer): Promise<Decrypted>;
}

/** The asynchronous methods if all three exist, otherwise the synchronous ones. */
function callsOf(storage: SafeStorage): Calls | null {
  const { isAsyncEncryptionAvailable, encryptStringAsync, decryptStringAsync } = storage;
  if (isAsyncEncryptionAvailable && encryptStringAsync && decryptStringAsync) {
    return {
      available: () => isAsyncEncryptionAvailable.call(storage),
      encrypt: (plain) => encryptStringAsync.call(storage, plain),
      decrypt: async (bytes) => {
        const { result, shouldReEncrypt } = await decryptStringAsync.call(storage, bytes);
        return { plain: result, shouldReEncrypt };
      },
    };
  }
  const { isEncryptionAvailable, encryptString, decryptString } = storage;
  if (isEncryptionAvailable && encryptString && decryptString) {
    return {
      available: async () => isEncryptionAvailable.call(storage),
      encrypt: async (plain) => encryptString.call(storage, plain),
      decrypt: async (bytes) => ({ plain: decryptString.call(storage, bytes), shouldReEncrypt: false }),
    };
  }
  return null;
}

/**
 * Electron's message while the key is temporarily unavailable, e.g. if access to the keychain was denied or it is
 * busy.
 */
const isTemporary = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes('temporarily unavailable');
