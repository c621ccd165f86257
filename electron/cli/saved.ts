import type { SecretTrouble } from '@contract/connection';
import { noPolicies, type Policies } from '@contract/policies';
import { leftOutOf } from '@contract/test-all';
import { systemFor } from '@systems/catalogue';
import type { System } from '@systems/system';
import { savedSecrets, savedSubject } from '../check/saved-connection';
import { secretTimes } from '../rotation/secret-times';
import type { SecretCipher } from '../secrets/cipher';
import type { ProxySignIns } from '../secrets/proxy-sign-ins';
import type { Vault } from '../secrets/vault';
import { openConnections, openSettings } from '../stores';
import type { CheckableConnection } from './checkable';

/* The window's saved connections and access to their secrets. Read-only, since the window may be writing. */

const now = (): Date => new Date();

/** Practice connections are left out: their server runs only inside the window. */
export function savedConnections(
  folder: string,
  cipher: SecretCipher,
  policies: Pick<Policies, 'sharedStore' | 'sharedStoreOfflineHours'> = noPolicies,
): readonly CheckableConnection[] {
  const { connections, vault, digests } = openConnections({ folder, now, cipher, policies, readOnly: true });
  return connections
    .list()
    .filter((connection) => !connection.practice)
    .map((connection) => {
      const system = systemFor(connection);
      return {
        ...savedSubject(connection, connections.list(), system),
        ...savedSecrets(connection, connections.list(), vault, digests),
        leftOut: leftOutOf(connection),
        lastCheck: connection.lastCheck,
        secretsSince: () => secretTimes(vault, connection.id, system),
        trouble: () => firstTrouble(vault, connection.id, system),
      };
    });
}

async function firstTrouble(vault: Vault, connection: string, system: System): Promise<SecretTrouble | null> {
  for (const field of system.fields) {
    const trouble = field.secret ? await vault.trouble({ connection, field: field.id }) : null;
    if (trouble !== null) return trouble;
  }
  return null;
}

/** The saved proxy sign-ins. */
export const savedProxySignIns = (
  folder: string,
  cipher: SecretCipher,
  policies: Pick<Policies, 'forbidProxySignIn'>,
): ProxySignIns => openSettings({ folder, now, cipher, policies, readOnly: true }).proxySignIns;
