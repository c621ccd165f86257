import type { Failure } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Reminder } from '@contract/reminder';
import { ok, refuse } from '@contract/result';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

export interface ReminderHandlerPorts {
  readonly connections: Pick<Connections, 'get' | 'replace'>;
  readonly reminderOf: (connection: Connection) => Reminder | null;
}

export function reminderHandlers(ports: ReminderHandlerPorts): Pick<Handlers, 'set-reminders'> {
  return {
    'set-reminders'({ id, reminders }) {
      const before = ports.connections.get(id);
      if (before === undefined) return refuse<Failure>({ code: 'not-found' });
      const after: Connection = { ...before, reminders };
      if (!ports.connections.replace(after).ok) return refuse<Failure>({ code: 'not-saved' });
      return ok({ reminder: ports.reminderOf(after) });
    },
  };
}
