import { randomUUID } from 'node:crypto';
import type { RotationView } from '@contract/channels';
import type { Connection, SecretState, Values } from '@contract/connection';
import type { HistoryAction } from '@contract/history';
import type { Report } from '@contract/report';
import { ok, type Result, refuse } from '@contract/result';
import type { Rotation, RotationAction } from '@contract/rotation';
import { isProved, lastCheckOf } from '@contract/verdict';
import { systemById } from '@systems/catalogue';
import type { SecretSlot } from '../secrets/secret-record';
import type { Vault } from '../secrets/vault';
import { withKnownEnd } from './known-end';
import { nextRotation, type RotationEvent, type RotationMove } from './machine';

export interface RotationsPorts {
  readonly connections: {
    get(id: string): Connection | undefined;
    replace(connection: Connection): Result<unknown, unknown>;
  };
  readonly vault: Pick<Vault, 'state' | 'has' | 'isOnDisk' | 'save' | 'digest' | 'move'>;
  readonly reports: { add(id: string, report: Report): unknown };
  readonly history: { record(connection: Connection, field: string, action: HistoryAction): void };
  readonly now: () => Date;
  /** For connections that are shared; absent: none is. */
  readonly sharing?: SharedRotations;
}

/** What colleagues see of a rotation, and what they are doing themselves. A connection that is not shared has neither. */
interface SharedRotations {
  /** Somebody else is replacing this secret, as far as is known. */
  isReplacedElsewhere(id: string): Promise<boolean>;
  /** Tells the store what has changed, if it can be reached. What could not be told is told later. */
  tell(id: string): Promise<unknown>;
}

export type RotationRefusal = 'not-found' | 'not-now' | 'not-saved' | 'replaced-elsewhere';
type Viewed = Promise<Result<RotationView, RotationRefusal>>;

/** Ids of the non-secret fields that a system replaces together with its secrets. */
const alongside = (connection: Pick<Connection, 'system'>): readonly string[] =>
  systemById(connection.system).rotation?.alongside ?? [];

/** The connection with the new values, to check the new secret. */
function withOtherSide(connection: Connection): Connection {
  return { ...connection, values: { ...connection.values, ...connection.rotation?.values } };
}

/**
 * Carries out rotations. Each step of the state machine is one write that changes the connection, the rotation's
 * state and the slots of its secrets together. A program killed at any moment leaves either the old or the new state.
 */
export class Rotations {
  /** Id of this run of the program. Only a later run can prove that its secrets can be read back. */
  readonly #run = randomUUID();
  #turn: Promise<unknown> = Promise.resolve();
  /** The newest report of each new secret, until the secret is in use and the report becomes the connection's own. */
  readonly #reports = new Map<string, Report>();
  /** Connections with a check of the new secret in progress. Removed if the connection changes meanwhile. */
  readonly #testing = new Set<string>();

  constructor(private readonly ports: RotationsPorts) {}

  async view(id: string): Viewed {
    const connection = this.ports.connections.get(id);
    return connection === undefined ? refuse('not-found') : ok(await this.#view(connection));
  }

  /** The view for the user. If the program was restarted after a switch, it first tries to read the secrets back. */
  async open(id: string): Viewed {
    await this.readBack(id);
    return this.view(id);
  }

  async act(id: string, action: RotationAction, unproved: boolean): Viewed {
    const { sharing } = this.ports;
    if (action !== 'begin' || sharing === undefined) {
      const acted = await this.#inTurn(() => this.#act(id, action, unproved));
      if (acted.ok) void sharing?.tell(id);
      return acted;
    }
    if (await sharing.isReplacedElsewhere(id)) return refuse('replaced-elsewhere');
    const begun = await this.#inTurn(() => this.#act(id, action, unproved));
    if (!begun.ok) return begun;
    await sharing.tell(id);
    // Two may have begun at the same moment; only one of them was written.
    if (!(await sharing.isReplacedElsewhere(id))) return begun;
    await this.#inTurn(() => this.#act(id, 'cancel', false));
    return refuse('replaced-elsewhere');
  }

  async #act(id: string, action: RotationAction, unproved: boolean): Viewed {
    const connection = this.ports.connections.get(id);
    if (connection === undefined) return refuse('not-found');
    const stepped = this.#step(connection, this.#eventOf(connection, action, unproved));
    if (!stepped.ok) return stepped;
    const done = doneBy[action];
    for (const field of secretsOf(connection)) {
      if (done !== null) this.ports.history.record(connection, field, done);
    }
    const report = this.#reports.get(id);
    this.#forgetTest(id);
    if (action === 'switch' && report !== undefined) this.ports.reports.add(id, report);
    return this.view(id);
  }

  /** Saves the new values entered so far. */
  async enterValues(id: string, values: Values): Viewed {
    const connection = this.ports.connections.get(id);
    if (connection === undefined) return refuse('not-found');
    const known = alongside(connection);
    if (!Object.keys(values).every((field) => known.includes(field))) return refuse('not-now');
    this.#forgetTest(id);
    const stepped = this.#step(connection, { type: 'entered', values });
    if (stepped.ok) void this.ports.sharing?.tell(id);
    return stepped.ok ? this.view(id) : stepped;
  }

  /** Saves a new secret next to the old one, bound to the origins of the new values. */
  enterSecret(id: string, field: string, secret: string): Viewed {
    return this.#inTurn(() => this.#enterSecret(id, field, secret));
  }

  async #enterSecret(id: string, field: string, secret: string): Viewed {
    const connection = this.ports.connections.get(id);
    if (connection?.rotation?.phase !== 'beside' || !secretsOf(connection).includes(field)) {
      return refuse('not-now');
    }
    this.#forgetTest(id);
    // First remove the proof: a crash in between must not leave a proof for another secret.
    const stepped = this.#step(connection, { type: 'entered', values: connection.rotation.values });
    if (!stepped.ok) return stepped;
    const origins =
      systemById(connection.system).secretOrigins(withOtherSide(connection).values)[field] ?? [];
    const saved = await this.ports.vault.save({ connection: id, field, slot: 'next' }, secret, origins);
    if (!saved.ok) return refuse(saved.failure);
    this.ports.history.record(connection, field, 'new-entered');
    void this.ports.sharing?.tell(id);
    return this.view(id);
  }

  /** The connection for the check of its new secret; null if there is no new secret. */
  toTest(id: string): Connection | null {
    const connection = this.ports.connections.get(id);
    return connection?.rotation?.phase === 'beside' ? withOtherSide(connection) : null;
  }

  /** The check of the new secret has begun; its result counts unless the connection changes meanwhile. */
  beginTest(id: string): void {
    this.#testing.add(id);
  }

  /** The check of the new secret has ended; it counts only if nothing was changed meanwhile. */
  tested(id: string, report: Report): Result<null, RotationRefusal> {
    const connection = this.ports.connections.get(id);
    if (!this.#testing.delete(id) || connection?.rotation?.phase !== 'beside') return ok(null);
    this.#reports.set(id, report);
    if (!isProved(report.steps)) return ok(null);
    return this.#step(connection, { type: 'proved', at: report.startedAt });
  }

  /** After a restart, records that the secrets of a switched connection could be read from disk. */
  async readBack(id: string): Promise<void> {
    const connection = this.ports.connections.get(id);
    const rotation = connection?.rotation;
    if (connection === undefined || rotation?.phase !== 'switched' || rotation.readBackAt !== null) return;
    if (rotation.switchedIn === this.#run) return;
    const fields = secretsOf(connection).filter((field) => this.ports.vault.has({ connection: id, field }));
    if (fields.length === 0) return;
    for (const field of fields) {
      const ref = { connection: id, field };
      if (!this.ports.vault.isOnDisk(ref) || (await this.ports.vault.digest(ref)) === null) return;
    }
    // If something changed while the keyring answered, this read-back was of other secrets.
    const current = this.ports.connections.get(id);
    if (current === undefined || JSON.stringify(current.rotation) !== JSON.stringify(rotation)) return;
    this.#step(current, { type: 'read-back', at: this.#now(), run: this.#run });
  }

  /**
   * The connection after a change of what its results depend on: its values, its secret, its trust or the
   * alternative. All proofs are removed, for the secret in use and the new one.
   */
  unproved(connection: Connection): Connection {
    const stepped = nextRotation(connection.rotation ?? null, { type: 'edited', run: this.#run });
    this.#forgetTest(connection.id);
    const after = stepped.ok ? withRotation(connection, stepped.value.rotation) : connection;
    return { ...after, lastCheck: null, updatedAt: this.#now() };
  }

  /** The connection after a successful check. */
  proved(connection: Connection, at: string): Connection {
    if (connection.rotation?.phase !== 'switched') return connection;
    const stepped = nextRotation(connection.rotation, { type: 'proved', at });
    return stepped.ok ? withRotation(connection, stepped.value.rotation) : connection;
  }

  /** Runs one action after the other, so that a secret being saved is on disk before any is moved. */
  #inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #forgetTest(id: string): void {
    this.#testing.delete(id);
    this.#reports.delete(id);
  }

  #step(connection: Connection, event: RotationEvent): Result<null, RotationRefusal> {
    const stepped = nextRotation(connection.rotation ?? null, event);
    if (!stepped.ok) return stepped;
    const { rotation, move } = stepped.value;
    const stays = withRotation(connection, rotation);
    // The old key, with its own end, could come back until now.
    const after = move === 'drop-old' ? withNewEnd(stays, connection.rotation) : this.#after(stays, move);
    if (move === 'none') return this.ports.connections.replace(after).ok ? ok(null) : refuse('not-saved');
    const moved = this.ports.vault.move(after, secretsOf(connection), move);
    return moved.ok ? ok(null) : moved;
  }

  /** Swaps the values of the two sides along with their secrets; the last check was of the other side. */
  #after(connection: Connection, move: RotationMove): Connection {
    if (move !== 'switch' && move !== 'switch-back') return connection;
    const { rotation, values } = connection;
    if (rotation === undefined) return connection;
    const entered = Object.entries(rotation.values);
    const others = Object.fromEntries(entered.map(([field]) => [field, values[field] ?? '']));
    const report = move === 'switch' ? this.#reports.get(connection.id) : undefined;
    return {
      ...connection,
      values: { ...values, ...rotation.values },
      rotation: { ...rotation, values: others },
      lastCheck: report === undefined ? null : lastCheckOf(report, null),
      updatedAt: this.#now(),
    };
  }

  #eventOf(connection: Connection, action: RotationAction, unproved: boolean): RotationEvent {
    const at = this.#now();
    switch (action) {
      case 'begin':
        return { type: 'begin', at };
      case 'switch':
        return { type: 'switch', at, run: this.#run, complete: this.#isComplete(connection) };
      case 'undo':
        return { type: 'undo' };
      case 'remove-old':
        return { type: 'remove-old', unproved, onlyThisRun: this.#isOnlyThisRun(connection) };
      case 'cancel':
        return { type: 'cancel' };
    }
  }

  /** True if there is a new secret for every one that is in use or required. */
  #isComplete({ id, system }: Connection): boolean {
    const needed = systemById(system).fields.filter(
      ({ id: field, secret, optional }) =>
        secret && (!optional || this.ports.vault.has({ connection: id, field })),
    );
    return needed.every(({ id: field }) => this.ports.vault.has({ connection: id, field, slot: 'next' }));
  }

  #isOnlyThisRun(connection: Connection): boolean {
    const slots: readonly (SecretSlot | undefined)[] = [undefined, 'previous'];
    return secretsOf(connection).every((field) =>
      slots.every(
        (slot) =>
          !this.ports.vault.isOnDisk({
            connection: connection.id,
            field,
            ...(slot === undefined ? {} : { slot }),
          }),
      ),
    );
  }

  async #view(connection: Connection): Promise<RotationView> {
    const { id } = connection;
    const system = systemById(connection.system);
    const origins = system.secretOrigins(withOtherSide(connection).values);
    const current: Record<string, SecretState> = {};
    const other: Record<string, SecretState> = {};
    const same: string[] = [];
    const slot = connection.rotation?.phase === 'switched' ? 'previous' : 'next';
    for (const field of secretsOf(connection)) {
      const own = system.secretOrigins(connection.values)[field] ?? [];
      current[field] = await this.ports.vault.state({ connection: id, field }, own);
      other[field] = await this.ports.vault.state({ connection: id, field, slot }, origins[field] ?? []);
      if (await this.#areSame(id, field, slot)) same.push(field);
    }
    return { connection, current, other, same, onlyThisRun: this.#isOnlyThisRun(connection) };
  }

  async #areSame(connection: string, field: string, slot: SecretSlot): Promise<boolean> {
    if (!this.ports.vault.has({ connection, field, slot })) return false;
    const { vault } = this.ports;
    const current = await vault.digest({ connection, field });
    return current !== null && current === (await vault.digest({ connection, field, slot }));
  }

  #now(): string {
    return this.ports.now().toISOString();
  }
}

const doneBy: Readonly<Record<RotationAction, HistoryAction | null>> = {
  begin: null,
  switch: 'switched',
  undo: 'switched-back',
  'remove-old': 'old-removed',
  cancel: 'new-dropped',
};

function withNewEnd(connection: Connection, before: Connection['rotation']): Connection {
  return before?.phase === 'switched' ? withKnownEnd(connection, new Date(before.switchedAt)) : connection;
}

const secretsOf = ({ system }: Pick<Connection, 'system'>): readonly string[] =>
  systemById(system).fields.flatMap(({ id, secret }) => (secret ? [id] : []));

function withRotation(connection: Connection, rotation: Rotation | null): Connection {
  const { rotation: _before, ...rest } = connection;
  return rotation === null ? rest : { ...rest, rotation };
}
