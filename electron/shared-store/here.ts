import type { Connection } from '@contract/connection';
import { systemById } from '@systems/catalogue';
import type { SharedLink } from '../connections/shared-file';
import { secretTimes } from '../rotation/secret-times';
import type { Vault } from '../secrets/vault';
import type { StoreInUse } from './in-use';
import { type Next, type Side, sameSide } from './merge';
import { type ReadsSecretsHere, type SecretsState, secretFields } from './secrets-here';
import { filled, sideHere, sideOfBase } from './sides';

export interface HerePorts {
  readonly inUse: Pick<StoreInUse, 'person'>;
  readonly secrets: ReadsSecretsHere;
  readonly vault: Pick<Vault, 'has' | 'savedAt'>;
}

export interface SideHere {
  readonly side: Side;
  /** With what could be read of it. */
  readonly base: Side | null;
  readonly state: SecretsState;
}

/** What this computer has of a connection, as it is compared with the store. */
export class Here {
  constructor(private readonly ports: HerePorts) {}

  /** The connection as a side, and the base with what could be read of it. */
  async side(connection: Connection, link: SharedLink, base: Side | null): Promise<SideHere> {
    const read = await this.ports.secrets.read(connection, link, base);
    const { rotation } = connection;
    const before = read.base?.next ?? null;
    const isBesideOurs = before !== null && before.at === rotation?.begunAt;
    const next: Next | null =
      rotation?.phase === 'beside'
        ? {
            values: filled(rotation.values),
            secrets: read.next,
            by: isBesideOurs ? before.by : this.ports.inUse.person,
            at: rotation.begunAt,
          }
        : before !== null && before.at === link.own
          ? null
          : before;
    return {
      side: sideHere(connection, read.secrets, next, read.base),
      base: read.base,
      state: read.state,
    };
  }

  /** Whether what is here differs from the version it started from, without opening a secret. */
  isChanged(connection: Connection, link: SharedLink): boolean {
    if (link.base === null) return true;
    const base = sideOfBase(link.base.record, null);
    const side = sideHere(connection, base.secrets, base.next, base);
    if (!sameSide({ ...side, secrets: {}, next: null }, { ...base, secrets: {}, next: null })) return true;
    const { rotation } = connection;
    if (rotation?.phase === 'beside') {
      if (base.next?.at !== rotation.begunAt) return true;
      if (JSON.stringify(filled(rotation.values)) !== JSON.stringify(base.next.values)) return true;
    } else if (base.next !== null && base.next.at === link.own) return true;
    return secretFields(connection).some(
      (field) =>
        !this.ports.secrets.isUnchanged(link, { connection: connection.id, field }) ||
        (rotation?.phase === 'beside' &&
          !this.ports.secrets.isUnchanged(link, { connection: connection.id, field, slot: 'next' })),
    );
  }

  /** Some have not come here, or were only for an earlier run. */
  lacksSecrets(connection: Connection, secrets: Readonly<Record<string, unknown>>): boolean {
    return secretFields(connection).some(
      (field) => secrets[field] !== undefined && !this.ports.vault.has({ connection: connection.id, field }),
    );
  }

  /** When the first of its secrets was saved (ISO 8601); null: none is. */
  rotatedAt({ id, system }: Connection): string | null {
    const [first = null] = secretTimes(this.ports.vault, id, systemById(system));
    return first === null ? null : new Date(first).toISOString();
  }
}

/** Whether this computer began that replacement. */
export const isOwnNext = (next: Next, { rotation }: Connection, link: SharedLink | undefined): boolean =>
  next.at === link?.own ||
  (link?.sent ?? []).some(({ own }) => own === next.at) ||
  (rotation?.phase === 'beside' && next.at === rotation.begunAt);
