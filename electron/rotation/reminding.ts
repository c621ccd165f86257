import type { Connection } from '@contract/connection';
import type { Reminder } from '@contract/reminder';
import { systemById } from '@systems/catalogue';
import type { Vault } from '../secrets/vault';
import { reminderOf } from './reminder';
import { secretTimes } from './secret-times';

/**
 * The current reminder for a saved connection, with the age of its secrets from the vault. Separate from reminder.ts,
 * which the first page needs before any system definition is loaded.
 */
export const remindingOf =
  (vault: Pick<Vault, 'savedAt'>, now: () => Date) =>
  (connection: Connection): Reminder | null => {
    const [first = null] = secretTimes(vault, connection.id, systemById(connection.system));
    return reminderOf(connection, first, now());
  };
