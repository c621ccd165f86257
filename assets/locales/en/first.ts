import type { FailureCode } from '@contract/channels';
import type { Environment, SecretState, WizardStep } from '@contract/connection';
import type { ProtectionReason } from '@contract/keyring';
import type { NoteCode } from '@systems/notes';
import common from './common.json' with { type: 'json' };
import connections from './connections.json' with { type: 'json' };
import search from './search.json' with { type: 'json' };
import fatal from './window-bug.json' with { type: 'json' };

/*
 * What the first screen says, and what every screen of the window shares. Each language has this file, typed by this one:
 * what is missing there does not compile. What the code's own lists name must have its words here.
 */

interface Refused {
  readonly title: string;
  readonly todo: string;
}

export const first = {
  common: {
    ...(common satisfies {
      readonly failure: Record<FailureCode, Refused>;
      readonly note: Record<NoteCode, string>;
      readonly environment: Record<Environment, string>;
      readonly unprotected: Record<Exclude<ProtectionReason, 'ready'>, Refused>;
      readonly step: Record<WizardStep, string>;
    }),
    fatal,
  },
  connections: connections satisfies { readonly secretState: Record<SecretState, string> },
  search,
};
