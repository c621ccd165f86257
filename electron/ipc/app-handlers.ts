import type { Failure, Licence, StartView } from '@contract/channels';
import type { Language } from '@contract/languages';
import { ok, refuse } from '@contract/result';
import type { UpdateNotice } from '@contract/update-notice';
import type { Handlers } from './handlers';

export interface AppHandlerPorts {
  readonly start: () => StartView;
  /** False if the choice could not be saved for the next start. */
  readonly setLanguage: (language: Language) => boolean;
  readonly licences: () => Promise<readonly Licence[]>;
  readonly updateNotice: () => Promise<UpdateNotice | null>;
}

export function appHandlers(
  ports: AppHandlerPorts,
): Pick<Handlers, 'start' | 'set-language' | 'read-licences' | 'update-notice'> {
  return {
    start: () => ok(ports.start()),
    'set-language': ({ language }) =>
      ports.setLanguage(language) ? ok(null) : refuse<Failure>({ code: 'not-saved' }),
    'read-licences': async () => ok(await ports.licences()),
    'update-notice': async () => ok(await ports.updateNotice()),
  };
}
