import type { Vault } from '../secrets/vault';

/**
 * Caches the digests of saved secrets until a secret of the connection changes. Without it, each check would decrypt
 * the secrets of all other connections.
 */
export class SecretDigests {
  readonly #known = new Map<string, { readonly changes: number; readonly digest: string }>();

  constructor(private readonly vault: Pick<Vault, 'digest' | 'changes'>) {}

  /** null if the secret is not available. */
  async of(connection: string, field: string): Promise<string | null> {
    const name = `${connection} ${field}`;
    const changes = this.vault.changes(connection);
    const known = this.#known.get(name);
    if (known?.changes === changes) return known.digest;
    const digest = await this.vault.digest({ connection, field });
    if (digest !== null) this.#known.set(name, { changes, digest });
    return digest;
  }
}
