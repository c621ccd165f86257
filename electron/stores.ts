import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { noPolicies, type Policies } from '@contract/policies';
import { SecretDigests } from './check/secret-digests';
import { ConnectionStore, type ConnectionStoreOptions } from './connections/connection-store';
import { ProxyRecords } from './connections/proxy-records';
import { RejectedSignIns } from './connections/rejected-sign-ins';
import { SettingsStore, type SettingsStoreOptions } from './connections/settings-store';
import type { SecretCipher } from './secrets/cipher';
import { ProxySignIns } from './secrets/proxy-sign-ins';
import { Vault, type VaultPorts } from './secrets/vault';
import type { OpenInUse } from './shared-store/open-in-use';

/* Opens the data folder's stores and the way to their secrets, for the window and the command line. */

export interface StoredConnectionsOptions extends ConnectionStoreOptions {
  readonly cipher: SecretCipher;
  /** Replaced by tests that verify that a leaking vault is noticed. */
  readonly makeVault?: (ports: VaultPorts) => Vault;
  /** What the organization allows with shared connections. */
  readonly policies?: Pick<Policies, 'sharedStore' | 'sharedStoreOfflineHours'>;
  /** For a program that writes while the window may be writing: leaves its temporary files alone. */
  readonly isBeside?: boolean;
}

/** The connections and their secrets. */
export function openConnections({
  cipher,
  makeVault = (ports) => new Vault(ports),
  policies = noPolicies,
  ...options
}: StoredConnectionsOptions) {
  const { folder, now } = options;
  const startedAt = now();
  let opening: Promise<OpenInUse> | null = null;
  /** What is known of the shared store. Nothing of it is loaded where there is none. */
  const shared = (): Promise<OpenInUse> => {
    opening ??= import('./shared-store/open-in-use').then(({ openInUse }) =>
      openInUse({
        ...options,
        // Beside the window, it is noted that the store was reached, even if no connection is to be changed.
        readOnly: options.readOnly === true && options.isBeside !== true,
        cipher,
        policies,
        startedAt,
      }),
    );
    return opening;
  };
  const isShared = (): boolean => opening !== null || existsSync(join(folder, 'shared.json'));
  const connections = new ConnectionStore(options);
  const vault = makeVault({
    cipher,
    records: connections,
    now,
    allowed: async (id) => (isShared() ? (await shared()).inUse.secretUse(id) : { onDisk: true, open: true }),
  });
  return { connections, vault, digests: new SecretDigests(vault), shared };
}

/** The app's settings, and the proxy sign-ins stored in them. */
export function openSettings({
  cipher,
  policies,
  ...options
}: SettingsStoreOptions & {
  readonly cipher: SecretCipher;
  readonly policies: Pick<Policies, 'forbidProxySignIn'>;
}) {
  const settings = new SettingsStore(options);
  return {
    settings,
    proxySignIns: new ProxySignIns({
      cipher,
      records: new ProxyRecords(settings),
      rejections: new RejectedSignIns(options.folder),
      now: options.now,
      isForbidden: policies.forbidProxySignIn,
    }),
  };
}
