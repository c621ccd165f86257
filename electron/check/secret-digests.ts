import { createHmac, randomBytes } from 'node:crypto';
import type { Vault } from '../secrets/vault';

/**
 * Tells which saved secrets are the same, without decrypting each of them again at every check. What is remembered is a
 * digest under a key of this run alone, and only for as long as the secret is not given anew.
 */
export class SecretDigests {
  readonly #key = randomBytes(32);
  readonly #known = new Map<string, { readonly changes: number; readonly digest: string }>();

  constructor(private readonly vault: Pick<Vault, 'reveal' | 'changes'>) {}

  /** null when it is not to be had. */
  async of(connection: string, field: string): Promise<string | null> {
    const name = `${connection} ${field}`;
    const changes = this.vault.changes(connection);
    const known = this.#known.get(name);
    if (known?.changes === changes) return known.digest;
    const revealed = await this.vault.reveal({ connection, field });
    if (!revealed.ok) return null;
    const digest = this.digest(revealed.value);
    this.#known.set(name, { changes, digest });
    return digest;
  }

  digest(secret: string): string {
    return createHmac('sha256', this.#key).update(secret).digest('base64');
  }
}
