import type { FailureCode, Licence, StartView } from '@contract/channels';
import type { Language } from '@contract/languages';
import { ok, type Result } from '@contract/result';
import type { UpdateNotice } from '@contract/update-notice';
import { answered } from './answered';
import type { Handlers } from './handlers';

export interface AppHandlerPorts {
  readonly start: () => StartView;
  readonly setLanguage: (language: Language) => Result<null, FailureCode>;
  readonly licences: () => Promise<readonly Licence[]>;
  readonly updateNotice: () => Promise<UpdateNotice | null>;
}

export function appHandlers(
  ports: AppHandlerPorts,
): Pick<Handlers, 'start' | 'set-language' | 'read-licences' | 'update-notice'> {
  return {
    start: () => ok(ports.start()),
    'set-language': ({ language }) => answered(ports.setLanguage(language)),
    'read-licences': async () => ok(await ports.licences()),
    'update-notice': async () => ok(await ports.updateNotice()),
  };
}
