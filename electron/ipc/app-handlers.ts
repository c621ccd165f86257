import type { Failure, Language, StartView } from '@contract/channels';
import type { SystemId } from '@contract/connection';
import { ok, refuse } from '@contract/result';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';

export interface AppHandlerPorts {
  readonly connections: Connections;
  readonly start: () => StartView;
  /** False when the choice could not be kept for the next start. */
  readonly setLanguage: (language: Language) => boolean;
  /** The practice world's reply to this connection's registration; null when the server is not to be had. */
  readonly practiceReply: (system: SystemId, language: Language, renewed: boolean) => Promise<string | null>;
}

export function appHandlers(
  ports: AppHandlerPorts,
): Pick<Handlers, 'start' | 'set-language' | 'practice-reply'> {
  return {
    start: () => ok(ports.start()),
    'set-language': ({ language }) =>
      ports.setLanguage(language) ? ok(null) : refuse<Failure>({ code: 'not-saved' }),
    async 'practice-reply'({ id, language, renewed = false }) {
      const connection = ports.connections.get(id);
      if (connection?.practice !== true) {
        return refuse<Failure>({ code: 'not-found' });
      }
      const text = await ports.practiceReply(connection.system, language, renewed);
      return text === null ? refuse<Failure>({ code: 'practice-unavailable' }) : ok({ text });
    },
  };
}
