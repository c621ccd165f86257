import type { FailureCode } from '@contract/channels';
import type { Connection } from '@contract/connection';
import type { Policies } from '@contract/policies';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { ConnectionStore } from '../connections/connection-store';
import type { HistoryStore } from '../connections/history-store';
import type { Rotations } from '../rotation/rotations';
import type { SecretClipboard } from '../secrets/secret-clipboard';
import type { Vault } from '../secrets/vault';

const HIDE_AFTER_SECONDS = 30;

export interface SecretActionPorts {
  readonly connections: Pick<ConnectionStore, 'get' | 'replace'>;
  readonly vault: Pick<Vault, 'save' | 'reveal' | 'has'>;
  readonly history: Pick<HistoryStore, 'record'>;
  readonly rotations: Pick<Rotations, 'unproved'>;
  /** Called before the secret is shown on the screen. */
  readonly onReveal: () => void;
  readonly clipboard: Pick<SecretClipboard, 'copy'>;
  readonly policies: Pick<Policies, 'forbidExport' | 'forbidReveal'>;
}

/** The user's actions with one secret of a saved connection. Each is recorded in the history, without its value. */
export class SecretActions {
  constructor(private readonly ports: SecretActionPorts) {}

  async save(
    id: string,
    field: string,
    secret: string,
  ): Promise<Result<'saved' | 'session-only', FailureCode>> {
    const { connections, vault, history } = this.ports;
    const connection = this.#ownerOf(id, field);
    if (connection === null) return refuse('not-found');
    const ref = { connection: id, field };
    const wasThere = vault.has(ref);
    const origins = systemById(connection.system).secretOrigins(connection.values)[field] ?? [];
    // In the same write, so that no crash leaves a secret marked as proved that was never tested.
    const saved = await vault.save(ref, secret, origins, () => this.#unproved(id));
    if (!saved.ok) return saved;
    history.record(connection, field, wasThere ? 'replaced' : 'entered');
    const unproved = this.#unproved(id);
    if (saved.value === 'session-only' && unproved !== null && !connections.replace(unproved).ok) {
      return refuse('not-saved');
    }
    return saved;
  }

  async reveal(
    id: string,
    field: string,
  ): Promise<Result<{ readonly secret: string; readonly hideAfterSeconds: number }, FailureCode>> {
    if (this.ports.policies.forbidReveal) return refuse('not-allowed');
    const opened = await this.#open(id, field);
    if (!opened.ok) return opened;
    const { connection, secret } = opened.value;
    this.ports.history.record(connection, field, 'revealed');
    this.ports.onReveal();
    return ok({ secret, hideAfterSeconds: HIDE_AFTER_SECONDS });
  }

  /** @param handOver it is copied to be entered elsewhere, not to be kept */
  async copy(
    id: string,
    field: string,
    handOver: boolean,
  ): Promise<Result<{ readonly clearAfterSeconds: number }, FailureCode>> {
    if (this.ports.policies.forbidExport) return refuse('not-allowed');
    const opened = await this.#open(id, field);
    if (!opened.ok) return opened;
    const { connection, secret } = opened.value;
    const copied = await this.ports.clipboard.copy(secret);
    this.ports.history.record(connection, field, handOver ? 'handed-over' : 'copied');
    return ok(copied);
  }

  async #open(
    id: string,
    field: string,
  ): Promise<Result<{ readonly connection: Connection; readonly secret: string }, FailureCode>> {
    const connection = this.#ownerOf(id, field);
    if (connection === null) return refuse('not-found');
    const opened = await this.ports.vault.reveal({ connection: id, field });
    return opened.ok ? ok({ connection, secret: opened.value }) : opened;
  }

  /** null if the connection does not exist or the field is not one of its secrets. */
  #ownerOf(id: string, field: string): Connection | null {
    const connection = this.ports.connections.get(id);
    if (connection === undefined) return null;
    const known = systemById(connection.system).fields.find((candidate) => candidate.id === field);
    return known?.secret === true ? connection : null;
  }

  /** The last result was obtained with a different secret. null if there is no result to remove. */
  #unproved(id: string): Connection | null {
    const current = this.ports.connections.get(id);
    if (current === undefined || (current.lastCheck === null && current.rotation === undefined)) return null;
    return this.ports.rotations.unproved(current);
  }
}
