import { ok, type Result, refuse } from '@contract/result';
import type { SecretRef } from '../secrets/secret-record';
import type { SecretRecords } from '../secrets/vault';
import type { SettingsStore } from './settings-store';

/** Far more proxies than a computer ever uses. */
const MOST_PROXIES = 20;

/**
 * Stores the ciphertext of proxy sign-ins in the settings, since they belong to this computer's network, not to a
 * connection. `SecretRef.connection` is the proxy's origin; there is one record per proxy.
 */
export class ProxyRecords implements SecretRecords {
  constructor(private readonly settings: Pick<SettingsStore, 'get' | 'update'>) {}

  list(): readonly string[] {
    return Object.keys(this.#all());
  }

  readSecret({ connection }: SecretRef): unknown {
    const all = this.#all();
    return Object.hasOwn(all, connection) ? all[connection] : undefined;
  }

  writeSecret({ connection }: SecretRef, record: unknown): Result<null, 'not-saved' | 'not-found'> {
    const { [connection]: _, ...others } = this.#all();
    const next = record === undefined ? others : { ...others, [connection]: record };
    if (Object.keys(next).length > MOST_PROXIES) return refuse('not-saved');
    return this.settings.update({ proxySignIns: next }).ok ? ok(null) : refuse('not-saved');
  }

  /** The proxies that may get the user's own sign-in to this computer. */
  listOwn(): readonly string[] {
    return this.settings.get().proxyOwnSignIns ?? [];
  }

  writeOwn(proxies: readonly string[]): Result<null, 'not-saved'> {
    if (proxies.length > MOST_PROXIES) return refuse('not-saved');
    return this.settings.update({ proxyOwnSignIns: [...proxies] }).ok ? ok(null) : refuse('not-saved');
  }

  /** Proxy sign-ins have no connection to write. */
  writeTogether(): Result<null, 'not-found'> {
    return refuse('not-found');
  }

  forgetSecrets(connection: string): Result<null, 'not-saved'> {
    if (!Object.hasOwn(this.#all(), connection)) return ok(null);
    return this.writeSecret({ connection, field: '' }, undefined).ok ? ok(null) : refuse('not-saved');
  }

  #all(): Readonly<Record<string, unknown>> {
    return this.settings.get().proxySignIns ?? {};
  }
}
