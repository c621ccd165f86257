import type { Environment, SystemId, Values } from '@contract/connection';
import type { LeftOut } from '@contract/transfer';

/** A connection from a file. All members are validated by this version's rules, except `more`. */
export interface PortableConnection {
  /** The id where it was exported; null in a settings file. */
  readonly id: string | null;
  readonly system: SystemId;
  readonly name: string;
  readonly environment: Environment;
  /** null if the file does not contain it. */
  readonly boardNumber: string | null;
  /** Non-empty values only. */
  readonly values: Values;
  /** Secret field id → secret, if the file contains it. */
  readonly secrets: ReadonlyMap<string, string>;
  /** Secret field id → when the secret came into use (ISO 8601), if the file tells. */
  readonly since: ReadonlyMap<string, string>;
  /** Further members of the connection by name, not validated yet. */
  readonly more: ReadonlyMap<string, unknown>;
}

/** What a file contains for this program. */
export interface FileContents {
  readonly connections: readonly PortableConnection[];
  readonly leftOut: readonly LeftOut[];
  /** The number of database entries that are not this program's. */
  readonly otherEntries: number;
}

/** Drops empty values: to a form, they are the same as missing ones. */
export const filledValues = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
