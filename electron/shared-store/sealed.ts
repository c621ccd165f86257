import { LIMITS } from '@contract/limits';
import type { Result } from '@contract/result';
import * as z from 'zod/mini';
import type { SharedFile } from '../connections/shared-file';
import { withSealed } from '../connections/shared-file';
import type { SecretRecord, SecretRef } from '../secrets/secret-record';
import type { Vault } from '../secrets/vault';
import type { BaseSecrets } from './sides';

/* What is sealed beside the links, in `shared.json`. All of it is bound to the store's own origin. */

const secretsSchema = z.record(z.string(), z.string().check(z.maxLength(LIMITS.secret)));
const baseSchema = z.strictObject({
  version: z.int(),
  secrets: secretsSchema,
  next: secretsSchema,
});

const baseOf = (connection: string): SecretRef => ({ connection, field: 'base' });
/** Of no connection: their ids are UUIDs. */
const ROLE_SECRET: SecretRef = { connection: 'store', field: 'roleSecret' };
/** It is this computer's own, and no secret of a shared connection. */
export const isOwnSecret = (connection: string): boolean => connection === ROLE_SECRET.connection;

export interface SealedPorts {
  /** Over the records of `shared.json`. */
  readonly vault: Pick<Vault, 'open' | 'save' | 'saveTogether' | 'state'>;
  readonly file: Pick<SharedFile, 'change'>;
}

export class Sealed {
  constructor(private readonly ports: SealedPorts) {}

  /** The secrets of the version a connection started from; null if they cannot be read. */
  async base(id: string, version: number, origin: string): Promise<BaseSecrets | null> {
    const { vault } = this.ports;
    const opened = await vault.open(baseOf(id), origin);
    if (!opened.ok) return null;
    try {
      const read = baseSchema.safeParse(JSON.parse(opened.value));
      return read.success && read.data.version === version ? read.data : null;
    } catch {
      return null;
    }
  }

  /** Writes them in one step with the rest of the link. */
  async keepBase(
    id: string,
    secrets: BaseSecrets,
    origin: string,
    change: Parameters<SharedFile['change']>[0],
  ): Promise<Result<null, 'not-saved'>> {
    const ref = baseOf(id);
    let written: Result<null, 'not-saved'> = { ok: false, failure: 'not-saved' };
    await this.ports.vault.saveTogether(
      [{ ref, secret: JSON.stringify(secrets), origins: [origin] }],
      (records: readonly { readonly record: SecretRecord }[]) => {
        written = this.ports.file.change((state) => {
          const after = change(state);
          return { ...after, sealed: withSealed(after.sealed, ref, records[0]?.record) };
        });
        return written;
      },
    );
    // If it could not be read back, only the comparison with it is lost: what differs will ask.
    return written;
  }

  /** The secret with which the nightly job signs in. */
  async keepRoleSecret(secret: string, origin: string): Promise<Result<'saved' | 'session-only', unknown>> {
    return this.ports.vault.save(ROLE_SECRET, secret, [origin]);
  }

  async roleSecret(origin: string): Promise<string | null> {
    const { vault } = this.ports;
    const opened = await vault.open(ROLE_SECRET, origin);
    return opened.ok ? opened.value : null;
  }
}
