import { randomUUID } from 'node:crypto';
import type { ProxySignIn } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';
import * as z from 'zod/mini';
import { type SecretRecords, Vault, type VaultPorts } from './vault';

const keptSchema = z.strictObject({ user: z.string(), password: z.string(), entry: z.string() });
/**
 * `entry` is a new id each time the sign-in is entered, so that one a proxy rejected can be tried again after it was
 * re-entered.
 */
export type KeptProxySignIn = z.infer<typeof keptSchema>;

const FIELD = 'signIn';

export interface ProxySignInPorts extends VaultPorts {
  readonly records: SecretRecords & {
    /** The proxies with a saved sign-in, readable or not. */
    list(): readonly string[];
  };
  /** The organization forbids them: none is saved or used. What was saved before stays until it is forgotten. */
  readonly isForbidden?: boolean;
}

/**
 * User names and passwords for proxies, shared by all connections on this computer. Each is bound to its proxy's
 * origin and stored like any other secret: in the keyring, or for this run only.
 */
export class ProxySignIns {
  readonly #vault: Vault;
  readonly #records: ProxySignInPorts['records'];
  readonly #entered = new Set<string>();
  readonly #isForbidden: boolean;

  constructor(ports: ProxySignInPorts) {
    this.#vault = new Vault(ports);
    this.#records = ports.records;
    this.#isForbidden = ports.isForbidden ?? false;
  }

  async save(
    proxy: string,
    user: string,
    password: string,
  ): Promise<Result<'saved' | 'session-only', 'bad-request' | 'not-saved' | 'not-allowed'>> {
    if (this.#isForbidden) return refuse('not-allowed');
    // A sign-in can be bound only to an origin.
    if (!URL.canParse(proxy) || new URL(proxy).origin !== proxy) return refuse('bad-request');
    const kept: KeptProxySignIn = { user, password, entry: randomUUID() };
    const saved = await this.#vault.save(refOf(proxy), JSON.stringify(kept), [proxy]);
    if (!saved.ok) return refuse('not-saved');
    this.#entered.add(proxy);
    return ok(saved.value);
  }

  /** The sign-in for this proxy; null if none is saved, or it is unreadable or forbidden. */
  async open(proxy: string): Promise<KeptProxySignIn | null> {
    if (this.#isForbidden) return null;
    const opened = await this.#vault.open(refOf(proxy), proxy);
    if (!opened.ok) return null;
    try {
      return keptSchema.parse(JSON.parse(opened.value));
    } catch {
      return null;
    }
  }

  async list(): Promise<readonly ProxySignIn[]> {
    const proxies = [...new Set([...this.#records.list(), ...this.#entered])].sort();
    const states = await Promise.all(
      proxies.map(async (proxy) => ({ proxy, state: await this.#vault.state(refOf(proxy), [proxy]) })),
    );
    return states.filter(({ state }) => state !== 'absent');
  }

  forget(proxy: string): Result<null, 'not-saved'> {
    const forgotten = this.#vault.forget(proxy);
    if (forgotten.ok) this.#entered.delete(proxy);
    return forgotten;
  }
}

const refOf = (proxy: string) => ({ connection: proxy, field: FIELD });
