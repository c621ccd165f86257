import { randomUUID } from 'node:crypto';
import type { ProxySignIn } from '@contract/extra-trust';
import { ok, type Result, refuse } from '@contract/result';
import * as z from 'zod/mini';
import { type SecretRecords, Vault, type VaultPorts } from './vault';

const keptSchema = z.strictObject({
  user: z.string(),
  password: z.string(),
  entry: z.string(),
  /** False: the user was not warned that Basic sends the password as it is; absent: they were. */
  unencrypted: z.optional(z.boolean()),
});
/**
 * `entry` is a new id each time the sign-in is entered, so that one a proxy rejected can be tried again after it was
 * re-entered.
 */
export type KeptProxySignIn = z.infer<typeof keptSchema>;

/** An agreement has no id of its own: a new one clears what was rejected before. */
const OWN = 'own';

/** The user has agreed to give a proxy their own sign-in to this computer. */
export interface OwnSignIn {
  readonly own: true;
  readonly entry: typeof OWN;
}

const FIELD = 'signIn';

interface SignInRejections {
  has(proxy: string, entry: string): boolean;
  add(proxy: string, entry: string): void;
  remove(proxy: string): void;
  alone<Value>(signal: AbortSignal, work: () => Promise<Value>): Promise<Value>;
}

export interface ProxySignInPorts extends VaultPorts {
  readonly records: SecretRecords & {
    /** The proxies with a saved sign-in, readable or not. */
    list(): readonly string[];
    /** The proxies that may get the user's own sign-in to this computer. */
    listOwn(): readonly string[];
    writeOwn(proxies: readonly string[]): Result<null, 'not-saved'>;
  };
  /** Which sign-in each proxy has rejected. */
  readonly rejections: SignInRejections;
  /** The organization forbids them: none is saved or used. What was saved before stays until it is forgotten. */
  readonly isForbidden?: boolean;
}

/**
 * How to sign in to proxies, shared by all connections on this computer. A user name and password are bound to their
 * proxy's origin and stored like any other secret: in the keyring, or for this run only. Instead of them, a proxy may
 * get the user's own sign-in to this computer. That is no secret, only an agreement.
 */
export class ProxySignIns {
  readonly rejections: SignInRejections;
  readonly #vault: Vault;
  readonly #records: ProxySignInPorts['records'];
  readonly #entered = new Set<string>();
  readonly #isForbidden: boolean;

  constructor(ports: ProxySignInPorts) {
    this.rejections = ports.rejections;
    this.#vault = new Vault(ports);
    this.#records = ports.records;
    this.#isForbidden = ports.isForbidden ?? false;
  }

  async save(
    proxy: string,
    account: Omit<KeptProxySignIn, 'entry'>,
  ): Promise<Result<'saved' | 'session-only', 'bad-request' | 'not-saved' | 'not-allowed'>> {
    if (this.#isForbidden) return refuse('not-allowed');
    if (!isOrigin(proxy)) return refuse('bad-request');
    const kept: KeptProxySignIn = { ...account, entry: randomUUID() };
    const saved = await this.#vault.save(refOf(proxy), JSON.stringify(kept), [proxy]);
    if (!saved.ok || !this.#withdraw(proxy).ok) return refuse('not-saved');
    this.#entered.add(proxy);
    return ok(saved.value);
  }

  /** From now on, this proxy gets the user's own sign-in to this computer, instead of what is saved for it. */
  useOwn(proxy: string): Result<null, 'bad-request' | 'not-saved' | 'not-allowed'> {
    if (this.#isForbidden) return refuse('not-allowed');
    if (!isOrigin(proxy)) return refuse('bad-request');
    const forgotten = this.forget(proxy);
    if (!forgotten.ok) return forgotten;
    return this.#records.writeOwn([...this.#records.listOwn(), proxy]);
  }

  /** The sign-in for this proxy; null if none is saved, or it is unreadable or forbidden. */
  async open(proxy: string): Promise<KeptProxySignIn | OwnSignIn | null> {
    if (this.#isForbidden) return null;
    if (this.#records.listOwn().includes(proxy)) return { own: true, entry: OWN };
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
    const own = this.#records.listOwn().map((proxy) => ({ proxy, state: 'own' }) as const);
    return [...states.filter(({ state }) => state !== 'absent'), ...own];
  }

  forget(proxy: string): Result<null, 'not-saved'> {
    const forgotten = this.#vault.forget(proxy);
    if (!forgotten.ok) return forgotten;
    this.#entered.delete(proxy);
    this.rejections.remove(proxy);
    return this.#withdraw(proxy);
  }

  #withdraw(proxy: string): Result<null, 'not-saved'> {
    const own = this.#records.listOwn();
    return own.includes(proxy) ? this.#records.writeOwn(own.filter((one) => one !== proxy)) : ok(null);
  }
}

/** A sign-in can be bound only to an origin. */
const isOrigin = (proxy: string): boolean => URL.canParse(proxy) && new URL(proxy).origin === proxy;

const refOf = (proxy: string) => ({ connection: proxy, field: FIELD });
