import { createHash } from 'node:crypto';
import type { Connection } from '@contract/connection';
import { ok, type Result, refuse } from '@contract/result';
import type { SharedRecord, SharedRef } from '@contract/shared-record';
import type { ConnectionStore } from '../connections/connection-store';
import type { SecretAction } from '../connections/history-store';
import type { Rotations } from '../rotation/rotations';
import type { Vault } from '../secrets/vault';
import { isSameList } from './addresses';
import { type StoreInUse, withLink } from './in-use';
import { type Side, sameData } from './merge';
import type { SharedVersion } from './port';
import { isSameState, marksOf, type ReadsSecretsHere, type SecretsState, secretFields } from './secrets-here';
import { originsOf, sideOfRecord, withSide } from './sides';

export interface WritesHerePorts {
  readonly inUse: StoreInUse;
  readonly connections: Pick<ConnectionStore, 'get' | 'readSecret' | 'changeTogether'>;
  readonly vault: Pick<Vault, 'has' | 'isOnDisk' | 'saveTogether'>;
  readonly rotations: Pick<Rotations, 'unproved'>;
  readonly secrets: Pick<ReadsSecretsHere, 'state' | 'open' | 'staysInStep'>;
  readonly record: (actions: readonly SecretAction[]) => void;
}

/** Writes to this computer what the store has. */
export class WritesHere {
  constructor(private readonly ports: WritesHerePorts) {}

  /** A connection that has not been here, with its secrets, in one step. null: it could not be saved. */
  async create(
    { id }: SharedRef,
    record: SharedRecord,
  ): Promise<{ readonly connection: Connection; readonly side: Side; readonly state: SecretsState } | null> {
    const { connections, vault, inUse } = this.ports;
    const at = inUse.now();
    const blank: Connection = {
      id,
      system: record.system,
      name: record.name,
      environment: record.environment,
      practice: false,
      boardNumber: record.boardNumber,
      values: {},
      setup: { step: 'finish', registrationSentOn: null, finishedAt: at },
      lastCheck: null,
      createdAt: at,
      updatedAt: at,
    };
    const side = sideOfRecord(record);
    const connection = withSide(blank, side);
    let state: SecretsState | null = null;
    const secrets = newSecrets(connection, side, record.rotatedAt, () => true);
    const saved = await vault.saveTogether(secrets, (records) => {
      if (connections.get(id) !== undefined) return refuse('already-there' as const);
      const written = connections.changeTogether({ put: [connection], records });
      state = afterSaving(this.ports.secrets.state(connection), secrets.length);
      return written;
    });
    if (!saved.ok || state === null) return null;
    this.noted(connection, Object.keys(side.secrets), 'brought');
    return { connection, side, state };
  }

  /** Writes a side here, in one step with its secrets. Fails with `stale` if the connection has changed meanwhile. */
  async change(
    connection: Connection,
    here: { readonly side: Side; readonly state: SecretsState },
    side: Side,
    theirs: SharedVersion,
  ): Promise<Result<SecretsState, 'stale' | 'not-saved'>> {
    const { connections, vault, rotations } = this.ports;
    const { id } = connection;
    const own = originsOf(connection.system, here.side.values);
    const wanted = originsOf(connection.system, side.values);
    const isChanged = (field: string): boolean =>
      side.secrets[field] !== here.side.secrets[field] ||
      !vault.has({ connection: id, field }) ||
      !isSameList(own[field] ?? [], wanted[field] ?? []);
    const secrets = newSecrets(connection, side, theirs.record.rotatedAt, isChanged);
    const before = connection;
    let state: SecretsState | null = null;
    let records: Parameters<ConnectionStore['changeTogether']>[0]['records'] = [];
    const saved = await vault.saveTogether(secrets, (sealed) => {
      const current = connections.get(id);
      const isStale =
        current === undefined ||
        relevantOf(current) !== relevantOf(before) ||
        !isSameState(this.ports.secrets.state(current), here.state);
      if (isStale) return refuse('stale' as const);
      records = sealed.map(({ ref }) => ({ ref, record: connections.readSecret(ref) }));
      const isProved =
        secrets.length === 0 &&
        sameData(side.values, here.side.values) &&
        side.environment === here.side.environment &&
        side.alternative === here.side.alternative;
      const after = { ...withSide(current, side), updatedAt: this.ports.inUse.now() };
      const put = isProved ? after : rotations.unproved(after);
      const marks = { ...here.state.marks, ...marksOf(sealed) };
      const taking = {
        version: theirs.version,
        before: stateOf(current, here.state),
        after: stateOf(put, { ...here.state, marks }),
      };
      // Noted first: if the program is killed now, the next run can tell whether it was brought.
      const noted = this.ports.inUse.change((now) => {
        const link = now.links.get(id);
        return link === undefined ? now : withLink(now, id, { ...link, taking });
      });
      if (!noted.ok) return refuse('not-saved' as const);
      const written = connections.changeTogether({ put: [put], records: sealed });
      if (!written.ok) return refuse('not-saved' as const);
      state = afterSaving(this.ports.secrets.state(after), secrets.length);
      return ok(null);
    });
    if (!saved.ok) {
      if (saved.failure === 'stale') return refuse('stale');
      // It could not be read back: what was there before is better than what nobody can read.
      const current = connections.get(id);
      if (saved.failure === 'not-read-back' && current !== undefined)
        connections.changeTogether({ put: [{ ...withSide(current, here.side) }], records });
      return refuse('not-saved');
    }
    if (state === null) return refuse('not-saved');
    const brought = secrets.map(({ ref }) => ref.field);
    this.noted(connection, brought, 'brought');
    return ok(state);
  }

  /** Where shared secrets must not stay on disk, those from before that policy are taken off it. */
  async keepOffDisk(id: string): Promise<void> {
    const { connections, vault } = this.ports;
    const connection = connections.get(id);
    let count = 0;
    if (this.ports.inUse.offlineHours > 0 || connection === undefined || connection.rotation !== undefined)
      return;
    for (const field of secretFields(connection)) {
      const ref = { connection: id, field };
      if (!vault.isOnDisk(ref)) continue;
      const record = connections.readSecret(ref);
      const opened = this.ports.secrets.open(ref);
      const origins = originsOf(connection.system, connection.values)[field] ?? [];
      const secret = await opened;
      if (secret === null) continue;
      const saved = await vault.saveTogether([{ ref, secret, origins }], (): Result<null, unknown> => {
        const current = connections.get(id);
        const isStill = JSON.stringify(connections.readSecret(ref)) === JSON.stringify(record);
        return current === undefined || !isStill
          ? refuse('stale' as const)
          : connections.changeTogether({
              put: [current],
              records: [{ ref, record: undefined }],
              purge: true,
            });
      });
      if (saved.ok) count += 1;
    }
    this.ports.secrets.staysInStep(id, count * CHANGES_A_SECRET);
  }

  /** For the history of secrets. */
  noted(connection: Connection, fields: readonly string[], action: 'brought' | 'published'): void {
    const known = secretFields(connection);
    this.ports.record(
      fields.filter((field) => known.includes(field)).map((field) => ({ connection, field, action })),
    );
  }
}

function newSecrets(
  { id, system }: Connection,
  side: Side,
  rotatedAt: string | null,
  isWanted: (field: string) => boolean,
) {
  const origins = originsOf(system, side.values);
  return secretFields({ system }).flatMap((field) => {
    const secret = side.secrets[field];
    return typeof secret === 'string' && isWanted(field)
      ? [
          {
            ref: { connection: id, field },
            secret,
            origins: origins[field] ?? [],
            ...(rotatedAt === null ? {} : { since: rotatedAt }),
          },
        ]
      : [];
  });
}

/** How often the vault counts a change of each secret that it saves together with others. */
const CHANGES_A_SECRET = 2;

/** The state once the vault has counted the secrets that it is saving. Any other count: somebody else saved as well. */
const afterSaving = ({ marks, changes }: SecretsState, secrets: number): SecretsState => ({
  marks,
  changes: changes + secrets * CHANGES_A_SECRET,
});

/** Everything that is compared with the store; a check's result is not. */
const relevantOf = ({ name, environment, boardNumber, alternative, values, rotation }: Connection): string =>
  JSON.stringify([name, environment, boardNumber, alternative ?? null, values, rotation ?? null]);

/** Changes with whatever is compared of the connection and its secrets. */
export const stateOf = (connection: Connection, { marks }: SecretsState): string =>
  createHash('sha256')
    .update(JSON.stringify([relevantOf(connection), Object.entries(marks).toSorted()]))
    .digest('base64');
