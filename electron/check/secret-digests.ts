import type { Vault } from '../secrets/vault';

/**
 * The digests of saved secrets, remembered for as long as no secret of the connection is given anew: without this, each
 * check would decrypt the secrets of all other connections.
 */
export class SecretDigests {
  readonly #known = new Map<string, { readonly changes: number; readonly digest: string }>();

  constructor(private readonly vault: Pick<Vault, 'digest' | 'changes'>) {}

  /** null when it is not to be had. */
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
