import type { SecretTrouble } from '@contract/connection';
import { leftOutOf } from '@contract/several';
import { systemById } from '@systems/catalogue';
import type { System } from '@systems/system';
import { savedSecrets, savedSubject } from '../check/saved-connection';
import { SecretDigests } from '../check/secret-digests';
import { ConnectionStore } from '../connections/connection-store';
import { ProxyRecords } from '../connections/proxy-records';
import { SettingsStore } from '../connections/settings-store';
import { DBusKeyringProbe } from '../secrets/keyring-probe';
import { ProxySignIns } from '../secrets/proxy-sign-ins';
import { electronSafeStorage } from '../secrets/safe-storage-wrapper';
import { Vault } from '../secrets/vault';
import type { CheckableConnection } from './checkable';

/* What the window has saved, and the way to its secrets. Beside a window that may be writing, this only looks. */

const now = (): Date => new Date();

/** Rehearsals are left out: their server runs only inside the window. */
export function savedConnections(folder: string): readonly CheckableConnection[] {
  const connections = new ConnectionStore({ folder, now, readOnly: true });
  const vault = new Vault({ cipher: cipher(), records: connections, now });
  const digests = new SecretDigests(vault);
  return connections
    .list()
    .filter((connection) => !connection.practice)
    .map((connection) => {
      const system = systemById(connection.system);
      return {
        ...savedSubject(connection, connections.list(), system),
        ...savedSecrets(connection, connections.list(), vault, digests),
        leftOut: leftOutOf(connection),
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

/** The sign-ins that were kept for proxies. */
export function savedProxySignIns(folder: string): ProxySignIns {
  const settings = new SettingsStore({ folder, now, readOnly: true });
  return new ProxySignIns({ cipher: cipher(), records: new ProxyRecords(settings), now });
}

const cipher = () => electronSafeStorage(new DBusKeyringProbe());
