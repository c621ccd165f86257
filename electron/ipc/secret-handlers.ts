import type { Failure, FailureCode } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Protection } from '@contract/keyring';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { Connections } from './connection-handlers';
import type { Handlers } from './register';
import type { SecretHistory } from './secret-history';

const HIDE_AFTER_SECONDS = 30;

interface SecretRef {
  readonly connection: string;
  readonly field: string;
}

export interface SecretHandlerPorts {
  readonly connections: Connections;
  readonly vault: {
    save(
      ref: SecretRef,
      secret: string,
      origins: readonly string[],
      owner: () => Connection | null,
    ): Promise<Result<'saved' | 'session-only', FailureCode>>;
    reveal(ref: SecretRef): Promise<Result<string, FailureCode>>;
    has(ref: SecretRef): boolean;
  };
  readonly history: SecretHistory;
  /** What was proved of a connection whose secret is being replaced is no longer true. */
  readonly rotations: { edited(connection: Connection): Connection };
  /** The secret is about to stand on the screen. */
  readonly onReveal: () => void;
  readonly keyring: {
    protection(): Promise<Protection>;
    unlock(): Promise<Protection>;
    stopUnlocking(): void;
  };
  readonly clipboard: { copy(secret: string): Promise<{ readonly clearAfterSeconds: number }> };
  readonly copyText: (text: string) => void | Promise<void>;
  readonly now: () => Date;
}

type SecretChannels =
  | 'keyring'
  | 'unlock-keyring'
  | 'stop-unlocking'
  | 'save-secret'
  | 'reveal-secret'
  | 'copy-secret'
  | 'copy-text';

export function secretHandlers(ports: SecretHandlerPorts): Pick<Handlers, SecretChannels> {
  const { connections, vault } = ports;

  const known = (ref: { id: string; field: string }): Connection | null => {
    const connection = connections.get(ref.id);
    if (connection === undefined) return null;
    const field = systemById(connection.system).fields.find((candidate) => candidate.id === ref.field);
    return field?.secret === true ? connection : null;
  };

  return {
    keyring: async () => ok(await ports.keyring.protection()),
    'unlock-keyring': async () => ok(await ports.keyring.unlock()),
    'stop-unlocking': async () => {
      ports.keyring.stopUnlocking();
      return ok(null);
    },

    async 'save-secret'({ id, field, secret }) {
      const connection = known({ id, field });
      if (connection === null) return refuse<Failure>({ code: 'not-found' });
      const wasThere = vault.has({ connection: id, field });
      const origins = systemById(connection.system).secretOrigins(connection.values)[field] ?? [];
      // The last result was made with another secret: it goes in the same write, so that no crash leaves a proof of
      // a secret that was never tested.
      const unproved = (): Connection | null => {
        const current = connections.get(id);
        if (current === undefined || (current.lastCheck === null && current.rotation === undefined)) {
          return null;
        }
        const updatedAt = ports.now().toISOString();
        return { ...ports.rotations.edited(current), lastCheck: null, updatedAt };
      };
      const saved = await vault.save({ connection: id, field }, secret, origins, unproved);
      if (!saved.ok) return refuse<Failure>({ code: saved.failure });
      ports.history.record(connection, field, wasThere ? 'replaced' : 'entered');
      const current = unproved();
      if (saved.value === 'session-only' && current !== null && !connections.replace(current).ok) {
        return refuse<Failure>({ code: 'not-saved' });
      }
      return ok({ state: saved.value });
    },

    async 'reveal-secret'({ id, field }) {
      const connection = known({ id, field });
      if (connection === null) return refuse<Failure>({ code: 'not-found' });
      const opened = await vault.reveal({ connection: id, field });
      if (!opened.ok) return refuse<Failure>({ code: opened.failure });
      ports.history.record(connection, field, 'revealed');
      ports.onReveal();
      return ok({ secret: opened.value, hideAfterSeconds: HIDE_AFTER_SECONDS });
    },

    async 'copy-secret'({ id, field, handOver = false }) {
      const connection = known({ id, field });
      if (connection === null) return refuse<Failure>({ code: 'not-found' });
      const opened = await vault.reveal({ connection: id, field });
      if (!opened.ok) return refuse<Failure>({ code: opened.failure });
      const copied = await ports.clipboard.copy(opened.value);
      ports.history.record(connection, field, handOver ? 'handed-over' : 'copied');
      return ok(copied);
    },

    async 'copy-text'({ text }) {
      await ports.copyText(text);
      return ok(null);
    },
  };
}
