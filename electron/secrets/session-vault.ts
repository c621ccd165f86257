import type { SecretRef } from './secret-record';

export interface SessionSecret {
  readonly secret: string;
  readonly origins: readonly string[];
}

/** Secrets of this run only, where nothing better than the memory protects them. Nothing here reaches a disk. */
export class SessionVault {
  readonly #secrets = new Map<string, Map<string, SessionSecret>>();

  keep({ connection, field }: SecretRef, secret: SessionSecret): void {
    const fields = this.#secrets.get(connection) ?? new Map<string, SessionSecret>();
    fields.set(field, secret);
    this.#secrets.set(connection, fields);
  }

  find({ connection, field }: SecretRef): SessionSecret | undefined {
    return this.#secrets.get(connection)?.get(field);
  }

  all(): readonly (SessionSecret & { readonly ref: SecretRef })[] {
    return [...this.#secrets].flatMap(([connection, fields]) =>
      [...fields].map(([field, kept]) => ({ ref: { connection, field }, ...kept })),
    );
  }

  drop({ connection, field }: SecretRef): void {
    this.#secrets.get(connection)?.delete(field);
  }

  forget(connection: string): void {
    this.#secrets.delete(connection);
  }
}
