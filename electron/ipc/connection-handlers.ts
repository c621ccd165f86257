import type { ConnectionService } from '../services/connection-service';
import { answered, answeredAs } from './answered';
import type { Handlers } from './handlers';

type ConnectionChannels =
  | 'create-connection'
  | 'create-from-preset'
  | 'open-connection'
  | 'save-connection'
  | 'delete-connection'
  | 'keep-alternative'
  | 'set-reminders';

export function connectionHandlers(connections: ConnectionService): Pick<Handlers, ConnectionChannels> {
  return {
    'create-connection': (request) => answered(connections.create(request)),
    'create-from-preset': ({ preset }) => answered(connections.createFromPreset(preset)),
    'open-connection': ({ id }) => answered(connections.open(id)),
    'save-connection': (request) => answered(connections.save(request)),
    'delete-connection': ({ id }) => answered(connections.delete(id)),
    'keep-alternative': ({ id, alternative }) =>
      answeredAs('alternative', connections.keepAlternative(id, alternative)),
    'set-reminders': ({ id, reminders }) => answeredAs('reminder', connections.setReminders(id, reminders)),
  };
}
