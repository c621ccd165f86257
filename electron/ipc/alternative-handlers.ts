import type { Failure } from '@contract/channels';
import type { Connection } from '@contract/connection';
import { ok, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

/** Keeps another way to ask for a connection, or lets it go. */
export function alternativeHandlers(ports: {
  readonly connections: Connections;
  /** What was proved of a new secret the other way goes with that way. */
  readonly rotations: { edited(connection: Connection): Connection };
  readonly now: () => Date;
}): Pick<Handlers, 'keep-alternative'> {
  return {
    'keep-alternative'({ id, alternative }) {
      const connection = ports.connections.get(id);
      if (connection === undefined) return refuse<Failure>({ code: 'not-found' });
      const offered = systemById(connection.system).alternatives ?? [];
      if (alternative !== null && !offered.some((other) => other.id === alternative)) {
        return refuse<Failure>({ code: 'bad-request' });
      }
      const { alternative: before, ...rest } = connection;
      const updatedAt = ports.now().toISOString();
      // A result made the other way says nothing of the usual one.
      const isLetGo = alternative === null && before !== undefined;
      const changed: Connection = isLetGo
        ? { ...ports.rotations.edited(rest), lastCheck: null, updatedAt }
        : { ...rest, ...(alternative === null ? {} : { alternative }), updatedAt };
      return ports.connections.replace(changed).ok
        ? ok({ alternative })
        : refuse<Failure>({ code: 'not-saved' });
    },
  };
}
