import { randomUUID } from 'node:crypto';
import type { Failure, RequestOf } from '@contract/channels';
import {
  type Connection,
  type ConnectionView,
  LIMITS,
  type SecretState,
  type SecretTrouble,
  type Values,
} from '@contract/connection';
import type { Reminder } from '@contract/reminder';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import type { System } from '@systems/system';
import { siblingsOf } from '../check/saved-connection';
import type { Handlers } from './register';
import type { SecretHistory } from './secret-history';

/** What these handlers need of the stores. */
export interface Connections {
  list(): readonly Connection[];
  get(id: string): Connection | undefined;
  create(connection: Connection): Result<unknown, unknown>;
  replace(connection: Connection): Result<unknown, unknown>;
  delete(id: string): Result<unknown, unknown>;
}

interface SecretStates {
  state(ref: { connection: string; field: string }, origins: readonly string[]): Promise<SecretState>;
  trouble(ref: { connection: string; field: string }): Promise<SecretTrouble | null>;
  bindUnbound(
    ref: { connection: string; field: string },
    origins: readonly string[],
    owner: () => Connection | null,
  ): Promise<'bound' | 'nothing-written' | 'not-saved'>;
  has(ref: { connection: string; field: string }): boolean;
  forget(connection: string): unknown;
}

export interface ConnectionHandlerPorts {
  readonly connections: Connections;
  readonly secrets: SecretStates;
  readonly history: SecretHistory;
  readonly rotations: {
    edited(connection: Connection): Connection;
    /** Notes whether a secret that was replaced comes back from the disk after a restart. */
    readBack(id: string): Promise<void>;
  };
  readonly reports: { newest(id: string): Report | null; forget(id: string): void };
  /** This computer's redirect URL, its port chosen once and kept; null when no port can be had. */
  readonly redirectUrl: () => Promise<string | null>;
  readonly reminderOf: (connection: Connection) => Reminder | null;
  readonly now: () => Date;
}

type ConnectionChannels = 'create-connection' | 'open-connection' | 'save-connection' | 'delete-connection';

export function connectionHandlers(ports: ConnectionHandlerPorts): Pick<Handlers, ConnectionChannels> {
  const { connections } = ports;

  return {
    async 'create-connection'(request) {
      const system = systemById(request.system);
      if (connections.list().length >= LIMITS.connections) {
        return refuse<Failure>({ code: 'too-many-connections' });
      }
      const values = await redirected(ports, {}, request.redirect, system);
      if (values === null) return refuse<Failure>({ code: 'port-unavailable' });
      const at = ports.now().toISOString();
      const connection: Connection = {
        id: randomUUID(),
        system: request.system,
        name: request.name,
        environment: request.environment,
        practice: request.practice,
        boardNumber: request.boardNumber,
        values,
        setup: { step: 'register', registrationSentOn: null, finishedAt: null },
        lastCheck: null,
        createdAt: at,
        updatedAt: at,
      };
      if (!connections.create(connection).ok) return refuse<Failure>({ code: 'not-saved' });
      return ok(await view(ports, connection));
    },

    async 'open-connection'({ id }) {
      await ports.rotations.readBack(id);
      const connection = connections.get(id);
      if (connection === undefined) return refuse<Failure>({ code: 'not-found' });
      const reminder = ports.reminderOf(connection);
      return ok({
        ...(await view(ports, connection)),
        siblings: siblingsOf(connection, connections.list()).map(({ id, name, environment, values }) => ({
          id,
          name,
          environment,
          values,
        })),
        lastReport: ports.reports.newest(id),
        ...(reminder === null ? {} : { reminder }),
      });
    },

    async 'save-connection'(request) {
      const before = connections.get(request.id);
      if (before === undefined) return refuse<Failure>({ code: 'not-found' });
      const system = systemById(before.system);
      if (!holdsOnlyOpenValues(system, request.values)) {
        return refuse<Failure>({ code: 'bad-request' });
      }
      const values = await redirected(ports, request.values, request.redirect, system);
      if (values === null) return refuse<Failure>({ code: 'port-unavailable' });
      const at = ports.now().toISOString();
      // Made of what is there when it is written: a check may end while a secret is being bound.
      const after = (): Connection => {
        const current = connections.get(request.id) ?? before;
        const made = changed(current, request, values, at);
        return sameValues(current, made) ? made : ports.rotations.edited(made);
      };
      let isWritten = false;
      let boundBefore: ReturnType<System['secretOrigins']> = {};
      for (const [field, origins] of Object.entries(system.secretOrigins(values))) {
        // Only the save that brings the first address binds: one that was there already may have come with a file.
        if (!isWritten) boundBefore = system.secretOrigins((connections.get(request.id) ?? before).values);
        if ((boundBefore[field] ?? []).length > 0) continue;
        const ref = { connection: request.id, field };
        const bound = await ports.secrets.bindUnbound(ref, origins, isWritten ? () => null : after);
        if (bound === 'not-saved') return refuse<Failure>({ code: 'not-saved' });
        isWritten ||= bound === 'bound';
      }
      if (!isWritten && !connections.replace(after()).ok) return refuse<Failure>({ code: 'not-saved' });
      const saved = connections.get(request.id);
      return saved === undefined ? refuse<Failure>({ code: 'not-found' }) : ok(await view(ports, saved));
    },

    'delete-connection'({ id }) {
      const connection = connections.get(id);
      if (connection === undefined) return refuse<Failure>({ code: 'not-found' });
      const kept = systemById(connection.system).fields.filter(
        (field) => field.secret && ports.secrets.has({ connection: id, field: field.id }),
      );
      if (!connections.delete(id).ok) return refuse<Failure>({ code: 'not-saved' });
      for (const field of kept) ports.history.record(connection, field.id, 'deleted');
      ports.secrets.forget(id);
      ports.reports.forget(id);
      return ok(null);
    },
  };
}

async function view(ports: ConnectionHandlerPorts, connection: Connection): Promise<ConnectionView> {
  const system = systemById(connection.system);
  const secrets: Record<string, SecretState> = {};
  const troubles: Record<string, SecretTrouble> = {};
  for (const field of system.fields.filter((candidate) => candidate.secret)) {
    const origins = system.secretOrigins(connection.values)[field.id] ?? [];
    const ref = { connection: connection.id, field: field.id };
    const state = await ports.secrets.state(ref, origins);
    secrets[field.id] = state;
    const trouble = state === 'unreadable' ? await ports.secrets.trouble(ref) : null;
    if (trouble !== null) troubles[field.id] = trouble;
  }
  return { connection, secrets, ...(Object.keys(troubles).length === 0 ? {} : { troubles }) };
}

function changed(
  before: Connection,
  request: RequestOf<'save-connection'>,
  values: Values,
  at: string,
): Connection {
  const after: Connection = {
    ...before,
    name: request.name,
    environment: request.environment,
    boardNumber: request.boardNumber,
    values,
    setup: {
      step: request.step,
      registrationSentOn: request.registrationSentOn,
      finishedAt: request.finished ? (before.setup.finishedAt ?? at) : before.setup.finishedAt,
    },
    updatedAt: at,
  };
  // A result speaks of the values it was made with; with others it is no longer true.
  return sameValues(before, after) ? after : { ...after, lastCheck: null };
}

const sameValues = (one: Connection, other: Connection): boolean =>
  one.environment === other.environment && JSON.stringify(one.values) === JSON.stringify(other.values);

/** A secret, or a field this system does not have, has no place among the open values. */
function holdsOnlyOpenValues(system: System, values: Values): boolean {
  const open = new Set(system.fields.filter((field) => !field.secret).map((field) => field.id));
  return Object.keys(values).every((id) => open.has(id));
}

/** The values with the redirect URL this mode asks for; null when this computer has no port to give. */
async function redirected(
  ports: ConnectionHandlerPorts,
  values: Values,
  mode: 'sis-server' | 'this-computer',
  system: System,
): Promise<Values | null> {
  const field = system.fields.find((candidate) => candidate.loopback !== undefined);
  if (field === undefined) return values;
  const ours = field.loopback?.(values[field.id] ?? '') === true;
  if (mode === 'this-computer') {
    if (ours) return values;
    const redirectUrl = await ports.redirectUrl();
    return redirectUrl === null ? null : { ...values, [field.id]: redirectUrl };
  }
  return ours ? { ...values, [field.id]: '' } : values;
}
