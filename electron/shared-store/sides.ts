import type { Connection, Values } from '@contract/connection';
import { type SharedRecord, sharedRecordSchema } from '@contract/shared-record';
import { systemById } from '@systems/catalogue';
import type { OpenRecord } from '../connections/shared-file';
import { type Next, type Secret, type Secrets, type Side, unread } from './merge';

/* A connection as it is here, as the store has it and as it is kept beside its link: all as sides of a merge. */

/** Of one version, and who wrote it. */
export interface Written {
  readonly by: string;
  readonly at: string;
  /** When its secrets came into use; null: unknown. */
  readonly rotatedAt: string | null;
}

/** The secrets of one version, sealed beside its link. */
export interface BaseSecrets {
  readonly version: number;
  readonly secrets: Readonly<Record<string, string>>;
  readonly next: Readonly<Record<string, string>>;
}

/** Without the empty ones. */
export const filled = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));

export const sideOfRecord = ({ next, alternative, ...record }: SharedRecord): Side => ({
  name: record.name,
  environment: record.environment,
  boardNumber: record.boardNumber,
  alternative: alternative ?? null,
  values: filled(record.values),
  secrets: record.secrets,
  next:
    next === undefined
      ? null
      : { values: filled(next.values), secrets: next.secrets, by: next.startedBy, at: next.startedAt },
});

/** The record to write; null if it cannot be one: a secret cannot be read, or a name is not printable. */
export function recordOf(side: Side, system: SharedRecord['system'], written: Written): SharedRecord | null {
  const { alternative, next, ...rest } = side;
  const record = sharedRecordSchema.safeParse({
    version: 1,
    system,
    ...rest,
    ...(alternative === null ? {} : { alternative }),
    origins: flatOrigins(originsOf(system, side.values)),
    rotatedAt: written.rotatedAt,
    ...(next === null
      ? {}
      : {
          next: { values: next.values, secrets: next.secrets, startedBy: next.by, startedAt: next.at },
        }),
    changedBy: written.by,
    changedAt: written.at,
  });
  return record.success ? record.data : null;
}

/** A version without its secrets. */
export function openRecordOf({ secrets, next, ...record }: SharedRecord): OpenRecord {
  return {
    ...record,
    secretFields: Object.keys(secrets),
    next:
      next === undefined
        ? null
        : {
            values: next.values,
            secretFields: Object.keys(next.secrets),
            startedBy: next.startedBy,
            startedAt: next.startedAt,
          },
  };
}

/** @param secrets null: they cannot be read here */
export function sideOfBase({ next, ...record }: OpenRecord, secrets: BaseSecrets | null): Side {
  const known = (fields: readonly string[], all: Readonly<Record<string, string>> | undefined): Secrets =>
    Object.fromEntries(fields.map((field): [string, Secret] => [field, all?.[field] ?? unread()]));
  return {
    name: record.name,
    environment: record.environment,
    boardNumber: record.boardNumber,
    alternative: record.alternative ?? null,
    values: filled(record.values),
    secrets: known(record.secretFields, secrets?.secrets),
    next:
      next === null
        ? null
        : {
            values: filled(next.values),
            secrets: known(next.secretFields, secrets?.next),
            by: next.startedBy,
            at: next.startedAt,
          },
  };
}

/**
 * The connection here. Values and secrets that this version does not know stay as in `base`: they belong to a newer
 * program.
 */
export function sideHere(
  connection: Connection,
  secrets: Secrets,
  next: Next | null,
  base: Side | null,
): Side {
  const { fields } = systemById(connection.system);
  const isOpen = (id: string): boolean => fields.some((field) => field.id === id && !field.secret);
  const isSecret = (id: string): boolean => fields.some((field) => field.id === id && field.secret);
  return {
    name: connection.name,
    environment: connection.environment,
    boardNumber: connection.boardNumber,
    alternative: connection.alternative ?? null,
    values: {
      ...without(base?.values ?? {}, isOpen),
      ...filled(only(connection.values, isOpen)),
    },
    secrets: { ...without(base?.secrets ?? {}, isSecret), ...secrets },
    next,
  };
}

/** The connection with what a side says, as far as this version knows it. */
export function withSide(connection: Connection, side: Side): Connection {
  const open = systemById(connection.system).fields.filter(({ secret }) => !secret);
  const values = { ...connection.values };
  for (const { id } of open) {
    const value = side.values[id];
    if (value !== undefined) values[id] = value;
    else if ((values[id] ?? '') !== '') values[id] = '';
  }
  const { alternative: _before, ...rest } = connection;
  return {
    ...rest,
    name: side.name,
    environment: side.environment,
    boardNumber: side.boardNumber,
    values,
    ...(side.alternative === null ? {} : { alternative: side.alternative }),
  };
}

export type Origins = Readonly<Record<string, readonly string[]>>;

/** Secret field id → where it may be sent with these values. */
export const originsOf = (system: SharedRecord['system'], values: Values): Origins =>
  systemById(system).secretOrigins(values);

export const flatOrigins = (origins: Origins): readonly string[] =>
  [...new Set(Object.values(origins).flat())].sort();

const only = (all: Values, keeps: (key: string) => boolean): Values =>
  Object.fromEntries(Object.entries(all).filter(([key]) => keeps(key)));

function without<Value>(
  all: Readonly<Record<string, Value>>,
  drops: (key: string) => boolean,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(all).filter(([key]) => !drops(key)));
}
