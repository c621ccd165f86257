import type { Connection } from '@contract/connection';
import type { Reminder } from '@contract/reminder';
import { systemById } from '@systems/catalogue';
import type { Vault } from '../secrets/vault';
import { reminderOf } from './reminder';

/**
 * The current reminder for a saved connection, with the age of its secrets from the vault. Separate from reminder.ts,
 * which the first page needs before any system definition is loaded.
 */
export const remindingOf =
  (vault: Pick<Vault, 'savedAt'>, now: () => Date) =>
  (connection: Connection): Reminder | null => {
    const kept = systemById(connection.system).fields.flatMap(({ id: field, secret }) => {
      const at = secret ? vault.savedAt({ connection: connection.id, field }) : null;
      return at === null ? [] : [at];
    });
    return reminderOf(connection, kept.sort()[0] ?? null, now());
  };
