import type { Connection } from '@contract/connection';
import { ok, refuse } from '@contract/result';
import type { System } from '@systems/system';
import type { SecretSlot } from '../secrets/secret-record';
import type { OpenFailure, Vault } from '../secrets/vault';
import type { CheckPorts, CheckSubject, SecretRefusal } from './ports';
import type { SecretDigests } from './secret-digests';

/** The check's view of a saved connection. The window and the command line share it. */
export function savedSubject(
  connection: Connection,
  all: readonly Connection[],
  system: System,
): CheckSubject {
  const { id, name, environment, practice, values, alternative, extraCertificates = [] } = connection;
  const siblings = siblingsOf(connection, all).map((other) => ({
    id: other.id,
    name: other.name,
    environment: other.environment,
    values: other.values,
  }));
  return { id, system, name, environment, practice, values, siblings, alternative, extraCertificates };
}

/** The other connections of the same system. Practice connections are compared only with each other. */
export function siblingsOf(connection: Connection, all: readonly Connection[]): readonly Connection[] {
  return all.filter(
    (other) =>
      other.id !== connection.id &&
      other.system === connection.system &&
      other.practice === connection.practice,
  );
}

export function savedSecrets(
  connection: Connection,
  all: readonly Connection[],
  vault: Pick<Vault, 'open' | 'digest'>,
  digests: SecretDigests,
  /** `next`: use the new secret of a rotation. */
  slot?: SecretSlot,
): Pick<CheckPorts, 'secret' | 'sameSecretElsewhere'> {
  const ref = (field: string) => ({
    connection: connection.id,
    field,
    ...(slot === undefined ? {} : { slot }),
  });
  return {
    secret: async (field, origin) => {
      const opened = await vault.open(ref(field), origin);
      return opened.ok ? ok(opened.value) : refuse(refusalOf(opened.failure));
    },
    sameSecretElsewhere: async (field) => {
      const own = await vault.digest(ref(field));
      if (own === null) return null;
      for (const other of siblingsOf(connection, all)) {
        if (other.environment === connection.environment) continue;
        if ((await digests.of(other.id, field)) === own) return other.name;
      }
      return null;
    },
  };
}

function refusalOf(failure: OpenFailure): SecretRefusal {
  const { code } = failure;
  if (code === 'absent' || code === 'other-address' || code === 'store-not-reached') return code;
  return failure.code === 'keyring-unavailable' && failure.protection.reason === 'locked'
    ? 'locked'
    : 'unreadable';
}
