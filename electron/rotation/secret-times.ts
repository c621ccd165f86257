import type { System } from '@systems/system';
import type { Vault } from '../secrets/vault';

/** When a connection's secrets were saved, oldest first. Those that are not kept here are left out. */
export const secretTimes = (
  vault: Pick<Vault, 'savedAt'>,
  connection: string,
  { fields }: Pick<System, 'fields'>,
): readonly string[] =>
  fields
    .flatMap(({ id: field, secret }) => (secret ? (vault.savedAt({ connection, field }) ?? []) : []))
    .toSorted();
