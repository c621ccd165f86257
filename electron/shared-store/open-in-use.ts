import type { Policies } from '@contract/policies';
import { SealedRecords, SharedFile } from '../connections/shared-file';
import type { SecretCipher } from '../secrets/cipher';
import { Vault } from '../secrets/vault';
import { StoreInUse } from './in-use';
import { isOwnSecret, Sealed } from './sealed';

export interface InUseOptions {
  /** The app's data folder, absolute. */
  readonly folder: string;
  readonly now: () => Date;
  readonly cipher: SecretCipher;
  readonly policies: Pick<Policies, 'sharedStore' | 'sharedStoreOfflineHours'>;
  /** When this run of the program began. */
  readonly startedAt: Date;
  /** For a program that only reads: changes nothing on disk. */
  readonly readOnly?: boolean;
  /** For a program that writes while the window may be writing. */
  readonly isBeside?: boolean;
}

/** What this computer knows of its shared store, and what is sealed beside it. */
export function openInUse({ cipher, policies, startedAt, ...options }: InUseOptions) {
  const file = new SharedFile(options);
  const inUse = new StoreInUse({ file, policies, now: options.now, startedAt });
  const vault = new Vault({
    cipher,
    records: new SealedRecords(file),
    now: options.now,
    // Those of a connection that is just being published have no link yet.
    allowed: async (id) => ({ onDisk: isOwnSecret(id) || inUse.offlineHours > 0, open: true }),
  });
  return { file, inUse, sealed: new Sealed({ vault, file }) };
}
export type OpenInUse = ReturnType<typeof openInUse>;
