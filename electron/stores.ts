import type { Policies } from '@contract/policies';
import { SecretDigests } from './check/secret-digests';
import { ConnectionStore, type ConnectionStoreOptions } from './connections/connection-store';
import { ProxyRecords } from './connections/proxy-records';
import { RejectedSignIns } from './connections/rejected-sign-ins';
import { SettingsStore, type SettingsStoreOptions } from './connections/settings-store';
import type { SecretCipher } from './secrets/cipher';
import { ProxySignIns } from './secrets/proxy-sign-ins';
import { Vault, type VaultPorts } from './secrets/vault';

/* Opens the data folder's stores and the way to their secrets, for the window and the command line. */

export interface StoredConnectionsOptions extends ConnectionStoreOptions {
  readonly cipher: SecretCipher;
  /** Replaced by tests that verify that a leaking vault is noticed. */
  readonly makeVault?: (ports: VaultPorts) => Vault;
}

/** The connections and their secrets. */
export function openConnections({
  cipher,
  makeVault = (ports) => new Vault(ports),
  ...options
}: StoredConnectionsOptions) {
  const connections = new ConnectionStore(options);
  const vault = makeVault({ cipher, records: connections, now: options.now });
  return { connections, vault, digests: new SecretDigests(vault) };
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
