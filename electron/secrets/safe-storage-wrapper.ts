import { askable, type Protection, type ProtectionReason, type ProtectionVerdict } from '@contract/keyring';
import { ok, type Result, refuse } from '@contract/result';
import type { CipherFailure, Decrypted, SecretCipher } from './cipher';
import type { KeyringProbe } from './keyring-probe';
import { TIMED_OUT, withLimit } from './time-limit';

/**
 * The part of Electron's safeStorage used here. The asynchronous calls came with Electron 42, the synchronous
 * ones are deprecated since; which are there is looked up, not assumed.
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
  /** Limit of one asynchronous safeStorage call; the synchronous ones cannot be limited, hence the probe. */
  readonly callLimitMs?: number;
}

/** What Chromium uses on Linux that really is a keyring; everything else it may name is not trusted. */
const REAL_BACKENDS = ['gnome_libsecret', 'kwallet', 'kwallet5', 'kwallet6'];

/**
 * How ciphertext begins on Linux when the keyring's key made it: `v11` from Secret Service or KWallet, `v12` from
 * the Secret portal (Electron 42+, asynchronous calls only). `v10` is Chromium's fixed, public key. On macOS and
 * Windows `v10` is the ordinary, protected form.
 */
const KEYRING_PREFIXES = ['v11', 'v12'];

const THROWAWAY = 'a throwaway value that protects nothing';
const CALL_LIMIT_MS = 10_000;

/** The one user of Electron's safeStorage. `setUsePlainTextEncryption` is never called: its key is public. */
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
   * Has the desktop ask for the keyring's password, for a new keyring, or whether to let this program in; other
   * platforms do that by themselves.
   */
  unlock(): Promise<Protection> {
    this.#unlocking ??= this.#unlock().finally(() => {
      this.#unlocking = null;
      this.#stop = new AbortController();
    });
    return this.#unlocking;
  }

  /** Ends the waiting in `unlock`, which then resolves with the state as it is. */
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
      // Judged every time: a keyring that goes away under a running app must not weaken what comes after.
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
    // Anyone can make ciphertext under the public key, so none of it is ours.
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
    // A look that began before the person answered does not count.
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
      // `unknown` before the app is ready, or a name this version has not been taught to trust.
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

  /** A value worth nothing makes the round trip before the first real secret does. */
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

/** The asynchronous calls where the runtime has all three, the synchronous ones otherwise. */
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

/** Electron rejects with these words while the key cannot be had for a while (a denied or busy keychain). */
const isTemporary = (problem: unknown): boolean =>
  problem instanceof Error && problem.message.includes('temporarily unavailable');
