import type { Failure } from '@contract/channels';
import type { Connection, SecretState } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { ExportAnswer, Exportable, Exportables, SecretName } from '@contract/transfer';
import { systemById } from '@systems/catalogue';
import type { SecretAction } from '../connections/history-store';
import type { Vault } from '../secrets/vault';
import { furtherMembers } from './compare';
import type { DatabaseThread } from './database-thread';
import { filledValues, type PortableConnection } from './portable-connection';
import { settingsText } from './settings-text';
import { isTaken, writeNew } from './write-new';

export interface ExportPorts {
  readonly connections: { list(): readonly Connection[]; get(id: string): Connection | undefined };
  readonly vault: Pick<Vault, 'reveal' | 'state' | 'isOnDisk' | 'savedAt'>;
  readonly thread: DatabaseThread;
  /** Lets the user choose a path; null if they cancelled. */
  readonly askWhere: (kind: 'database' | 'settings') => Promise<string | null>;
  /** The organization forbids it. */
  readonly isForbidden: boolean;
  /** Records what was done with secrets. */
  readonly record: (actions: readonly SecretAction[]) => void;
}

const unsaved: Failure = { code: 'not-saved' };

/** Exports connections to a file the user chooses. */
export class Exports {
  constructor(private readonly ports: ExportPorts) {}

  async exportables(): Promise<Exportables> {
    const all = this.ports.connections.list();
    const real = all.filter(({ practice }) => !practice);
    const connections: Exportable[] = [];
    for (const connection of real) {
      const { id, system, name, environment } = connection;
      connections.push({ id, system, name, environment, secrets: await this.#states(connection) });
    }
    return { connections, practice: all.length - real.length };
  }

  async toDatabase(
    ids: readonly string[],
    named: readonly SecretName[],
    password: string,
  ): Promise<Result<ExportAnswer, Failure>> {
    if (this.ports.isForbidden) return refuse({ code: 'not-allowed' });
    const chosen = this.#chosen(ids);
    if (chosen === null) return refuse({ code: 'not-found' });
    const path = await this.ports.askWhere('database');
    if (path === null) return ok({ kind: 'cancelled' });
    if (isTaken(path)) return ok({ kind: 'already-there', path });
    const { portable, leftOut } = await this.#gather(chosen, named);
    const bytes = await this.ports.thread.write(portable, password);
    if (bytes === null) return refuse(unsaved);
    // Make sure that the database opens and has the right contents before anybody relies on it.
    const opened = await this.ports.thread.read(bytes, password);
    if (!opened.ok || !holdsTheSame(opened.value.connections, portable)) return refuse(unsaved);
    const written = writeNew(path, bytes);
    if (!written.ok)
      return written.failure === 'already-there' ? ok({ kind: 'already-there', path }) : refuse(unsaved);
    const byId = new Map(portable.map((one) => [one.id, one]));
    this.ports.record(
      chosen.flatMap((connection) =>
        [...(byId.get(connection.id)?.secrets.keys() ?? [])].map((field) => {
          return { connection, field, action: 'exported' as const };
        }),
      ),
    );
    const secrets = portable.reduce((count, one) => count + one.secrets.size, 0);
    return ok({ kind: 'written', path, connections: portable.length, secrets, leftOut });
  }

  async toSettings(ids: readonly string[]): Promise<Result<ExportAnswer, Failure>> {
    if (this.ports.isForbidden) return refuse({ code: 'not-allowed' });
    const chosen = this.#chosen(ids);
    if (chosen === null) return refuse({ code: 'not-found' });
    const path = await this.ports.askWhere('settings');
    if (path === null) return ok({ kind: 'cancelled' });
    const written = writeNew(path, Buffer.from(settingsText(chosen), 'utf8'));
    if (!written.ok)
      return written.failure === 'already-there' ? ok({ kind: 'already-there', path }) : refuse(unsaved);
    return ok({ kind: 'written', path, connections: chosen.length, secrets: 0, leftOut: [] });
  }

  /** null if one of them does not exist or is a practice connection. */
  #chosen(ids: readonly string[]): readonly Connection[] | null {
    const chosen = [...new Set(ids)].map((id) => this.ports.connections.get(id));
    return chosen.every((connection) => connection?.practice === false) ? (chosen as Connection[]) : null;
  }

  async #states(connection: Connection): Promise<Readonly<Record<string, SecretState>>> {
    const system = systemById(connection.system);
    const origins = system.secretOrigins(connection.values);
    const states: [string, SecretState][] = [];
    for (const { id: field } of system.fields.filter(({ secret }) => secret)) {
      states.push([
        field,
        await this.ports.vault.state({ connection: connection.id, field }, origins[field] ?? []),
      ]);
    }
    return Object.fromEntries(states);
  }

  /**
   * The connections with the selected secrets. A secret bound to another address is left out: in the file it would
   * appear next to the new address, and importing it would allow sending it there.
   */
  async #gather(chosen: readonly Connection[], named: readonly SecretName[]) {
    const leftOut: SecretName[] = [];
    const portable: PortableConnection[] = [];
    const fields = new Map<string, SecretName[]>();
    for (const name of named) fields.set(name.id, [...(fields.get(name.id) ?? []), name]);
    for (const connection of chosen) {
      const states = await this.#states(connection);
      const secrets = new Map<string, string>();
      const since = new Map<string, string>();
      for (const name of fields.get(connection.id) ?? []) {
        const ref = { connection: connection.id, field: name.field };
        const isReadable = states[name.field] === 'saved' || states[name.field] === 'session-only';
        const opened = isReadable ? await this.ports.vault.reveal(ref) : null;
        if (opened?.ok === true) secrets.set(name.field, opened.value);
        else leftOut.push(name);
        const savedAt = this.ports.vault.isOnDisk(ref) ? this.ports.vault.savedAt(ref) : null;
        if (opened?.ok === true && savedAt !== null) since.set(name.field, savedAt);
      }
      const { id, system, name, environment, boardNumber } = connection;
      const values = filledValues(connection.values);
      const more = furtherMembers(connection);
      portable.push({ id, system, name, environment, boardNumber, values, secrets, since, more });
    }
    return { portable, leftOut };
  }
}

const holdsTheSame = (one: readonly PortableConnection[], other: readonly PortableConnection[]): boolean => {
  const told = (connections: readonly PortableConnection[]) =>
    connections
      .map((connection) =>
        JSON.stringify([
          connection.id,
          connection.system,
          connection.name,
          connection.environment,
          connection.boardNumber,
          Object.entries(connection.values).sort(),
          [...connection.secrets].sort(),
          [...connection.more].sort(([a], [b]) => (a < b ? -1 : 1)),
        ]),
      )
      .sort();
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
};
