import { recordKey } from './record-facts';
import type { SecretRef } from './secret-record';

export interface SessionSecret {
  readonly secret: string;
  readonly origins: readonly string[];
}

interface Kept extends SessionSecret {
  readonly ref: SecretRef;
}

/** Secrets for this run only, used if there is no trustworthy keyring. They never reach the disk. */
export class SessionVault {
  readonly #secrets = new Map<string, Map<string, Kept>>();

  keep(ref: SecretRef, { secret, origins }: SessionSecret): void {
    const fields = this.#secrets.get(ref.connection) ?? new Map<string, Kept>();
    fields.set(recordKey(ref), { ref, secret, origins });
    this.#secrets.set(ref.connection, fields);
  }

  find(ref: SecretRef): SessionSecret | undefined {
    return this.#secrets.get(ref.connection)?.get(recordKey(ref));
  }

  all(): readonly Kept[] {
    return [...this.#secrets.values()].flatMap((fields) => [...fields.values()]);
  }

  drop(ref: SecretRef): void {
    this.#secrets.get(ref.connection)?.delete(recordKey(ref));
  }

  forget(connection: string): void {
    this.#secrets.delete(connection);
  }
}
