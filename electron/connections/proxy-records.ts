import { ok, type Result, refuse } from '@contract/result';
import type { SecretRef } from '../secrets/secret-record';
import type { SecretRecords } from '../secrets/vault';
import type { SettingsStore } from './settings-store';

/** Far more proxies than one computer meets. */
const MOST_PROXIES = 20;

/**
 * Where the ciphertext of proxy sign-ins lies: among the settings, because they belong to this computer's network and to
 * no connection. `SecretRef.connection` is the proxy's origin; there is one record a proxy.
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

  /** There is no connection here to be written together with. */
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
