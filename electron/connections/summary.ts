import type { ConnectionSummary } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Reminder } from '@contract/reminder';

/** Only what the list on the first screen needs. */
export function summaryOf(connection: Connection, reminder: Reminder | null): ConnectionSummary {
  const { id, system, name, environment, practice, setup, lastCheck, preset, updatedAt } = connection;
  return {
    id,
    system,
    name,
    environment,
    practice,
    setup,
    lastCheck,
    ...(preset === undefined ? {} : { preset }),
    updatedAt,
    ...(reminder === null ? {} : { reminder }),
  };
}
