import type { Protection } from '@contract/keyring';
import { ok } from '@contract/result';
import type { SecretActions } from '../services/secret-actions';
import { answered, answeredAs } from './answered';
import type { Handlers } from './handlers';

export interface SecretHandlerPorts {
  readonly secrets: SecretActions;
  readonly keyring: {
    protection(): Promise<Protection>;
    unlock(): Promise<Protection>;
    stopUnlocking(): void;
  };
  readonly copyText: (text: string) => void | Promise<void>;
}

type SecretChannels =
  | 'keyring'
  | 'unlock-keyring'
  | 'stop-unlocking'
  | 'save-secret'
  | 'reveal-secret'
  | 'copy-secret'
  | 'copy-text';

export function secretHandlers({
  secrets,
  keyring,
  copyText,
}: SecretHandlerPorts): Pick<Handlers, SecretChannels> {
  return {
    keyring: async () => ok(await keyring.protection()),
    'unlock-keyring': async () => ok(await keyring.unlock()),
    'stop-unlocking'() {
      keyring.stopUnlocking();
      return ok(null);
    },
    'save-secret': ({ id, field, secret }) => answeredAs('state', secrets.save(id, field, secret)),
    'reveal-secret': ({ id, field }) => answered(secrets.reveal(id, field)),
    'copy-secret': ({ id, field, handOver = false }) => answered(secrets.copy(id, field, handOver)),
    async 'copy-text'({ text }) {
      await copyText(text);
      return ok(null);
    },
  };
}
