import { randomUUID } from 'node:crypto';
import type { FailureCode, OpenedConnection, RequestOf } from '@contract/channels';
import {
  type Connection,
  type ConnectionView,
  LIMITS,
  type SecretState,
  type SecretTrouble,
  type Values,
} from '@contract/connection';
import { fixedBy, type Policies, type Preset } from '@contract/policies';
import type { Reminder } from '@contract/reminder';
import { ok, type Result, refuse } from '@contract/result';
import { systemById } from '@systems/catalogue';
import { offers } from '@systems/plan-of';
import { redirectField } from '@systems/redirect-field';
import type { System } from '@systems/system';
import { siblingsOf } from '../check/saved-connection';
import type { ConnectionStore } from '../connections/connection-store';
import type { HistoryStore } from '../connections/history-store';
import type { ReportStore } from '../connections/report-store';
import { withKnownEnd } from '../rotation/known-end';
import type { Rotations } from '../rotation/rotations';
import type { Vault } from '../secrets/vault';

export interface ConnectionServicePorts {
  readonly connections: Pick<ConnectionStore, 'list' | 'get' | 'create' | 'replace' | 'delete'>;
  readonly vault: Pick<Vault, 'state' | 'trouble' | 'bindUnbound' | 'has' | 'forget'>;
  readonly history: Pick<HistoryStore, 'record'>;
  readonly rotations: Pick<Rotations, 'unproved' | 'readBack'>;
  readonly reports: Pick<ReportStore, 'list' | 'forget'>;
  readonly carried: { forget(id: string): void };
  /** This computer's redirect URL, with its port chosen once and saved; null if no port is available. */
  readonly redirectUrl: () => Promise<string | null>;
  readonly reminderOf: (connection: Connection) => Reminder | null;
  readonly policies: Pick<Policies, 'allowedSystems' | 'forbidPractice' | 'presets'>;
  readonly now: () => Date;
}

/** Creates, opens, changes and deletes saved connections. */
export class ConnectionService {
  constructor(private readonly ports: ConnectionServicePorts) {}

  async create(request: RequestOf<'create-connection'>): Promise<Result<ConnectionView, FailureCode>> {
    const { policies } = this.ports;
    const { system, name, environment, practice, boardNumber } = request;
    if (practice && policies.forbidPractice) return refuse('not-allowed');
    if (policies.allowedSystems?.includes(system) === false) return refuse('not-allowed');
    const values = await this.#redirected({}, request.redirect, systemById(system));
    if (values === null) return refuse('port-unavailable');
    return this.#create({ system, name, environment, practice, boardNumber, values }, 'register');
  }

  /** With the organization's values: what remains is the secret. */
  async createFromPreset(id: string): Promise<Result<ConnectionView, FailureCode>> {
    const preset = this.ports.policies.presets.find((one) => one.id === id);
    if (preset === undefined) return refuse('not-found');
    const { system, name, environment, boardNumber, values } = preset;
    return this.#create(
      { system, name, environment, practice: false, boardNumber, values, preset: id },
      'enter',
    );
  }

  async #create(
    given: Pick<
      Connection,
      'system' | 'name' | 'environment' | 'practice' | 'boardNumber' | 'values' | 'preset'
    >,
    step: 'register' | 'enter',
  ): Promise<Result<ConnectionView, FailureCode>> {
    const { connections, now } = this.ports;
    if (connections.list().length >= LIMITS.connections) return refuse('too-many-connections');
    const at = now().toISOString();
    const connection: Connection = {
      id: randomUUID(),
      ...given,
      setup: { step, registrationSentOn: null, finishedAt: null },
      lastCheck: null,
      createdAt: at,
      updatedAt: at,
    };
    if (!connections.create(connection).ok) return refuse('not-saved');
    return ok(await this.#view(connection));
  }

  async open(id: string): Promise<Result<OpenedConnection, FailureCode>> {
    const { connections, reports, rotations, reminderOf } = this.ports;
    await rotations.readBack(id);
    this.#followPreset(id);
    const connection = connections.get(id);
    if (connection === undefined) return refuse('not-found');
    const reminder = reminderOf(connection);
    return ok({
      ...(await this.#view(connection)),
      siblings: siblingsOf(connection, connections.list()).map((sibling) => ({
        id: sibling.id,
        name: sibling.name,
        environment: sibling.environment,
        values: sibling.values,
      })),
      // A check of the way alone is among the reports; the connection's result is about the sign-in.
      lastReport: reports.list(id).find(({ withoutSecrets }) => withoutSecrets !== true) ?? null,
      ...(reminder === null ? {} : { reminder }),
    });
  }

  async save(request: RequestOf<'save-connection'>): Promise<Result<ConnectionView, FailureCode>> {
    const { connections, now, rotations } = this.ports;
    const before = connections.get(request.id);
    if (before === undefined) return refuse('not-found');
    const system = systemById(before.system);
    if (!holdsOnlyOpenValues(system, request.values)) return refuse('bad-request');
    const values = await this.#redirected(request.values, request.redirect, system);
    if (values === null) return refuse('port-unavailable');
    const fixed = fixedBy(this.ports.policies, before);
    const { environment } = request;
    if (fixed !== null && !agrees({ environment, values }, fixed)) return refuse('not-allowed');
    const at = now().toISOString();
    // Based on the connection at the time of the write, since a check may end while a secret is being bound.
    const after = (): Connection => {
      const current = connections.get(request.id) ?? before;
      const saved = changed(current, request, values, at);
      // With the setup done, all that the end of a key depends on has been entered.
      const isDone = saved.setup.finishedAt !== null && current.setup.finishedAt === null;
      const made = isDone && saved.reminders === undefined ? withKnownEnd(saved, now()) : saved;
      return sameValues(current, made) ? made : rotations.unproved(made);
    };
    const written = await this.#bindSecrets(before, values, after);
    if (!written.ok) return written;
    if (!written.value && !connections.replace(after()).ok) return refuse('not-saved');
    const saved = connections.get(request.id);
    return saved === undefined ? refuse('not-found') : ok(await this.#view(saved));
  }

  delete(id: string): Result<null, FailureCode> {
    const { connections, history, reports, vault } = this.ports;
    const connection = connections.get(id);
    if (connection === undefined) return refuse('not-found');
    const kept = systemById(connection.system).fields.filter(
      (field) => field.secret && vault.has({ connection: id, field: field.id }),
    );
    if (!connections.delete(id).ok) return refuse('not-saved');
    for (const field of kept) history.record(connection, field.id, 'deleted');
    vault.forget(id);
    reports.forget(id);
    this.ports.carried.forget(id);
    return ok(null);
  }

  /** Saves the alternative to use for a connection; null removes it. */
  keepAlternative(id: string, alternative: string | null): Result<string | null, FailureCode> {
    const { connections, now, rotations } = this.ports;
    const connection = connections.get(id);
    if (connection === undefined) return refuse('not-found');
    if (alternative !== null && !offers(systemById(connection.system), alternative))
      return refuse('bad-request');
    const { alternative: before, ...rest } = connection;
    // A result obtained with an alternative says nothing about the standard request.
    const isLetGo = alternative === null && before !== undefined;
    const after: Connection = isLetGo
      ? rotations.unproved(rest)
      : {
          ...rest,
          ...(alternative === null ? {} : { alternative }),
          updatedAt: now().toISOString(),
        };
    return connections.replace(after).ok ? ok(alternative) : refuse('not-saved');
  }

  /** @returns the reminder that is due with the new settings */
  setReminders(
    id: string,
    reminders: RequestOf<'set-reminders'>['reminders'],
  ): Result<Reminder | null, FailureCode> {
    const { connections, reminderOf } = this.ports;
    const before = connections.get(id);
    if (before === undefined) return refuse('not-found');
    const after: Connection = { ...before, reminders };
    return connections.replace(after).ok ? ok(reminderOf(after)) : refuse('not-saved');
  }

  /** The organization has changed its preset. A secret that was bound to another address is asked for again. */
  #followPreset(id: string): void {
    const { connections, now, policies, rotations } = this.ports;
    const connection = connections.get(id);
    const fixed = connection === undefined ? null : fixedBy(policies, connection);
    if (connection === undefined || fixed === null || agrees(connection, fixed)) return;
    const { environment } = fixed;
    const values = { ...connection.values, ...fixed.values };
    connections.replace(
      rotations.unproved({ ...connection, environment, values, updatedAt: now().toISOString() }),
    );
  }

  /**
   * Binds secrets that were entered before any address to the first address.
   * @param after returns the connection with these values, written together with the first secret that is bound
   * @returns whether it was written
   */
  async #bindSecrets(
    before: Connection,
    values: Values,
    after: () => Connection,
  ): Promise<Result<boolean, FailureCode>> {
    const { connections, vault } = this.ports;
    const { id } = before;
    const system = systemById(before.system);
    let isWritten = false;
    let boundBefore: ReturnType<System['secretOrigins']> = {};
    for (const [field, origins] of Object.entries(system.secretOrigins(values))) {
      // Bind only when the save adds the first address. An address that was already there may come from a file.
      if (!isWritten) boundBefore = system.secretOrigins((connections.get(id) ?? before).values);
      if ((boundBefore[field] ?? []).length > 0) continue;
      const bound = await vault.bindUnbound(
        { connection: id, field },
        origins,
        isWritten ? () => null : after,
      );
      if (bound === 'not-saved') return refuse('not-saved');
      isWritten ||= bound === 'bound';
    }
    return ok(isWritten);
  }

  async #view(connection: Connection): Promise<ConnectionView> {
    const { vault } = this.ports;
    const system = systemById(connection.system);
    const secrets: Record<string, SecretState> = {};
    const troubles: Record<string, SecretTrouble> = {};
    for (const field of system.fields.filter((candidate) => candidate.secret)) {
      const origins = system.secretOrigins(connection.values)[field.id] ?? [];
      const ref = { connection: connection.id, field: field.id };
      const state = await vault.state(ref, origins);
      secrets[field.id] = state;
      const trouble = state === 'unreadable' ? await vault.trouble(ref) : null;
      if (trouble !== null) troubles[field.id] = trouble;
    }
    return { connection, secrets, ...(Object.keys(troubles).length === 0 ? {} : { troubles }) };
  }

  /** The values with the redirect URL for this mode; null if this computer has no free port. */
  async #redirected(
    values: Values,
    mode: 'sis-server' | 'this-computer',
    system: System,
  ): Promise<Values | null> {
    const field = redirectField(system);
    if (field === undefined) return values;
    const ours = field.loopback?.(values[field.id] ?? '') === true;
    if (mode === 'this-computer') {
      if (ours) return values;
      const redirectUrl = await this.ports.redirectUrl();
      return redirectUrl === null ? null : { ...values, [field.id]: redirectUrl };
    }
    return ours ? { ...values, [field.id]: '' } : values;
  }
}

function changed(
  before: Connection,
  request: RequestOf<'save-connection'>,
  values: Values,
  at: string,
): Connection {
  return {
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
}

const agrees = (one: Pick<Connection, 'environment' | 'values'>, { environment, values }: Preset): boolean =>
  one.environment === environment &&
  Object.entries(values).every(([field, value]) => one.values[field] === value);

const sameValues = (one: Connection, other: Connection): boolean =>
  one.environment === other.environment && JSON.stringify(one.values) === JSON.stringify(other.values);

/** False if they include a secret or a field this system does not have. */
function holdsOnlyOpenValues(system: System, values: Values): boolean {
  const open = new Set(system.fields.filter((field) => !field.secret).map((field) => field.id));
  return Object.keys(values).every((id) => open.has(id));
}
